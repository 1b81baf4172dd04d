/** Children who take part in their reviews. */
import type { Participation } from '../../children/participation.ts'
import { countHappened, dated, type Verdict } from '../happened.ts'
import { carePeriods, rowsWithin } from '../histories/care-periods.ts'
import { cpPlans } from '../histories/cp-plans.ts'
import { ageAt, type History, isUnread, numbered } from '../history.ts'
import { rowsOf } from '../../children/records.ts'
import { measure } from '../measure.ts'

type Review = ReturnType<typeof dated> & { readonly personId: string; readonly part: Participation | null; readonly isUnread: boolean } // prettier-ignore

const reviewOf = (id: string, personId: string, on: number, row: { participation: Participation | null; readonly unread: readonly string[] }): Review => ({ ...dated(id, personId, on), personId, part: row.participation, isUnread: row.unread.includes('participation') }) // prettier-ignore

/** One on the day that a child left care and came back is of both periods, and counts once. */
const claReviews = (history: History): Review[] => {
  const found = new Map<string, Review>()
  for (const period of history.of(carePeriods)) {
    if (period.isShortBreaks) continue
    for (const row of rowsWithin(history.records.claReviews, period, ({ heldOn }) => numbered(heldOn)))
      if (row.isCancelled !== true && !isUnread(row, 'heldOn', 'isCancelled'))
        found.set(row.id, reviewOf(row.id, period.personId, numbered(row.heldOn)!, row))
  }
  return [...found.values()]
}

/** Reviews of the authority's own plans. */
const cpReviews = (history: History): Review[] => {
  const own = new Set(history.of(cpPlans).map(({ id }) => id))
  return history.records.cpReviews.flatMap(row => {
    const on = isUnread(row, 'heldOn') ? null : numbered(row.heldOn)
    const isOwn = row.cpPlanId === null ? rowsOf(history.of(cpPlans), row.personId).length > 0 : own.has(row.cpPlanId)
    return on === null || !isOwn ? [] : [reviewOf(row.id, row.personId, on, row)]
  })
}

function tookPart({ personId, on, part, isUnread }: Review, history: History): Verdict {
  const age = ageAt(history.child(personId), on)
  if (part === 'PN0' || (age !== null && age < 4)) return null
  if (isUnread) return { leftOut: 'unread' }
  return part === null || part === 'PN7' ? 'late' : 'met'
}

const inCare = { id: 'e', personId: '1', startedOn: '2014-06-02', startReason: 'S' as const }
const review = (id: string, heldOn: string, participation: Participation | null, more: object = {}) =>
  ({ id, personId: '1', heldOn, participation, ...more }) as const

export default measure({
  id: 'child-participation',
  number: 109,
  name: 'Looked after children who took part in their reviews',
  area: 'voice',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'month'],
  outOf: 'Reviews of looked after children held in the period, of children of four and over',
  counted: 'The child came, or sent views by an advocate or otherwise',
  leftOut:
    'Children under four, and those only in short breaks; cancelled reviews. Nothing recorded is not taking part',
  rule: 'By the day of the review, and the child’s age on it',
  source: 'SSDA903: participation codes PN1 to PN6',
  marks: ['F', 'D'],
  needs: ['claReviews.heldOn', 'claReviews.participation', 'claEpisodes.startedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  stateWords: { met: 'Took part', late: 'Did not' },
  count: countHappened(claReviews, (one, { history }) => tookPart(one, history)),
  variants: {
    'cp-conference': {
      name: 'Children who took part in reviews of their protection plans',
      outOf: 'Child protection review conferences held in the period, of children of four and over',
      leftOut: 'Children under four; plans of other authorities. Nothing recorded is not taking part',
      needs: ['cpReviews.heldOn', 'cpReviews.participation'],
      thresholds: { shape: 'higher', green: 60, amber: 50 },
      count: countHappened(cpReviews, (one, { history }) => tookPart(one, history)),
    },
    'pathway-review': {
      name: 'Young people who took part in reviews of their pathway plans',
      outOf: 'Reviews of pathway plans held in the period',
      needs: [{ notHeld: 'how young people take part in reviews of pathway plans' }],
      count: () => {},
    },
    'chaired-by-child': {
      name: 'Reviews that the child chaired',
      outOf: 'Reviews of looked after children held in the period, of children of four and over',
      counted: 'The child chaired the review',
      needs: [{ notHeld: 'who chairs a review' }],
      thresholds: { shape: 'none' },
      count: () => {},
    },
  },
  examples: [
    {
      that: 'a review on the day that the child left care and came back counts once',
      records: {
        people: [{ id: '1', bornOn: '2005-06-02' }],
        claEpisodes: [
          { ...inCare, ceasedOn: '2016-03-01', ceasedReason: 'E8' },
          { ...inCare, id: 'e2', startedOn: '2016-03-01' },
        ],
        claReviews: [review('a', '2016-03-01', 'PN1')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1 },
    },
    {
      that: 'the fourth birthday counts, the day before does not; sent nothing, not recorded, cancelled',
      records: {
        people: [{ id: '1', bornOn: '2011-06-02' }],
        claEpisodes: [inCare],
        claReviews: [
          review('a', '2015-06-01', 'PN1'),
          review('b', '2015-06-02', 'PN6'),
          review('c', '2015-09-01', 'PN7'),
          review('d', '2015-10-01', null),
          review('e', '2015-11-02', 'PN2', { isCancelled: true }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { b: 'met', c: 'late', d: 'late' } },
    },
    {
      that: 'of our own plans only',
      variant: 'cp-conference',
      records: {
        people: [{ id: '1', bornOn: '2005-06-02' }],
        cpPlans: [
          { id: 'p', personId: '1', startedOn: '2015-05-01' },
          { id: 'o', personId: '1', startedOn: '2015-05-01', isOtherAuthority: true },
        ],
        cpReviews: [
          review('a', '2015-07-01', 'PN5', { cpPlanId: 'p' }),
          review('b', '2015-07-01', 'PN7', { cpPlanId: 'o' }),
          review('c', '2015-12-01', 'PN7', { cpPlanId: 'p' }),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { a: 'met', c: 'late' } },
    },
  ],
})
