/** `golden-thread plan read FILE`: what a plan's document was found to hold, without keeping any of it. */
import { openDocument } from '../intake/open-document.ts'
import { readPlan } from '../intake/plan-document.ts'
import type { ActionReading, Citation, Layout, PlanReading } from '../intake/plan-reading.ts'
import { PLAN_FIELD } from '../intake/plan-reading.ts'
import { ratingWords } from '../intake/rating-key.ts'
import { UnreadableFile } from '../intake/unreadable-file.ts'
import { command, WrongInput } from './command.ts'

export default command({
  summary: 'Read an improvement plan from a Word, Excel, CSV or text file and show what was found',
  takes: ['FILE'],
  options: {},
  help: 'Keeps nothing. With --json: themes, objectives and actions with every field, the layout, and what a person should look at.',
  async run({ positionals }) {
    const reading = await readPlanFile(positionals[0]!)
    return { json: planAsJson(reading), text: summaryOf(reading), inputIsWrong: reading.themes.length === 0 }
  },
})

/** The plan in a file. Throws `WrongInput` where the file cannot be read, naming it. */
export async function readPlanFile(file: string): Promise<PlanReading> {
  try {
    return readPlan(await openDocument(file))
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WrongInput(`${file}: ${error.message}`)
    throw error
  }
}

/** The reading as the command prints it: words as they stand, dates as ISO, ratings in the words of the document's key. */
export const planAsJson = ({ title, layouts, themes, surroundings, problems }: PlanReading) => ({
  title,
  layout: layouts,
  themes: themes.map(theme => ({
    ref: theme.ref,
    title: theme.title,
    objectives: theme.objectives.map(({ ref, text, section, cites }) => ({
      ref,
      text,
      section,
      cites: cites.map(cited),
    })),
    actions: theme.actions.map(actionAsJson),
  })),
  problems,
  surroundings,
})

const cited = ({ source, ref }: Citation) => ({ source, ref })

const actionAsJson = (action: ActionReading) => ({
  ref: action.ref,
  text: action.text,
  desiredOutcome: action.desiredOutcome,
  leads: action.leads.map(lead => lead.text),
  leadText: action.leadText,
  timescaleText: action.timescaleText,
  timescale: action.timescale,
  ...(action.startText !== null && { startText: action.startText }),
  ...(action.endText !== null && { endText: action.endText }),
  measureText: action.measureText,
  targets: action.targets,
  cites: action.cites.map(cited),
  objective: action.objective,
  delivery: ratingWords(action.delivery),
  impact: ratingWords(action.impact),
  monitoredBy: action.monitoredBy,
  evidenceText: action.evidenceText,
  unmapped: action.unmapped,
  row: action.row,
  partOfRow: action.partOfRow,
  where: action.where,
})

function summaryOf({ file, title, layouts, themes, problems }: PlanReading): string {
  const count = (many: unknown[], one: string) => `${many.length} ${one}${many.length === 1 ? '' : 's'}`
  const actions = themes.flatMap(theme => theme.actions)
  const rows = new Set(actions.map(action => action.row)).size
  const objectives = themes.flatMap(theme => theme.objectives)
  return [
    `${title} (${file})`,
    `${count(themes, 'theme')}, ${count(objectives, 'objective')}, ${count(actions, 'action')} in ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    ...themes.map(
      theme =>
        `  ${theme.ref}  ${theme.title}: ${count(theme.objectives, 'objective')}, ${count(theme.actions, 'action')}`,
    ),
    ...layouts.flatMap(layoutLines),
    ...(problems.length === 0 ? ['Nothing to look at'] : ['', `${count(problems, 'thing')} to look at`]),
    ...problems.map(({ where, problem }) => `  ${where}: ${problem}`),
  ].join('\n')
}

const layoutLines = ({ tables, columns }: Layout): string[] => [
  '',
  `Columns, in ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`,
  ...columns.map(
    ({ heading, fields, confidence, why }) =>
      `  ${heading === '' ? '(no heading)' : heading}: ${fields.map(field => PLAN_FIELD[field]).join(' and ')}, ${Math.round(confidence * 100)}% sure. ${why}`,
  ),
]
