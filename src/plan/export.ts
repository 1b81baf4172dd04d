/** The register as a table to take away: in the council's own columns where the plan came from a document, else in ours. */
import type { Layout, PlanField } from '../intake/plan-reading.ts'
import { shortDay } from '../terms/day.ts'
import { wordIn } from '../terms/word-in.ts'
import type { Sheet } from '../web/sheet.ts'
import { type Action, DELIVERY, IMPACT } from './action.ts'
import { RATING_LEFT } from './rating-words.ts'
import { leadNames } from './register.ts'
import type { Objective, Plan } from './plan.ts'

type InPlan = { action: Action; theme: string; objective: Objective | null }

/** What fills each field of a document's column. */
const CELL: Record<PlanField, (of: InPlan) => string> = {
  ref: ({ action }) => action.ref,
  text: ({ action }) => action.text,
  theme: ({ theme }) => theme,
  objective: ({ objective }) => objective?.text ?? '',
  desiredOutcome: ({ action }) => action.desiredOutcome,
  lead: ({ action }) => leadNames(action).join(' / '),
  timescale: ({ action }) => action.timescale.text,
  start: ({ action }) => action.firstTimescale.startText ?? '',
  end: ({ action }) => endOf(action),
  measure: ({ action }) => action.measureText,
  evidence: ({ action }) => action.evidenceText,
  delivery: ({ action }) =>
    action.ratedOn ? DELIVERY[action.delivery] : (action.unmapped[RATING_LEFT.delivery] ?? ''),
  impact: ({ action }) => (action.ratedOn ? IMPACT[action.impact] : (action.unmapped[RATING_LEFT.impact] ?? '')),
  monitoredBy: ({ action }) => action.monitoredBy,
  cites: ({ action }) => [...new Set(action.citations.map(citation => citation.text))].join('; '),
  unmapped: () => '',
}

/** The document's own end cell; after a revision, what was agreed since, which is when the work now ends. */
function endOf({ firstTimescale, timescale }: Action): string {
  if (timescale.text !== firstTimescale.text) return timescale.text
  const inColumns = typeof firstTimescale.startText === 'string' || typeof firstTimescale.endText === 'string'
  return inColumns ? (firstTimescale.endText ?? '') : timescale.text
}

/** Columns that every export carries after the council's own: what this register knows and a document does not. */
const KEPT_HERE: [string, (of: InPlan) => string][] = [
  ['First timescale', ({ action }) => action.firstTimescale.text],
  ['Delivery rating', ({ action }) => DELIVERY[action.delivery]],
  ['Impact rating', ({ action }) => IMPACT[action.impact]],
  ['Reason for ratings', ({ action }) => action.reason],
  ['Last update', ({ action }) => (action.lastUpdateOn === null ? '' : shortDay(action.lastUpdateOn))],
]

const OWN_COLUMNS: [string, PlanField][] = [
  ['Reference', 'ref'],
  ['Objective', 'objective'],
  ['Action', 'text'],
  ['Desired outcome', 'desiredOutcome'],
  ['Lead', 'lead'],
  ['Timescale', 'timescale'],
  ['How we will measure', 'measure'],
  ['Monitored by', 'monitoredBy'],
  ['Answers', 'cites'],
]

/** The actions as rows under the document's headings, preceded by the theme and followed by what is kept here. */
export function sheetOf(plan: Plan, actions: Action[], layout: Layout | null): Sheet {
  const own: [string, (of: InPlan) => string][] = layout
    ? layout.columns.map(column => [column.heading, of => cellOf(column.heading, column.fields, of)])
    : OWN_COLUMNS.map(([heading, field]) => [heading, CELL[field]])
  const columns: [string, (of: InPlan) => string][] = [['Theme', of => of.theme], ...own, ...KEPT_HERE]
  const places = placesOf(plan)
  return {
    headings: columns.map(([heading]) => heading),
    rows: actions.map(action => {
      const of: InPlan = { action, ...places.get(action.actionId)! }
      return columns.map(([, cell]) => cell(of))
    }),
  }
}

/** A column whose words were kept whole gives them back: nothing was mapped to it, or what was read from it does not say all it says. */
function cellOf(heading: string, fields: PlanField[], of: InPlan): string {
  const whole = wordIn(of.action.unmapped, heading)
  if (whole) return whole
  const mapped = fields.filter(field => field !== 'unmapped')
  return [...new Set(mapped.map(field => CELL[field](of)))].filter(Boolean).join('\n')
}

function placesOf(plan: Plan): Map<number, Omit<InPlan, 'action'>> {
  const places = new Map<number, Omit<InPlan, 'action'>>()
  for (const theme of plan.themes)
    for (const action of theme.actions)
      places.set(action.actionId, {
        theme: `${theme.ref} ${theme.title}`.trim(),
        objective: theme.objectives.find(objective => objective.objectiveId === action.objectiveId) ?? null,
      })
  return places
}
