/** How many section 47 enquiries lead to an initial conference. */
import { countHappened, type Dated, ended, isSo, type Seen, type Verdict } from '../happened.ts'
import { type Enquiry, enquiries } from '../histories/section-47s.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'

type Ended = Dated & { readonly enquiry: Enquiry }

const endedEnquiries = (history: History): Ended[] =>
  history
    .of(enquiries)
    .flatMap(enquiry =>
      enquiry.until === null ? [] : [{ ...ended(enquiry.id, enquiry.personId, enquiry.from, enquiry.until), enquiry }],
    )

function ledToConference({ enquiry, on }: Ended, { window: { asAt } }: Seen): Verdict {
  if (enquiry.isUnread) return { leftOut: 'unread' }
  if (enquiry.from !== null && on < enquiry.from) return { leftOut: 'stopped-before-start' }
  return isSo(enquiry.needsConference || enquiry.conferences.some(held => held.on <= asAt))
}

export default measure({
  id: 's47-to-icpc',
  number: 24,
  name: 'Section 47 enquiries leading to a conference',
  area: 'section-47',
  unit: '%',
  polarity: 'band',
  basis: 'completed',
  periods: ['rolling-year', 'month'],
  outOf: 'Section 47 enquiries that ended in the period',
  counted: 'Ended in the decision to hold an initial conference, or one was held',
  leftOut: 'Enquiries about children who were on a plan already, which are shown apart',
  rule: 'By the day the enquiry ended',
  source: 'Local; Ofsted Annex A, list 5. The band is a default',
  marks: ['D'],
  needs: ['section47s.endedOn', 'section47s.outcomes'],
  thresholds: { shape: 'band', green: [35, 50], amber: [31.5, 55] },
  stateWords: { met: 'Conference', late: 'No conference' },
  count: countHappened(endedEnquiries, (one, seen) => (one.enquiry.wasOnPlan ? null : ledToConference(one, seen))),
  variants: {
    'already-on-plan': {
      name: 'Section 47 enquiries about children on a plan leading to a conference',
      polarity: 'none',
      outOf: 'Section 47 enquiries that ended in the period, about children who were on a plan when they began',
      leftOut: 'Enquiries about children who were not on a plan',
      thresholds: { shape: 'none' },
      count: countHappened(endedEnquiries, (one, seen) => (one.enquiry.wasOnPlan ? ledToConference(one, seen) : null)),
    },
  },
  examples: [
    {
      that: 'by the outcome, by the conference held, neither, and one held after the year',
      records: {
        section47s: [
          { id: 's1', personId: '1', startedOn: '2016-03-01', endedOn: '2016-03-10', outcomes: ['cp-conference'] },
          { id: 's2', personId: '2', startedOn: '2016-03-01', endedOn: '2016-03-10', outcomes: ['other'] },
          { id: 's3', personId: '3', startedOn: '2016-03-01', endedOn: '2016-03-10', outcomes: ['services'] },
          { id: 's4', personId: '4', startedOn: '2016-03-24', endedOn: '2016-03-31' },
          { id: 's5', personId: '5', startedOn: '2016-03-24' },
        ],
        conferences: [
          { id: 'i2', personId: '2', section47Id: 's2', heldOn: '2016-03-31' },
          { id: 'i4', personId: '4', section47Id: 's4', heldOn: '2016-04-01' },
        ],
      },
      at: '2016-03',
      asAt: '2016-04-30',
      gives: { numerator: 2, denominator: 4, value: 50, states: { s1: 'met', s2: 'met', s3: 'late', s4: 'late' } },
    },
    {
      that: 'on a plan that began before it; one that began on the day is not "already"',
      records: {
        section47s: ['1', '2'].map(id => ({
          id: `s${id}`,
          personId: id,
          startedOn: '2016-03-01',
          endedOn: '2016-03-10',
        })),
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-02-29' },
          { id: 'p2', personId: '2', startedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 0, denominator: 1, value: 0, states: { s2: 'late' } },
    },
    {
      that: 'the one on a plan is shown apart',
      variant: 'already-on-plan',
      records: {
        section47s: ['1', '2'].map(id => ({
          id: `s${id}`,
          personId: id,
          startedOn: '2016-03-01',
          endedOn: '2016-03-10',
        })),
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-02-29' }],
      },
      at: '2016-03',
      gives: { numerator: 0, denominator: 1, states: { s1: 'late' } },
    },
  ],
})
