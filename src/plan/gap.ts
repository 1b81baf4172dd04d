/** Gaps in the golden thread: the links that are missing, in words for the board. */
import { countInWords } from '../terms/count-words.ts'
import { type Action, type Evidence, isLate } from './action.ts'
import { capital } from '../terms/first-letter.ts'
import type { CitationState } from './citation.ts'
import type { Coverage } from './coverage.ts'
import { hasCountableMeasure, hasMeasure } from './measure-words.ts'
import type { Objective, Plan } from './plan.ts'
import type { Citation } from '../intake/plan-reading.ts'

/** A missing link: which one, and how to say it. `actions` are those it is about; none where the finding itself is. */
export type Gap = { kind: GapKind; words: string; actions: Action[] }
export type GapKind =
  | 'unanswered'
  | 'objective-only'
  | 'objective-without-actions'
  | 'no-measure'
  | 'nothing-to-count'
  | 'late'
  | 'no-evidence'
  | 'completed-without-impact'
  | 'impact-without-evidence'
  | 'answers-nothing'
  | 'points-nowhere'

/** Evidence that speaks of children being better off, or of progress towards it. */
export const impactEvidence = (action: Action): Evidence[] =>
  action.evidence.filter(({ shows }) => shows === 'impact' || shows === 'progress')

export function gapsOfAction(action: Action, plan: Plan): Gap[] {
  const gap = (kind: GapKind, words: string): Gap[] => [{ kind, words, actions: [action] }]
  const proven = impactEvidence(action).length > 0
  return [
    ...(hasMeasure(action) ? [] : gap('no-measure', 'No measure')),
    ...(hasMeasure(action) && !hasCountableMeasure(action)
      ? gap('nothing-to-count', 'A measure with nothing to count')
      : []),
    ...(isLate(action, plan.asAt) ? gap('late', 'Late') : []),
    ...(action.delivery === 'completed' && action.impact === 'none'
      ? gap('completed-without-impact', 'Completed, but no impact for children yet')
      : []),
    ...(action.delivery === 'completed' && action.impact !== 'none' && !proven
      ? gap('no-evidence', 'Completed, but no evidence of impact')
      : []),
    ...(action.delivery !== 'completed' && action.impact !== 'none' && !proven
      ? gap('impact-without-evidence', 'Impact claimed, but no evidence of it')
      : []),
  ]
}

export function gapsOfFinding(
  coverage: Coverage,
  objectives: { objective: Objective; actions: unknown[] }[],
  actions: { action: Action; gaps: Gap[] }[],
): Gap[] {
  const own = (kind: GapKind, words: string): Gap => ({ kind, words, actions: [] })
  const gaps: Gap[] = []
  if (coverage === 'none') gaps.push(own('unanswered', 'No action or objective cites this finding'))
  if (coverage === 'objective') gaps.push(own('objective-only', 'No action cites this finding, only an objective does'))
  for (const { objective, actions: under } of objectives) {
    if (under.length > 0) continue
    gaps.push(own('objective-without-actions', `No action stands under objective ${objective.ref}`))
  }
  const kinds: [GapKind, string][] = [
    ['no-measure', 'no measure'],
    ['nothing-to-count', 'no measure that can be counted'],
    ['late', 'passed the agreed date'],
    ['completed-without-impact', 'been completed without impact'],
    ['no-evidence', 'been completed without evidence of impact'],
    ['impact-without-evidence', 'impact claimed without evidence'],
  ]
  for (const [kind, words] of kinds) {
    const concerned = actions.filter(strand => strand.gaps.some(gap => gap.kind === kind)).map(strand => strand.action)
    if (concerned.length === 0) continue
    gaps.push({ kind, words: `${howMany(concerned.length, actions.length)} ${words}`, actions: concerned })
  }
  return gaps
}

export function gapsUpwards(action: Action, cited: { state: CitationState; citation: Citation }[]): Gap[] {
  const gaps: Gap[] = cited
    .filter(each => each.state === 'points-nowhere')
    .map(({ citation }) => ({
      kind: 'points-nowhere',
      words: `${citation.source} has no ${citation.ref}`,
      actions: [action],
    }))
  if (cited.length === 0) gaps.push({ kind: 'answers-nothing', words: 'Cites no finding', actions: [action] })
  return gaps
}

/** `The action has`, `Both actions have`, `Two of three actions have`. */
function howMany(count: number, of: number): string {
  if (of === 1) return 'The action has'
  if (count === of) return of === 2 ? 'Both actions have' : `All ${countInWords(of)} actions have`
  return `${capital(countInWords(count))} of ${countInWords(of)} actions ${count === 1 ? 'has' : 'have'}`
}
