/** How far off a day is, in words: `in 3 days`, `today`, `5 days over`. */
import { counted } from '../terms/count-words.ts'

export function daysWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} over`
}
