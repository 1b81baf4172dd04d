/** Every kind of record with its rule: how long it is kept from which day, where the rule comes from, how it goes, and who may say otherwise. */
import { addDays, addMonths, type Day } from '../terms/day.ts'

export type Unit = 'years' | 'months' | 'days'

/** `by-review`: the data protection officer looks first. `by-rule`: every day by itself. The others go with what they belong to. */
export const GOES = {
  'by-review': 'After a review',
  'by-rule': 'By itself, every day',
  'at-once': 'At once',
  'with-the-child': 'With the child',
  'with-the-service': 'With the service',
  outside: 'Outside the service',
} as const

/** `length` is null where something else says when it goes. `isOurs`: the council may say another period. */
type KindOf = {
  words: string
  length: number | null
  unit: Unit
  from: string
  source: string
  goes: keyof typeof GOES
  isOurs: boolean
}

/** What is held of children is a copy for measuring: the case file itself is kept by law in the case system. */
export const KIND = {
  children: {
    words: 'All that is held of a child',
    length: 7,
    unit: 'years',
    from: 'the day the council last worked with them',
    source:
      'A copy, so that six full years and the present one can be measured. The case file is kept in the case system: of a looked-after child until the 75th anniversary of their birth (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50)',
    goes: 'by-review',
    isOurs: true,
  },
  reasons: {
    words: 'Reasons given for a child past a clock, and the cases behind figures',
    length: null,
    unit: 'years',
    from: 'the child being disposed of',
    source: 'They are of the child. Cases are worked out anew with every load',
    goes: 'with-the-child',
    isOurs: false,
  },
  meetings: {
    words: 'Performance meetings: their minutes, and the lines of the children who stood in them',
    length: 3,
    unit: 'years',
    from: 'the day of the meeting',
    source:
      'To see what was carried over through a programme; they name workers. Reasons given there stay with the child',
    goes: 'by-review',
    isOurs: true,
  },
  files: {
    words: 'Files of evidence that only those who see every child may open, with their names',
    length: 7,
    unit: 'years',
    from: 'the day they were added',
    source: 'As long as what is held of a child, for they may tell of one. Other files go with the plan',
    goes: 'by-review',
    isOurs: true,
  },
  staff: {
    words: 'E-mail address, means of signing in and saved views of who has left',
    length: 12,
    unit: 'months',
    from: 'the last day of their last post',
    source:
      'Some come back within a year. Their name stays as long as the record does: it says who decided and who looked (UK GDPR, articles 5(1)(e) and 5(2))',
    goes: 'by-review',
    isOurs: true,
  },
  undecided: {
    words: 'Loads that are neither kept nor set aside: their files and rows',
    length: 30,
    unit: 'days',
    from: 'the day they were brought in; they are set aside then',
    source: 'Nobody decided about them, and they hold children’s records',
    goes: 'by-rule',
    isOurs: true,
  },
  staged: {
    words: 'Files and rows of a load that was decided',
    length: null,
    unit: 'days',
    from: 'the load being kept or set aside',
    source: 'Needed only until the load is decided',
    goes: 'at-once',
    isOurs: false,
  },
  problems: {
    words: 'What was wrong in a load, with the words that stood there',
    length: 1,
    unit: 'years',
    from: 'the load being kept or set aside',
    source: 'Long enough to put it right in the case system; the words may be of a child',
    goes: 'by-rule',
    isOurs: true,
  },
  requests: {
    words: 'Requests for access to what is held, and what was left out of each answer',
    length: 3,
    unit: 'years',
    from: 'the day it was answered; sooner, with the child it is about',
    source: 'Long enough for a complaint to the Commissioner and a claim about the answer',
    goes: 'by-rule',
    isOurs: true,
  },
  'signing-in': {
    words:
      'Traces of signing in: ended sessions, tries, used and lapsed invitations and codes, apps and keys that were removed',
    length: 90,
    unit: 'days',
    from: 'the day they ended or were used',
    source: 'Long enough to look into misuse; that somebody signed in stays in the record',
    goes: 'by-rule',
    isOurs: true,
  },
  work: {
    words: 'Finished work of the service, and what went wrong in it',
    length: 1,
    unit: 'years',
    from: 'the day it ended',
    source: 'It holds numbers of loads and no child’s data',
    goes: 'by-rule',
    isOurs: true,
  },
  drafts: {
    words: 'Documents that were read and never kept as a plan or a source',
    length: 1,
    unit: 'years',
    from: 'the day they were brought in',
    source: 'They changed nothing, and may name officers',
    goes: 'by-rule',
    isOurs: true,
  },
  plan: {
    words: 'Sources, the plan, ratings, evidence, figures, packs and minutes of boards',
    length: 10,
    unit: 'years',
    from: 'the end of the programme',
    source: 'The council’s own schedule; they name posts and no children',
    goes: 'with-the-service',
    isOurs: false,
  },
  record: {
    words: 'The record of who did and saw what, and of extracts taken for analysis',
    length: 7,
    unit: 'years',
    from: 'the event',
    source:
      'Limitation Act 1980 and a year. Each event holds the hash of the one before it, so part of it cannot go and the rest still be proved: it goes with the service. It holds numbers, no child’s data',
    goes: 'with-the-service',
    isOurs: false,
  },
  backups: {
    words: 'Backups',
    length: null,
    unit: 'years',
    from: 'the council’s own rule for them says so',
    source: 'Whoever was disposed of is in every backup made before: dispose again after a restore',
    goes: 'outside',
    isOurs: false,
  },
} as const satisfies Record<string, KindOf>
export type Kind = keyof typeof KIND

export const isKind = (name: string): name is Kind => Object.hasOwn(KIND, name)
const kinds = Object.keys(KIND) as Kind[]
export const REVIEWED = ['children', 'meetings', 'files', 'staff'] as const satisfies Kind[]
export type Reviewed = (typeof REVIEWED)[number]
export const BY_RULE = kinds.filter(kind => KIND[kind].goes === 'by-rule')

export type Length = { length: number; unit: Unit }
/** `own` is true where the authority said it. */
export type Period = { kind: Kind; kept: Length | null; own: boolean }

/** What stands of each kind: the latest said, or as it comes. */
export const periodsOf = (said: readonly { kind: string; length: number | null; unit: Unit }[]): Period[] =>
  kinds.map(kind => {
    const last = said.findLast(one => one.kind === kind)
    if (last && last.length !== null) return { kind, kept: { length: last.length, unit: last.unit }, own: true }
    const { length, unit } = KIND[kind]
    return { kind, kept: length === null ? null : { length, unit }, own: false }
  })

/** Days may not be fewer than a month: what is younger is still looked at, and the database clears none of it. */
const RANGE = { years: [1, 150], months: [1, 1200], days: [30, 3660] } as const

/** What is wrong with a length as it was written, or null. */
export function wrongLength(written: string, unit: Unit): string | null {
  const [least, most] = RANGE[unit]
  const length = /^\d{1,4}$/.test(written) ? Number(written) : 0
  return length >= least && length <= most ? null : `Enter whole ${unit}, ${least} to ${most}`
}

export const lengthText = ({ length, unit }: Length): string =>
  `${length} ${length === 1 ? unit.replace(/s$/, '') : unit}`

/** What ended before this day has been kept for as long as it is to be. */
export function keptSince({ length, unit }: Length, today: Day): Day {
  if (unit === 'days') return addDays(today, -length)
  return addMonths(today, unit === 'years' ? -12 * length : -length)
}

export const ruleOf = ({ kind, kept }: Period): string =>
  kept === null ? GOES[KIND[kind].goes] : `${lengthText(kept)} after ${KIND[kind].from}`
