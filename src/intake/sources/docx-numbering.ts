/** The numbers and letters that Word prints before the items of a list. Format: ECMA-376 part 1, 17.9. */
import type { Archive } from './archive.ts'
import type { Styles } from './docx-styles.ts'
import { isOn, readXml } from './xml.ts'

type Level = { start: number; format: string; text: string; restart: number | null; legal: boolean }
type Levels = Map<number, Partial<Level>>
type List = { abstract: string; starts: Map<number, number>; levels: Levels }
type Abstract = { levels: Levels; link: string | null }

export type Numbering = {
  /** Counts one item of a list and answers its label; null for a bullet, undefined where there is no such list. */
  next(list: string, level: number): string | null | undefined
}

const LONGEST_LABEL = 255
const DEFAULT: Level = { start: 1, format: 'decimal', text: '', restart: null, legal: false }

export async function readNumbering(archive: Archive, part: string | null, styles: Styles): Promise<Numbering> {
  const lists = new Map<string, List>()
  const abstracts = new Map<string, Abstract>()
  if (part !== null) await readInto(lists, abstracts, archive, part)
  const counts = new Map<string, number[]>()
  const started = new Set<string>()
  return {
    next(id, level) {
      const list = lists.get(id)
      const abstract = list && resolve(list, lists, abstracts, styles)
      if (!list || !abstract) return undefined
      const levelOf = (at: number): Level => ({ ...DEFAULT, ...abstract.levels.get(at), ...list.levels.get(at) })
      const count = counts.get(list.abstract) ?? []
      counts.set(list.abstract, count)
      restartOnce(started, id, list, count)
      countOne(count, level, at => list.starts.get(at) ?? levelOf(at).start, levelOf)
      return label(level, count, levelOf)
    },
  }
}

/** A list that takes its levels from a numbering style names the style; the style names the list that has them. */
function resolve(
  list: List,
  lists: Map<string, List>,
  abstracts: Map<string, Abstract>,
  styles: Styles,
): Abstract | undefined {
  const abstract = abstracts.get(list.abstract)
  if (!abstract?.link) return abstract
  const linked = lists.get(styles.find(abstract.link).numbering ?? '')
  return (linked && abstracts.get(linked.abstract)) ?? abstract
}

/** A list with a start of its own begins again there when its first item is met. */
function restartOnce(started: Set<string>, id: string, list: List, count: number[]): void {
  if (started.has(id)) return
  started.add(id)
  for (const level of list.starts.keys()) delete count[level]
}

function countOne(
  count: number[],
  level: number,
  startOf: (at: number) => number,
  levelOf: (at: number) => Level,
): void {
  for (let above = 0; above < level; above++) count[above] ??= startOf(above)
  count[level] = count[level] === undefined ? startOf(level) : count[level] + 1
  for (let below = level + 1; below < count.length; below++) {
    const restart = levelOf(below).restart
    if (restart === null || level < restart) delete count[below]
  }
}

function label(level: number, count: number[], levelOf: (at: number) => Level): string | null {
  const { format, text, legal } = levelOf(level)
  if (format === 'bullet') return null
  const words = text.replace(/%([1-9])/g, (_, n: string) => {
    const at = Number(n) - 1
    return inFormat(count[at] ?? levelOf(at).start, legal ? 'decimal' : levelOf(at).format)
  })
  return words.trim() || null
}

export function inFormat(n: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'lowerLetter':
      return letter(n)
    case 'upperLetter':
      return letter(n).toUpperCase()
    case 'lowerRoman':
      return roman(n)
    case 'upperRoman':
      return roman(n).toUpperCase()
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'ordinal':
      return ordinal(n)
    default:
      return String(n)
  }
}

/** Word goes on from z with aa, bb, cc. */
const letter = (n: number) =>
  n < 1 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 30))

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return n + ((teen ? '' : ['', 'st', 'nd', 'rd'][n % 10]) || 'th')
}

const ROMAN = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'],
  [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
] as const // prettier-ignore

function roman(n: number): string {
  if (n < 1 || n > 32767) return String(n)
  let left = n
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return letters.repeat(times)
  }).join('')
}

async function readInto(
  lists: Map<string, List>,
  abstracts: Map<string, Abstract>,
  archive: Archive,
  part: string,
): Promise<void> {
  let abstract: Abstract | null = null
  let list: List | null = null
  let at = 0
  const set = (change: Partial<Level>) => {
    const levels = (list ?? abstract)?.levels
    levels?.set(at, { ...levels.get(at), ...change })
  }
  await readXml(archive.open(part), {
    abstractNum: {
      open: ({ abstractNumId = '' }) =>
        void abstracts.set(abstractNumId, (abstract = { levels: new Map(), link: null })),
      close: () => void (abstract = null),
    },
    numStyleLink: { open: ({ val = '' }) => void (abstract && (abstract.link = val)) },
    num: {
      open: ({ numId = '' }) => void lists.set(numId, (list = { abstract: '', starts: new Map(), levels: new Map() })),
      close: () => void (list = null),
    },
    abstractNumId: { open: ({ val = '' }) => void (list && (list.abstract = val)) },
    lvlOverride: { open: ({ ilvl }) => void (at = Number(ilvl)) },
    startOverride: { open: ({ val }) => void list?.starts.set(at, Number(val)) },
    lvl: { open: ({ ilvl }) => void (at = Number(ilvl)) },
    start: { open: ({ val }) => set({ start: Number(val) }) },
    numFmt: { open: ({ val }) => set({ format: val ?? 'decimal' }) },
    lvlText: { open: ({ val = '' }) => set({ text: val.slice(0, LONGEST_LABEL) }) },
    lvlRestart: { open: ({ val }) => set({ restart: Number(val) }) },
    isLgl: { open: on => set({ legal: isOn(on) }) },
  })
}
