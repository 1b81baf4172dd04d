/** The sources and how the plan answers each of their findings: the whole at a glance, and one source clause by clause. */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { BarChart } from '../../web/charts.tsx'
import type { BarPart } from '../../web/bar.ts'
import { Button, Empty, Heading, NotificationBanner, SummaryList, Tag, type TagColour } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import type { ShapeName } from '../../web/shape.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { checkCitations } from '../citation-check.ts'
import {
  COVERAGE,
  type Coverage,
  coverageInWords,
  coverageOfSources,
  type CoveredFinding,
  type SourceCoverage,
} from '../coverage.ts'
import type { Plan } from '../plan.ts'
import { SOURCE_KIND, type Source } from '../source.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from '../store.ts'
import { actionAddress } from '../words.tsx'
import { idIn } from './crumbs.ts'

export const COVERAGE_LOOK: Record<Coverage, { colour: TagColour; shape: ShapeName }> = {
  action: { colour: 'green', shape: 'tick' },
  objective: { colour: 'yellow', shape: 'half' },
  closed: { colour: 'grey', shape: 'dash' },
  none: { colour: 'red', shape: 'gap' },
}
const BAR_PARTS: BarPart[] = [
  { key: 'action', words: COVERAGE.action, colour: '#00703c', pattern: 'solid', shape: 'tick' },
  { key: 'objective', words: COVERAGE.objective, colour: '#7a5c00', pattern: 'stripes', shape: 'half' },
  { key: 'closed', words: COVERAGE.closed, colour: '#505a5f', pattern: 'dots', shape: 'dash' },
  { key: 'none', words: COVERAGE.none, colour: '#b10e1e', pattern: 'empty', shape: 'gap' },
]

export const CoverageTag = ({ coverage }: { coverage: Coverage }) => (
  <Tag {...COVERAGE_LOOK[coverage]}>{COVERAGE[coverage]}</Tag>
)

/** The plan as at the day and its sources; the plan is null before the first was kept. */
export async function loadThread({
  db,
  asAt,
}: Pick<Asked, 'db' | 'asAt'>): Promise<{ plan: Plan | null; sources: Source[] }> {
  const planId = await findCurrentPlanId(db)
  const [plan, sources] = await Promise.all([
    planId === null ? null : findPlanAsAt(db, planId, asAt).catch(nothingYet),
    listSources(db, asAt),
  ])
  return { plan, sources }
}
const nothingYet = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}

export const EMPTY_PLAN = {
  planId: 0,
  title: '',
  startsOn: null,
  endsOn: null,
  version: { planVersionId: 0, number: 0, title: '', fromOn: '0001-01-01' },
  themes: [],
} as unknown as Plan

export const findingsPage = page({
  path: '/findings',
  may: 'read-plan',
  section: 'Findings',
  dated: true,
  load: loadThread,
  title: () => 'Findings',
  view({ plan, sources }, _form, asked) {
    const covered = coverageOfSources(plan ?? EMPTY_PLAN, sources)
    return (
      <>
        <Heading
          actions={
            may(asked.person, 'load-plan') && (
              <Button small href="/findings/upload">
                Upload a source
              </Button>
            )
          }
        >
          Findings
        </Heading>
        <p class="govuk-body-l gt-measure">What we were told to put right, and how the plan answers it.</p>
        <AsAtControl {...asked} />
        {sources.length === 0 ? (
          <Empty title="No source has been loaded yet">
            {may(asked.person, 'load-plan') ? (
              <p class="govuk-body">
                Upload the inspection report, the notice or a review: each finding is read as the plan cites it.
              </p>
            ) : (
              <p class="govuk-body">The improvement programme manager can upload one.</p>
            )}
          </Empty>
        ) : (
          <>
            <BarChart
              title="Findings of each source by how the plan answers them"
              parts={BAR_PARTS}
              rows={covered.map(one => ({ label: one.source.shortName, counts: one.counts }))}
              labelWidth={150}
            />
            <Table caption="Sources" captionHidden rows={covered} columns={sourceColumns(asked)} />
          </>
        )}
      </>
    )
  },
})

const sourceColumns = (asked: Asked): Column<SourceCoverage>[] => [
  {
    heading: 'Source',
    names: true,
    cell: ({ source }) => (
      <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, `/findings/sources/${source.sourceId}`)}>
        {source.title}
      </a>
    ),
  },
  { heading: 'Cited as', width: 'nowrap', cell: ({ source }) => source.shortName },
  { heading: 'Issued', width: 'nowrap', cell: ({ source }) => (source.issuedOn ? shortDay(source.issuedOn) : '') },
  { heading: 'Findings', number: true, cell: ({ counts }) => counts.findings },
  { heading: 'By an action', number: true, cell: ({ counts }) => counts.action },
  { heading: 'Only by an objective', number: true, cell: ({ counts }) => counts.objective },
  { heading: 'Closed earlier', number: true, cell: ({ counts }) => counts.closed },
  {
    heading: 'By nothing',
    number: true,
    cell: ({ counts }) => (counts.none > 0 ? <strong class="gt-late">{counts.none}</strong> : 0),
  },
]

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
    const [covered] = coverageOfSources(plan ?? EMPTY_PLAN, [source])
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
          compact
          rows={[
            { key: 'Cited as', value: [source.shortName, ...source.knownAs].join(', ') },
            ...(source.publisher ? [{ key: 'Published by', value: source.publisher }] : []),
            ...(source.issuedOn ? [{ key: 'Issued', value: shortDay(source.issuedOn) }] : []),
            { key: 'How the plan answers it', value: coverageInWords(covered!.counts) || 'It has no findings' },
          ]}
        />
        {doubtful.length > 0 && <Doubtful doubtful={doubtful} />}
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

const findingColumns = (asked: Asked): Column<CoveredFinding>[] => [
  {
    heading: 'Ref',
    names: true,
    width: 'nowrap',
    cell: ({ finding }) => (
      <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, `/findings/${finding.findingId}`)}>
        {finding.ref}
      </a>
    ),
  },
  { heading: 'Finding', width: 'wide', cell: ({ finding }) => finding.text },
  { heading: 'Answered', cell: ({ coverage }) => <CoverageTag coverage={coverage} /> },
  {
    heading: 'By',
    cell: ({ actions, objectives }) => (
      <>
        {actions.map((action, index) => (
          <>
            {index > 0 && ', '}
            <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, actionAddress(action.actionId))}>
              {action.ref}
            </a>
          </>
        ))}
        {actions.length === 0 && objectives.map(objective => `objective ${objective.ref}`).join(', ')}
      </>
    ),
  },
]

/** Citations of this source that a careful reader would question. */
const Doubtful = ({ doubtful }: { doubtful: ReturnType<typeof checkCitations> }) => (
  <details class="govuk-details" open>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        {doubtful.length === 1 ? 'One citation' : `${doubtful.length} citations`} of this source may be wrong
      </span>
    </summary>
    <div class="govuk-details__text">
      <ul class="govuk-list govuk-list--bullet">
        {doubtful.map(one => (
          <li>
            <strong>{one.in}</strong> cites {one.cites}:{' '}
            {one.state === 'points-nowhere' ? 'there is no such finding.' : one.betterMatch!.why}
          </li>
        ))}
      </ul>
    </div>
  </details>
)
