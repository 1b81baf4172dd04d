/** What an authority may set something of: every measure of the catalogue, those of its own, and those that it enters. */
import type { Db } from '../store/database.ts'
import { NotFound } from '../store/not-found.ts'
import { measureNamed } from './catalogue.ts'
import type { EnteredMeasure } from './entered-measure.ts'
import { listEnteredMeasures } from './entered-store.ts'
import { figureInWords } from './figure-words.ts'
import { halfUp } from './figure.ts'
import { type Measure, MEASURE_AREA, type Polarity, type Thresholds } from './measure.ts'
import { catalogueOf } from './whole-catalogue.ts'

export type Settable = {
  id: string
  name: string
  /** `Child protection`; `Entered by hand`. */
  area: string
  unit: string
  polarity: Polarity
  thresholds: Thresholds
  /** The measure itself, which declares what may be set; null of one that is entered. */
  measure: Measure | null
  entered: EnteredMeasure | null
}

const ofCatalogue = (measure: Measure): Settable => ({
  id: measure.id,
  name: measure.name,
  area: MEASURE_AREA[measure.area],
  unit: measure.unit,
  polarity: measure.polarity,
  thresholds: measure.thresholds,
  measure,
  entered: null,
})

const ofEntered = (entered: EnteredMeasure): Settable => ({
  id: entered.measure,
  name: entered.name,
  area: 'Entered by hand',
  unit: entered.unit,
  polarity: entered.polarity,
  thresholds: measureNamed(entered.measure)?.thresholds ?? { shape: 'none' },
  measure: null,
  entered,
})

/** The catalogue in its order, then what is entered; a measure of the catalogue that is entered stands as what is entered. */
export async function listSettable(db: Db): Promise<Settable[]> {
  const [entered, { measures }] = [await listEnteredMeasures(db), await catalogueOf(db)]
  const taken = new Set(entered.map(({ measure }) => measure))
  return [
    ...measures.filter(({ id }) => !taken.has(id)).map(ofCatalogue),
    ...entered.filter(({ isEnded }) => !isEnded).map(ofEntered),
  ]
}

/** Throws `NotFound`. */
export async function findSettable(db: Db, id: string): Promise<Settable> {
  const found = (await listSettable(db)).find(one => one.id === id)
  if (!found) throw new NotFound('such measure')
  return found
}

/** A figure of the measure: percentages to one decimal, half up. */
export const written = (unit: string) => (figure: number) =>
  unit === '%' ? `${halfUp(figure)}%` : figureInWords(figure, unit)

/** A target or milestone: `90%`, `9 to 12 months`. Nothing is added to what was set: 90, not 90.0. */
export const goalInWords = (unit: string, { value, upTo }: { value: number; upTo: number | null }): string =>
  upTo === null ? figureInWords(value, unit) : `${value} to ${figureInWords(upTo, unit)}`
