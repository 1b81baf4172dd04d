/** One source: what it is, the citations of it that may be wrong, and how the plan answers it, clause by clause. */
import { shortDay } from '../../terms/day.ts'
import { countInWords } from '../../terms/count-words.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Details, Heading, NotificationBanner, SummaryList } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { capital } from '../../terms/first-letter.ts'
import { checkCitations, type CheckedCitation } from '../citation-check.ts'
import { coverageInWords, coverageOfSources } from '../coverage.ts'
import { SOURCE_KIND } from '../source.ts'
import { ActionLink, FindingLink } from '../words.tsx'
import { idIn } from './crumbs.ts'
import { findingColumns } from './finding-rows.tsx'
import { EMPTY_PLAN, loadThread } from './findings.tsx'

export const sourcePage = page({
  path: '/findings/sources/:id',
  may: 'read-plan',
  section: 'Findings',
  dated: true,
  wide: true,
  async load(asked) {
    const { plan, sources } = await loadThread(asked)
    const source = sources.find(one => one.sourceId === idIn(asked.params))
    if (!source) throw new NotFound('such source on this day')
    return { plan, sources, source }
  },
  title: ({ source }) => source.title,
  breadcrumbs: () => [{ text: 'Findings', href: '/findings' }],
  view({ plan, sources, source }, _form, asked) {
    const covered = coverageOfSources(plan ?? EMPTY_PLAN, sources).find(one => one.source === source)
    const doubtful =
      plan === null
        ? []
        : checkCitations(plan, sources).filter(
            one => one.source === source && (one.state === 'points-nowhere' || one.betterMatch !== null),
          )
    return (
      <>
        <Heading caption={SOURCE_KIND[source.kind]}>{source.title}</Heading>
        {asked.query.get('kept') === 'yes' && (
          <NotificationBanner kind="success">
            The source is kept, with {source.findings.length} findings
          </NotificationBanner>
        )}
        <AsAtControl {...asked} />
        <SummaryList
          rows={[
            { key: 'Cited as', value: [source.shortName, ...source.knownAs].join(', ') },
            ...(source.publisher ? [{ key: 'Published by', value: source.publisher }] : []),
            ...(source.issuedOn ? [{ key: 'Issued', value: shortDay(source.issuedOn) }] : []),
            { key: 'How the plan answers it', value: coverageInWords(covered!.counts) || 'It has no findings' },
          ]}
        />
        {doubtful.length > 0 && <Doubtful doubtful={doubtful} asked={asked} />}
        {covered!.clauses.map(clause => (
          <>
            {clause.heading && <h2 class="govuk-heading-s gt-clause">{clause.heading}</h2>}
            <Table
              caption={`Findings ${clause.ref}`}
              captionHidden
              rows={clause.findings}
              columns={findingColumns(asked)}
            />
          </>
        ))}
      </>
    )
  },
})

/** Citations of this source that a careful reader would question, each with the way to both ends of it. */
const Doubtful = ({ doubtful, asked }: { doubtful: CheckedCitation[]; asked: Asked }) => (
  <Details
    open
    summary={
      doubtful.length === 1
        ? 'One citation of this source may be wrong'
        : `${capital(countInWords(doubtful.length))} citations of this source may be wrong`
    }
  >
    <ul class="govuk-list govuk-list--bullet">
      {doubtful.map(one => (
        <li>
          <CitedIn citing={one} asked={asked} /> cites{' '}
          {one.finding ? (
            <FindingLink findingId={one.finding.findingId} asked={asked}>
              {one.cites}
            </FindingLink>
          ) : (
            one.cites
          )}
          {one.betterMatch ? <Better of={one.betterMatch} asked={asked} /> : ', and there is no such finding.'}
        </li>
      ))}
    </ul>
  </Details>
)

const CitedIn = ({ citing, asked }: { citing: CheckedCitation; asked: Asked }) =>
  citing.action ? (
    <>
      Action <ActionLink action={citing.action} asked={asked} />
    </>
  ) : (
    <>
      Objective{' '}
      <a
        class="govuk-link govuk-link--no-visited-state"
        href={linkAsAt(asked, `/plan/objectives/${citing.objective!.objectiveId}`)}
      >
        {citing.objective!.ref}
      </a>
    </>
  )

const Better = ({ of, asked }: { of: NonNullable<CheckedCitation['betterMatch']>; asked: Asked }) => (
  <>
    , but its words fit{' '}
    {of.finding ? (
      <FindingLink findingId={of.finding.findingId} asked={asked}>
        {of.ref}
      </FindingLink>
    ) : (
      of.ref
    )}{' '}
    better. <span class="gt-small">{of.why}.</span>
  </>
)
