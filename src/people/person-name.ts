/** What a person's name may be here. */

const LOOK_ALIKE = /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/gu
const alphabetOf = (letter: string) =>
  /\p{sc=Latin}/u.test(letter) ? 'Latin' : /\p{sc=Cyrillic}/u.test(letter) ? 'Cyrillic' : 'Greek'

/**
 * Whether each word keeps to one alphabet. A Cyrillic or Greek letter within a Latin word makes a name that everyone reads as a
 * colleague's and that is another's (Unicode UTS 39, mixed scripts). Names wholly in any alphabet are fine.
 */
export const keepsToOneAlphabet = (name: string): boolean =>
  name
    .split(/[\s'’-]+/)
    .every(word => new Set([...word.matchAll(LOOK_ALIKE)].map(([one]) => alphabetOf(one))).size <= 1)
