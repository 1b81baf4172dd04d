/** How a plan check words its questions: the words of the plan in quotation marks, actions by their references, many rows in one question. */
import { countInWords } from '../terms/count-words.ts'
import type { Action } from './action.ts'
import type { Question } from './check.ts'
import type { Plan } from './plan.ts'
import { allActions } from './plan.ts'

/** The plan's words in quotation marks, on one line, cut after a whole word where they are long. */
export function quote(text: string, longest = 140): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s;,:`]+$/, '')
  if (plain.length <= longest) return `“${plain}”`
  return `“${plain.slice(0, plain.lastIndexOf(' ', longest)).replace(/[\s,;:.]+$/, '')} …”`
}

/** `action 3`, `actions 3 and 5`, `actions 3, 5 and 9`. */
export const actionRefs = (actions: Action[]): string =>
  `${actions.length === 1 ? 'action' : 'actions'} ${inWords(actions.map(action => action.ref))}`

/** `a, b and c` */
export const inWords = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** References with their runs drawn together: `1, 2, 7 to 10 and 14`, `5.3.1 to 5.3.5`. */
export function refsInWords(refs: string[]): string {
  const runs: string[][] = []
  for (const ref of refs) {
    const run = runs.at(-1)
    if (run && follows(run.at(-1)!, ref)) run.push(ref)
    else runs.push([ref])
  }
  return inWords(runs.flatMap(run => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run)))
}

function follows(before: string, after: string): boolean {
  const [one, other] = [before, after].map(ref => /^(.*?)(\d+)$/.exec(ref))
  return one != null && other != null && one[1] === other[1] && Number(other[2]) === Number(one[2]) + 1
}

/** `theme 1: 3, 4 and 7; theme 2: 15`; the references alone where they tell the theme themselves (`2.4`) or all are of one. */
export function refsByTheme(plan: Plan, actions: Action[]): string {
  const named = new Set(actions)
  const themes = plan.themes
    .map(theme => ({ theme, refs: theme.actions.filter(action => named.has(action)).map(action => action.ref) }))
    .filter(({ refs }) => refs.length > 0)
  const tell = themes.every(({ theme, refs }) => refs.every(ref => ref.startsWith(`${theme.ref}.`)))
  if (tell || themes.length < 2) return refsInWords(themes.flatMap(({ refs }) => refs))
  return themes.map(({ theme, refs }) => `theme ${theme.ref}: ${refsInWords(refs)}`).join('; ')
}

/** What to ask about actions with the same weakness: one sentence for one, one for each of two, one for all of more. */
export type Asking = {
  /** About one action. */
  one: (action: Action) => string
  /** About many: `which` names how many and which, as `41 actions (theme 1: 3, 5; theme 2: 15)` or `five actions (1.8, 2.2 to 2.4 and 5.8)`. */
  many: (which: string, actions: Action[]) => string
  because: (action: Action) => string
}

const FEW = 2

/** One question an action where there are one or two, one question over all of them where there are more: a board has an hour. */
export function askAbout(plan: Plan, actions: Action[], asking: Asking): Question[] {
  if (actions.length <= FEW)
    return actions.map(action => ({
      where: `action ${action.ref}`,
      actionIds: [action.actionId],
      question: asking.one(action),
      because: asking.because(action),
    }))
  const because = [...new Set(actions.map(asking.because))]
  return [
    {
      where: actionRefs(actions),
      actionIds: actions.map(action => action.actionId),
      question: asking.many(`${countInWords(actions.length)} actions (${refsByTheme(plan, actions)})`, actions),
      because: because.length > 3 ? `${because.slice(0, 3).join('; ')}; and others` : because.join('; '),
    },
  ]
}

/** The plan's actions that are not yet completed. */
export const openActions = (plan: Plan): Action[] => allActions(plan).filter(action => action.delivery !== 'completed')

/** Text cut into the promises it is made of: its lines, its sentences, and what semicolons part. */
export const promisesIn = (text: string): string[] =>
  text
    .split(/\n+|;|(?<=[a-z0-9%)])\.(?=\s+[A-Z])/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '')
