/** Figures in which something about somebody is a case, by name: of the catalogue, and of the authority's own. */
import { nameMeasures } from '../../measures/name-measures.ts'
import type { Db } from '../../store/database.ts'
import type { Counted } from './child-store.ts'
import { type Part, partOf } from './copy.ts'

export type CountedIn = Counted & { name: string }

export async function namedFigures(db: Db, counted: readonly Counted[]): Promise<CountedIn[]> {
  const names = await nameMeasures(
    db,
    counted.map(({ measure }) => measure),
  )
  return counted.map(one => ({ ...one, name: names.get(one.measure)?.text ?? one.measure }))
}

export const figuresPart = (figures: readonly CountedIn[], about: string): Part =>
  partOf<CountedIn>(
    { id: 'figures', heading: 'Counted in', about },
    [
      ['Figure', ({ name }) => name],
      ['Cases', ({ cases }) => String(cases)],
    ],
    figures,
  )
