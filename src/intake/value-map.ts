/**
 * How the words of a case management system become the codes of the standard. Each list knows its own codes and their usual words;
 * an authority adds its own. What neither knows is listed for a person to map and is never guessed.
 */

export type ValueList<Code extends string = string> = {
  /** What an authority maps against: one name for every column that uses the list. */
  name: string
  codes: Readonly<Record<Code, string>>
  /** Other words for a code, older codes in capitals; null for words that say that nothing is known. */
  also: Readonly<Record<string, Code | null>>
  /** The code for several at once, where the list has one. */
  several?: Code
}

/** By the name of a list, or of one column (which wins): what was found, and the code that it means (null: it means nothing). */
export type ValueMap = Readonly<Record<string, Readonly<Record<string, string | null>>>>

export const valueList = <const Codes extends Readonly<Record<string, string>>>(
  name: string,
  codes: Codes,
  also: Readonly<Record<string, (keyof Codes & string) | null>> = {},
  several?: keyof Codes & string,
): ValueList<keyof Codes & string> => ({ name, codes, also, ...(several === undefined ? {} : { several }) })

/** Compared without case, punctuation or the number of spaces. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * Reads one column's values: the code, null where the words say that nothing is known, undefined where nobody has mapped them. A
 * value may be the code, its words, or both (`C2 - Full care order`).
 */
export function readValues<Code extends string>(
  list: ValueList<Code>,
  column: string,
  values: ValueMap,
): (text: string) => Code | null | undefined {
  const byCode = new Map<string, Code | null>()
  const byWords = new Map<string, Code | null>()
  for (const code of Object.keys(list.codes) as Code[]) {
    byWords.set(plain(list.codes[code]), code)
    byCode.set(code.toLowerCase(), code)
  }
  for (const words in list.also) {
    const code = list.also[words] as Code | null
    byWords.set(plain(words), code)
    if (/^[A-Z0-9]{1,6}$/.test(words)) byCode.set(words.toLowerCase(), code)
  }
  const own = new Map(
    [list.name, column].flatMap(name =>
      Object.entries(values[name] ?? {}).map(([words, code]) => [plain(words), code as Code | null] as const),
    ),
  )
  const one = (text: string): Code | null | undefined => {
    const words = plain(text)
    if (own.has(words)) return own.get(words)
    const whole = text.toLowerCase().replace(/^(\d+)\.0+$/, '$1')
    if (byCode.has(whole)) return byCode.get(whole)
    return byWords.has(words) ? byWords.get(words) : firstCode(text, byCode, byWords)
  }
  return text => {
    const code = one(text)
    return code === undefined && list.several !== undefined && areSeveral(text, one) ? list.several : code
  }
}

/** `S - Started to be looked after`, `C2: Full care order`, `E45 Special guardianship ...`, `a) Male`; never `A change of carer`. */
function firstCode<Code>(text: string, byCode: Map<string, Code | null>, byWords: Map<string, Code | null>) {
  const parted = /^(\w{1,6})\s*(?:[-–—:|)\].]|\s-)\s*\S/.exec(text)
  const stated = parted ?? /^((?=\w*\d)\w{2,6}|[A-Z]{2,6})\s+\S/.exec(text)
  if (stated) return byCode.get(stated[1]!.toLowerCase())
  const [letter = '', rest = ''] = /^([A-Z0-9])\s+(.+)$/.exec(text)?.slice(1) ?? []
  const code = byCode.get(letter.toLowerCase())
  return code !== undefined && byWords.get(plain(rest)) === code ? code : undefined
}

function areSeveral(text: string, one: (text: string) => unknown): boolean {
  const parts = text.split(/[,;/&+]|\band\b/i).map(part => part.trim())
  const codes = parts.filter(part => part !== '').map(one)
  return codes.length > 1 && codes.every(code => typeof code === 'string') && new Set(codes).size > 1
}
