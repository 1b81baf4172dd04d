/** The school year: terms, and the weeks in which schools are closed. The same each year, which is near enough. */
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'

/** First and last day of each term, as month and date. */
export const TERMS = [
  { name: 'Spring', from: '01-06', to: '03-31' },
  { name: 'Summer', from: '04-16', to: '07-20' },
  { name: 'Autumn', from: '09-03', to: '12-19' },
] as const

/** `Autumn 2026`, or null in the holidays. */
function termOn(on: DayNumber): string | null {
  const day = dayNumbered(on)
  const date = day.slice(5)
  const term = TERMS.find(({ from, to }) => from <= date && date <= to)
  return term ? `${term.name} ${day.slice(0, 4)}` : null
}

export const isSchoolHoliday = (on: DayNumber): boolean => termOn(on) === null
