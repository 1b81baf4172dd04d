/** The copy of what is held of a child: their records in the order of their life, what was said here, who counted them and who has looked. */
import { chronologyOf } from '../../children/chronology.ts'
import { recordsAt } from '../../children/record-store.ts'
import { latestSnapshot } from '../../children/snapshot.ts'
import { listReasons } from '../../measures/reason-store.ts'
import type { Db } from '../../store/database.ts'
import { listLooks } from '../../store/look.ts'
import type { Day } from '../../terms/day.ts'
import { LEFT_OUT_OF_CHILD, LOOK_AT_OF_CHILD } from './before-handing-over.ts'
import { chronologyPart, countedPart, loadsPart, looksPart, meetingPart, namedPart, saidPart } from './child-parts.ts'
import { countStaged, findAuthorityName, findChildById, listFiguresOf, listHeldRows, listLoadsOf, listMeetingLines, listMeetingRows, listNamedIn, listNames } from './child-store.ts' // prettier-ignore
import { factsOf, type Copy, type Part } from './copy.ts'
import { namedFigures } from './counted-in.ts'
import { type HeldRow, keysOf, recordParts, rowsForMachines } from './record-parts.ts'
import type { AccessRequest } from './request.ts'
import { type Names } from './value-words.ts'

const MOST_LOOKS = 10_000

/** Throws `NotFound` where the child is out of reach or was disposed of. */
export async function copyOfChild(db: Db, request: AccessRequest, today: Day): Promise<Copy> {
  const child = await findChildById(db, request.childId!)
  const own = await listHeldRows(db, child.childId)
  const rows = [...own, ...(await listMeetingRows(db, meetingsIn(own)))]
  const here = await heldHere(db, child.childId)
  const named = await listNamedIn(db, child.personRef)
  const looks = await listLooks(db, child.childId, MOST_LOOKS)
  const chronology = await chronologyOfChild(db, child)
  const [who, ...records] = recordParts(rows, await namesIn(db, rows))
  return {
    authority: await findAuthorityName(db),
    title: 'What is held of a child',
    facts: factsOf(request, today, [['Child’s number', child.personRef]]),
    madeOn: today,
    parts: [
      ...(who ? [who] : []),
      ...chronology,
      ...records,
      ...(named.length > 0 ? [namedPart(named)] : []),
      ...[saidPart(here.reasons), meetingPart(here.lines), countedPart(here.figures), loadsPart(here.loads), looksPart(looks)].filter(({ rows }) => rows.length > 0), // prettier-ignore
    ],
    machine: {
      keys: keysOf(rows),
      records: rowsForMachines(rows),
      namedInAnothersRecord: named,
      reasonsGiven: here.reasons.map(({ childId: _, reasonId: __, by: ___, ...said }) => said),
      linesOfMeetings: here.lines,
      countedBy: here.figures,
      loads: here.loads,
      looks: looks.map(({ name: _, ...look }) => look),
    },
    leftOut: [...LEFT_OUT_OF_CHILD, ...(await stagedWords(db, child.personRef))],
    toLookAt: LOOK_AT_OF_CHILD,
  }
}

async function stagedWords(db: Db, personRef: string): Promise<string[]> {
  const rows = await countStaged(db, personRef)
  return rows === 0 ? [] : [`${rows} rows of a load that nobody has kept yet: look again when it is kept or set aside.`]
}

const MEETINGS: readonly HeldRow['kind'][] = [
  'conferences',
  'cpReviews',
  'strategyDiscussions',
  'coreGroups',
  'claReviews',
]
const meetingsIn = (rows: readonly HeldRow[]): string[] =>
  rows
    .filter(({ kind }) => MEETINGS.includes(kind))
    .flatMap(({ row }) => [row['id'], row['meetingId']].filter(number => typeof number === 'string'))

const WORKERS = ['workerId', 'supervisorId', 'personalAdviserId']

async function namesIn(db: Db, rows: readonly HeldRow[]): Promise<Names> {
  const inFields = (fields: readonly string[]) => [
    ...new Set(rows.flatMap(({ row }) => fields.map(field => row[field]).filter(number => typeof number === 'string'))),
  ]
  return {
    workers: await listNames(db, 'professionals', inFields(WORKERS)),
    teams: await listNames(db, 'teams', inFields(['teamId'])),
  }
}

const heldHere = async (db: Db, childId: number) => ({
  reasons: await listReasons(db, childId),
  lines: await listMeetingLines(db, childId),
  figures: await namedFigures(db, await listFiguresOf(db, childId)),
  loads: await listLoadsOf(db, childId),
})

/** Nothing where the latest load does not have them. */
async function chronologyOfChild(db: Db, child: { childId: number; personRef: string }): Promise<Part[]> {
  const latest = await latestSnapshot(db)
  if (latest === null) return []
  const records = await recordsAt(db, latest.snapshotId, { childId: child.childId })
  const entries = chronologyOf(records, child.personRef)
  return entries.length === 0 ? [] : [chronologyPart(entries, latest.asAt)]
}
