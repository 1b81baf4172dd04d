/** Names by which somebody may ask for a measure beside its id: variants that the catalogue names apart, and the measure's own among its variants. */
import { nearestWord } from '../terms/nearest-word.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import type { Measure } from './measure.ts'

/** What the measure itself is called among its variants: `cpp-long-duration/2y-current`. */
const ITSELF: readonly string[] = [
  'contacts-received/all',
  'front-door-decision-1wd/contact',
  'activity-rate-10k/referrals-rate',
  'child-seen/assessment-seen',
  'population-rate-10k/cin-rate',
  'cpp-second-or-subsequent/ever',
  'cpp-long-duration/2y-current',
  'plan-duration-mean/cin-plan',
  'cpp-reviewed-in-timescale/child',
  'cp-visits-in-timescale/snapshot',
  'cin-visits-in-timescale/snapshot',
  'cin-reviews-in-timescale/snapshot',
  'cla-reviews-in-timescale/child',
  'cla-visits-in-timescale/snapshot',
  'permanence-by-second-review/permanence-plan',
  's20-reviewed/all',
  'health-notified-of-entry/48-hours',
  'rha-up-to-date/clock',
  'cla-health-checks-12m/dental',
  'pathway-plan-in-place/in-place',
  'care-leavers-in-touch/19-21',
  'care-leavers-eet/19-21',
  'care-leavers-suitable-accommodation/19-21',
  'family-finding-wait/9-months',
  'missing-children/children',
  'rhi-72h/all-returns',
  'sw-vacancy-rate/fte',
  'caseload-mean/per-fte',
  'supervision-1to1/month',
  'audits-good-or-better/all',
  'child-participation/cla-review',
  'complaints-stage1-in-time/stage-1',
]

const ALSO_CALLED: ReadonlyMap<string, string> = new Map([
  ...ITSELF.map(name => [name, name.split('/')[0]!] as const),
  ['contacts-to-mash', 'contacts-received/to-mash'],
  ['early-help-offer-accepted', 'early-help-assessments-started/offer-accepted'],
  ['cla-uasc', 'population-rate-10k/cla-uasc'],
  ...['assessments', 's47', 'icpc', 'cpp-starts', 'cla-starts', 'cla-ceased', 'care-applications'].map(
    name => [`${name}-rate-10k`, `activity-rate-10k/${name}-rate`] as const,
  ),
  ['referrals-rate-10k', 'activity-rate-10k'],
  ...['cpp', 'cla'].map(name => [`${name}-rate-10k`, `population-rate-10k/${name}-rate`] as const),
  ['cin-rate-10k', 'population-rate-10k'],
])

/** By its id, or another name of it. Undefined where there is none. */
export function measureCalled(name: string): Measure | undefined {
  const asked = name.trim().toLowerCase()
  const [base, variant] = asked.split('/')
  const apart = variant === undefined ? undefined : ALSO_CALLED.get(variant)
  return (
    measureNamed(asked) ??
    measureNamed(ALSO_CALLED.get(asked) ?? '') ??
    (apart?.split('/')[0] === base ? measureNamed(apart!) : undefined)
  )
}

const MOST_NEAR = 5
/** Fewer letters in common say nothing. */
const ALIKE = 3

/** What may have been meant: those whose words begin most like the words asked for, then the nearest by its letters. */
export function nearMeasureNames(name: string): string[] {
  const asked = wordsOf(name.trim().toLowerCase())
  const all = asked.join('').length
  const alike = WHOLE_CATALOGUE.map(({ id }) => ({ id, letters: lettersAlike(asked, wordsOf(id)) }))
    .filter(({ letters }) => letters > 0 && letters >= all / 2)
    .sort((one, other) => other.letters - one.letters || one.id.length - other.id.length)
    .map(({ id }) => id)
  const ids = WHOLE_CATALOGUE.map(({ id }) => id)
  const nearest = nearestWord(name.trim().toLowerCase(), [...ids, ...ALSO_CALLED.keys()])
  return [...new Set([...alike.slice(0, MOST_NEAR), ...(nearest === null ? [] : [nearest])])].slice(0, MOST_NEAR)
}

const wordsOf = (text: string): string[] => text.split(/[^a-z0-9]+/).filter(word => word.length > 0)

/** Of each word asked for, how many letters from its beginning one of the others has too. */
const lettersAlike = (asked: readonly string[], words: readonly string[]): number =>
  asked.reduce((sum, word) => {
    const most = Math.max(0, ...words.map(other => commonStart(word, other)))
    return most >= Math.min(ALIKE, word.length) ? sum + most : sum
  }, 0)

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}
