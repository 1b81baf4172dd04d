/** A measure's figure as pages show it: with how many of how many, and its rating. What is hidden (`public-figures.ts`) is said to be. */
import { Tag, type TagColour } from '../web/components.tsx'
import type { ShapeName } from '../web/shape.tsx'
import { halfUp } from './figure.ts'
import type { Measure } from './measure.ts'
import type { ShownFigure } from './public-figures.ts'
import { RAG, type Rag, type RagColour } from './rag.ts'

type Shown = Pick<ShownFigure, 'numerator' | 'denominator' | 'value' | 'isHidden'>

/** `87.4%`, `412`, `33.3 working days`, `no cases`. */
export function figureText(measure: Measure, { value, denominator, isHidden }: Shown): string {
  if (isHidden) return HIDDEN_FIGURE
  if (value === null) return measure.valued === 'rate' && denominator === null ? 'population not known' : 'no cases'
  const number = withCommas(halfUp(value, measure.valued === 'count' && Number.isInteger(value) ? 0 : 1))
  return measure.unit === '' || measure.unit === '%' ? `${number}${measure.unit}` : `${number} ${measure.unit}`
}

/** What stands in the place of a figure that would tell a number from 1 to 5. */
export const HIDDEN_FIGURE = 'hidden: small numbers'

/** `214 of 245`; empty of a plain count, of no cases, and of what is hidden. */
export function partsText(measure: Measure, { numerator, denominator, isHidden }: Shown): string {
  if (isHidden || !denominator || measure.valued === 'count') return ''
  if (measure.valued === 'mean') return counted(denominator)
  return `${withCommas(tidy(numerator))} of ${withCommas(tidy(denominator))}`
}

/** Open and overdue beside a figure: nothing where there is none. */
export const overdueText = ({
  openOverdue,
  hidesOverdue,
}: Pick<ShownFigure, 'openOverdue' | 'hidesOverdue'>): string =>
  hidesOverdue ? 'hidden' : openOverdue === 0 ? '' : withCommas(openOverdue)

const counted = (cases: number) => (cases === 1 ? '1 case' : `${withCommas(cases)} cases`)
const tidy = (number: number) => Number(number.toFixed(1))
const withCommas = (number: string | number) => String(number).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

export const FigureShown = ({ measure, figure }: { measure: Measure; figure: Shown }) => {
  const parts = partsText(measure, figure)
  return (
    <>
      <span class={`gt-figure${figure.isHidden ? ' gt-figure--hidden' : ''}`}>{figureText(measure, figure)}</span>
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
