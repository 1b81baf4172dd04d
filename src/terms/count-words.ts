/** Small numbers as a minute-taker writes them: up to ten in words. */

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `five`, `11`; what is below none or not whole stays a figure. */
export const countInWords = (count: number): string => WORDS[count] ?? String(count)

/** `once`, `twice`, `three times`. */
export const timesInWords = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${countInWords(count)} times`

/** `one action`, `two actions`; `many` where the plural is not made with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countInWords(count)} ${count === 1 ? one : many}`
