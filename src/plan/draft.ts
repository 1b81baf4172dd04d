/**
 * A plan that was read but not kept: the reading, what a person put right, and which post each named lead is. The same document
 * read again with the same corrections gives the same draft.
 */
import { wordIn } from '../terms/word-in.ts'
import { matchLead } from '../intake/lead.ts'
import type { PlanCorrections } from '../intake/plan-corrections.ts'
import type { ActionReading, Lead, PlanReading, ThemeReading } from '../intake/plan-reading.ts'

/** What a named lead is: a post that is known, a new post under a title, or only words of the plan. */
export type LeadChoice = { postId: number } | { newPost: string } | { words: true }

/** Corrections of the reading, and the choice made for each lead by its words in the document. */
export type DraftCorrections = PlanCorrections & { leads?: Record<string, LeadChoice> }

export type NamedLead = Lead & { actions: number; candidates: { postId: number; title: string }[]; choice: LeadChoice }

export const actionsOf = (reading: PlanReading): { theme: ThemeReading; action: ActionReading }[] =>
  reading.themes.flatMap(theme => theme.actions.map(action => ({ theme, action })))

/** Each lead that the document names, once, most named first, with the posts it may be and what was chosen (or would be, unless changed). */
export function namedLeads(
  reading: PlanReading,
  corrections: DraftCorrections,
  known: { postId: number; title: string }[],
): NamedLead[] {
  const byText = new Map<string, { lead: Lead; actions: number }>()
  for (const { action } of actionsOf(reading))
    for (const lead of action.leads) {
      const named = byText.get(lead.text) ?? { lead, actions: 0 }
      named.actions += 1
      byText.set(lead.text, named)
    }
  return [...byText.values()]
    .sort((a, b) => b.actions - a.actions)
    .map(({ lead, actions }) => {
      const candidates = matchLead(lead, known)
      return {
        ...lead,
        actions,
        candidates,
        choice: wordIn(corrections.leads ?? {}, lead.text) ?? usualChoice(lead, candidates),
      }
    })
}

/** A post of the same name or abbreviation is taken; what names no post or body stays words; anything else would be a new post. */
function usualChoice(lead: Lead, candidates: { postId: number; score: number }[]): LeadChoice {
  const best = candidates[0]
  if (best && best.score >= SURE) return { postId: best.postId }
  return lead.kind === 'unknown' ? { words: true } : { newPost: lead.text }
}
/** From this score a post is taken unless a person says otherwise; below it the review step asks. [D] */
const SURE = 0.9

/** How many of each kind of thing the reading holds, for the top of the page. */
export function countsOf(reading: PlanReading) {
  const actions = actionsOf(reading)
  const cites = [
    ...actions.flatMap(({ action }) => action.cites),
    ...reading.themes.flatMap(theme => theme.objectives.flatMap(objective => objective.cites)),
  ]
  const bySource = new Map<string, number>()
  for (const cite of cites) bySource.set(cite.source, (bySource.get(cite.source) ?? 0) + 1)
  return {
    themes: reading.themes.length,
    objectives: reading.themes.reduce((sum, theme) => sum + theme.objectives.length, 0),
    actions: actions.length,
    rows: new Set(actions.map(({ action }) => action.row)).size,
    citations: [...bySource].sort((a, b) => b[1] - a[1]),
    withoutLead: actions.filter(({ action }) => action.leads.length === 0).length,
    withoutMeasure: actions.filter(({ action }) => action.measureText.trim() === '').length,
    ongoing: actions.filter(({ action }) => action.timescale.kind === 'ongoing' || action.timescale.kind === 'from')
      .length,
  }
}
