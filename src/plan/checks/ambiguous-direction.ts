/** Less of something whose growing may be the sign that the system works. */
import { openActions, promisesIn, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const LESS = /\b(reduc\w+|decreas\w+|fewer|fall|low(er|ering)?|less|minimis\w+)\b/i
/**
 * Signs of people speaking up or of children moving on: where they fall, either there was less cause, or less of what the
 * plan wants. The words after each are what a member would ask.
 */
const SIGNS: [RegExp, string][] = [
  [
    /\bescalations?\b(?! to more serious)/i,
    'fewer because fewer are needed, or because people have stopped escalating',
  ],
  [/\bstepp?(ed|ing)?[- ]down\b/i, 'are children stepping down what the plan wants more of, or less'],
  [/\bstep[- ]up\b/i, 'fewer because fewer children need it, or because risk is missed'],
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
  find: ({ plan }) =>
    openActions(plan).flatMap(action =>
      promisesIn(splitPromises(action.measureText)).flatMap(promise => {
        const sign = SIGNS.find(([pattern]) => pattern.test(promise) && closeAfter(promise, pattern))
        if (!sign) return []
        return [
          {
            where: `action ${action.ref}`,
            actionIds: [action.actionId],
            question: `Action ${action.ref} measures ${quote(promise)}: ${sign[1]}?`,
            because: quote(action.text),
          },
        ]
      }),
    ),
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

/** The sign must stand near after the word for less, as what there is to be less of. */
function closeAfter(promise: string, sign: RegExp): boolean {
  const less = LESS.exec(promise)
  if (!less) return false
  const after = promise.slice(less.index + less[0].length)
  const at = after.search(sign)
  return at >= 0 && after.slice(0, at).trim().split(/\s+/).length <= 9
}
