/** Things done for a child that no other table holds, by kind and child. */
import { KEY_EVENT } from '../../children/key-event.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'

type Kind = keyof typeof KEY_EVENT
type DaysByKind = { readonly [K in Kind]?: readonly DayNumber[] }

const eventDays = ({ records }: History): ReadonlyMap<string, DaysByKind> =>
  new Map(
    [...rowsBy(records.keyEvents, 'personId')].map(([personId, rows]) => {
      const days: { [K in Kind]?: DayNumber[] } = {}
      for (const row of rows) {
        const on = numbered(row.happenedOn)
        if (on !== null && row.kind !== null && !isUnread(row, 'happenedOn', 'kind')) (days[row.kind] ??= []).push(on)
      }
      for (const list of Object.values(days)) list.sort((one, other) => one - other)
      return [personId, days] as const
    }),
  )

const NONE: readonly DayNumber[] = []

/** The days on which it happened, in order. */
export const daysOf = (history: History, personId: string, kind: Kind): readonly DayNumber[] =>
  history.of(eventDays).get(personId)?.[kind] ?? NONE
