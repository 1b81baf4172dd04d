/** The sources and how the plan answers each of their findings at a glance; and, across sources, those answered in one way: `?coverage=none`. */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { BarChart } from '../../web/charts.tsx'
import type { BarPart } from '../../web/bar.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { COVERAGE, type Coverage, coverageOfSources, type SourceCoverage } from '../coverage.ts'
import type { Plan } from '../plan.ts'
import type { Source } from '../source.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from '../store.ts'
import { findingColumns } from './finding-rows.tsx'

const BAR_PARTS: BarPart[] = [
  { key: 'action', words: COVERAGE.action, colour: '#00703c', pattern: 'solid', shape: 'tick' },
  { key: 'objective', words: COVERAGE.objective, colour: '#7a5c00', pattern: 'stripes', shape: 'half' },
  { key: 'closed', words: COVERAGE.closed, colour: '#505a5f', pattern: 'dots', shape: 'dash' },
  { key: 'none', words: COVERAGE.none, colour: '#b10e1e', pattern: 'empty', shape: 'gap' },
]

type Loaded = { plan: Plan | null; sources: Source[] }

/** The plan as at the day and its sources; the plan is null where none was ever kept. Throws `NotYet` before it began. */
export async function loadThread({ db, asAt }: Pick<Asked, 'db' | 'asAt'>): Promise<Loaded> {
  const planId = await findCurrentPlanId(db, asAt)
  const [plan, sources] = await Promise.all([
    planId === null ? null : findPlanAsAt(db, planId, asAt),
    listSources(db, asAt),
  ])
  return { plan, sources }
}

/** The same for pages that are about the sources: before the plan began it is null. */
export const loadSources = async (asked: Pick<Asked, 'db' | 'asAt'>): Promise<Loaded> =>
  (await loadThread(asked).catch(nothingYet)) ?? { plan: null, sources: await listSources(asked.db, asked.asAt) }

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
  load: loadSources,
  title: () => 'Findings',
  view({ plan, sources }, _form, asked) {
    const covered = coverageOfSources(plan ?? EMPTY_PLAN, sources)
    const wanted = coverageIn(asked.query)
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
            <Answered covered={covered} asked={asked} />
            {wanted && <Across covered={covered} wanted={wanted} asked={asked} />}
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

const coverageIn = (query: URLSearchParams): Coverage | null => {
  const given = query.get('coverage') ?? ''
  return Object.hasOwn(COVERAGE, given) ? (given as Coverage) : null
}

/** How many findings of all sources are answered in each way, each a link to them. */
const Answered = ({ covered, asked }: { covered: SourceCoverage[]; asked: Asked }) => {
  const count = (coverage: Coverage) => covered.reduce((sum, { counts }) => sum + counts[coverage], 0)
  const all = covered.reduce((sum, { counts }) => sum + counts.findings, 0)
  return (
    <Stats>
      {(Object.keys(COVERAGE) as Coverage[]).map(coverage => (
        <Stat
          number={count(coverage)}
          {...(coverage === 'action' && { of: all })}
          words={COVERAGE[coverage].toLowerCase()}
          {...(count(coverage) > 0 && { href: linkAsAt(asked, `/findings?coverage=${coverage}`) })}
          {...(coverage === 'none' && count(coverage) > 0 && { tone: 'bad' as const })}
        />
      ))}
    </Stats>
  )
}

/** The findings of every source that are answered in one way. */
const Across = ({ covered, wanted, asked }: { covered: SourceCoverage[]; wanted: Coverage; asked: Asked }) => {
  const rows = covered.flatMap(({ source, findings }) =>
    findings.filter(one => one.coverage === wanted).map(one => ({ ...one, source })),
  )
  return (
    <section class="gt-across">
      <h2 class="govuk-heading-m" id="across">
        {COVERAGE[wanted]}
      </h2>
      <Table
        caption={`Findings: ${COVERAGE[wanted].toLowerCase()}`}
        captionHidden
        rows={rows}
        columns={[
          { heading: 'Source', width: 'nowrap', cell: ({ source }) => source.shortName },
          ...findingColumns(asked).filter(({ heading }) => heading !== 'Answered'),
        ]}
        empty={<Empty title="No finding is answered in this way" />}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={linkAsAt(asked, '/findings')}>
          Show the sources alone
        </a>
      </p>
    </section>
  )
}

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
