/** A looked after child is visited, as often as regulation 28 says for the placement. */
import { monthsAfter, type DayNumber } from '../../terms/day-number.ts'
import { after, type Counting } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'
import type { Facts } from '../clock-facts.ts'

export default clock({
  id: 'cla-visit',
  name: 'Visit to a looked after child',
  area: 'looked-after',
  starts: 'Start of the placement',
  stops: 'Visit at which the child was seen',
  rule: 'Within a week of the placement; then every six weeks, and every three months after a year in a placement that is to last until 18. Weekly, four-weekly or six-weekly for the placements regulation 28(3) and (4) name',
  due: (facts, by) => (facts.lastVisitOn == null ? firstVisit(facts) : nextVisit(facts, facts.lastVisitOn, by)),
  asks: ['lastVisitOn', 'placement', 'firstReviewOn', 'careOrderOn', 'untilEighteen', 'every'],
  standing: 'statutory',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  marks: ['F', 'D', 'K'],
  then: 'itself',
  heldAs: 'lastVisitOn',
  restarts:
    'A placement with another carer (episode reason S, P or B). A change of status, and a temporary placement, do not restart it',
  edges: [
    'A child who is missing, in custody or in hospital is still due a visit; an attempt is not one',
    "A visit by somebody who is not the council's representative does not stop it",
    'Placed for adoption: the adoption visit rule',
    'Placed with parents under a full care order: within a week of the order or the placement, whichever is later',
    'Asked for by the child or carer: as soon as is reasonable (regulation 28(7))',
  ],
  examples: [
    { that: 'a week, to Christmas Day', starts: '2015-12-18', due: '2015-12-25', arrangeBy: '2015-12-24' },
    { that: 'six weeks after a visit', starts: '2016-01-04', due: '2016-03-31', given: { lastVisitOn: '2016-02-18' } },
    {
      that: 'a visit in the placement before is none in this',
      starts: '2016-03-01',
      due: '2016-03-08',
      given: { lastVisitOn: '2016-02-18' },
    },
    {
      that: 'a year in, to last until 18: three months',
      starts: '2014-12-01',
      due: '2016-03-20',
      given: { lastVisitOn: '2015-12-20', untilEighteen: true },
    },
    {
      that: 'a year in, not to last until 18',
      starts: '2014-12-01',
      due: '2016-01-31',
      given: { lastVisitOn: '2015-12-20' },
    },
    {
      that: 'six weeks that end on the first anniversary',
      starts: '2015-01-31',
      due: '2016-01-31',
      given: { lastVisitOn: '2015-12-20', untilEighteen: true },
    },
    {
      that: 'six weeks that end the day after it',
      starts: '2015-01-30',
      due: '2016-03-20',
      given: { lastVisitOn: '2015-12-20', untilEighteen: true },
    },
    {
      that: 'with a parent under an interim order, before the first review',
      starts: '2016-03-07',
      due: '2016-03-28',
      given: { placement: 'parent-interim-order', lastVisitOn: '2016-03-21' },
    },
    {
      that: 'and after it',
      starts: '2016-03-07',
      due: '2016-05-02',
      given: { placement: 'parent-interim-order', lastVisitOn: '2016-04-04', firstReviewOn: '2016-04-01' },
      arrangeBy: '2016-04-29',
    },
    {
      that: 'with a parent before the assessment, after the first review',
      starts: '2016-03-07',
      due: '2016-05-16',
      given: { placement: 'parent-before-assessment', lastVisitOn: '2016-04-04', firstReviewOn: '2016-04-01' },
    },
    {
      that: 'visited on the day of the first review',
      starts: '2016-03-07',
      due: '2016-04-29',
      given: { placement: 'connected-person', lastVisitOn: '2016-04-01', firstReviewOn: '2016-04-01' },
    },
    {
      that: 'the first review is held within the week after a visit',
      starts: '2016-03-07',
      due: '2016-04-25',
      given: { placement: 'parent-interim-order', lastVisitOn: '2016-03-28', firstReviewOn: '2016-04-01' },
    },
    {
      that: 'the week had passed before the first review',
      starts: '2016-03-07',
      due: '2016-03-28',
      given: { placement: 'parent-interim-order', lastVisitOn: '2016-03-21', firstReviewOn: '2016-04-01' },
    },
    {
      that: 'with parents under a full order: six weeks in every year',
      starts: '2014-12-01',
      due: '2016-01-31',
      given: { placement: 'parent-full-order', lastVisitOn: '2015-12-20', untilEighteen: true },
    },
    {
      that: 'with parents under a full order made later',
      starts: '2016-03-07',
      due: '2016-03-28',
      given: { placement: 'parent-full-order', careOrderOn: '2016-03-21' },
    },
    {
      that: 'fewer visits agreed with the child',
      starts: '2014-12-01',
      due: '2016-06-20',
      given: { lastVisitOn: '2015-12-20', untilEighteen: true, every: '6 months' },
    },
  ],
})

/** Regulation 28(2)(a), and 28(5) for a full care order. */
function firstVisit({ start, placement, careOrderOn }: Facts): DayNumber {
  return (placement === 'parent-full-order' ? Math.max(start, careOrderOn ?? start) : start) + WEEK
}

/**
 * A gap that ends after the first anniversary of the placement takes the longer limit, and so does one in which the first review was held before
 * the week was over. With parents under a full order it is six weeks however long it lasts: regulation 28(5)(b).
 */
function nextVisit(facts: Facts, lastVisitOn: DayNumber, by: Counting): DayNumber | null {
  const { start, placement = 'other', firstReviewOn, untilEighteen, every } = facts
  if (lastVisitOn < start) return firstVisit(facts)
  if (every) return after(lastVisitOn, every, by)
  const isReviewed = firstReviewOn != null && firstReviewOn <= lastVisitOn + WEEK
  if (placement === 'connected-person' || placement === 'parent-interim-order')
    return lastVisitOn + (isReviewed ? FOUR_WEEKS : WEEK)
  if (placement === 'parent-before-assessment') return lastVisitOn + (isReviewed ? SIX_WEEKS : WEEK)
  const inSixWeeks = lastVisitOn + SIX_WEEKS
  return untilEighteen && placement === 'other' && inSixWeeks > monthsAfter(start, 12)
    ? monthsAfter(lastVisitOn, 3)
    : inSixWeeks
}

const WEEK = 7
const FOUR_WEEKS = 28
const SIX_WEEKS = 42
