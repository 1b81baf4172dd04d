/** In place of an action stands the name of another plan, or of a group. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

/** A name and nothing else: up to seven words that end in plan or strategy, or a group's letters alone. */
const OTHER_PLAN = /^(the |see )?([\w&/'’-]+ ){0,6}(plan|strategy)( for [A-Z]\w+)?\.?$/i
const LETTERS = /^[A-Z&]{2,6}( [A-Z&]{2,6}){0,2}\.?$/
const DOING =
  /^(to )?(agree|approve|complete|deliver|develop|draft|embed|finali[sz]e|implement|launch|prepare|produce|publish|refresh|review|revise|roll out|sign off|update|write|create|establish)\b/i

export default planCheck({
  id: 'action-is-another-plan',
  name: 'Another plan in place of an action',
  severity: 'moderate',
  why: 'The board cannot follow what another document promises unless it is told what, and how that plan stands.',
  find: ({ plan }) =>
    askAbout(plan, openActions(plan).filter(namesAnotherPlan), {
      one: action =>
        `Action ${action.ref} says only ${quote(action.text)}: what will be done, and how does that plan stand?`,
      many: (which, actions) =>
        `${capital(which)} name another plan and no work (${names(actions.map(action => action.text))}): what will be done, and how do those plans stand?`,
      because: action => `${action.ref}: ${quote(action.text)}`,
    }),
  examples: [
    { that: "another service's plan", actions: [{ text: 'LAC Service Action plan' }], raises: 1 },
    { that: 'a group', actions: [{ text: 'YOS IAG' }], raises: 1 },
    { that: 'a plan to be written', actions: [{ text: 'Develop the workforce action plan' }], raises: 0 },
    {
      that: 'work under a plan',
      actions: [{ text: 'Recruit eight advanced practitioners under the workforce plan' }],
      raises: 0,
    },
  ],
})

/** Whether the action's words are only the name of another plan or group. */
export function namesAnotherPlan({ text }: { text: string }): boolean {
  const plain = text.replace(/\s+/g, ' ').trim()
  return (OTHER_PLAN.test(plain) || LETTERS.test(plain)) && !DOING.test(plain)
}

const names = (texts: string[]): string => {
  const each = [...new Set(texts.map(text => quote(text, 50)))]
  return each.length > 3 ? `${each.slice(0, 3).join(', ')} and others` : each.join(', ')
}
