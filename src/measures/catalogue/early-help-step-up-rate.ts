/** Early help that is followed by social care. */
import { earlyHelp, type HelpEpisode } from '../histories/early-help.ts'
import { referralDaysOf } from '../histories/referrals.ts'
import { wasOpenIn } from '../histories/span.ts'
import { type Count, measure } from '../measure.ts'

/** By the words of the end reason [D]. */
const STEP_UP = /step\w*[ -]?up|escalat|social care|statutory|cin\b|child protection/i
const DAYS_AFTER = 28

const endsIn = (what: RegExp, { row: { endReason } }: HelpEpisode) => what.test(endReason ?? '')
/** Passed on to another early help service; passed on to social care is stepped up. */
const wasTransferred = (one: HelpEpisode) =>
  endsIn(/boundary/i, one) || (endsIn(/transfer/i, one) && !endsIn(STEP_UP, one))

/** Stepped up in the period, or referred from 0 to 28 days after an end in it (ruling "Step-up window"). */
const stepUps: Count = (history, { from, to, asAt }, take) => {
  for (const one of history.of(earlyHelp)) {
    if (!wasOpenIn(one, from, to)) continue
    const { until, personId } = one
    const hasEnded = until !== null && until >= from && until <= to
    const last = hasEnded ? Math.min(until + DAYS_AFTER, asAt) : 0
    const taken = { ...one, done: hasEnded ? until : null }
    if (hasEnded && wasTransferred(one)) {
      take(taken, 'excluded', 1, 'Transferred because a boundary changed')
      continue
    }
    const isUp =
      hasEnded && (endsIn(STEP_UP, one) || referralDaysOf(history, personId).some(on => on >= until && on <= last))
    take(taken, isUp ? 'met' : 'late')
  }
}

export default measure({
  id: 'early-help-step-up-rate',
  number: 14,
  name: 'Early help stepped up to social care',
  area: 'early-help',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Episodes of early help open at any time in the period',
  counted: 'Ended in the period as stepped up, or the child was referred within 28 days of the end',
  leftOut: 'Those transferred in the period because a boundary changed: they are listed beside',
  rule: 'By the day the episode ended; a referral on that day and up to 28 days after it counts',
  source: 'Local; one council states under 2%. Very low needs an audit as well',
  marks: ['D'],
  needs: ['earlyHelp.startedOn', 'earlyHelp.endedOn', 'earlyHelp.endReason', 'referrals.referredOn'],
  thresholds: { shape: 'lower', green: 2, amber: 4 },
  stateWords: { met: 'Stepped up', late: 'Not stepped up' },
  count: stepUps,
  examples: [
    {
      that: 'by the reason, by a referral 28 days after, one 29 days after, a transfer (left out, in its month), one to social care (stepped up), and one still open',
      records: {
        earlyHelp: [
          {
            id: 'h1',
            personId: '1',
            startedOn: '2016-01-04',
            endedOn: '2016-06-01',
            endReason: 'Stepped up to social care',
          },
          { id: 'h2', personId: '2', startedOn: '2016-01-04', endedOn: '2016-06-01', endReason: 'Outcomes met' },
          { id: 'h3', personId: '3', startedOn: '2016-01-04', endedOn: '2016-06-01', endReason: 'Outcomes met' },
          {
            id: 'h4',
            personId: '4',
            startedOn: '2016-01-04',
            endedOn: '2016-06-01',
            endReason: 'Transfer: boundary change',
          },
          {
            id: 'h7',
            personId: '7',
            startedOn: '2016-01-04',
            endedOn: '2016-06-08',
            endReason: 'Transferred to social care',
          },
          { id: 'h8', personId: '8', startedOn: '2016-01-04', endedOn: '2016-07-04', endReason: 'Boundary change' },
          { id: 'h5', personId: '5', startedOn: '2016-06-30' },
          { id: 'h6', personId: '6', startedOn: '2016-01-04', endedOn: '2016-05-31', endReason: 'Stepped up' },
        ],
        referrals: [
          { id: 'r2', personId: '2', referredOn: '2016-06-29' },
          { id: 'r3', personId: '3', referredOn: '2016-06-30' },
          { id: 'r4', personId: '4', referredOn: '2016-06-02' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 3,
        denominator: 6,
        value: 50,
        excluded: 1,
        states: { h1: 'met', h2: 'met', h3: 'late', h4: 'excluded', h5: 'late', h7: 'met', h8: 'late' },
      },
    },
    {
      that: 'a referral on the day it ended counts, the day before does not, after the month is not seen',
      records: {
        earlyHelp: ['1', '2', '3'].map(id => ({
          id: `h${id}`,
          personId: id,
          startedOn: '2016-01-04',
          endedOn: '2016-06-20',
        })),
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-06-20' },
          { id: 'r2', personId: '2', referredOn: '2016-06-19' },
          { id: 'r3', personId: '3', referredOn: '2016-07-01' },
        ],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 1, denominator: 3, states: { h1: 'met', h2: 'late', h3: 'late' } },
    },
    {
      that: 'a second episode, opened while the first was, counts too',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-01-04', endedOn: '2016-06-20', endReason: 'Outcomes met' },
          { id: 'h2', personId: '1', startedOn: '2016-02-01', endedOn: '2016-06-21', endReason: 'Stepped up' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { h1: 'late', h2: 'met' } },
    },
    {
      that: 'stepped up on the first and the last day of the month, and the day after it',
      records: {
        earlyHelp: ['2016-06-01', '2016-06-30', '2016-07-01'].map((endedOn, at) => ({
          id: `h${at}`,
          personId: `${at}`,
          startedOn: '2016-01-04',
          endedOn,
          endReason: 'Stepped up to social care',
        })),
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 2, denominator: 3, states: { h0: 'met', h1: 'met', h2: 'late' } },
    },
  ],
})
