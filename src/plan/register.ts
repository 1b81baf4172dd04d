/** The register: all actions of a plan, narrowed, searched and put in order by what the address asks for. */
import { type Day, daysBetween, isDay } from '../terms/day.ts'
import { type Action, DELIVERY, type Delivery, hasSlipped, IMPACT, type Impact, isLate } from './action.ts'
import { allActions, type Plan, type Theme } from './plan.ts'

/** How many rows a page of the register shows. */
export const ROWS_A_PAGE = 100

/** What else an action may be asked to be: each a word in the address and a claim that reads as one. */
export const FLAG = {
  late: 'Late',
  slipped: 'Slipped',
  stale: 'No update for 8 weeks',
  'no-lead': 'No lead',
  'no-measure': 'No measure',
  'no-impact': 'Completed without impact',
  revised: 'Date revised',
} as const
export type Flag = keyof typeof FLAG

/** Leads report monthly and boards meet every six weeks: after eight weeks a board has met without hearing of it. [D] */
export const STALE_AFTER_DAYS = 56

export const SORT = {
  ref: 'Reference',
  text: 'Action',
  lead: 'Lead',
  timescale: 'Timescale',
  delivery: 'Delivery',
  impact: 'Impact',
  update: 'Last update',
} as const
export type Sort = keyof typeof SORT

/** What the address asks of the register. An empty list narrows nothing. `themes` are keys of themes or, in older addresses, references. */
export type Asked = {
  search: string
  themes: string[]
  leads: string[]
  bodies: string[]
  deliveries: Delivery[]
  impacts: Impact[]
  sources: string[]
  flags: Flag[]
  changedSince: Day | null
  sort: Sort
  descending: boolean
  page: number
}

const keysIn = <Key extends string>(words: Record<Key, string>, given: string[]): Key[] =>
  given.filter((key): key is Key => Object.hasOwn(words, key))

/** Reads the address; what it does not know, it leaves out. */
export function readRegister(query: URLSearchParams): Asked {
  const since = query.get('changed-since') ?? ''
  const sort = query.get('sort') ?? ''
  const page = Number(query.get('page') ?? '1')
  return {
    search: (query.get('search') ?? '').trim().slice(0, 200),
    themes: query.getAll('theme').filter(Boolean),
    leads: query.getAll('lead').filter(Boolean),
    bodies: query.getAll('body').filter(Boolean),
    deliveries: keysIn(DELIVERY, query.getAll('delivery')),
    impacts: keysIn(IMPACT, query.getAll('impact')),
    sources: query.getAll('source').filter(Boolean),
    flags: keysIn(FLAG, query.getAll('flag')),
    changedSince: isDay(since) ? since : null,
    sort: Object.hasOwn(SORT, sort) ? (sort as Sort) : 'ref',
    descending: query.get('order') === 'descending',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** Whether the action is as a flag claims, on a day. */
export const isFlagged = (action: Action, flag: Flag, asAt: Day): boolean => FLAGGED[flag](action, asAt)

const FLAGGED: Record<Flag, (action: Action, asAt: Day) => boolean> = {
  late: isLate,
  slipped: hasSlipped,
  stale: isStale,
  'no-lead': action => action.leads.length === 0 && action.leadText.trim() === '',
  'no-measure': action => action.measureText.trim() === '' && action.targets.length === 0,
  'no-impact': action => action.delivery === 'completed' && action.impact === 'none',
  revised: action => action.timescale.text !== action.firstTimescale.text,
}

/**
 * Open, and nothing was said of it for longer than so many days; never heard of counts from the day its dates were first agreed. What
 * is completed or on hold owes no update.
 */
export function isStale(action: Action, asAt: Day, afterDays = STALE_AFTER_DAYS): boolean {
  if (action.delivery === 'completed' || action.delivery === 'on-hold') return false
  const since = action.lastUpdateOn ?? action.firstTimescale.agreedOn
  return daysBetween(since, asAt) > afterDays
}

/** The actions that answer to everything asked, in the order asked for. */
export function listRegister(plan: Plan, asked: Asked): Action[] {
  const order = new Map(allActions(plan).map((action, position) => [action, position]))
  const themes = asked.themes.length === 0 ? plan.themes : themesAsked(plan, asked)
  const rows = themes.flatMap(theme => theme.actions).filter(action => answers(action, asked, plan.asAt))
  if (asked.sort === 'ref' && !asked.descending) return rows
  const key = SORT_KEY[asked.sort]
  const sign = asked.descending ? -1 : 1
  return rows.sort((a, b) => sign * compare(key(a, order), key(b, order)) || order.get(a)! - order.get(b)!)
}

/** How an address names a theme: by its id, as two themes may carry one reference, and a newer version may give it another. */
export const themeKey = ({ themeId }: Theme): string => `id-${themeId}`

/** The themes asked for, in the plan's order. */
export const themesAsked = (plan: Plan, { themes }: Asked): Theme[] =>
  plan.themes.filter(theme => themes.includes(themeKey(theme)) || themes.includes(theme.ref))

function answers(action: Action, asked: Asked, asAt: Day): boolean {
  const among = (wanted: string[], has: string[]) => wanted.length === 0 || wanted.some(one => has.includes(one))
  return (
    among(asked.leads, leadNames(action)) &&
    among(asked.bodies, [action.monitoredBy]) &&
    among(asked.deliveries, [action.delivery]) &&
    among(asked.impacts, [action.impact]) &&
    among(
      asked.sources,
      action.citations.map(citation => citation.source),
    ) &&
    asked.flags.every(flag => isFlagged(action, flag, asAt)) &&
    (asked.changedSince === null || (action.lastUpdateOn !== null && action.lastUpdateOn >= asked.changedSince)) &&
    matchesSearch(action, asked.search)
  )
}

/** The posts that lead, or the plan's own words where none was matched. */
export const leadNames = (action: Action): string[] =>
  action.leads.length > 0
    ? action.leads.map(lead => lead.title)
    : action.leadText.trim() === ''
      ? []
      : [action.leadText]

/** Every word searched for occurs in the action's reference, words, outcome, measure or leads, whatever its case. */
function matchesSearch(action: Action, search: string): boolean {
  if (search === '') return true
  const words = [
    action.ref,
    action.text,
    action.desiredOutcome,
    action.measureText,
    action.monitoredBy,
    ...leadNames(action),
  ]
    .join(' ')
    .toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => words.includes(word))
}

type Key = string | number
const SORT_KEY: Record<Sort, (action: Action, order: Map<Action, number>) => Key> = {
  ref: (action, order) => order.get(action)!,
  text: action => action.text.toLowerCase(),
  lead: action => (leadNames(action)[0] ?? '\uffff').toLowerCase(),
  timescale: action => action.timescale.latest ?? action.timescale.nextTestOn ?? '9999',
  delivery: action => ['delayed', 'on-hold', 'not-started', 'on-task', 'completed'].indexOf(action.delivery),
  impact: action => ['none', 'starting', 'made'].indexOf(action.impact),
  update: action => action.lastUpdateOn ?? '0000',
}

const compare = (a: Key, b: Key): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0

/** What each filter can be set to in this plan, in the plan's own order. */
export function filterChoices(plan: Plan) {
  const actions = allActions(plan)
  const distinct = (values: string[]) => [...new Set(values.filter(value => value.trim() !== ''))]
  return {
    themes: plan.themes.map(theme => ({
      value: themeKey(theme),
      ref: theme.ref,
      text: `${theme.ref} ${theme.title}`,
    })),
    leads: distinct(actions.flatMap(leadNames)).sort((a, b) => a.localeCompare(b, 'en-GB')),
    bodies: distinct(actions.map(action => action.monitoredBy)).sort((a, b) => a.localeCompare(b, 'en-GB')),
    sources: distinct(actions.flatMap(action => action.citations.map(citation => citation.source))),
  }
}

/** The address of the register with something changed; a value of null takes it away. The page starts again unless it is what changes. */
export function registerAddress(query: URLSearchParams, change: Record<string, string | string[] | null>): string {
  const next = new URLSearchParams(query)
  if (!('page' in change)) next.delete('page')
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    for (const one of value === null ? [] : [value].flat()) next.append(name, one)
  }
  for (const [name, value] of [...next]) if (value === '') next.delete(name)
  const text = next.toString()
  return text === '' ? '/plan' : `/plan?${text}`
}
