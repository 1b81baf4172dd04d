/**
 * How an authority counts and rates its measures, kept one setting a row from a day: the clock's settings, those that a measure declares,
 * its thresholds and how wide amber is. The latest said for a day stands; null puts back what the measure comes with.
 */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Settings, Thresholds } from './measure.ts'
import type { AmberWidth } from './rag.ts'
import type { Doing } from './target-store.ts'
import type { OwnSettings } from './work-out.ts'

export type SettingValue = string | number | null | Thresholds | AmberWidth
export type SettingSaid = {
  settingId: number
  measure: string
  name: string
  value: SettingValue
  from: Day
  why: string
  approver: string
  said: Day
  saidBy: string
}

/** What rates a figure and does not change it: apart from the settings that measures are worked out with. */
const OF_RATING = ['thresholds', 'amber']

const columns = sql`
  s.measure_setting_id as "settingId", s.measure, s.name, s.value, s.from_on as "from", s.why, s.approver, s.said_on as said, p.name as "saidBy"
  from measure_setting s join person p on p.authority_id = s.authority_id and p.person_id = s.recorded_by`

/** Everything that was ever set of a measure, newest first. */
export const listSettings = (db: Db, measure: string) =>
  db.rows<SettingSaid>(sql`select ${columns} where s.measure = ${measure} order by s.measure_setting_id desc`)

export const findSetting = (db: Db, settingId: number) =>
  db.one<SettingSaid>(sql`select ${columns} where s.measure_setting_id = ${settingId}`, `setting ${settingId}`)

/** What stands on a day of every measure, one row a setting; what was put back is not among it. */
export async function settingsAsAt(db: Db, asAt: Day): Promise<SettingSaid[]> {
  const rows = await db.rows<SettingSaid>(sql`
    select distinct on (s.measure, s.name) ${columns} where s.from_on <= ${asAt}
    order by s.measure, s.name, s.from_on desc, s.measure_setting_id desc`)
  return rows.filter(({ value }) => value !== null)
}

/** The settings that measures are worked out with on a day, by the measure's id. */
export async function findOwnSettings(db: Db, asAt: Day): Promise<OwnSettings> {
  const said = (await settingsAsAt(db, asAt)).filter(({ name }) => !OF_RATING.includes(name))
  const byMeasure = Map.groupBy(said, ({ measure }) => measure)
  return new Map([...byMeasure].map(([measure, own]) => [measure, asSettings(own)]))
}

const asSettings = (said: readonly SettingSaid[]): Partial<Settings> =>
  Object.fromEntries(said.map(({ name, value }) => [name, value as string | number]))

export type OwnRating = { thresholds: Thresholds | null; amber: AmberWidth | null }

/** The authority's own thresholds and widths of amber on a day, by the measure's id. */
export async function findOwnRatings(db: Db, asAt: Day): Promise<Map<string, OwnRating>> {
  const said = (await settingsAsAt(db, asAt)).filter(({ name }) => OF_RATING.includes(name))
  const valueOf = (own: SettingSaid[], name: string) => own.find(one => one.name === name)?.value ?? null
  return new Map(
    [...Map.groupBy(said, ({ measure }) => measure)].map(([measure, own]) => [
      measure,
      {
        thresholds: valueOf(own, 'thresholds') as Thresholds | null,
        amber: valueOf(own, 'amber') as AmberWidth | null,
      },
    ]),
  )
}

export type GivenSetting = { name: string; value: SettingValue; from: Day; why: string; approver: string }

export async function addSetting(db: Db, doing: Doing, measure: string, given: GivenSetting) {
  const { settingId } = await db.one<{ settingId: number }>(
    sql`
      insert into measure_setting (authority_id, measure, name, value, from_on, why, approver, said_on, recorded_by, post_id)
      values (current_authority(), ${measure}, ${given.name}, ${given.value === null ? null : { is: given.value }}::jsonb -> 'is', ${given.from}, ${given.why},
              ${given.approver}, ${doing.on}, ${doing.personId}, ${doing.postId})
      returning measure_setting_id as "settingId"`,
    'setting just added',
  )
  await addEvent(db, doing, 'set-measure', 'measure-setting', settingId, {
    measure,
    name: given.name,
    from: given.from,
  })
}
