/** Whether the child was seen, and seen alone, in assessments and at visits. */
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { countHappened, dated, type Dated, isSo, type Seen, type Verdict } from '../happened.ts'
import { authorised } from '../histories/assessments.ts'
import { ageAt, type History, isUnread, numbered } from '../history.ts'
import { measure, type VariantGiven } from '../measure.ts'

type Visited = Dated & { readonly personId: string; readonly seenAlone: boolean | null; readonly isUnread: boolean }
type VisitRow = {
  readonly id: string
  readonly personId: string
  readonly visitedOn: Parameters<typeof numbered>[0]
  readonly seenAlone: boolean | null
  readonly unread: readonly string[]
}

const visitsIn = (rows: readonly VisitRow[]): Visited[] =>
  rows.flatMap(row => {
    const on = numbered(row.visitedOn)
    const { id, personId, seenAlone } = row
    return on === null
      ? []
      : [{ ...dated(id, personId, on), personId, seenAlone, isUnread: isUnread(row, 'seenAlone') }]
  })

const cpVisits = ({ records }: History) => visitsIn(records.cpVisits)
const claVisits = ({ records }: History) => visitsIn(records.claVisits)

/** Without those that are another kind of visit as well, by their id (ruling "CIN visits"). */
const cinVisits = ({ records }: History) => {
  const [protection, care] = [rowsBy(records.cpVisits, 'id'), rowsBy(records.claVisits, 'id')]
  return visitsIn(records.cinVisits.filter(({ id }) => !protection.has(id) && !care.has(id)))
}

/** Age on the day; somebody whose birth is not known is taken to be born. */
const isAtLeast = (history: History, personId: string, on: DayNumber, age: number) =>
  (ageAt(history.child(personId), on) ?? age) >= age

/** Blank is not seen alone. Under the age, and before birth, nobody is expected to be. */
function seenAlone(one: Visited, { history, settings }: Seen): Verdict {
  if (!isAtLeast(history, one.personId, one.on, Number(settings.fromAge))) return null
  return one.isUnread ? { leftOut: 'unread' } : isSo(one.seenAlone === true)
}

const ALONE: Partial<VariantGiven> = {
  thresholds: { shape: 'higher', green: 80, amber: 70 },
  counted: 'The child was seen alone; a blank is not',
  leftOut: 'Children under 3, or the age the council sets; children not yet born',
  source: 'Working Together to Safeguard Children; Care Planning Regulations 2010, regulation 29 (to speak in private)',
  marks: ['K', 'D'],
  stateWords: { met: 'Seen alone', late: 'Not seen alone' },
  settings: { fromAge: { words: 'Age from which a child is expected to be seen alone', value: 3, mark: 'D' } },
}

export default measure({
  id: 'child-seen',
  number: 21,
  name: 'Children seen in their assessment',
  area: 'assessment',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Assessments authorised in the period',
  counted: 'The child was seen; a blank is not seen',
  leftOut: 'Children not yet born when the assessment was authorised',
  rule: 'By the day the assessment was authorised',
  source: 'Working Together to Safeguard Children 2013 to 2023: the child is seen',
  marks: ['F', 'D'],
  needs: ['assessments.authorisedOn', 'assessments.childSeen'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Seen', late: 'Not seen' },
  count: countHappened(authorised, (one, { history }) => {
    if (!isAtLeast(history, one.personId, one.on, 0)) return null
    const { assessment } = one
    return isUnread(assessment, 'authorisedOn', 'childSeen')
      ? { leftOut: 'unread' }
      : isSo(assessment.childSeen === true)
  }),
  variants: {
    'assessment-seen-alone': {
      ...ALONE,
      name: 'Children seen alone in their assessment',
      needs: [{ notHeld: 'Whether the child was seen alone in the assessment' }],
      count: () => {},
    },
    'cp-visit-seen-alone': {
      ...ALONE,
      name: 'Visits to children on a plan at which the child was seen alone',
      area: 'protection',
      outOf: 'Visits made in the period to children on a child protection plan',
      rule: 'By the day of the visit',
      needs: ['cpVisits.visitedOn', 'cpVisits.seenAlone'],
      count: countHappened(cpVisits, seenAlone),
    },
    'cla-visit-seen-alone': {
      ...ALONE,
      name: 'Visits to looked after children at which the child was seen alone',
      area: 'looked-after',
      outOf: 'Visits made in the period to looked after children',
      rule: 'By the day of the visit',
      needs: ['claVisits.visitedOn', 'claVisits.seenAlone'],
      count: countHappened(claVisits, seenAlone),
    },
    'cin-visit-seen-alone': {
      ...ALONE,
      name: 'Visits to children in need at which the child was seen alone',
      area: 'need',
      outOf: 'Visits made in the period to children in need, each once',
      rule: 'By the day of the visit',
      needs: ['cinVisits.visitedOn', 'cinVisits.seenAlone'],
      count: countHappened(cinVisits, seenAlone),
    },
  },
  examples: [
    {
      that: 'seen, a blank, and a child born the day after',
      records: {
        people: [
          { id: '3', bornOn: '2016-06-02' },
          { id: '4', bornOn: '2016-06-01' },
        ],
        assessments: [
          { id: 'a1', personId: '1', authorisedOn: '2016-06-01', childSeen: true },
          { id: 'a2', personId: '2', authorisedOn: '2016-06-01' },
          { id: 'a3', personId: '3', authorisedOn: '2016-06-01', childSeen: false },
          { id: 'a4', personId: '4', authorisedOn: '2016-06-01', childSeen: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { a1: 'met', a2: 'late', a4: 'met' } },
    },
    {
      that: 'what could not be read is left out, and one authorised after the month is not of it',
      records: {
        assessments: [
          { id: 'a1', personId: '1', authorisedOn: '2016-06-30', unread: ['childSeen'] },
          { id: 'a2', personId: '2', authorisedOn: '2016-07-01', childSeen: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
    {
      that: 'on the third birthday, and the day before it',
      variant: 'cp-visit-seen-alone',
      records: {
        people: [
          { id: '1', bornOn: '2013-06-01' },
          { id: '2', bornOn: '2013-06-02' },
        ],
        cpVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-06-01', seenAlone: false },
          { id: 'v2', personId: '2', visitedOn: '2016-06-01', seenAlone: false },
          { id: 'v3', personId: '3', visitedOn: '2016-06-01', seenAlone: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, value: 50, states: { v1: 'late', v3: 'met' } },
    },
    {
      that: 'a visit to a looked after child is not one to a child in need as well',
      variant: 'cin-visit-seen-alone',
      records: {
        claVisits: [{ id: 'v1', personId: '1', visitedOn: '2016-06-01', seenAlone: true }],
        cinVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-06-01', seenAlone: true },
          { id: 'v2', personId: '2', visitedOn: '2016-06-01' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, value: 0, states: { v2: 'late' } },
    },
    {
      that: 'the council expects it from four: a child of three is left out',
      variant: 'cla-visit-seen-alone',
      settings: { fromAge: 4 },
      records: {
        people: [{ id: '1', bornOn: '2013-06-01' }],
        claVisits: [
          { id: 'v1', personId: '1', visitedOn: '2016-06-01', seenAlone: true },
          { id: 'v2', personId: '2', visitedOn: '2016-06-01', seenAlone: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 1, value: 100, states: { v2: 'met' } },
    },
  ],
})
