/** Actions as a report speaks of them: their references as links, their words cut for a list, their dates, their ratings as tags. */
import { type Action, type Delivery, DELIVERY, type Impact, IMPACT } from '../plan/action.ts'
import { leadNames } from '../plan/register.ts'
import type { Theme } from '../plan/plan.ts'
import { type Day, shortDay } from '../terms/day.ts'
import { type Link, link, type Tag, type Tone, type Words } from './description.ts'
import { amount, listed } from './figure.ts'
import { actionAt } from './ground.ts'

export const refOf = (action: Action, asAt: Day): Link => link(action.ref, actionAt(action, asAt))

/** ` (1.2, 3.4 and 5.1)`, at most ten and how many more; nothing where there is none. */
export const refsOf = (actions: Action[], asAt: Day): Words =>
  actions.length === 0 ? [] : [' (', ...refList(actions, asAt, 10), ')']

/** `1.2, 3.4 and 5.1`; where there are more than so many, the first of them `and 4 others`. */
export function refList(actions: Action[], asAt: Day, most: number): Words {
  const shown: Words = actions.slice(0, actions.length === most + 1 ? most + 1 : most).map(each => refOf(each, asAt))
  const more = actions.length - shown.length
  return listed(more > 0 ? [...shown, amount(more, 'other')] : shown)
}

/** The first words of a text, whole words only, about so many characters: for lists where the register has the text in full. */
export function cut(text: string, length = 150): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  const letters = [...whole]
  if (letters.length <= length) return whole
  const kept = letters.slice(0, length).join('')
  const lastSpace = kept.lastIndexOf(' ')
  return `${(lastSpace > length / 2 ? kept.slice(0, lastSpace) : kept).replace(/[\s,;:.]+$/, '')} …`
}

export const leadOf = (action: Action): string => leadNames(action).join(', ').replace(/\s+/g, ' ') || 'No lead'

export const dayOrNone = (on: Day | null): string => (on === null ? 'No date' : shortDay(on))

/** The day it is due, or the plan's own words where they name no day. */
export const dueOf = ({ latest, text }: Action['timescale']): string =>
  latest === null ? cut(text, 60) || 'Not given' : shortDay(latest)

const DELIVERY_TONE: Record<Delivery, Tone> = {
  completed: 'done',
  'on-task': 'going',
  delayed: 'stopped',
  'on-hold': 'held',
  'not-started': 'waiting',
}
const IMPACT_TONE: Record<Impact, Tone> = { made: 'impact', starting: 'some-impact', none: 'no-impact' }

export const deliveryTag = (delivery: Delivery): Tag => ({ tag: DELIVERY[delivery], tone: DELIVERY_TONE[delivery] })
export const impactTag = (impact: Impact): Tag => ({ tag: IMPACT[impact], tone: IMPACT_TONE[impact] })

/** In the order in which a bar shows them. */
export const DELIVERY_ORDER = Object.keys(DELIVERY_TONE) as Delivery[]
export const IMPACT_ORDER = Object.keys(IMPACT_TONE) as Impact[]

/** `3 Children in care`, whether or not the title already begins with its number. */
export const themeName = ({ ref, title }: Theme): string =>
  ref === '' || title === ref || title.startsWith(`${ref} `) || title.startsWith(`${ref}.`) ? title : `${ref} ${title}`
