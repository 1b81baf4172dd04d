/** Which numbers of children a figure tells: those counted, those it is of, and those that are left. */
import { isSmall, tellsSmall } from '../terms/small-number.ts'
import type { Measure } from './measure.ts'
import type { KeptFigure } from './run-store.ts'

export type Told = Pick<KeptFigure, 'numerator' | 'denominator'>

/** `rest` is what counts but was not met: none of what is no share. */
export const PARTS = {
  numerator: ({ numerator }: Told) => numerator,
  denominator: ({ denominator }: Told) => denominator ?? 0,
  rest: ({ numerator, denominator }: Told) => (denominator === null ? 0 : denominator - numerator),
} as const
export type Part = keyof typeof PARTS
export const parts = Object.keys(PARTS) as Part[]

/** True where the figure itself would tell a number from 1 to 5. A rate by the whole area tells the number it is of. */
export const tells = ({ valued }: Pick<Measure, 'valued'>, { numerator, denominator }: Told): boolean =>
  valued === 'percentage'
    ? tellsSmall(numerator, denominator)
    : valued === 'mean'
      ? isSmall(denominator ?? 0)
      : isSmall(numerator)

/** True where taking one from the other would tell such a number. */
export const differBySmall = (one: Told, other: Told, by: readonly Part[] = parts): boolean =>
  by.some(part => isSmall(Math.abs(PARTS[part](one) - PARTS[part](other))))
