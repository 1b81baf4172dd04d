/** What a person should look at before a plan that was read is kept, row by row and in words that say what to do. */
import { lower } from '../terms/first-letter.ts'
import type { Document } from './document.ts'
import type { ActionReading, Layout, PlanField, PlanReading, RatingReading } from './plan-reading.ts'
import { colourName, colourNamed } from './rating-colour.ts'
import { LONGEST_SHEET_NAME } from './theme-above.ts'
import type { Problem } from '../terms/problem.ts'

export function problemsOf(reading: PlanReading, document: Document): Problem[] {
  const actions = reading.themes.flatMap(theme => theme.actions)
  const columns = new Set(reading.layouts.flatMap(layout => layout.columns.flatMap(column => column.fields)))
  if (actions.length === 0) return [...reading.layouts.flatMap(ofLayout), nothingFound(reading)]
  return [
    ...reading.layouts.flatMap(ofLayout),
    ...reading.themes.flatMap(theme => cutName(theme, document)),
    ...reading.themes.flatMap(sectionsWithSeveral),
    ...reading.themes.flatMap(theme => theme.objectives.flatMap(runTogether)),
    ...sameReference(actions),
    ...actions.flatMap(action => ofAction(action, columns)),
    ...colourWithoutKey(actions, reading.file),
  ]
}

const nothingFound = ({ file }: PlanReading): Problem => ({
  where: file,
  problem:
    'No table of a plan was found: a plan has a row of headings such as Action, Lead, Timescale and How we will measure it. If the plan is in this file, say which row holds its headings',
})

const SURE = 0.6

const ofLayout = ({ columns, tables }: Layout): Problem[] =>
  columns
    .filter(column => column.confidence < SURE && !(column.heading === '' && column.fields.includes('unmapped')))
    .map(column => ({
      where: `${tables[0] ?? ''}, column ${column.column + 1}`,
      problem: column.fields.includes('unmapped')
        ? `The heading "${column.heading}" fits no part of an action (${lower(column.why)}); its cells are kept under it. Say what it holds if it is one`
        : `The heading "${column.heading}" was taken for ${column.fields.join(' and ')} without being sure (${lower(column.why)}). Check it`,
    }))

/** A sheet's name holds 31 characters: the theme's may be longer. */
const cutName = ({ title, where }: PlanReading['themes'][number], { blocks }: Document): Problem[] =>
  blocks.some(
    block =>
      block.kind === 'table' &&
      block.where === where &&
      block.name?.length === LONGEST_SHEET_NAME &&
      block.name.trim() === title,
  )
    ? [
        {
          where,
          problem: `The theme is named after its sheet, and a sheet's name is cut at 31 characters: "${title}" may go on`,
        },
      ]
    : []

function sectionsWithSeveral({ ref, objectives, actions }: PlanReading['themes'][number]): Problem[] {
  const sections = new Map<string, typeof objectives>()
  for (const objective of objectives)
    if (objective.section !== null)
      sections.set(objective.section, [...(sections.get(objective.section) ?? []), objective])
  return [...sections].flatMap(([section, inIt]) => {
    const under = actions.filter(action =>
      inIt.some(objective => objective.ref === action.objective && objective.where !== action.where),
    )
    return inIt.length > 1 && under.length > 0
      ? [
          {
            where: inIt[0]!.where,
            problem: `Theme ${ref}, "${section}" has ${inIt.length} objectives and does not say which each action serves: ${under.length === 1 ? 'its action was' : `its ${under.length} actions were`} placed by what they cite and by their words. Check them`,
          },
        ]
      : []
  })
}

/** A verb with a capital in the middle of an objective, with no stop before it: two may have run together. */
function runTogether({ ref, text, where }: PlanReading['themes'][number]['objectives'][number]): Problem[] {
  const second =
    /[a-z)] ((?:and )?(?:Ensure|Create|Improve|Develop|Establish|Reduce|Deliver|Enhance|Raise|Increase|Implement|Strengthen|Embed|Promote|Review|Maintain|Provide|Support) [a-z].{0,40})/.exec(
      text,
    )
  return second
    ? [{ where, problem: `Objective ${ref} may be two: "${second[1]}" begins with a capital in the middle of it` }]
    : []
}

function sameReference(actions: ActionReading[]): Problem[] {
  const first = new Map<string, ActionReading>()
  return actions.flatMap(action => {
    const before = first.get(action.ref)
    if (!before) first.set(action.ref, action)
    return before
      ? [
          {
            where: action.where,
            problem: `The reference ${action.ref} stands twice, first at ${before.where}. Give one of them another`,
          },
        ]
      : []
  })
}

function ofAction(action: ActionReading, columns: Set<PlanField>): Problem[] {
  const found: string[] = []
  if (action.text === '') found.push('The row has no words for its action')
  if (/^.+\d[b-z]$/.test(action.ref) && action.row > 1 && !action.text.startsWith(action.ref))
    found.push(`The row has no reference of its own and is called ${action.ref} here`)
  if (action.leadText === '' && columns.has('lead')) found.push('No lead is given')
  if (action.timescaleText === '' && (columns.has('timescale') || columns.has('end')))
    found.push('No timescale is given')
  if (action.objective === null && columns.has('objective')) found.push('The cell for its objective is blank')
  if (action.timescale.kind === 'unread') found.push(`The timescale "${action.timescaleText}" was not understood`)
  for (const lead of action.leads)
    if (lead.offered !== null) found.push(`The lead "${lead.text}" may be meant as "${lead.offered}"`)
  for (const heading of Object.keys(action.unmapped))
    if (/^Column \d+$/.test(heading))
      found.push(`Words stand in ${heading.toLowerCase()}, which has no heading: its cells may have slipped`)
  for (const rating of [action.delivery, action.impact]) found.push(...twoRatings(rating))
  const lines = action.leadText.split('\n').length
  if (lines > 1 && action.text.split('\n').length === lines)
    found.push('The action and its leads have as many lines: it may be several actions')
  return found.map(problem => ({ where: action.where, problem: `Action ${action.ref}: ${problem}` }))
}

const twoRatings = (rating: RatingReading | null): string[] => {
  const named = new Set(
    (rating?.text ?? '')
      .split(/[\s/,&]+/)
      .map(colourNamed)
      .filter(name => name !== null),
  )
  return named.size > 1 ? [`The rating holds ${named.size} colours, "${rating!.text}": neither was taken`] : []
}

/** Colours without a key say nothing that can be relied on. */
function colourWithoutKey(actions: ActionReading[], file: string): Problem[] {
  const bare = actions
    .flatMap(action => [action.delivery, action.impact])
    .filter(rating => rating !== null && rating.meaning === null && rating.text === '')
  const names = [...new Set(bare.map(rating => colourName(rating!.colour!)))]
  return bare.length === 0
    ? []
    : [
        {
          where: file,
          problem: `${bare.length} ratings are only a colour (${names.join(', ')}) and the document has no key that says what each means. Say what they stand for`,
        },
      ]
}
