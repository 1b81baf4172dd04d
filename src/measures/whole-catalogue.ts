/** The measures of an authority: the catalogue, and those that it made of its own. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import { ownMeasures } from './custom-store.ts'
import type { Measure } from './measure.ts'

export type Catalogue = {
  /** The catalogue in its order, then the authority's own that are in use. */
  readonly measures: readonly Measure[]
  /** By id; one of its own that was withdrawn is found too, for figures that were worked out by it. */
  readonly named: (id: string) => Measure | undefined
}

/** As it stands now, or stood at the end of a day. */
export async function catalogueOf(db: Db, asAt: Day | null = null): Promise<Catalogue> {
  const own = await ownMeasures(db, asAt)
  const byId = new Map(own.map(({ measure }) => [measure.id, measure]))
  const used = own.filter(({ isUsed }) => isUsed).map(({ measure }) => measure)
  return {
    measures: used.length === 0 ? WHOLE_CATALOGUE : [...WHOLE_CATALOGUE, ...used],
    named: id => measureNamed(id) ?? byId.get(id),
  }
}
