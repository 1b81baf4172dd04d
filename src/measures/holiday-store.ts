/** What the council entered of bank holidays, in the database. A new entry has everything worked out again from the latest records. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { type WorkingDays, workingDays } from '../terms/working-day.ts'
import { type HolidayEntry, type OwnTable, tableWith } from './holidays.ts'
import type { Doing } from './target-store.ts'
import { workOutAnew } from './work-out-anew.ts'

/** All of them, the first first; only those that there were up to an entry, where one is named. */
export async function listHolidayEntries(db: Db, upTo: number | null = null): Promise<HolidayEntry[]> {
  const rows = await db.rows<Omit<HolidayEntry, 'days'> & { days: Day[]; names: string[] }>(sql`
    select e.bank_holiday_entry_id as "entryId", e.kind, e.days::text[] as days, e.names, e.withdraws, e.made_known_on as "madeKnownOn",
           e.published, e.why, e.said_on as said, p.name as "saidBy"
    from bank_holiday_entry e join person p on p.authority_id = e.authority_id and p.person_id = e.recorded_by
    where ${upTo}::integer is null or e.bank_holiday_entry_id <= ${upTo}::integer order by e.bank_holiday_entry_id`)
  return rows.map(({ names, days, ...entry }) => ({ ...entry, days: days.map((on, at) => ({ on, name: names[at]! })) }))
}

/** The working days as they stand. */
export const findWorkingDays = async (db: Db): Promise<WorkingDays> => workingDays((await findHolidays(db)).table)

/** The table as it stands, or as it stood when an entry was the last. */
export const findHolidays = async (db: Db, upTo: number | null = null): Promise<OwnTable> =>
  tableWith(await listHolidayEntries(db, upTo))

/** 0 before the first. */
export const lastHolidayEntry = async (db: Db): Promise<number> =>
  (
    await db.one<{ last: number }>(
      sql`select coalesce(max(bank_holiday_entry_id), 0) as last from bank_holiday_entry`,
      'entries',
    )
  ).last

export type GivenEntry = Omit<HolidayEntry, 'entryId' | 'said' | 'saidBy'>

export async function addHolidayEntry(db: Db, doing: Doing, given: GivenEntry): Promise<void> {
  const { entryId } = await db.one<{ entryId: number }>(
    sql`
      insert into bank_holiday_entry (authority_id, kind, days, names, made_known_on, published, why, withdraws, said_on, recorded_by, post_id)
      values (current_authority(), ${given.kind}, ${given.days.map(({ on }) => on)}::text[]::date[], ${given.days.map(({ name }) => name)}::text[],
              ${given.madeKnownOn}, ${given.published}, ${given.why}, ${given.withdraws}, ${doing.on}, ${doing.personId}, ${doing.postId})
      returning bank_holiday_entry_id as "entryId"`,
    'entry just added',
  )
  const { kind, withdraws, days } = given
  const detail = withdraws === null ? { kind, days: days.map(({ on }) => on) } : { kind, withdraws }
  await addEvent(db, doing, 'change-bank-holidays', 'bank-holiday-entry', entryId, detail, given.why)
  await workOutAnew(db, doing.personId)
}
