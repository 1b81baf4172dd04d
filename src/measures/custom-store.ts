/** Measures of an authority's own, kept: a change, a trial, taking into use and withdrawing are each a later version, and what was stays. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { type CustomDefinition, problemsOf, readKeptDefinition } from './custom-definition.ts'
import type { CustomExample } from './custom-example.ts'
import { customMeasure } from './custom-measure.ts'
import type { Measure } from './measure.ts'
import type { Doing } from './target-store.ts'

export const CUSTOM_STATE = { tried: 'Being tried', used: 'In use', withdrawn: 'Withdrawn' } as const
export type CustomState = keyof typeof CUSTOM_STATE

export type CustomSaid = {
  customMeasureId: number
  /** `own/duty-visits`. */
  measure: string
  number: number
  state: CustomState
  definition: CustomDefinition
  examples: CustomExample[]
  why: string
  said: Day
  saidBy: string
}

const versions = sql`
  select m.custom_measure_id as "customMeasureId", m.measure, v.number, v.state, v.definition, v.examples, v.why, v.said_on as said, p.name as "saidBy"
  from custom_measure m join custom_measure_version v using (authority_id, custom_measure_id)
  join person p on p.authority_id = v.authority_id and p.person_id = v.recorded_by`

/** The last version of each, by name. */
export async function listCustomMeasures(db: Db): Promise<CustomSaid[]> {
  const rows = await db.rows<CustomSaid>(sql`
    select * from (select distinct on ("customMeasureId") * from (${versions}) each order by "customMeasureId", number desc) last`)
  return rows.sort((one, other) => one.definition.name.localeCompare(other.definition.name, 'en-GB'))
}

/** Every version of one, the last first. Throws `NotFound`. */
export async function listCustomVersions(db: Db, customMeasureId: number): Promise<[CustomSaid, ...CustomSaid[]]> {
  const [last, ...earlier] = await db.rows<CustomSaid>(
    sql`${versions} where m.custom_measure_id = ${customMeasureId} order by v.number desc`,
  )
  if (!last) throw new NotFound(`measure of our own ${customMeasureId}`)
  return [last, ...earlier]
}

/**
 * The measures of its own that an authority has used by the end of a day, each by the last version that was taken into use; `isUsed` until
 * one is withdrawn.
 */
export async function ownMeasures(db: Db, asAt: Day | null = null): Promise<{ measure: Measure; isUsed: boolean }[]> {
  const rows = await db.rows<CustomSaid & { isUsed: boolean }>(sql`
    select * from (
      select distinct on ("customMeasureId") each.*, not exists (
        select 1 from custom_measure_version w
        where w.custom_measure_id = each."customMeasureId" and w.number > each.number and w.state = 'withdrawn'
          and (${asAt}::date is null or w.said_on <= ${asAt}::date)) as "isUsed"
      from (${versions}) each where state = 'used' and (${asAt}::date is null or said <= ${asAt}::date)
      order by "customMeasureId", number desc) last
    order by "customMeasureId"`)
  return rows.flatMap(({ customMeasureId, measure: id, number, said, definition: kept, isUsed }) => {
    const definition = readKeptDefinition(kept)
    return definition === null
      ? []
      : [{ measure: customMeasure({ id, customMeasureId, number, from: said, definition }), isUsed }]
  })
}

/** Null where a measure of the authority's own, counted or entered, is called so already. Throws where the definition cannot be counted. */
export async function addCustomMeasure(
  db: Db,
  doing: Doing,
  measure: string,
  definition: CustomDefinition,
): Promise<number | null> {
  const added = await db.maybe<{ id: number }>(sql`
    insert into custom_measure (authority_id, measure, recorded_by)
    select current_authority(), ${measure}, ${doing.personId}
    where not exists (select 1 from entered_measure e where e.measure = ${measure})
    on conflict (authority_id, measure) do nothing returning custom_measure_id as id`)
  if (!added) return null
  await addVersion(db, doing, added.id, { state: 'tried', definition, examples: [], why: '' })
  await addEvent(db, doing, 'add-custom-measure', 'custom-measure', added.id, { measure })
  return added.id
}

const DONE: Record<CustomState, string> = {
  tried: 'change-custom-measure',
  used: 'use-custom-measure',
  withdrawn: 'withdraw-custom-measure',
}

type Version = Pick<CustomSaid, 'state' | 'definition' | 'examples' | 'why'>

export async function changeCustomMeasure(db: Db, doing: Doing, customMeasureId: number, version: Version) {
  await addVersion(db, doing, customMeasureId, version)
  await addEvent(
    db,
    doing,
    DONE[version.state],
    'custom-measure',
    customMeasureId,
    { state: version.state },
    version.why,
  )
}

/** The number is the next one of the measure; two at once get two numbers, or the later is refused. */
async function addVersion(
  db: Db,
  doing: Doing,
  customMeasureId: number,
  { state, definition, examples, why }: Version,
) {
  const problems = problemsOf(definition)
  if (problems.length > 0) throw new Error(`a measure that cannot be counted: ${problems[0]!.text}`)
  await db.run(sql`
    insert into custom_measure_version (authority_id, custom_measure_id, number, state, definition, examples, why, said_on, recorded_by, post_id)
    select current_authority(), ${customMeasureId}, coalesce(max(number), 0) + 1, ${state}, ${JSON.stringify(definition)}::text::jsonb,
           ${JSON.stringify(examples)}::text::jsonb, ${why}, ${doing.on}, ${doing.personId}, ${doing.postId}
    from custom_measure_version where custom_measure_id = ${customMeasureId}`)
}
