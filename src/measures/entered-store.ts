/** Entered measures and their figures, kept: a change or a correction is a later row, and what was there before stays. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Period } from '../terms/period.ts'
import { type EnteredFigure, type EnteredMeasure, valueOf, type GivenFigure } from './entered-measure.ts'
import type { Doing } from './target-store.ts'

const versions = sql`
  select distinct on (v.entered_measure_id) m.entered_measure_id as "enteredMeasureId", v.entered_measure_version_id as "versionId", m.measure,
         v.name, v.unit, v.polarity, v.definition, v.source, v.owner_post_id as "ownerPostId", po.title as owner, v.frequency,
         v.due_after_days as "dueAfterDays", v.is_ended as "isEnded", m.added_on as "from"
  from entered_measure m join entered_measure_version v using (authority_id, entered_measure_id)
  left join post po on po.authority_id = v.authority_id and po.post_id = v.owner_post_id`

/** Each as it is said now, by name. */
export async function listEnteredMeasures(db: Db): Promise<EnteredMeasure[]> {
  const rows = await db.rows<EnteredMeasure>(
    sql`${versions} order by v.entered_measure_id, v.entered_measure_version_id desc`,
  )
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

export const findEnteredMeasure = (db: Db, enteredMeasureId: number) =>
  db.one<EnteredMeasure>(
    sql`${versions} where m.entered_measure_id = ${enteredMeasureId} order by v.entered_measure_id, v.entered_measure_version_id desc`,
    `entered measure ${enteredMeasureId}`,
  )

export type SaidVersion = Pick<
  EnteredMeasure,
  'versionId' | 'name' | 'unit' | 'definition' | 'source' | 'owner' | 'frequency' | 'dueAfterDays' | 'isEnded'
> & { from: Day; why: string; saidBy: string }

/** How it was defined, newest first. */
export const listVersions = (db: Db, enteredMeasureId: number) =>
  db.rows<SaidVersion>(sql`
    select v.entered_measure_version_id as "versionId", v.name, v.unit, v.definition, v.source, po.title as owner, v.frequency,
           v.due_after_days as "dueAfterDays", v.is_ended as "isEnded", v.from_on as "from", v.why, p.name as "saidBy"
    from entered_measure_version v join person p on p.authority_id = v.authority_id and p.person_id = v.recorded_by
    left join post po on po.authority_id = v.authority_id and po.post_id = v.owner_post_id
    where v.entered_measure_id = ${enteredMeasureId} order by v.entered_measure_version_id desc`)

export type Definition = Pick<
  EnteredMeasure,
  'name' | 'unit' | 'polarity' | 'definition' | 'source' | 'ownerPostId' | 'frequency' | 'dueAfterDays'
>

/** Null where the authority enters it already, or counts one of its own of that name. */
export async function addEnteredMeasure(
  db: Db,
  doing: Doing,
  measure: string,
  definition: Definition,
): Promise<number | null> {
  const added = await db.maybe<{ id: number }>(sql`
    insert into entered_measure (authority_id, measure, added_on, recorded_by)
    select current_authority(), ${measure}, ${doing.on}, ${doing.personId}
    where not exists (select 1 from custom_measure c where c.measure = ${measure})
    on conflict (authority_id, measure) do nothing returning entered_measure_id as id`)
  if (!added) return null
  await addVersion(db, doing, added.id, definition, { isEnded: false, why: '' })
  await addEvent(db, doing, 'add-entered-measure', 'entered-measure', added.id, { measure })
  return added.id
}

export async function changeEnteredMeasure(
  db: Db,
  doing: Doing,
  enteredMeasureId: number,
  definition: Definition,
  { isEnded, why }: { isEnded: boolean; why: string },
) {
  await addVersion(db, doing, enteredMeasureId, definition, { isEnded, why })
  await addEvent(db, doing, 'change-entered-measure', 'entered-measure', enteredMeasureId, { isEnded })
}

const addVersion = (
  db: Db,
  doing: Doing,
  enteredMeasureId: number,
  { name, unit, polarity, definition, source, ownerPostId, frequency, dueAfterDays }: Definition,
  { isEnded, why }: { isEnded: boolean; why: string },
) =>
  db.run(sql`
    insert into entered_measure_version (authority_id, entered_measure_id, name, unit, polarity, definition, source, owner_post_id, frequency,
                                         due_after_days, is_ended, from_on, why, recorded_by)
    values (current_authority(), ${enteredMeasureId}, ${name}, ${unit}, ${polarity}, ${definition}, ${source}, ${ownerPostId}, ${frequency},
            ${dueAfterDays}, ${isEnded}, ${doing.on}, ${why}, ${doing.personId})`)

type FigureRow = Omit<EnteredFigure, 'period'> & { from: Day; to: Day }

/** Everything that was entered of a measure by the end of a day, corrections too, in the order it was said; of every measure where none is named. */
export async function listEnteredFigures(
  db: Db,
  { enteredMeasureId, asAt }: { enteredMeasureId?: number; asAt: Day },
): Promise<EnteredFigure[]> {
  const rows = await db.rows<FigureRow>(sql`
    select f.entered_figure_id as "figureId", f.entered_measure_id as "enteredMeasureId", f.period_from as "from", f.period_to as "to",
           f.numerator::float8 as numerator, f.denominator::float8 as denominator, f.value::float8 as value, f.note, f.said_on as said, p.name as "saidBy"
    from entered_figure f join person p on p.authority_id = f.authority_id and p.person_id = f.recorded_by
    where f.said_on <= ${asAt} ${enteredMeasureId === undefined ? sql`` : sql`and f.entered_measure_id = ${enteredMeasureId}`}
    order by f.entered_figure_id`)
  return rows.map(({ from, to, ...figure }) => ({ ...figure, period: { from, to } }))
}

/** A figure for a period; a correction where it has one. The share is worked out from its two numbers. */
export async function addEnteredFigure(
  db: Db,
  doing: Doing,
  { enteredMeasureId, versionId, unit }: Pick<EnteredMeasure, 'enteredMeasureId' | 'versionId' | 'unit'>,
  { period, note, ...given }: GivenFigure & { period: Period; note: string },
) {
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into entered_figure (authority_id, entered_measure_id, entered_measure_version_id, period_from, period_to, numerator, denominator,
                                  value, note, said_on, recorded_by, post_id)
      values (current_authority(), ${enteredMeasureId}, ${versionId}, ${period.from}, ${period.to}, ${given.numerator}, ${given.denominator},
              ${valueOf(unit, given)}, ${note}, ${doing.on}, ${doing.personId}, ${doing.postId})
      returning entered_figure_id as id`,
    'figure just entered',
  )
  await addEvent(db, doing, 'enter-figure', 'entered-measure', enteredMeasureId, { figure: id, to: period.to })
}

/** Takes the figure of a period back: the period has none again, and what was entered stays in the history. */
export async function takeBackFigure(
  db: Db,
  doing: Doing,
  { enteredMeasureId, versionId }: Pick<EnteredMeasure, 'enteredMeasureId' | 'versionId'>,
  period: Period,
  note: string,
) {
  await db.run(sql`
    insert into entered_figure (authority_id, entered_measure_id, entered_measure_version_id, period_from, period_to, note, said_on, recorded_by, post_id)
    values (current_authority(), ${enteredMeasureId}, ${versionId}, ${period.from}, ${period.to}, ${note}, ${doing.on}, ${doing.personId}, ${doing.postId})`)
  await addEvent(db, doing, 'take-back-figure', 'entered-measure', enteredMeasureId, { to: period.to })
}
