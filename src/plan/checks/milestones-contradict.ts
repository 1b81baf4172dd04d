/** Two rows set different figures for the same thing on the same date. */
import { longDay } from '../../terms/day.ts'
import type { Target } from '../../intake/plan-reading.ts'
import type { Action } from '../action.ts'
import { openActions, promisesIn } from '../asking.ts'
import { planCheck } from '../check.ts'
import { readWording, sharedWords, similarity, weighWords, type Wording } from '../wording.ts'

const ALIKE = 0.5

export default planCheck({
  id: 'milestones-contradict',
  name: 'Milestones that contradict each other',
  severity: 'serious',
  why: 'When two rows promise different figures for one date, the easier one will be reported.',
  find({ plan }) {
    const dated = openActions(plan).flatMap(datedTargets)
    const weights = weighWords(dated.map(({ wording }) => wording))
    const asked = new Set<string>()
    return dated.flatMap((one, index) =>
      dated.slice(index + 1).flatMap(other => {
        const pair = `${one.action.ref} ${other.action.ref}`
        if (one.action === other.action || asked.has(pair)) return []
        if (one.target.dueOn !== other.target.dueOn || one.target.unit !== other.target.unit) return []
        if (one.target.value === other.target.value || one.target.bound !== other.target.bound) return []
        if (sharedWords(one.wording, other.wording, weights).length < 2) return []
        if (similarity(one.wording, other.wording, weights) < ALIKE) return []
        asked.add(pair)
        return [
          {
            where: `actions ${one.action.ref} and ${other.action.ref}`,
            actionIds: [one.action.actionId, other.action.actionId],
            question: `For ${longDay(one.target.dueOn!)} action ${one.action.ref} promises ${figure(one.target)} and action ${other.action.ref} ${figure(other.target)} of what seems the same: which holds?`,
            because: `${one.action.ref}: “${one.subject}”; ${other.action.ref}: “${other.subject}”`,
          },
        ]
      }),
    )
  },
  examples: [
    {
      that: 'audits at 50% and at 80% for one month',
      actions: [
        {
          measureText: 'Percentage of work judged good or better - 50% by the end of September 2027',
          targets: [{ text: '50% by the end of September 2027', value: 50, unit: '%', dueOn: '2027-09-30' as never }],
          by: '2027-12-31',
        },
        {
          measureText: 'Percentage of work judged good or better - 80% by the end of September 2027',
          targets: [{ text: '80% by the end of September 2027', value: 80, unit: '%', dueOn: '2027-09-30' as never }],
          by: '2027-12-31',
        },
      ],
      raises: 1,
      asks: /action 1 promises 50% and action 2 80%/,
    },
    {
      that: 'the same series in two rows',
      actions: [1, 2].map(() => ({
        measureText: 'Percentage of work judged good or better - 50% by September 2027',
        targets: [{ text: '50% by September 2027', value: 50, unit: '%', dueOn: '2027-09-30' as never }],
        by: '2027-12-31',
      })),
      raises: 0,
    },
    {
      that: 'different things for one month',
      actions: [
        {
          measureText: 'Percentage of work judged good or better - 50% by September 2027',
          targets: [{ text: '50% by September 2027', value: 50, unit: '%', dueOn: '2027-09-30' as never }],
          by: '2027-12-31',
        },
        {
          measureText: 'Health passports issued to care leavers - 95% by September 2027',
          targets: [{ text: '95% by September 2027', value: 95, unit: '%', dueOn: '2027-09-30' as never }],
          by: '2027-12-31',
        },
      ],
      raises: 0,
    },
  ],
})

type Dated = { action: Action; target: Target; subject: string; wording: Wording }

/** The dated targets of the series that holds now: one that was revised is history. */
function datedTargets(action: Action): Dated[] {
  const last = action.targets.at(-1)?.series
  return action.targets
    .filter(target => target.dueOn !== null && target.value !== null && target.series === last)
    .map(target => {
      const subject = subjectOf(action, target)
      return { action, target, subject, wording: readWording(subject) }
    })
}

/** What the target is a target of: the promise it stands in, or the line above where it stands alone. */
function subjectOf({ measureText, evidenceText }: Action, target: Target): string {
  const promises = promisesIn(`${measureText}\n${evidenceText}`)
  const at = promises.findIndex(promise => promise.includes(target.text.replace(/\s+/g, ' ').trim()))
  const own = (promises[at] ?? measureText).slice(0, 200)
  return readWording(own.replace(target.text, '')).size >= 2 ? own : `${promises[at - 1] ?? ''} ${own}`.trim()
}

const figure = ({ value, unit }: Target): string => `${value}${unit === '%' ? '%' : unit ? ` ${unit}` : ''}`
