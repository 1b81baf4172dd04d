/** What is wrong in a load: grouped on its page, and line by line to look through and to take away. */
import { type Asked, download, page } from '../../web/page.tsx'
import { Button, Empty, Heading, Pagination, Tag, type TagColour } from '../../web/components.tsx'
import { csvFile, excelFile, type Sheet } from '../../web/sheet.ts'
import { Table } from '../../web/table.tsx'
import { wordIn } from '../../terms/word-in.ts'
import { type LoadProblem, SEVERITY, type Severity } from '../load-problem.ts'
import { countProblems, listProblems, type ProblemGroup } from '../load-problem-store.ts'
import type { Load } from '../load.ts'
import { findLoad } from '../load-store.ts'
import { figure, loadAddress, loadCrumbs, loadName } from './load-words.tsx'

const COLOUR: Record<Severity, TagColour> = {
  'refuses-the-load': 'red',
  'refuses-the-row': 'red',
  'value-left-out': 'orange',
  'worth-a-look': 'grey',
}

const SeverityTag = ({ severity }: { severity: Severity }) => <Tag colour={COLOUR[severity]}>{SEVERITY[severity]}</Tag>

const MOST_GROUPS = 30

/** Problems alike once, with how often and an example. */
export const ProblemGroups = ({ load, groups }: { load: Load; groups: ProblemGroup[] }) => (
  <>
    <h2 class="govuk-heading-m" id="problems">
      What is wrong
    </h2>
    <Table
      caption="What is wrong, problems alike together"
      captionHidden
      rows={groups.slice(0, MOST_GROUPS)}
      empty={<NothingWrong load={load} />}
      columns={[
        { heading: 'What became of it', cell: ({ severity }) => <SeverityTag severity={severity} /> },
        { heading: 'Where', names: true, cell: group => whereOf({ ...group, row: group.firstRow }) },
        {
          heading: 'What is wrong',
          width: 'wide',
          cell: ({ problem, expected }) => (
            <>
              {problem}
              {expected !== '' && <span class="gt-small">Expected: {expected}</span>}
            </>
          ),
        },
        { heading: 'For example', cell: ({ found }) => found },
        { heading: 'Times', number: true, cell: ({ times }) => figure(times) },
      ]}
    />
    {groups.length > 0 && (
      <p class="govuk-body">
        <a class="govuk-link" href={loadAddress(load, '/problems')}>
          {groups.length > MOST_GROUPS ? `All ${figure(groups.length)} kinds, row by row` : 'Row by row'}
        </a>
      </p>
    )}
  </>
)

/** It is held for a time once the load is decided, and then goes by itself. */
const NothingWrong = ({ load }: { load: Load }) =>
  load.state === 'kept' || load.state === 'set-aside' ? (
    <Empty title="Nothing wrong is held of this load">
      What was found is held for as long as the council says once a load is kept or set aside, and then goes by itself.
    </Empty>
  ) : (
    <Empty title="Nothing was found that is wrong" />
  )

const whereOf = ({ file, sheet, row, column }: Pick<LoadProblem, 'file' | 'sheet' | 'row' | 'column'>) =>
  [file || 'The files together', sheet, row === null ? null : `row ${row}`, column].filter(Boolean).join(', ')

const ON_A_PAGE = 100

export const loadProblems = page({
  path: '/data/loads/:id/problems',
  may: 'load-children',
  section: 'Data',
  wide: true,
  async load({ db, params, query }) {
    const load = await findLoad(db, Number(params['id']))
    const counts = await countProblems(db, load.snapshotId)
    const severity = severityIn(query)
    const count = severity ? counts[severity] : Object.values(counts).reduce((all, one) => all + one, 0)
    const pages = Math.max(1, Math.ceil(count / ON_A_PAGE))
    const wanted = Number(query.get('page') ?? 1)
    const at = Number.isInteger(wanted) && wanted >= 1 && wanted <= pages ? wanted : 1
    const problems = await listProblems(db, load.snapshotId, { severity, limit: ON_A_PAGE, offset: (at - 1) * ON_A_PAGE }) // prettier-ignore
    return { load, counts, severity, at, pages, problems }
  },
  title: ({ load }) => `What is wrong in ${loadName(load)}`,
  breadcrumbs: ({ load }) => loadCrumbs(load),
  view: ({ load, counts, severity, at, pages, problems }) => (
    <>
      <Heading
        caption={loadName(load)}
        actions={
          <>
            <Button small kind="secondary" href={loadAddress(load, '/problems.xlsx')}>
              Take away as Excel
            </Button>
            <Button small kind="secondary" href={loadAddress(load, '/problems.csv')}>
              As CSV
            </Button>
          </>
        }
      >
        What is wrong, row by row
      </Heading>
      <ul class="govuk-list">
        {[null, ...(Object.keys(SEVERITY) as Severity[])].map(one => {
          const count = one ? counts[one] : Object.values(counts).reduce((all, each) => all + each, 0)
          const words = `${one ? SEVERITY[one] : 'All of it'} (${figure(count)})`
          return (
            <li>
              {one === severity ? (
                <strong>{words}</strong>
              ) : (
                <a class="govuk-link" href={problemsAddress(load, one)}>
                  {words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
      <Table
        caption="What is wrong, row by row"
        captionHidden
        rows={problems}
        empty={<Empty title="Nothing of this kind" />}
        columns={[
          { heading: 'File', names: true, cell: ({ file, sheet }) => [file, sheet].filter(Boolean).join(', ') },
          { heading: 'Row', number: true, cell: ({ row }) => row ?? '' },
          { heading: 'Column', cell: ({ column }) => column ?? '' },
          { heading: 'What is wrong', width: 'wide', cell: ({ problem }) => problem },
          { heading: 'Expected', cell: ({ expected }) => expected },
          { heading: 'Found', cell: ({ found }) => found },
          { heading: 'What became of it', cell: one => <SeverityTag severity={one.severity} /> },
        ]}
      />
      <Pagination page={at} pages={pages} href={number => problemsAddress(load, severity, number)} />
    </>
  ),
})

const severityIn = (query: URLSearchParams): Severity | null => {
  const given = query.get('kind') ?? ''
  return wordIn(SEVERITY, given) === undefined ? null : (given as Severity)
}

const problemsAddress = (load: Load, severity: Severity | null, page = 1) => {
  const query = new URLSearchParams({ ...(severity && { kind: severity }), ...(page > 1 && { page: String(page) }) })
  return loadAddress(load, `/problems${query.size > 0 ? `?${query}` : ''}`)
}

async function sheetOf({ db, params }: Asked): Promise<{ name: string; sheet: Sheet }> {
  const load = await findLoad(db, Number(params['id']))
  const rows = (await listProblems(db, load.snapshotId)).map(one => [
    one.file,
    one.sheet ?? '',
    one.row === null ? '' : String(one.row),
    one.column ?? '',
    one.problem,
    one.expected,
    one.found,
    SEVERITY[one.severity],
  ])
  const headings = ['File', 'Sheet', 'Row', 'Column', 'What is wrong', 'Expected', 'Found', 'What became of it']
  return { name: `problems-${load.asAt}`, sheet: { headings, rows } }
}

export const loadProblemsCsv = download({
  path: '/data/loads/:id/problems.csv',
  may: 'load-children',
  asksAgain: true,
  asksWhy: true,
  async make(asked) {
    const { name, sheet } = await sheetOf(asked)
    return csvFile(name, sheet)
  },
})

export const loadProblemsExcel = download({
  path: '/data/loads/:id/problems.xlsx',
  may: 'load-children',
  asksAgain: true,
  asksWhy: true,
  async make(asked) {
    const { name, sheet } = await sheetOf(asked)
    return excelFile(name, 'Problems', sheet)
  },
})
