/** Days that may be working days or calendar days. */
import { allActions } from '../plan.ts'
import { inWords, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { figuresIn } from '../figures.ts'

/** Before a limit, not before a length of work: `within 5 days`, not `two days of training`. */
const LIMIT = /\b(within|in|inside|under|after|than)( an?| the)?\s*$/i

export default planCheck({
  id: 'days-not-said-working',
  name: 'Days without saying working days',
  severity: 'minor',
  why: 'Most statutory clocks run in working days: 45 working days are nine weeks, 45 days are six and a half. Two services counting apart cannot be compared.',
  find({ plan }) {
    const said = allActions(plan).flatMap(action => {
      const words = `${action.text}\n${action.measureText}`
      const days = figuresIn(words).filter(
        ({ unit, text, value, at }) =>
          unit === 'days' && value >= 2 && !/calendar/i.test(text) && LIMIT.test(words.slice(0, at)),
      )
      return days.length > 0 ? [{ action, days: days[0]!.text }] : []
    })
    if (said.length === 0) return []
    const named = inWords(said.map(({ action, days }) => `${quote(days)} in action ${action.ref}`))
    return [
      {
        where:
          said.length === 1
            ? `action ${said[0]!.action.ref}`
            : `actions ${inWords(said.map(({ action }) => action.ref))}`,
        actionIds: said.map(({ action }) => action.actionId),
        question: `Are these working days or calendar days: ${named}?`,
        because: named,
      },
    ]
  },
  examples: [
    {
      that: '45 days',
      actions: [{ measureText: 'Assessments completed within a 45 day time limit, from 70% to 90%' }],
      raises: 1,
      asks: /“45 day”/,
    },
    {
      that: 'two actions are one question',
      actions: [{ measureText: '90% within 5 days' }, { measureText: '80% within 15 days' }],
      raises: 1,
    },
    {
      that: 'days of work',
      actions: [{ measureText: 'Every worker has two days of training, from 40% to 90%' }],
      raises: 0,
    },
    { that: 'working days', actions: [{ measureText: '90% within 45 working days' }], raises: 0 },
    { that: 'hours', actions: [{ measureText: '90% within 72 hours' }], raises: 0 },
  ],
})
