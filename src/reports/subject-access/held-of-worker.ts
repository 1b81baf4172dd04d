/** What the records of children say of a worker: who they are there, and how many children they worked with. No child is in it. */
import { fieldWords } from '../../children/field-words.ts'
import { ROLE } from '../../children/involvement.ts'
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import type { Db } from '../../store/database.ts'
import { type Day, longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { listNames } from './child-store.ts'
import { figuresPart, namedFigures } from './counted-in.ts'
import { dayOr, type Part, partOf } from './copy.ts'
import { type HeldRow, recordParts } from './record-parts.ts'
import { countNamedIn, listAllocated, listAllocatedByMonth, listFiguresOfWorker, listSupervised } from './staff-store.ts' // prettier-ignore

export const heldOfWorker = async (db: Db, number: string, rows: HeldRow[]) => ({
  rows,
  teams: await listNames(
    db,
    'teams',
    rows.flatMap(({ row }) => (typeof row['teamId'] === 'string' ? [row['teamId']] : [])),
  ),
  allocated: await listAllocated(db, number),
  byMonth: await listAllocatedByMonth(db, number),
  supervised: await listSupervised(db, number),
  namedIn: await countNamedIn(db, number),
  figures: await namedFigures(db, await listFiguresOfWorker(db, number)),
})
export type HeldOfWorker = Awaited<ReturnType<typeof heldOfWorker>>

/** In the order they are read; what there is nothing of is there without rows. */
export const partsOfWorker = (held: HeldOfWorker): Part[] => [
  ...recordParts(held.rows, { workers: new Map(), teams: held.teams }),
  allocatedPart(held.allocated),
  byMonthPart(held.byMonth),
  supervisedPart(held.supervised),
  namedInPart(held.namedIn),
  figuresPart(held.figures, 'Figures of the latest count in which something they did, or should have, is a case.'),
]

/** `2026-08` as `August 2026`. */
const monthWords = (month: string): string => longDay(`${month}-01` as Day).slice(2)

const allocatedPart = (allocated: HeldOfWorker['allocated']) =>
  partOf<HeldOfWorker['allocated'][number]>(
    {
      id: 'allocated',
      heading: 'Children they worked with',
      about: 'How many, by role, as the latest load has it: not which.',
    },
    [
      ['As', ({ role }) => (role === null ? 'Not recorded' : (ROLE[role as keyof typeof ROLE] ?? role))],
      ['Children', ({ children }) => String(children)],
      ['Now', ({ open }) => String(open)],
      ['First', ({ first }) => dayOr(first)],
      ['Last ended', ({ last }) => dayOr(last)],
    ],
    allocated,
  )

const byMonthPart = (byMonth: HeldOfWorker['byMonth']) =>
  partOf<HeldOfWorker['byMonth'][number]>(
    { id: 'allocated-by-month', heading: 'Work with children that began and ended' },
    [
      ['Month', ({ month }) => monthWords(month)],
      ['Began', ({ began }) => String(began)],
      ['Ended', ({ ended }) => String(ended)],
    ],
    byMonth,
  )

const supervisedPart = (supervised: HeldOfWorker['supervised']) =>
  partOf<HeldOfWorker['supervised'][number]>(
    { id: 'supervisions', heading: 'Supervision' },
    [
      ['Held', ({ on }) => dayOr(on)],
      ['As', ({ as }) => as],
      ['Written up', ({ recordedOn }) => dayOr(recordedOn)],
    ],
    supervised,
  )

const namedInPart = (namedIn: HeldOfWorker['namedIn']) =>
  partOf<HeldOfWorker['namedIn'][number]>(
    { id: 'named-in-records', heading: 'Named in records of children' },
    [
      ['Records', ({ kind }) => capital(TABLE[kind as TableName] ?? kind)],
      ['As', ({ kind, field }) => fieldWords(kind as TableName, field)],
      ['How many', ({ rows }) => String(rows)],
    ],
    namedIn,
  )
