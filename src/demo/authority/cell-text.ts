/** Days as an authority's system writes them. */
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'

export const dayText = (on: DayNumber): string => {
  const text = TEXTS.get(on) ?? dayNumbered(on)
  TEXTS.set(on, text)
  return text
}

/** Few thousand days stand in a million cells. */
const TEXTS = new Map<DayNumber, string>()
