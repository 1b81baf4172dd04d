/** The copy of what is held of somebody who works here, or of a worker whom only the records of children name: without the children. */
import { ROLE as WORKS_AS } from '../../children/involvement.ts'
import type { TableName } from '../../children/records.ts'
import { fieldWords } from '../../children/field-words.ts'
import { TABLE } from '../../children/table-words.ts'
import { measureNamed } from '../../measures/catalogue.ts'
import { BASIS, type Basis } from '../../people/reach.ts'
import { inWords, momentOf } from '../../people/record-words.ts'
import type { Db } from '../../store/database.ts'
import { type Day, longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { ROLE_NAME } from '../../terms/permission.ts'
import { findAuthorityName, listNames } from './child-store.ts'
import { type Copy, type Part, partOf } from './copy.ts'
import { type HeldRow, keysOf, recordParts, rowsForMachines } from './record-parts.ts'
import { ASKED_BY, type AccessRequest } from './request.ts'
import { countNamedIn, findStaff, findWorkerByNumber, listAllocated, listAllocatedByMonth, listDone, listDoneAbout, listFiguresOfWorker, listHoldingsOf, listLooksBy, listRowsThatName, listSavedViewsOf, listSessionsOf, listSignIn, listSupervised, listWorkerRows, listWritten } from './staff-store.ts' // prettier-ignore

/** Of the person, the worker they are in the records, or both. Throws `NotFound`. */
export async function copyOfStaff(db: Db, request: AccessRequest, today: Day): Promise<Copy> {
  const person = request.personId === null ? null : await findStaff(db, request.personId)
  const number = person ? person.workerRef : request.workerRef
  const worker = number === null ? null : await findWorkerByNumber(db, number)
  const here = request.personId === null ? null : await heldHere(db, request.personId)
  const inRecords = worker ? await heldInRecords(db, worker.number, await listWorkerRows(db, worker.number)) : null
  return {
    authority: await findAuthorityName(db),
    title: 'What is held of a member of staff',
    facts: [
      ...(person
        ? ([
            ['Name', person.name],
            ['E-mail', person.email],
          ] as const)
        : []),
      ...(number ? ([['Worker’s number', number]] as const) : []),
      ['Request', request.reference],
      ['Asked by', ASKED_BY[request.askedBy]],
      ['Received', longDay(request.receivedOn)],
      ['Answer due', longDay(request.dueOn)],
      ['Made', longDay(today)],
    ],
    madeOn: today,
    parts: [...(here ? partsHere(here) : []), ...(inRecords ? partsInRecords(inRecords) : [])].filter(
      ({ rows }) => rows.length > 0,
    ),
    machine: {
      ...(person && { person }),
      ...(here && { here }),
      ...(inRecords && {
        keys: keysOf(inRecords.rows),
        records: rowsForMachines(inRecords.rows),
        allocated: inRecords.allocated,
        allocatedByMonth: inRecords.byMonth,
        namedIn: inRecords.namedIn,
        supervisions: inRecords.supervised,
        countedBy: inRecords.figures,
      }),
    },
    leftOut: LEFT_OUT,
    toLookAt: TO_LOOK_AT,
  }
}

const LEFT_OUT = [
  'Which children they worked with or looked at: that is the children’s own. How many, and when, is told.',
  'What they wrote of a child: it is in the child’s record. How often is told.',
  'Secrets by which they sign in, and what one could be tried with.',
  'Who did what about them, such as giving them a post: those are other people. What was done, and when, is told.',
  'Words in which others may name them: plans, minutes and notes are not searched.',
  'What is worked out from the rest: what their posts reach, and the seals of the record.',
  'Backups, which hold the same for as long as the council keeps them.',
]
const TO_LOOK_AT = [
  'Other people: a reason or a note may name a colleague or a child. Take out what is theirs unless they agree or it is reasonable without (Data Protection Act 2018, Schedule 2, paragraph 16).',
  'Inquiries: what would harm one that is under way may be kept back (Schedule 2, paragraphs 2 and 7). So may what tells of plans of management, as long as it would (paragraph 22).',
  'Who asks: make sure that it is they, or somebody whom they sent.',
]

const heldHere = async (db: Db, personId: number) => ({
  holdings: await listHoldingsOf(db, personId),
  signIn: await listSignIn(db, personId),
  sessions: await listSessionsOf(db, personId),
  done: await listDone(db, personId),
  looks: await listLooksBy(db, personId),
  doneAbout: await listDoneAbout(db, personId),
  written: await listWritten(db, personId),
  savedViews: await listSavedViewsOf(db, personId),
  named: (await listRowsThatName(db, personId)).filter(({ table }) => !TOLD_ELSEWHERE.includes(table)),
})
type HeldHere = Awaited<ReturnType<typeof heldHere>>

/** Told row by row above, or worked out from what is. */
const TOLD_ELSEWHERE = ['account', 'authenticator', 'directory_link', 'passkey', 'post_holding', 'reach', 'recovery_code', 'saved_view', 'session'] // prettier-ignore

const heldInRecords = async (db: Db, number: string, rows: HeldRow[]) => ({
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
  figures: await listFiguresOfWorker(db, number),
})
type HeldInRecords = Awaited<ReturnType<typeof heldInRecords>>

const moment = (at: Date | null): string => (at ? momentOf(at) : '')
const dayOr = (on: Day | null): string => (on ? longDay(on) : '')
/** `2026-08` as `August 2026`. */
const monthWords = (month: string): string => longDay(`${month}-01` as Day).slice(2)
const spaced = (name: string): string => capital(name.replaceAll('_', ' '))

const partsHere = (held: HeldHere): Part[] => [
  partOf<HeldHere['holdings'][number]>(
    { id: 'posts', heading: 'Posts' },
    [
      ['Post', ({ title }) => title],
      ['Of', ({ organisation, team, service }) => [organisation, service, team].filter(Boolean).join(', ')],
      ['Role', ({ role }) => (ROLE_NAME as Readonly<Record<string, string>>)[role] ?? role],
      ['From', ({ from }) => longDay(from)],
      ['Until', ({ to }) => dayOr(to)],
      ['How', ({ basis, reason }) => [BASIS[basis as Basis] ?? basis, reason].filter(Boolean).join(': ')],
    ],
    held.holdings,
  ),
  partOf<HeldHere['signIn'][number]>(
    { id: 'sign-in', heading: 'How they sign in', about: 'Without the secrets.' },
    [
      ['With', ({ what, name }) => [what, name].filter(Boolean).join(': ')],
      ['Added', ({ addedAt }) => moment(addedAt)],
      ['Used', ({ usedAt }) => moment(usedAt)],
      ['Ended', ({ endedAt }) => moment(endedAt)],
    ],
    held.signIn,
  ),
  partOf<HeldHere['sessions'][number]>(
    { id: 'sessions', heading: 'Where they are signed in' },
    [
      ['Since', ({ beganAt }) => moment(beganAt)],
      ['Last used', ({ seenAt }) => moment(seenAt)],
      ['Shown', ({ proof }) => inWords(proof)],
      ['From', ({ from }) => from ?? ''],
    ],
    held.sessions,
  ),
  partOf<HeldHere['done'][number]>(
    { id: 'done', heading: 'What they did', about: 'From the record, by day. Looks at children follow.' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ kind }) => inWords(kind)],
      ['About', ({ about }) => inWords(about)],
      ['Times', ({ times }) => String(times)],
      ['From', ({ from }) => from.join(', ')],
    ],
    held.done,
  ),
  partOf<HeldHere['looks'][number]>(
    { id: 'looks', heading: 'Looks at children', about: 'How often and at how many: not at whom.' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['At what', ({ what }) => inWords(what)],
      ['Times', ({ times }) => String(times)],
      ['Children', ({ children }) => String(children)],
    ],
    held.looks,
  ),
  partOf<HeldHere['doneAbout'][number]>(
    { id: 'done-about', heading: 'What was done about them' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ kind }) => inWords(kind)],
      ['Times', ({ times }) => String(times)],
    ],
    held.doneAbout,
  ),
  partOf<HeldHere['written'][number]>(
    { id: 'written', heading: 'What they wrote' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ what }) => what],
      ['Words', ({ words }) => words],
    ],
    held.written,
  ),
  partOf<HeldHere['savedViews'][number]>(
    { id: 'views', heading: 'Saved views' },
    [
      ['Name', ({ name }) => name],
      ['Of', ({ query }) => query],
      ['Saved', ({ savedAt }) => moment(savedAt)],
    ],
    held.savedViews,
  ),
  partOf<HeldHere['named'][number]>(
    {
      id: 'named',
      heading: 'Where else they are named',
      about: 'How many things of each kind say that they added, changed or ended them.',
    },
    [
      ['What', ({ table }) => spaced(table)],
      ['As', ({ column }) => spaced(column)],
      ['Day', ({ on }) => dayOr(on)],
      ['How many', ({ rows }) => String(rows)],
    ],
    held.named,
  ),
]

const partsInRecords = (held: HeldInRecords): Part[] => [
  ...recordParts(held.rows, { workers: new Map(), teams: held.teams }),
  partOf<HeldInRecords['allocated'][number]>(
    {
      id: 'allocated',
      heading: 'Children they worked with',
      about: 'How many, by role, as the latest load has it: not which.',
    },
    [
      ['As', ({ role }) => (role === null ? 'Not recorded' : (WORKS_AS[role as keyof typeof WORKS_AS] ?? role))],
      ['Children', ({ children }) => String(children)],
      ['Now', ({ open }) => String(open)],
      ['First', ({ first }) => dayOr(first)],
      ['Last ended', ({ last }) => dayOr(last)],
    ],
    held.allocated,
  ),
  partOf<HeldInRecords['byMonth'][number]>(
    { id: 'allocated-by-month', heading: 'Work with children that began and ended' },
    [
      ['Month', ({ month }) => monthWords(month)],
      ['Began', ({ began }) => String(began)],
      ['Ended', ({ ended }) => String(ended)],
    ],
    held.byMonth,
  ),
  partOf<HeldInRecords['supervised'][number]>(
    { id: 'supervisions', heading: 'Supervision' },
    [
      ['Held', ({ on }) => dayOr(on)],
      ['As', ({ as }) => as],
      ['Written up', ({ recordedOn }) => dayOr(recordedOn)],
    ],
    held.supervised,
  ),
  partOf<HeldInRecords['namedIn'][number]>(
    { id: 'named-in-records', heading: 'Named in records of children' },
    [
      ['Records', ({ kind }) => capital(TABLE[kind as TableName] ?? kind)],
      ['As', ({ kind, field }) => fieldWords(kind as TableName, field)],
      ['How many', ({ rows }) => String(rows)],
    ],
    held.namedIn,
  ),
  partOf<HeldInRecords['figures'][number]>(
    {
      id: 'figures',
      heading: 'Counted in',
      about: 'Figures of the latest count in which something they did, or should have, is a case.',
    },
    [
      ['Figure', ({ measure }) => measureNamed(measure)?.name ?? measure],
      ['Cases', ({ cases }) => String(cases)],
    ],
    held.figures,
  ),
]
