/** Cases that go from social care to early help when they are closed. */
import { countHappened, type Dated, ended, isSo } from '../happened.ts'
import { type NeedEpisode, needEpisodes } from '../histories/children-in-need.ts'
import { earlyHelpByChild } from '../histories/early-help.ts'
import { type History, isUnread } from '../history.ts'
import { measure } from '../measure.ts'

const DAYS_EITHER_SIDE = 28

type Closed = Dated & { readonly episode: NeedEpisode }

const closings = (history: History): Closed[] =>
  history
    .of(needEpisodes)
    .flatMap(episode =>
      episode.until === null ? [] : [{ ...ended(episode.id, episode.personId, episode.from, episode.until), episode }],
    )

export default measure({
  id: 'step-down-to-early-help',
  number: 15,
  name: 'Cases stepped down to early help',
  area: 'early-help',
  unit: '%',
  polarity: 'higher',
  basis: 'completed',
  periods: ['month', 'rolling-year'],
  outOf: 'Episodes of need that were closed in the period',
  counted: 'Closed to early help, or an episode of early help began within 28 days of the closure, before or after',
  leftOut: 'Referrals with no further action; children who died, moved away or went on to adult services',
  rule: 'Calendar days: an episode that began on the 28th day counts',
  source: 'Local; closure RC9 of the DfE Children in Need census',
  marks: ['F', 'D'],
  needs: ['referrals.closedOn', 'referrals.closeReason', 'earlyHelp.startedOn'],
  stateWords: { met: 'Stepped down', late: 'Closed otherwise' },
  count: countHappened(closings, ({ on, episode: { personId, referral } }, { history, window: { asAt } }) => {
    const { closeReason } = referral
    if (isUnread(referral, 'closeReason')) return { leftOut: 'unread' }
    if (closeReason === 'RC2' || closeReason === 'RC5' || closeReason === 'RC6') return null
    const episodes = history.of(earlyHelpByChild).get(personId) ?? []
    const isHelped = episodes.some(({ from }) => Math.abs(from - on) <= DAYS_EITHER_SIDE && from <= asAt)
    return isSo(closeReason === 'RC9' || isHelped)
  }),
  variants: {
    count: { name: 'How many cases were stepped down to early help', unit: '', valued: 'count' },
  },
  examples: [
    {
      that: 'closed to early help, help begun 28 days before, 29 days before, and a child who moved',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC9' },
          { id: 'r2', personId: '2', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC7' },
          { id: 'r3', personId: '3', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC7' },
          { id: 'r4', personId: '4', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC5' },
          { id: 'r5', personId: '5', referredOn: '2016-06-28', closedOn: '2016-06-29', noFurtherAction: true },
        ],
        earlyHelp: [
          { id: 'h2', personId: '2', startedOn: '2016-06-01' },
          { id: 'h3', personId: '3', startedOn: '2016-05-31' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { r1: 'met', r2: 'met', r3: 'late' } },
    },
    {
      that: 'nothing closed in the month is no figure',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-01-04', closedOn: '2016-07-01', closeReason: 'RC9' }],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'help begun after the month is not seen from it',
      variant: 'count',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC7' },
          { id: 'r2', personId: '2', referredOn: '2016-01-04', closedOn: '2016-06-29', closeReason: 'RC9' },
        ],
        earlyHelp: [{ id: 'h1', personId: '1', startedOn: '2016-07-04' }],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 1, denominator: null, value: 1, states: { r1: 'late', r2: 'met' } },
    },
  ],
})
