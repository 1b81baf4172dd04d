/**
 * What an authority may set of a measure, as a form asks for it: how its clock counts, what the measure itself declares, and where it is
 * green and amber. Each has what it comes with, which is what putting it back gives.
 */
import type { Measure, Thresholds } from './measure.ts'
import { USUAL_AMBER } from './rag.ts'
import type { SettingSaid, SettingValue } from './setting-store.ts'
import { USUAL_SETTINGS } from './clock.ts'

export type Asked = {
  name: string
  words: string
  hint: string
  /** The choices by their key, or a number. */
  options: Readonly<Record<string, string>> | null
  usual: string | number | null
}

export const DAY_COUNT = { exclusive: 'The day after is day 1', inclusive: 'The day itself is day 1' } as const
export const TEST = {
  'due-date': 'In time until the due day is over',
  elapsed: 'In time until more working days than allowed have gone by',
} as const
export const CHAIN = {
  actual: 'From when the last one was held',
  fixed: 'From when the last one was due',
} as const

/** `chain` has no usual value: each clock has its own. */
const OF_CLOCK: readonly Asked[] = [
  {
    name: 'dayCount',
    words: 'Which day is day 1?',
    hint: 'Working Together counts the day of the event as day 0',
    options: DAY_COUNT,
    usual: USUAL_SETTINGS.dayCount,
  },
  { name: 'test', words: 'Until when is it in time?', hint: '', options: TEST, usual: USUAL_SETTINGS.test },
  {
    name: 'chain',
    words: 'From when does the next one run?',
    hint: 'As it comes, each clock has the rule of its own source',
    options: CHAIN,
    usual: USUAL_SETTINGS.chain,
  },
]

/** Yes and no are kept as 1 and 0: a measure declares such a setting as "1 to count from the start". */
const YES_NO = { 1: 'Yes', 0: 'No' } as const
const ONE_TO = /^1 to (.)/

/** Everything that may be set of how a measure counts; nothing of one that is entered. */
export function settingsAsked(measure: Measure | null): Asked[] {
  if (measure === null) return []
  const own = Object.entries(measure.settings).map(([name, { words, value }]) => ({
    name,
    words: words.replace(ONE_TO, (_, letter: string) => letter.toUpperCase()),
    hint: '',
    options: ONE_TO.test(words) ? YES_NO : null,
    usual: value,
  }))
  return [...(measure.clock === null ? [] : OF_CLOCK), ...own]
}

/** How wide amber is, in points of a percentage; of anything else the same number of hundredths of the target. */
export const AMBER: Asked = {
  name: 'amber',
  words: 'How far from its target is it amber?',
  hint: 'In points of a percentage; of a time or a number, in hundredths of the target',
  options: null,
  usual: USUAL_AMBER.points,
}

/** The value in words: of a list its words, of a number itself. */
export function settingInWords(asked: Asked | undefined, value: SettingValue): string {
  if (value === null) return 'As it comes'
  if (typeof value === 'object') return 'shape' in value ? shapeInWords(value) : amberInWords(value.points)
  return asked?.options?.[String(value)] ?? String(value)
}

const amberInWords = (points: number): string =>
  `${points} points, or ${points}% of the target where it is no percentage`

const shapeInWords = (thresholds: Thresholds): string => {
  if (thresholds.shape === 'none') return 'Not rated'
  if (thresholds.shape === 'band')
    return `Green ${thresholds.green.join(' to ')}, amber ${thresholds.amber.join(' to ')}`
  const side = thresholds.shape === 'higher' ? 'or more' : 'or less'
  return `Green at ${thresholds.green} ${side}, amber at ${thresholds.amber} ${side}`
}

/** What stands on a day, by the setting's name: of all said for the day or before, the one said last. */
export function settingsOn(said: readonly SettingSaid[], on: string): Map<string, SettingSaid> {
  const standing = new Map<string, SettingSaid>()
  const inOrder = said.toSorted((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : one.settingId - other.settingId,
  )
  for (const one of inOrder) if (one.from <= on) standing.set(one.name, one)
  return standing
}

/** What a setting was before a change of it; null where it was as it comes. */
export function valueBefore(said: readonly SettingSaid[], change: SettingSaid): SettingValue {
  const earlier = said
    .filter(one => one.name === change.name && one.settingId < change.settingId && one.from <= change.from)
    .sort((one, other) => (one.from < other.from ? 1 : one.from > other.from ? -1 : other.settingId - one.settingId))
  return earlier[0]?.value ?? null
}
