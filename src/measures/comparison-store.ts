/** With whom an authority compares itself, and how many children live there, kept as dated rows. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import { type Day } from '../terms/day.ts'
import { dayNumbered, type DayNumber } from '../terms/day-number.ts'
import type { ComparisonGroup } from './comparators.ts'
import { type Population, populationOf, type PopulationSettings } from './population.ts'
import type { Doing } from './target-store.ts'

export type ChosenGroup = ComparisonGroup & { groupId: number; from: Day; why: string; saidBy: string }

const groups = sql`
  select g.comparison_group_id as "groupId", g.own_area as authority, g.region, g.neighbours, g.model, g.from_on as "from", g.why, p.name as "saidBy"
  from comparison_group g join person p on p.authority_id = g.authority_id and p.person_id = g.recorded_by`

/** Every group that was ever chosen, the one said last first. */
export const listComparisonGroups = (db: Db) => db.rows<ChosenGroup>(sql`${groups} order by g.comparison_group_id desc`)

/** The group in force on a day; before one was chosen, England alone. */
export async function findComparisonGroup(db: Db, on: Day): Promise<ComparisonGroup> {
  const chosen = await db.maybe<ChosenGroup>(
    sql`${groups} where g.from_on <= ${on} order by g.from_on desc, g.comparison_group_id desc limit 1`,
  )
  return chosen ?? { authority: null, region: null, neighbours: [], model: 'own' }
}

export async function addComparisonGroup(
  db: Db,
  doing: Doing,
  { authority, region, neighbours, model, from, why }: ComparisonGroup & { from: Day; why: string },
) {
  const { groupId } = await db.one<{ groupId: number }>(
    sql`
      insert into comparison_group (authority_id, own_area, region, neighbours, model, from_on, why, recorded_by)
      values (current_authority(), ${authority}, ${region}, ${[...neighbours]}::text[], ${model}, ${from}, ${why}, ${doing.personId})
      returning comparison_group_id as "groupId"`,
    'comparison group just chosen',
  )
  await addEvent(db, doing, 'choose-comparison-group', 'comparison-group', groupId, { region, neighbours, model, from })
}

export type OwnPopulation = { year: number; children: number; source: string }

/** The authority's own figures, one a year: the latest said, without those taken back. */
export const listOwnPopulations = (db: Db) =>
  db.rows<OwnPopulation>(sql`
    select year, children, source from (
      select distinct on (year) year, children, source from authority_population order by year, authority_population_id desc
    ) latest where children is not null order by year desc`)

export type PopulationSaid = { year: number; children: number | null; source: string; at: Date; by: string }

/** Everything that was entered, the latest first; `children` is null where a year's figure was taken back. */
export const listPopulationsSaid = (db: Db) =>
  db.rows<PopulationSaid>(sql`
    select a.year, a.children, a.source, a.recorded_at as at, p.name as by from authority_population a
    join person p on p.authority_id = a.authority_id and p.person_id = a.recorded_by order by a.authority_population_id desc`)

/** `children` null takes the year's figure back. */
export async function addOwnPopulation(
  db: Db,
  doing: Doing,
  { year, children, source }: { year: number; children: number | null; source: string },
) {
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into authority_population (authority_id, year, children, source, recorded_by)
      values (current_authority(), ${year}, ${children}, ${source}, ${doing.personId}) returning authority_population_id as id`,
    'population just added',
  )
  await addEvent(db, doing, 'enter-population', 'authority-population', id, { year })
}

/** What rates are worked out with: the authority's own figures and, where it is a published one, the ONS's. */
export async function findPopulationSettings(db: Db, on: Day): Promise<PopulationSettings> {
  const [group, own] = await Promise.all([findComparisonGroup(db, on), listOwnPopulations(db)])
  return { authority: group.authority, own }
}

/** For a history of records: the population known at the end of a day. */
export const populationBy =
  (settings: PopulationSettings) =>
  (on: DayNumber): Population | null =>
    populationOf(settings, dayNumbered(on))
