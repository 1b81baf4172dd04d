/** Pre-proceedings and care proceedings, each child's. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'

export type PreProceeding = Dated & {
  readonly personId: string
  readonly decided: DayNumber | null
  readonly letter: DayNumber | null
}

/**
 * Those that ended, by the day they did. From the supplementary list of court cases where it is brought, else from the dataset's own table,
 * which few systems fill.
 */
export const preProceedingsEnded = (history: History): readonly PreProceeding[] => {
  const { records } = history
  if (records.loaded.has('courtCases'))
    return records.courtCases.flatMap(row =>
      isUnread(row, 'preProceedingsOn', 'letterOn', 'preProceedingsEndedOn')
        ? []
        : endedOf(row.id, row.personId, row.preProceedingsOn, row.letterOn, row.preProceedingsEndedOn),
    )
  return records.preProceedings.flatMap(row =>
    isUnread(row, 'decidedOn', 'letterOn', 'outcomeOn')
      ? []
      : endedOf(row.id, row.personId, row.decidedOn, row.letterOn, row.outcomeOn),
  )
}

type On = Parameters<typeof numbered>[0]

function endedOf(id: string, personId: string, decidedOn: On, letterOn: On, endedOn: On): PreProceeding[] {
  const [decided, letter, on] = [numbered(decidedOn), numbered(letterOn), numbered(endedOn)]
  if (on === null || (decided === null && letter === null)) return []
  return [{ id, personId, on, start: letter ?? decided, due: null, done: on, decided, letter }]
}

export type Proceedings = Dated & {
  readonly personId: string
  readonly start: DayNumber | null
  readonly isWithdrawn: boolean
}

/** Care proceedings that ended, by the day of the final order. */
export const proceedingsEnded = (history: History): readonly Proceedings[] =>
  history.records.courtCases.flatMap(row => {
    const on = isUnread(row, 'issuedOn', 'finalOrderOn') ? null : numbered(row.finalOrderOn)
    if (on === null) return []
    const { id, personId, outcome } = row
    return [{ id, personId, on, start: numbered(row.issuedOn), due: null, done: on, isWithdrawn: isWithdrawn(outcome) }]
  })

export const isWithdrawn = (outcome: string | null): boolean => /withdr|transferred/i.test(outcome ?? '')
