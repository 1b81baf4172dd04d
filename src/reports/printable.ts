/** Makes a report's words safe to print: what came from elsewhere may hold characters that no page shows. */
import type { Description } from './description.ts'

/** Every piece of text of a description passes through here before it is frozen. */
export const printable = (description: Description): Description =>
  JSON.parse(JSON.stringify(description), (_, value: unknown) =>
    typeof value === 'string' ? printableText(value) : value,
  )

/**
 * Leaves out what no page can show and what could make a line read other than it stands: control characters, lone halves
 * of a character, and the marks that reverse the direction of what follows them. Line feeds stay; so do all letters.
 */
export const printableText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, found =>
      found === '\t' ? ' ' : '',
    )
