/** Times of day as systems write them. */
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** `2026-03-25T14:30`. Minutes past the hour may be more than sixty, hours more than a day. */
export function clock(on: DayNumber, hours: number, minutes = 0): string {
  const at = hours * 60 + minutes
  return `${dayNumbered(on + Math.floor(at / 1440))}T${two(Math.floor((at % 1440) / 60))}:${two(at % 60)}`
}
