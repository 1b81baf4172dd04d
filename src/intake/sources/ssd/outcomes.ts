/**
 * The flags that the dataset keeps as JSON: `{"NFA_FLAG":"Y"}`, `["1A","2B"]`, or plain `1A, 2B`. It is put together as text in some
 * extracts, so that a comment in it can break it; then the flags are read by their shape and the comment is left aside.
 */
import { readValues, type ValueList } from '../../value-map.ts'
import type { Setting } from './column.ts'
import { Fault } from './fault.ts'

const YES = /^(y|yes|1|true|t)$/i
const SAYS_NOTHING = /^(total_no_of_outcomes|(outcome_)?comments?|other_outcomes_exist)$/i
const FLAG = /["']?([A-Z0-9_]{1,60})["']?\s*:\s*["']?(y|yes|n|no|1|0|true|false)\b/gi

export function outcomesIn<Code extends string>(
  list: ValueList<Code>,
  { column, values, noticed, share }: Setting,
): (text: string) => readonly Code[] | Fault {
  const read = readValues(list, column, values)
  const shared = new Map<string, readonly Code[]>()
  const one = (codes: Code[]): readonly Code[] => {
    const key = codes.join()
    const same = shared.get(key) ?? codes
    shared.set(key, same)
    return same
  }
  return text => {
    const flags = flagsOf(text, () => noticed('the JSON is broken; its flags were read, its comments left aside'))
    if (flags === null) return new Fault('This cannot be read as flags', 'JSON, as {"NFA_FLAG":"Y"}')
    const codes = new Set<Code>()
    let unknown: string | null = null
    for (const flag of flags) {
      const code = read(flag)
      if (code) codes.add(code)
      else if (code === undefined && !SAYS_NOTHING.test(flag)) unknown ??= share(flag)
    }
    const found = one([...codes])
    if (unknown === null) return found
    const expected = `a flag of the standard, or map it`
    return new Fault('Nobody has said what this value means', expected, {
      kind: 'unmapped',
      word: unknown,
      value: found,
    })
  }
}

/** The flags that are set, or null where there are none to be found at all. */
function flagsOf(text: string, isBroken: () => void): string[] | null {
  if (!/^[[{]/.test(text)) {
    const parts = text.split(/[,;|]/).map(part => part.trim())
    return parts.every(part => /^[\w -]{1,40}$/.test(part)) ? parts : null
  }
  try {
    return flagsIn(JSON.parse(text) as unknown)
  } catch {
    const found = [...text.matchAll(FLAG)]
    const listed = /^\[([\w", ]*)/.exec(text)?.[1]
    if (found.length === 0 && !listed) return null
    isBroken()
    return found.length > 0 ? found.filter(one => YES.test(one[2]!)).map(one => one[1]!) : (listed!.match(/\w+/g) ?? [])
  }
}

function flagsIn(json: unknown): string[] | null {
  if (Array.isArray(json)) return json.flatMap(one => (typeof one === 'object' && one !== null ? (flagsIn(one) ?? []) : [String(one)])) // prettier-ignore
  if (typeof json !== 'object' || json === null) return null
  return Object.entries(json).filter(([, value]) => YES.test(String(value))).map(([flag]) => flag) // prettier-ignore
}
