/** What was found in a load: how much, what is wrong, what it holds beside the last one, and how some of it was read. */
import type { TableChanges } from '../../children/snapshot-changes.ts'
import type { Snapshot } from '../../children/snapshot.ts'
import { TABLE, TABLE_NAMES } from '../../children/table-words.ts'
import { dayInLondon, longDay, shortDay } from '../../terms/day.ts'
import { Details, NotificationBanner } from '../../web/components.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { type Column, Table } from '../../web/table.tsx'
import type { Doubt } from '../load-doubts.ts'
import type { ProblemGroup } from '../load-problem-store.ts'
import type { Severity } from '../load-problem.ts'
import { type Load, rowsRead } from '../load.ts'
import { ProblemGroups } from './load-problems.tsx'
import { byWhom, figure } from './load-words.tsx'
import { UnmappedWords } from './unmapped-words.tsx'

export type Findings = {
  groups: ProblemGroup[]
  /** The last load kept, beside which a staged one is shown. */
  last: Snapshot | null
  isFirst: boolean
  against: { refused: string | null; doubts: Doubt[] }
}

export const Found = ({ load, found }: { load: Load; found: Findings }) => {
  const rows = rowsRead(load)
  const changed = load.told.changes.reduce((all, one) => all + one.added + one.changed + one.gone, 0)
  const groups = found.groups.filter(isOfFile)
  const toLookAt = groups.reduce((all, { times }) => all + times, 0)
  return (
    <>
      <Outcome load={load} found={found} />
      <Stats>
        <Stat number={rows.read} words="rows read" />
        <Stat number={rows.kept} words={load.state === 'kept' ? 'rows kept' : 'rows that can be kept'} />
        <Stat
          number={rows.refused + rows.repeated}
          words="rows left out"
          {...(rows.refused + rows.repeated > 0 && { tone: 'bad', href: '#problems' })}
        />
        {!found.isFirst && <Stat number={changed} words="rows changed since the last load" href="#changes" />}
        <Stat number={toLookAt} words="to look at" href="#problems" />
      </Stats>
      <ProblemGroups load={load} groups={groups} />
      <UnmappedWords unmapped={load.told.unmapped} />
      <h2 class="govuk-heading-m" id="changes">
        What it holds
        {found.isFirst ? '' : load.state === 'kept' ? ', and what it changed' : ', and what it would change'}
      </h2>
      <Tables load={load} found={found} />
      <Reach load={load} />
      <MissingTables load={load} />
      <Columns load={load} />
      <Notices load={load} />
    </>
  )
}

const Outcome = ({ load, found }: { load: Load; found: Findings }) => {
  if (load.state === 'kept') return <p class="govuk-body">Kept {byWhom(load.keptAt!, load.keptBy)}.</p>
  if (load.state === 'set-aside')
    return (
      <p class="govuk-body">
        Set aside{' '}
        {load.setAsideBy === null
          ? `by its rule on ${shortDay(dayInLondon(load.setAsideAt!))}: nobody had decided about it`
          : byWhom(load.setAsideAt!, load.setAsideBy)}
        . None of it was kept.
      </p>
    )
  const { refused, doubts } = found.against
  const lines = load.state === 'refused' ? refusals(found) : refused ? [refused] : doubts.map(({ doubt }) => doubt)
  if (lines.length === 0) return <p class="govuk-body">Nothing stands against keeping it.</p>
  return (
    <NotificationBanner title={load.state === 'refused' || refused ? 'This cannot be kept' : 'Look at this first'}>
      {lines.map(line => (
        <p class="govuk-body">{line}</p>
      ))}
    </NotificationBanner>
  )
}

const refusals = ({ groups }: Findings) =>
  groups
    .filter(({ severity }) => severity === 'refuses-the-load')
    .map(({ file, problem }) => (file === '' ? `${problem}.` : `${file}: ${problem}.`))

const Tables = ({ load, found: { last, isFirst } }: { load: Load; found: Findings }) => {
  const kinds = TABLE_NAMES.filter(kind => (load.rowCounts[kind] ?? last?.rowCounts[kind] ?? 0) > 0)
  return (
    <Table
      caption="Rows by table"
      captionHidden
      rows={kinds}
      empty="No rows"
      columns={[
        { heading: 'Table', names: true, cell: kind => TABLE[kind].replace(/^./, first => first.toUpperCase()) },
        { heading: 'Rows', number: true, cell: kind => rowsOf(load, kind) },
        ...(last ? [{ heading: 'In the last load', number: true, cell: (kind: Kind) => rowsOf(last, kind) }] : []),
        ...(isFirst ? [] : changeColumns(new Map(load.told.changes.map(one => [one.kind, one])))),
      ]}
    />
  )
}
type Kind = (typeof TABLE_NAMES)[number]

const changeColumns = (changesIn: ReadonlyMap<Kind, TableChanges>): Column<Kind>[] => [
  { heading: 'New', number: true, cell: kind => some(changesIn.get(kind)?.added) },
  { heading: 'Changed', number: true, cell: kind => some(changesIn.get(kind)?.changed) },
  { heading: 'Gone', number: true, cell: kind => some(changesIn.get(kind)?.gone) },
  { heading: 'What changed', width: 'wide', cell: kind => fieldsChanged(changesIn.get(kind)) },
]

const rowsOf = ({ rowCounts }: Pick<Snapshot, 'rowCounts'>, kind: Kind) =>
  rowCounts[kind] === undefined ? 'No file' : figure(rowCounts[kind])
const some = (count: number | undefined) => (count ? figure(count) : '')

/** `visitedOn` as "visited on 12, was seen 3", the most frequent first. */
const fieldsChanged = (changes: TableChanges | undefined) =>
  Object.entries(changes?.fields ?? {})
    .sort(([, one], [, other]) => other - one)
    .map(([field, times]) => `${field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)} ${figure(times)}`)
    .join(', ')

/** Tables that no file holds are told apart: they are no fault of a file. */
const isOfFile = ({ file, severity }: { file: string; severity: Severity }) =>
  file !== '' || severity === 'refuses-the-load'

/** What an extract such as Annex A does not bring whole. */
const Reach = ({ load: { told } }: { load: Load }) =>
  told.since.length + told.latestOnly.length === 0 ? null : (
    <Details summary="How far back it reaches">
      <ul class="govuk-list govuk-list--bullet">
        {told.since.map(({ table, from }) => (
          <li>
            {TABLE[table]} since {longDay(from)}
          </li>
        ))}
        {told.latestOnly.map(table => (
          <li>only the latest of each child: {TABLE[table]}</li>
        ))}
      </ul>
    </Details>
  )

const MissingTables = ({ load: { told } }: { load: Load }) =>
  told.missingTables.length === 0 ? null : (
    <Details summary={`Tables that no file holds (${figure(told.missingTables.length)})`}>
      <p class="govuk-body">Nothing that needs them can be counted: {told.missingTables.join(', ')}.</p>
    </Details>
  )

const Columns = ({ load: { told } }: { load: Load }) => {
  const lists: [string, { table: string; column: string }[]][] = [
    ['Columns that are missing', told.missingColumns],
    ['Columns that the standard does not have, which were not read', told.extraColumns],
  ]
  return (
    <>
      {lists.map(([summary, columns]) =>
        columns.length === 0 ? null : (
          <Details summary={`${summary} (${figure(columns.length)})`}>
            <Table
              caption={summary}
              captionHidden
              rows={columns}
              columns={[
                { heading: 'Table', names: true, cell: ({ table }) => table },
                { heading: 'Column', cell: ({ column }) => column },
              ]}
            />
          </Details>
        ),
      )}
    </>
  )
}

const Notices = ({ load: { told } }: { load: Load }) =>
  told.notices.length === 0 ? null : (
    <Details summary={`How some of it was read (${figure(told.notices.length)})`}>
      <Table
        caption="How some of it was read"
        captionHidden
        rows={told.notices}
        columns={[
          { heading: 'File', names: true, cell: ({ file, sheet }) => [file, sheet].filter(Boolean).join(', ') },
          { heading: 'Column', cell: ({ column }) => column ?? '' },
          { heading: 'What', width: 'wide', cell: ({ notice }) => notice },
          { heading: 'Times', number: true, cell: ({ count }) => figure(count) },
        ]}
      />
    </Details>
  )
