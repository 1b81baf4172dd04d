/** Less of something whose growing may be the sign that the system works. */
import type { Action } from '../action.ts'
import { capital } from '../../terms/first-letter.ts'
import { actionRefs, openActions, promisesIn, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { LESS } from '../measure-words.ts'

/**
 * Signs of people speaking up or of children moving on: where they fall, either there was less cause, or less of what the
 * plan wants. The words after each are what a member would ask.
 */
const SIGNS: [RegExp, string][] = [
  [
    /\bescalations?\b(?! to more serious)/i,
    'fewer because fewer are needed, or because people have stopped escalating',
  ],
  [/\bstep(s|ped|ping)?[- ]downs?\b/i, 'are children stepping down what the plan wants more of, or less'],
  [/\bstep[- ]ups?\b/i, 'fewer because fewer children need it, or because risk is missed'],
  [/\bcomplaints?\b/i, 'fewer because children and families are content, or because they do not complain'],
  [
    /\b(challenges?|disputes?|dispute resolutions?|professional disagreements)\b/i,
    'fewer because less is wrong, or because nobody challenges',
  ],
  [
    /\b(disclosures?|whistle ?blowing|reports? of|reported incidents|notifications)\b/i,
    'fewer because less happens, or because less is told',
  ],
  [/\ballegations\b/i, 'fewer because less happens, or because less is told'],
]

export default planCheck({
  id: 'ambiguous-direction',
  name: 'Ambiguous direction',
  severity: 'moderate',
  why: 'Where fewer could be worse, the board may congratulate a service on its silence. The measure must say which way is good, and why.',
  find({ plan }) {
    const found = new Map<string, { actions: Action[]; asks: string }>()
    for (const action of openActions(plan))
      for (const promise of promisesIn(splitPromises(action.measureText))) {
        const sign = SIGNS.find(([pattern]) => isLessOf(promise, pattern))
        if (!sign) continue
        const { actions } = found.get(promise) ?? { actions: [] }
        found.set(promise, { actions: [...actions, action], asks: sign[1] })
      }
    return [...found].map(([promise, { actions, asks }]) => ({
      where: actionRefs(actions),
      actionIds: actions.map(action => action.actionId),
      question: `${capital(actionRefs(actions))} ${actions.length === 1 ? 'measures' : 'measure'} ${quote(promise)}: ${asks}?`,
      because: quote(actions[0]!.text),
    }))
  },
  examples: [
    {
      that: 'fewer escalations',
      actions: [
        { measureText: 'Data demonstrates partner attendance at meetings. Reduction in number of escalations' },
      ],
      raises: 1,
      asks: /stopped escalating/,
    },
    {
      that: 'fewer children stepped down',
      actions: [{ measureText: 'Reduction in the numbers of children who are stepped down within 6 months' }],
      raises: 1,
      asks: /Action 1 measures/,
    },
    { that: 'fewer complaints', actions: [{ measureText: 'There is a reduction in complaints.' }], raises: 1 },
    {
      that: 'more children stepped down',
      actions: [{ measureText: 'Increased % of children stepped down following successful help, from 20% to 35%' }],
      raises: 0,
    },
    {
      that: 'less of what nobody wants',
      actions: [{ measureText: 'Reduction in disrupted placements from 14 to 9' }],
      raises: 0,
    },
  ],
})

/** Promises that run on without a full stop, as cells do: a capital after a small letter begins another. */
const splitPromises = (text: string): string =>
  text.replace(/([a-z]) (?=(Reduction|Reduced|Increase[d]?|Improved|More|Fewer|Good) )/g, '$1\n')

/** How many words may stand between the word for less and what there is to be less of, or between that and `to fall`. */
const [NEAR_AFTER, NEAR_BEFORE] = [9, 3]

function isLessOf(promise: string, sign: RegExp): boolean {
  const [less, what] = [LESS.exec(promise), sign.exec(promise)]
  if (!less || !what) return false
  const between = (from: number, to: number) => promise.slice(from, to).trim().split(/\s+/).filter(Boolean).length
  return less.index < what.index
    ? between(less.index + less[0].length, what.index) <= NEAR_AFTER
    : between(what.index + what[0].length, less.index) <= NEAR_BEFORE
}
