/** The register as a table to take away: in the council's own columns where the plan came from a document, else in ours. */
import type { Layout, PlanField } from '../intake/plan-reading.ts'
import { shortDay } from '../terms/day.ts'
import { wordIn } from '../terms/word-in.ts'
import { type Action, DELIVERY, IMPACT } from './action.ts'
import { leadNames } from './register.ts'
import type { Objective, Plan } from './plan.ts'

export type Sheet = { headings: string[]; rows: string[][] }

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
  start: ({ action }) => action.timescale.text.split(' - ')[0] ?? '',
  end: ({ action }) => action.timescale.text.split(' - ').slice(1).join(' - '),
  measure: ({ action }) => action.measureText,
  evidence: ({ action }) => action.evidenceText,
  delivery: ({ action }) => DELIVERY[action.delivery],
  impact: ({ action }) => IMPACT[action.impact],
  monitoredBy: ({ action }) => action.monitoredBy,
  cites: ({ action }) => action.citations.map(citation => citation.text).join('; '),
  unmapped: () => '',
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

/** A column that nothing was mapped to gives back the words that were kept from it. */
function cellOf(heading: string, fields: PlanField[], of: InPlan): string {
  const mapped = fields.filter(field => field !== 'unmapped')
  if (mapped.length === 0) return wordIn(of.action.unmapped, heading) ?? ''
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

/** A cell that a spreadsheet would take for a formula is given an apostrophe before it (OWASP, CSV injection: wide signs too). */
export const withoutFormula = (cell: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell)

/** CSV as Excel opens it: a byte order mark, CRLF, every cell in quotes. */
export const csvOf = ({ headings, rows }: Sheet): string =>
  `\ufeff${[headings, ...rows].map(row => row.map(cell => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
