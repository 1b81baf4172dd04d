/** Words that systems write where there is nothing. */

const BLANK = new Set(
  ['null', '(null)', '#n/a', 'n/a', 'na', 'none', 'nan', 'nat', 'nil', '-', '--', '.', 'ssd_ph', 'undefined', '#n/a n/a', '<na>'], // prettier-ignore
)

export const isBlank = (text: string): boolean => text === '' || (text.length <= 9 && BLANK.has(text.toLowerCase()))

/** What Excel shows where a formula failed; `#N/A` is a word for nothing. */
export const isFailedFormula = (text: string): boolean =>
  /^#(ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!)$/i.test(text)
