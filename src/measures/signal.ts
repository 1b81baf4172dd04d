/** What the last figures of a line say, as its icon says it: nothing of too few. */
import type { BookLine } from './book-line.ts'
import { type Meaning, variationOf } from './spc-icons.ts'
import { tellingSignal } from './spc-words.ts'

export function signalOf({ spc }: Pick<BookLine, 'spc'>): Meaning | null {
  const point = spc?.points.at(-1)
  if (!spc || !point || point.value === null) return null
  return variationOf(tellingSignal(spc, point), spc.direction).meaning
}
