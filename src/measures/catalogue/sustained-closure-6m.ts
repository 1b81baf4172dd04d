/** Children whose case was closed and who were not referred again within six months. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { Closure } from '../../children/referral.ts'
import { countHappened, type Dated, type Verdict } from '../happened.ts'
import { type NeedEpisode, needEpisodes } from '../histories/children-in-need.ts'
import { familyOf } from '../histories/families.ts'
import { referralDaysOf } from '../histories/referrals.ts'
import { isOpen } from '../histories/span.ts'
import { type History, isUnread } from '../history.ts'
import { measure } from '../measure.ts'

/** Whose going away says nothing of whether the help lasted. */
const LEFT: Partial<Record<Closure, string>> = {
  RC2: 'The child died',
  RC5: 'The child moved to another authority',
  RC6: 'The young person moved on to adult services',
}

/** One closing, belonging to the day on which the six months were over. */
type Closed = Dated & {
  readonly closedOn: DayNumber
  readonly members: readonly string[]
  readonly left: string | null
}

function closings(history: History, memberOf: (personId: string) => string): Closed[] {
  const groups = new Map<string, NeedEpisode[]>()
  for (const episode of history.of(needEpisodes)) {
    const group = groups.get(memberOf(episode.personId))
    if (group) group.push(episode)
    else groups.set(memberOf(episode.personId), [episode])
  }
  return [...groups.values()].flatMap(episodes => {
    const members = [...new Set(episodes.map(({ personId }) => personId))]
    const last = new Map<DayNumber, NeedEpisode>()
    for (const one of episodes)
      if (one.until !== null && !episodes.some(other => isOpen(other, one.until!))) last.set(one.until, one)
    return [...last.values()].map(one => closingOf(history, one, members))
  })
}

function closingOf(history: History, { id, personId, from, until, referral }: NeedEpisode, members: string[]): Closed {
  const closedOn = until!
  const on = monthsAfter(closedOn, 6)
  const child = history.child(personId)
  const died = (child?.diedOn ?? Infinity) <= on ? 'The child died' : null
  const turned = (child?.eighteenOn ?? Infinity) <= on ? 'The young person became 18 within the six months' : null
  const left = isUnread(referral, 'closeReason') ? 'unread' : referral.closeReason && LEFT[referral.closeReason]
  return { id, personId, on, start: from, due: null, done: closedOn, closedOn, members, left: left || died || turned }
}

const ofChildren = (history: History) => closings(history, personId => personId)
const ofFamilies = (history: History) => closings(history, personId => familyOf(history, personId))

/** A referral on the closing day is none after it; one exactly six months later is. */
const wasSustained = ({ closedOn, on, members, left }: Closed, history: History): Verdict => {
  if (left !== null) return { leftOut: left }
  const again = members.some(personId => referralDaysOf(history, personId).some(day => day > closedOn && day <= on))
  return again ? 'late' : 'met'
}

export default measure({
  id: 'sustained-closure-6m',
  number: 8,
  name: 'Children not referred again within six months of closure',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  looksBack: 6,
  outOf: 'Children whose case was closed six months before the period, day by day: six months after closure fall in it',
  counted: 'No new referral in the six months after the case was closed',
  leftOut:
    'Referrals with no further action; children who died, moved away, went on to adult services or became 18 in the six months; children with another case open',
  rule: 'Six months to the date: a referral on that date counts as referred again, one on the closing day does not',
  source: 'Local; the other side of referrals within 12 months',
  marks: ['D'],
  needs: ['referrals.referredOn', 'referrals.closedOn'],
  thresholds: { shape: 'higher', green: 85, amber: 75 },
  stateWords: { met: 'Not referred again', late: 'Referred again' },
  count: countHappened(ofChildren, (one, { history }) => wasSustained(one, history)),
  variants: {
    families: {
      name: 'Families not referred again within six months of closure',
      outOf: 'Families whose last open case was closed six months before the period, day by day',
      counted: 'No new referral of any of the children in the six months after',
      needs: ['referrals.referredOn', 'referrals.closedOn', 'families.familyId'],
      count: countHappened(ofFamilies, (one, { history }) => wasSustained(one, history)),
    },
  },
  examples: [
    {
      that: 'closed on 30 September is counted in March, on 1 October not until April',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-06-01', closedOn: '2015-09-30', closeReason: 'RC7' },
          { id: 'r2', personId: '2', referredOn: '2015-06-01', closedOn: '2015-10-01', closeReason: 'RC7' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 1, value: 100, states: { r1: 'met' } },
    },
    {
      that: 'referred again exactly six months later, the day after, and on the closing day; moved, 18, and died',
      records: {
        people: [
          { id: '5', bornOn: '1998-03-10' },
          { id: '6', bornOn: '2012-01-01', diedOn: '2016-03-10' },
        ],
        referrals: [
          ...['1', '2', '3', '5', '6'].map(id => ({
            id: `r${id}`,
            personId: id,
            referredOn: '2015-06-01',
            closedOn: '2015-09-10',
            closeReason: 'RC7' as const,
          })),
          { id: 'r4', personId: '4', referredOn: '2015-06-01', closedOn: '2015-09-10', closeReason: 'RC5' },
          { id: 'again1', personId: '1', referredOn: '2016-03-10', noFurtherAction: true },
          { id: 'again2', personId: '2', referredOn: '2016-03-11' },
          { id: 'again3', personId: '3', referredOn: '2015-09-10', noFurtherAction: true },
        ],
      },
      at: '2016-03',
      gives: {
        numerator: 2,
        denominator: 3,
        value: 66.7,
        excluded: 3,
        states: { r1: 'late', r2: 'met', r3: 'met', r4: 'excluded', r5: 'excluded', r6: 'excluded' },
      },
    },
    {
      that: 'a family is closed when its last child is, and referred again with any of them',
      variant: 'families',
      records: {
        families: ['1', '2', '3', '4'].map(id => ({ id: `f${id}`, personId: id, familyId: id < '3' ? 'f' : 'g' })),
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-06-01', closedOn: '2015-09-07', closeReason: 'RC7' },
          { id: 'r2', personId: '2', referredOn: '2015-06-01', closedOn: '2015-09-10', closeReason: 'RC7' },
          { id: 'r3', personId: '3', referredOn: '2015-06-01', closedOn: '2015-09-10', closeReason: 'RC7' },
          { id: 'r4', personId: '4', referredOn: '2015-06-01', closedOn: '2015-09-10', closeReason: 'RC7' },
          { id: 'again', personId: '3', referredOn: '2016-01-04' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, value: 50, states: { r2: 'met', r4: 'late' } },
    },
  ],
})
