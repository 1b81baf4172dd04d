/** Two versions of a plan, or one plan on two days: what was added, changed, moved, or is gone, with the words that changed. */
import { citedLabel } from '../intake/citation.ts'
import { type Day, longDay } from '../terms/day.ts'
import { type Action, DELIVERY, IMPACT } from './action.ts'
import { diffWords, type WordDiff } from './diff-words.ts'
import { type Match, type Matchable, matchWordings } from './match-wordings.ts'
import { allActions, type Objective, type Plan, type Theme } from './plan.ts'
import { containment, readWording, weighWords } from './wording.ts'

/** The parts of an action that are compared, by what a reader calls them. */
export const COMPARED = {
  text: 'Action',
  desiredOutcome: 'Desired outcome',
  lead: 'Lead',
  leadText: 'Lead, in the plan',
  timescale: 'Timescale',
  due: 'Due date',
  nextTest: 'Next test',
  measure: 'How we will measure',
  monitoredBy: 'Monitored by',
  cites: 'Source references',
  evidence: 'Evidence or progress',
  delivery: 'Delivery rating',
  impact: 'Impact rating',
} as const
export type Compared = keyof typeof COMPARED

export type Change = { field: Compared; name: string; before: string; after: string; words: WordDiff }

/** `by` is how the two were known for one action; `moved` says from which theme or reference to which, null where it stayed. */
export type ActionPair = {
  before: Action
  after: Action
  by: Match<Action>['by'] | 'identity'
  similarity: number
  changes: Change[]
  moved: { theme: [string, string] | null; ref: [string, string] | null } | null
}

/** Where the words of one action are now in several, or of several in one: for a person to say whether it is so. */
export type Suggestion = { kind: 'split' | 'merged'; from: Action[]; to: Action[] }

export type PlanComparison = {
  /** Every action of both, in the newer plan's order. */
  pairs: ActionPair[]
  changed: ActionPair[]
  moved: ActionPair[]
  added: Action[]
  gone: Action[]
  suggestions: Suggestion[]
  themes: Match<Theme>[]
  objectives: Match<Objective>[]
}

type By = 'wording' | 'identity'

/** `identity` compares what the store keeps as one action; `wording` is for a version that was read from a document. */
export function comparePlans(before: Plan, after: Plan, by: By = 'wording'): PlanComparison {
  const matched = by === 'identity' ? sameIds(before, after) : matchWordings(matchable(before), matchable(after))
  const place = new Map(allActions(after).map((action, index) => [action, index]))
  const pairs = matched
    .map(match => ({
      ...match,
      changes: changesOf(match.before, match.after, by),
      moved: moveOf(match.before, match.after),
    }))
    .sort((a, b) => place.get(a.after)! - place.get(b.after)!)
  const [kept, found] = [new Set(pairs.map(pair => pair.before)), new Set(pairs.map(pair => pair.after))]
  const gone = allActions(before).filter(action => !kept.has(action))
  const added = allActions(after).filter(action => !found.has(action))
  return {
    pairs,
    changed: pairs.filter(pair => pair.changes.length > 0),
    moved: pairs.filter(pair => pair.moved !== null),
    added,
    gone,
    suggestions: suggestSuccession(pairs, gone, added),
    themes: matchWordings(before.themes.map(themeToMatch), after.themes.map(themeToMatch)),
    objectives: matchWordings(before.themes.flatMap(objectivesToMatch), after.themes.flatMap(objectivesToMatch)),
  }
}

const matchable = (plan: Plan): Matchable<Action>[] =>
  plan.themes.flatMap(theme =>
    theme.actions.map(action => ({
      item: action,
      ref: action.ref,
      group: theme.ref,
      text: action.text,
      also: [action.desiredOutcome, action.leadText, action.timescale.text].join(' '),
    })),
  )

/** A theme keeps its number and often its name; either is enough, so its name is matched with the number beside it. */
const themeToMatch = (theme: Theme): Matchable<Theme> => ({
  item: theme,
  ref: theme.ref,
  group: '',
  text: theme.title,
  also: '',
})

const objectivesToMatch = (theme: Theme): Matchable<Objective>[] =>
  theme.objectives.map(objective => ({
    item: objective,
    ref: objective.ref,
    group: theme.ref,
    text: objective.text,
    also: objective.section,
  }))

function sameIds(before: Plan, after: Plan): Pick<ActionPair, 'before' | 'after' | 'by' | 'similarity'>[] {
  const old = new Map(allActions(before).map(action => [action.actionId, action]))
  return allActions(after).flatMap(action => {
    const was = old.get(action.actionId)
    return was ? [{ before: was, after: action, by: 'identity' as const, similarity: 1 }] : []
  })
}

const moveOf = (before: Action, after: Action): ActionPair['moved'] => {
  const theme = before.themeRef === after.themeRef ? null : ([before.themeRef, after.themeRef] as [string, string])
  const ref = before.ref === after.ref ? null : ([before.ref, after.ref] as [string, string])
  return theme || ref ? { theme, ref } : null
}

/** A document names its leads in words and has no next test; what is kept here has leading posts and both. */
const partsOf = (action: Action, by: By): Record<Compared, string> => ({
  text: action.text,
  desiredOutcome: action.desiredOutcome,
  lead: by === 'identity' ? action.leads.map(lead => lead.title).join(', ') : action.leadText,
  leadText: by === 'identity' ? action.leadText : '',
  timescale: action.timescale.text,
  due: dayOrNone(action.timescale.latest),
  nextTest: by === 'identity' ? dayOrNone(action.timescale.nextTestOn) : '',
  measure: action.measureText,
  monitoredBy: action.monitoredBy,
  cites: action.citations.map(citedLabel).sort().join(', '),
  evidence: action.evidenceText,
  delivery: DELIVERY[action.delivery],
  impact: IMPACT[action.impact],
})

const dayOrNone = (on: Day | null): string => (on === null ? 'None' : longDay(on))

/**
 * What differs but for spaces: a cell that was wrapped otherwise has not changed. Where the timescale is in other words, those tell
 * of the date too.
 */
function changesOf(before: Action, after: Action, by: By): Change[] {
  const [old, now] = [partsOf(before, by), partsOf(after, by)]
  const differs = (field: Compared) => spaced(old[field]) !== spaced(now[field])
  return (Object.keys(COMPARED) as Compared[])
    .filter(field => differs(field) && !(field === 'due' && differs('timescale')))
    .map(field => ({
      field,
      name: COMPARED[field],
      before: old[field],
      after: now[field],
      words: diffWords(old[field], now[field]),
    }))
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How much of a shorter action's words a longer one must hold for the one to be a part of the other, and how many words that is at least. */
const PART = 0.6
const TELLING = 3

function suggestSuccession(pairs: ActionPair[], gone: Action[], added: Action[]): Suggestion[] {
  if (gone.length === 0 && added.length === 0) return []
  const words = new Map(
    [...pairs.flatMap(pair => [pair.before, pair.after]), ...gone, ...added].map(action => [
      action,
      readWording(action.text),
    ]),
  )
  const weights = weighWords([...words.values()])
  const isPartOf = (part: Action, whole: Action) =>
    words.get(part)!.size >= TELLING &&
    words.get(part)!.size < words.get(whole)!.size &&
    containment(words.get(part)!, words.get(whole)!, weights) >= PART
  const splits = [
    ...gone.map(action => ({ whole: action, kept: [] as Action[] })),
    ...pairs.map(wholeOf('before', 'after')),
  ]
    .map(({ whole, kept }) => ({ from: [whole], to: [...kept, ...added.filter(action => isPartOf(action, whole))] }))
    .filter(({ to }) => to.length > 1)
  const merges = [
    ...added.map(action => ({ whole: action, kept: [] as Action[] })),
    ...pairs.map(wholeOf('after', 'before')),
  ]
    .map(({ whole, kept }) => ({ from: [...kept, ...gone.filter(action => isPartOf(action, whole))], to: [whole] }))
    .filter(({ from }) => from.length > 1)
  return [
    ...splits.map(each => ({ kind: 'split' as const, ...each })),
    ...merges.map(each => ({ kind: 'merged' as const, ...each })),
  ]
}

const wholeOf = (whole: 'before' | 'after', kept: 'before' | 'after') => (pair: ActionPair) => ({
  whole: pair[whole],
  kept: [pair[kept]],
})
