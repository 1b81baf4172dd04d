/** Strengths and difficulties questionnaires of children looked after for a year, aged 4 to 16, as the SSDA903 return asks for them. */
import type { Sdq } from '../../children/sdq.ts'
import { rowsBy } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { ageAt, type History, isUnread, numbered } from '../history.ts'
import { type CarePeriod } from './care-periods.ts'
import { lookedAfterAYearOn } from './looked-after-a-year.ts'

type Dated = { readonly on: DayNumber; readonly row: Sdq }

const byChild = ({ records }: History): ReadonlyMap<string, readonly Dated[]> =>
  new Map(
    [...rowsBy(records.sdqs, 'personId')].map(([personId, rows]) => {
      const dated = rows.flatMap(row => {
        const on = numbered(row.completedOn)
        return on === null || isUnread(row, 'completedOn', 'score') ? [] : [{ on, row }]
      })
      return [personId, dated.sort((one, other) => one.on - other.on)] as const
    }),
  )

/** The days on which there was a score, or it was told that none is possible, in order. */
export const answeredOn = (history: History, personId: string): readonly DayNumber[] =>
  (history.of(byChild).get(personId) ?? []).flatMap(({ on, row }) =>
    row.score !== null || row.reason === 'SDQ3' ? on : [],
  )

export type Questionnaire = {
  readonly period: CarePeriod
  /** The latest in the twelve months; null where there is none. */
  readonly score: number | null
  /** Not possible because of the child's disability (SDQ3), and no score. */
  readonly isNotPossible: boolean
}

const byDay = () => new Map<DayNumber, readonly Questionnaire[]>()

/** One for each child who was 4 or over at the start of the twelve months and is under 17 at the end. */
export function questionnairesOn(history: History, on: DayNumber): readonly Questionnaire[] {
  const known = history.of(byDay)
  const found = known.get(on) ?? inYearTo(history, on)
  known.set(on, found)
  return found
}

function inYearTo(history: History, on: DayNumber): Questionnaire[] {
  const before = monthsAfter(on, -12)
  return [...lookedAfterAYearOn(history, on).values()].flatMap(period => {
    const child = history.child(period.personId)
    const [first, last] = [ageAt(child, before + 1), ageAt(child, on)]
    if (first === null || last === null || first < 4 || last >= 17) return []
    const inYear = (history.of(byChild).get(period.personId) ?? []).filter(({ on: day }) => day > before && day <= on)
    const score = inYear.findLast(({ row }) => row.score !== null)?.row.score ?? null
    return [{ period, score, isNotPossible: score === null && inYear.at(-1)?.row.reason === 'SDQ3' }]
  })
}
