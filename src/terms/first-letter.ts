/** Words put at the beginning of a sentence, or taken from there into the middle of one: only their first letter changes. */

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
export const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
