/** The copy of what is held of a child: their records in the order of their life, what was said here, who counted them and who has looked. */
import { chronologyOf } from '../../children/chronology.ts'
import { recordsAt } from '../../children/record-store.ts'
import { latestSnapshot, ROUTE, type Route } from '../../children/snapshot.ts'
import { measureNamed } from '../../measures/catalogue.ts'
import { clockNamed } from '../../measures/clocks.ts'
import { listReasons } from '../../measures/reason-store.ts'
import { REASON } from '../../measures/reason.ts'
import { inWords, momentOf } from '../../people/record-words.ts'
import type { Db } from '../../store/database.ts'
import { listLooks } from '../../store/look.ts'
import { type Day, dayInLondon, longDay } from '../../terms/day.ts'
import { countStaged, findAuthorityName, findChildById, listFiguresOf, listHeldRows, listLoadsOf, listMeetingLines, listMeetingRows, listNamedIn, listNames } from './child-store.ts' // prettier-ignore
import { type Copy, type Part, partOf } from './copy.ts'
import { type HeldRow, keysOf, recordParts, rowsForMachines } from './record-parts.ts'
import { ASKED_BY, type AccessRequest } from './request.ts'
import { heldWords, type Names } from './value-words.ts'

const MOST_LOOKS = 10_000

/** Throws `NotFound` where the child is out of reach or was disposed of. */
export async function copyOfChild(db: Db, request: AccessRequest, today: Day): Promise<Copy> {
  const child = await findChildById(db, request.childId!)
  const own = await listHeldRows(db, child.childId)
  const rows = [...own, ...(await listMeetingRows(db, meetingsIn(own)))]
  const here = await heldHere(db, child.childId)
  const named = await listNamedIn(db, child.personRef)
  const looks = await listLooks(db, child.childId, MOST_LOOKS)
  const chronology = await chronologyPart(db, child)
  const [who, ...records] = recordParts(rows, await namesIn(db, rows))
  return {
    authority: await findAuthorityName(db),
    title: 'What is held of a child',
    facts: [
      ['Child’s number', child.personRef],
      ['Request', request.reference],
      ['Asked by', ASKED_BY[request.askedBy]],
      ['Received', longDay(request.receivedOn)],
      ['Answer due', longDay(request.dueOn)],
      ['Made', longDay(today)],
    ],
    madeOn: today,
    parts: [
      ...(who ? [who] : []),
      ...(chronology.rows.length > 0 ? [chronology] : []),
      ...records,
      ...(named.length > 0 ? [namedPart(named)] : []),
      ...[saidPart(here.reasons), meetingPart(here.lines), figuresPart(here.figures), loadsPart(here.loads), looksPart(looks)].filter(({ rows }) => rows.length > 0), // prettier-ignore
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
    leftOut: [...LEFT_OUT, ...(await stagedWords(db, child.personRef))],
    toLookAt: TO_LOOK_AT,
  }
}

const LEFT_OUT = [
  'The case file itself: it is in the case management system, and a request for it is answered from there. What is here is a copy of some of its facts, kept for measuring.',
  'Names of members of staff who looked: their posts are given.',
  'Whose record it is that names this child as theirs: it is another person’s.',
  'Numbers that only join one record to another, such as of a family group, a meeting or a carer: they are in the file for machines alone.',
  'Files that loads were read from: none is kept.',
  'Whether records are kept from disposal by a legal hold: to say so could harm an inquiry.',
  'Plans, updates, evidence and minutes of boards: they tell of the service, and nobody may name a child in them. They are not searched.',
  'Backups, which hold the same for as long as the council keeps them.',
]
const TO_LOOK_AT = [
  'Other people: names of family members, carers and others are theirs. Take out what tells of them unless they agree or it is reasonable without (Data Protection Act 2018, Schedule 2, paragraph 16). Names of those who worked with the child as professionals may stay (paragraph 17).',
  'Serious harm: take out what would be likely to harm the child or another seriously (Schedule 3, part 3, social work data). Where a parent asks, take out what the child gave in confidence, or did not want told.',
  'Adoption, court reports and what an inquiry or the police asked to keep back have rules of their own (Schedule 3, part 5; Schedule 4).',
  'Who asks: make sure of who they are, and for a parent that they may ask for this child.',
]

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
  figures: await listFiguresOf(db, childId),
  loads: await listLoadsOf(db, childId),
})
type HeldHere = Awaited<ReturnType<typeof heldHere>>

async function chronologyPart(db: Db, child: { childId: number; personRef: string }): Promise<Part> {
  const latest = await latestSnapshot(db)
  const entries = latest
    ? chronologyOf(await recordsAt(db, latest.snapshotId, { childId: child.childId }), child.personRef)
    : []
  return partOf(
    {
      id: 'chronology',
      heading: 'Chronology',
      about: latest ? `What happened, by the records as they stood on ${longDay(latest.asAt)}.` : '',
    },
    [
      ['From', ({ on }) => longDay(on)],
      ['Until', ({ until }) => (until ? longDay(until) : '')],
      ['What', ({ words }) => words],
    ],
    entries.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
  )
}

const namedPart = (named: Awaited<ReturnType<typeof listNamedIn>>) =>
  partOf(
    {
      id: 'named-in',
      heading: 'Named in another person’s record',
      about: 'As the child of a mother who is known to the council.',
    },
    [
      ['Date of birth', ({ bornOn }) => (bornOn ? longDay(bornOn) : 'Not recorded')],
      ['Held here', ({ from, to }) => heldWords(from, to)],
    ],
    named,
  )

const saidPart = (reasons: HeldHere['reasons']) =>
  partOf(
    {
      id: 'said-here',
      heading: 'What was said here',
      about: 'Reasons given by staff for something that was late for the child.',
    },
    [
      ['Said', ({ said }) => longDay(said)],
      ['By', ({ post }) => post ?? ''],
      ['Of', ({ clock, due }) => `${clockNamed(clock)?.name ?? clock}, due ${longDay(due)}`],
      ['Reason', ({ reason }) => REASON[reason] ?? reason],
      ['Note', ({ note }) => note],
      ['Next', ({ nextStep, owner }) => [nextStep, owner].filter(Boolean).join(': ')],
    ],
    reasons.toReversed(),
  )

const meetingPart = (lines: HeldHere['lines']) =>
  partOf(
    { id: 'meetings', heading: 'Talked of in performance meetings', about: 'Lines of closed meetings of teams.' },
    [
      ['Held', ({ heldOn }) => longDay(heldOn)],
      ['Meeting', ({ meeting }) => meeting],
      ['What was late', ({ clock }) => clockNamed(clock)?.name ?? clock],
      ['Due', ({ dueOn }) => longDay(dueOn)],
      ['Days over', ({ daysOver }) => String(daysOver)],
      ['Worker', ({ worker }) => worker],
    ],
    lines,
  )

const figuresPart = (figures: HeldHere['figures']) =>
  partOf(
    {
      id: 'figures',
      heading: 'Counted in',
      about:
        'Figures of the latest count in which something done for the child is one of the cases. Figures are totals: nobody is named in them, and nothing is decided about anybody by them.',
    },
    [
      ['Figure', ({ measure }) => measureNamed(measure)?.name ?? measure],
      ['Cases', ({ cases }) => String(cases)],
    ],
    figures,
  )

const loadsPart = (loads: HeldHere['loads']) =>
  partOf(
    {
      id: 'loads',
      heading: 'Where it came from',
      about: 'Extracts of the case management system that first brought something of the child.',
    },
    [
      ['Records as at', ({ asAt }) => longDay(asAt)],
      ['Brought in', ({ keptAt }) => longDay(dayInLondon(keptAt))],
      ['As', ({ route }) => ROUTE[route as Route]],
      ['Files', ({ files }) => files.map(({ name }) => name).join(', ')],
    ],
    loads,
  )

const looksPart = (looks: Awaited<ReturnType<typeof listLooks>>) =>
  partOf(
    { id: 'looks', heading: 'Who has looked', about: 'Members of staff by their posts, the latest first.' },
    [
      ['When', ({ at }) => momentOf(at)],
      ['Post', ({ post }) => post ?? 'None'],
      ['At what', ({ what, among }) => `${inWords(what)}${among > 1 ? `, among ${among} children` : ''}`],
      ['Why', ({ why }) => why],
    ],
    looks,
  )
