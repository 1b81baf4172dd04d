/**
 * The impact that an action's evidence speaks for: proposed to whoever rates it, never set by itself, and never worked out from
 * delivery.
 *
 * The rule is ours [D]. Only evidence that speaks of the last six months counts. "Progress made" needs impact for children shown by two
 * kinds of evidence, since one source alone may be chance; one piece that shows impact or progress is "progress starting"; where the
 * newest piece says that things are worse, nothing better than "progress starting" is proposed.
 */
import { addMonths, type Day } from '../terms/day.ts'
import { type Action, type Evidence, EVIDENCE, type Impact, IMPACT } from './action.ts'

const MONTHS = 6

export type ImpactProposal = { impact: Impact; because: string }

/** Null where no evidence speaks of the last six months: then there is nothing to propose from. */
export function proposeImpact(action: Action, asAt: Day): ImpactProposal | null {
  const recent = action.evidence.filter(one => one.speaksOfOn > addMonths(asAt, -MONTHS) && one.speaksOfOn <= asAt)
  if (recent.length === 0) return null
  const impact = impactOf(recent)
  return { impact, because: `${IMPACT[impact]}: ${inWords(recent)}` }
}

function impactOf(recent: Evidence[]): Impact {
  const showing = (shows: Evidence['shows']) => recent.filter(one => one.shows === shows)
  const newest = recent.reduce((one, other) => (other.speaksOfOn > one.speaksOfOn ? other : one))
  const better = showing('impact').length + showing('progress').length
  if (better === 0) return 'none'
  if (newest.shows === 'worse') return 'starting'
  return new Set(showing('impact').map(one => one.kind)).size >= 2 ? 'made' : 'starting'
}

const SAYS = {
  impact: 'shows impact',
  progress: 'shows progress',
  'no-change': 'shows no change',
  worse: 'is worse',
} as const

/** "of 3 pieces of evidence from the last six months, audit shows impact, voice of the child shows progress". */
const inWords = (recent: Evidence[]): string =>
  `of ${recent.length === 1 ? 'one piece' : `${recent.length} pieces`} of evidence from the last six months, ${recent
    .map(one => `${EVIDENCE[one.kind].toLowerCase()} ${SAYS[one.shows]}`)
    .join(', ')}`
