/** Things done for a child that no other table holds, by kind and child. */
import { KEY_EVENT } from '../../children/key-event.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Running } from '../running.ts'
import { eventsReachTo } from './reach.ts'

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

/** Whether such things were recorded by a day at all: where they were not, none says nothing. */
export const isRecordedBy = (history: History, kind: Kind, on: DayNumber): boolean =>
  (eventsReachTo(history, kind) ?? Infinity) <= on

/** Of a clock that such an event stops: due before anybody recorded them, it is left out and no breach. */
export const whereRecorded = (history: History, kind: Kind, one: Running): Running =>
  one.due === null || isRecordedBy(history, kind, one.due) ? one : { ...one, leftOut: 'not-recorded' }

const NONE: readonly DayNumber[] = []

/** The days on which it happened, in order. */
export const daysOf = (history: History, personId: string, kind: Kind): readonly DayNumber[] =>
  history.of(eventDays).get(personId)?.[kind] ?? NONE
