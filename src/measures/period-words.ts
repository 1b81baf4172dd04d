/** A period as it is named beside a figure: `October 2026`, `12 months to October 2026`, `at 31 October 2026`. */
import { type Day, longDay } from '../terms/day.ts'
import type { PeriodKind } from './window.ts'
import { isPartMonth } from './work-out.ts'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const monthName = (on: Day): string => MONTH.format(new Date(`${on}T00:00:00Z`))

const LEAD: Partial<Record<PeriodKind, string>> = {
  quarter: 'three months to',
  'rolling-year': '12 months to',
  'year-to-date': 'April to',
  'three-years': 'three years to',
}

export function periodWords({ kind, from, to }: { kind: PeriodKind; from: Day; to: Day }): string {
  if (kind === 'snapshot') return `at ${longDay(to)}`
  const end = isPartMonth({ from, to }) ? longDay(to) : monthName(to)
  if (kind === 'month') return isPartMonth({ from, to }) ? `1 to ${longDay(to)}` : end
  return kind === 'year-to-date' && to.slice(5, 7) === '04'
    ? periodWords({ kind: 'month', from, to })
    : `${LEAD[kind]} ${end}`
}
