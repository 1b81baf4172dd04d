/** How a tone looks on a screen, in Word and in PDF: always beside its word, with a shape and a pattern, and apart in grey print. */
import type { TagColour } from '../web/components.tsx'
import type { BarPart } from '../web/bar.ts'
import type { Tone } from './description.ts'

export type Look = Pick<BarPart, 'colour' | 'pattern' | 'shape'> & {
  /** The tag of a web page. */
  tag: TagColour
  /** Behind the word in Word and PDF, where the ink is near black: contrast is over 10 to 1. Six hexadecimal digits. */
  tint: string
}

export const LOOK: Record<Tone, Look> = {
  done: { colour: '#0b5a4a', pattern: 'solid', shape: 'tick', tag: 'green', tint: 'bfe0d4' },
  going: { colour: '#1d70b8', pattern: 'stripes', shape: 'half', tag: 'blue', tint: 'd9e8f5' },
  stopped: { colour: '#a3271c', pattern: 'dots', shape: 'warning', tag: 'red', tint: 'f3c9c4' },
  held: { colour: '#a08a3c', pattern: 'solid', shape: 'pause', tag: 'yellow', tint: 'f7edc4' },
  waiting: { colour: '#505a5f', pattern: 'empty', shape: 'ring', tag: 'grey', tint: 'eef0f1' },
  impact: { colour: '#0b5a4a', pattern: 'solid', shape: 'full', tag: 'green', tint: 'bfe0d4' },
  'some-impact': { colour: '#12716c', pattern: 'stripes', shape: 'half', tag: 'teal', tint: 'd5ecea' },
  'no-impact': { colour: '#505a5f', pattern: 'empty', shape: 'ring', tag: 'grey', tint: 'eef0f1' },
}
