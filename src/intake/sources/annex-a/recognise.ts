/** Which list a sheet or file holds, by its headings, and which of its columns is which. */
import type { Layout } from '../ssd/recognise.ts'
import type { List } from './list.ts'

/** Compared without case, quotes, punctuation or the number of spaces, and without who is asked to answer (`Y/N`). */
const plainWords = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/['’‘"“”`]/g, '')
    .replace(/\(y\/n\)+/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Of every list, so that they tell none from another. */
const OF_EVERY_LIST = ['gender', 'ethnicity', 'bornOn', 'age', 'isDisabled', 'teamName', 'workerName', 'id', 'personId']
const CHILD_ID = /\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b/i

type Known = { list: List; numbers: Set<string>; own: Set<string>[] }
const knownOf = new WeakMap<List, Known>()

function known(list: List): Known {
  const before = knownOf.get(list)
  if (before) return before
  const { fields, notKept } = list.table
  const own = Object.entries(fields).filter(([field]) => !OF_EVERY_LIST.includes(field))
  const made = {
    list,
    numbers: new Set(fields['personId']!.names.map(plainWords)),
    own: [...own.map(([, { names }]) => new Set(names.map(plainWords))), ...notKept.map(one => new Set([plainWords(one)]))], // prettier-ignore
  }
  knownOf.set(list, made)
  return made
}

/** The list that most of the headings belong to; the one that the name says where two have as many. Null where the row is no headings. */
export function recogniseList(
  lists: readonly List[],
  name: string,
  headings: readonly string[],
): { list: List; nameSays: List | null } | null {
  const words = headings.map(plainWords)
  const found = new Set(words)
  const nameSays = listNamed(lists, name)
  const counted = lists
    .map(known)
    .filter(({ numbers }) => words.some(word => numbers.has(word) || CHILD_ID.test(word)))
    .map(({ list, own }) => ({
      list,
      part: own.filter(names => [...names].some(one => found.has(one))).length / own.length,
    })) // prettier-ignore
    .sort((a, b) => b.part - a.part || Number(b.list === nameSays) - Number(a.list === nameSays))
  const best = counted[0]
  return best && best.part >= 1 / 3 ? { list: best.list, nameSays } : null
}

const OTHER_NAMES: readonly [RegExp, number][] = [
  [/^sec(tion)?47( and icpc)?|s47/, 5],
  [/^children looked after|^cla$|^lac$/, 8],
  [/^care ?leaver/, 9],
]

/** `List_1`, `List 10`, `3. Referrals.csv`, `Sec47 and ICPC`: never the 1 of `List 10`. */
export function listNamed(lists: readonly List[], name: string): List | null {
  const words = plainWords(name.replace(/\.(csv|txt|tsv|xlsx|xlsm)$/i, ''))
  const numbered = /\blist (\d{1,2})\b/.exec(words.replace(/\blist(\d)/, 'list $1'))
  const byNumber = numbered && lists.find(({ number }) => number === Number(numbered[1]))
  if (byNumber) return byNumber
  const other = OTHER_NAMES.find(([pattern]) => pattern.test(words))
  const titled = (title: string) => words.includes(plainWords(title))
  return lists.find(({ number, title }) => number === other?.[1] || titled(title)) ?? null
}

/** Positions are those of the cells with the row's own number set before them, which `id` stands for. */
export function layOutList({ table }: List, headings: readonly string[]): Layout {
  const words = headings.map(plainWords)
  const positions = new Map<string, number>([['id', 0]])
  const missing: string[] = []
  for (const [field, { names, seldom }] of Object.entries(table.fields)) {
    if (field === 'id') continue
    const exact = names.map(name => words.indexOf(plainWords(name))).find(at => at !== -1)
    const at = exact ?? (field === 'personId' ? words.findIndex(word => CHILD_ID.test(word)) : -1)
    if (at !== -1) positions.set(field, at + 1)
    else if (!seldom) missing.push(names[0]!)
  }
  const read = new Set(positions.values())
  const kept = new Set(table.notKept.map(plainWords))
  return {
    positions,
    missing,
    extra: headings.filter((_, at) => words[at] !== '' && !read.has(at + 1) && !kept.has(words[at]!)),
  }
}
