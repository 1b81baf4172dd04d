/** A measure's figure as pages show it: with how many of how many, small numbers hidden from those who may not see children, and its rating. */
import { isSmall, HIDDEN, tellsSmall } from '../terms/small-number.ts'
import { Tag, type TagColour } from '../web/components.tsx'
import type { ShapeName } from '../web/shape.tsx'
import type { Figure } from './figure.ts'
import { halfUp } from './figure.ts'
import type { Measure } from './measure.ts'
import { RAG, type Rag, type RagColour } from './rag.ts'

type Shown = Pick<Figure, 'numerator' | 'denominator' | 'value'>

/** `87.4%`, `412`, `33.3 working days`, `no cases`; `hidesSmall` for those who may only see figures that tell nothing of a child. */
export function figureText(measure: Measure, figure: Shown, hidesSmall = false): string {
  const { value, denominator } = figure
  if (value === null) return measure.valued === 'rate' && denominator === null ? 'population not known' : 'no cases'
  if (hidesSmall && hides(measure, figure)) return measure.valued === 'count' ? HIDDEN : 'hidden: small numbers'
  const number = withCommas(halfUp(value, measure.valued === 'count' && Number.isInteger(value) ? 0 : 1))
  return measure.unit === '' || measure.unit === '%' ? `${number}${measure.unit}` : `${number} ${measure.unit}`
}

/** `214 of 245`; empty of a plain count, and where small numbers are hidden. */
export function partsText(measure: Measure, figure: Shown, hidesSmall = false): string {
  const { numerator, denominator } = figure
  if (denominator === null || measure.valued === 'count' || (hidesSmall && hides(measure, figure))) return ''
  if (measure.valued === 'mean') return `${withCommas(denominator)} cases`
  return `${withCommas(tidy(numerator))} of ${withCommas(tidy(denominator))}`
}

/** True where the figure would tell a number from 1 to 5. A rate by the whole area tells the number it is of. */
export const hides = ({ valued }: Measure, { numerator, denominator }: Shown): boolean =>
  valued === 'percentage'
    ? tellsSmall(numerator, denominator)
    : valued === 'mean'
      ? isSmall(denominator ?? 0)
      : isSmall(numerator)

const tidy = (number: number) => Number(number.toFixed(1))
const withCommas = (number: string | number) => String(number).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

export const FigureShown = ({
  measure,
  figure,
  hidesSmall = false,
}: {
  measure: Measure
  figure: Shown
  hidesSmall?: boolean
}) => {
  const parts = partsText(measure, figure, hidesSmall)
  return (
    <>
      <span class="gt-figure">{figureText(measure, figure, hidesSmall)}</span>
      {parts && <span class="gt-figure__of"> {parts}</span>}
    </>
  )
}

const RAG_TAG: Record<RagColour, { colour: TagColour; shape: ShapeName }> = {
  green: { colour: 'green', shape: 'tick' },
  amber: { colour: 'orange', shape: 'half' },
  red: { colour: 'red', shape: 'cross' },
}

/** Words and a shape, with the colour; nothing where the measure is not rated. Small numbers are said. */
export const RagTag = ({ rag }: { rag: Rag }) =>
  rag.colour === null ? null : (
    <Tag {...RAG_TAG[rag.colour]}>
      {RAG[rag.colour]}
      {rag.isFew && ' (small numbers)'}
    </Tag>
  )
