/**
 * Measures of the catalogue whose figures no extract can hold, ready to be entered by hand: what to count, who gives it and how often. An
 * authority takes those it wants and may change every word. Targets are never among them: they are the authority's own.
 */
import type { EnteredMeasure, Frequency } from './entered-measure.ts'
import type { Measure, MeasureArea } from './measure.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'

export type ReadyMade = Pick<
  EnteredMeasure,
  'measure' | 'name' | 'unit' | 'polarity' | 'definition' | 'source' | 'frequency' | 'dueAfterDays'
> & { area: MeasureArea }

/** How often those of the catalogue come, by the measure or the variant, where not every month within 15 days. */
const RHYTHM: Record<string, [Frequency, number]> = {
  'adoption-adm-decision-timely': ['quarter', 20],
  'adoption-pipeline': ['quarter', 20],
  'audit-actions-closed': ['month', 10],
  'audits-completed': ['month', 10],
  'cla-attainment': ['year', 240],
  'complaints-rate': ['quarter', 20],
  'complaints-stage1-in-time': ['quarter', 20],
  'early-help-assessments-started': ['quarter', 15],
  'early-help-outcome-progress': ['quarter', 30],
  'foster-assessment-timely': ['quarter', 20],
  'foster-enquiry-to-approval': ['quarter', 20],
  'iro-escalation-resolved': ['month', 10],
  'lado-timeliness': ['quarter', 20],
  'partner-audit-returns': ['year', 60],
  'recruitment-pipeline': ['month', 10],
  'staff-development-complete': ['quarter', 15],
  'survey-response-rate': ['quarter', 15],
  'survey-response-rate/staff': ['half-year', 30],
}

/** What the catalogue says can be in no extract, in the catalogue's own words. */
const ofCatalogue = ({ id, base, area, name, unit, polarity, counted, outOf, leftOut, source }: Measure): ReadyMade => {
  const [frequency, dueAfterDays] = RHYTHM[id] ?? RHYTHM[base] ?? ['month', 15]
  const definition = `${counted}. Of: ${outOf}.${leftOut === '' ? '' : ` Left out: ${leftOut}.`}`
  return { measure: id, area, name, unit, polarity, frequency, dueAfterDays, definition, source }
}

/** What the catalogue says no extract holds. What the plan itself tells is worked out from it, and not entered. */
export const READY_MADE: readonly ReadyMade[] = WHOLE_CATALOGUE.filter(
  ({ area, needs }) => area !== 'improvement' && needs.some(need => typeof need !== 'string'),
).map(ofCatalogue)

export const findReadyMade = (measure: string): ReadyMade | null =>
  READY_MADE.find(one => one.measure === measure) ?? null
