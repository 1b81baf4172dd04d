/** What a person can put right in a file they gave us, in words that say where it is and what to do. */

/** `where` names file, sheet, row and column as far as they are known; `problem` says what was expected and what was found. */
export type Problem = { where: string; problem: string }
