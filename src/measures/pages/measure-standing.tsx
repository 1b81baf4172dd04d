/** How a measure stands, above the fold: the figure, what it is of, its target and rating, and what may be said of it. */
import { capital } from '../../terms/first-letter.ts'
import { may } from '../../terms/permission.ts'
import type { Asked } from '../../web/page.tsx'
import { casesAddress, periodAddress } from '../asked.ts'
import { figureText, FigureShown, partsText, RagTag } from '../figure-shown.tsx'
import { iconsOf } from '../icon.ts'
import { periodWords } from '../period-words.ts'
import type { ShownFigure } from '../public-figures.ts'
import { goalInWords } from '../settable.ts'
import { assuranceInWords, variationInWords } from '../spc-words.ts'
import { PERIOD_KIND } from '../window.ts'
import { Icon } from './signal-icon.tsx'
import type { MeasureShown } from './measure.tsx'

type Given = { shown: MeasureShown & { figure: ShownFigure }; asked: Asked }

export const Standing = ({ shown, asked }: Given) => {
  const { measure, line, figure } = shown
  const isLatest = figure === (line.latest ?? line.soFar)
  return (
    <div class="gt-standing">
      <p class="gt-standing__figure">
        <span class={figure.isHidden ? 'gt-standing__of' : 'gt-standing__number'}>{figureText(measure, figure)}</span>{' '}
        <span class="gt-standing__of">{partsText(measure, figure)}</span>
      </p>
      <p class="govuk-body">
        {periodWords(figure)}
        {line.target && ` · target ${goalInWords(measure.unit, line.target)}`} {isLatest && <RagTag rag={line.rag} />}
      </p>
      {figure.median !== null && (
        <p class="govuk-body">
          Median {figureText({ ...measure, valued: 'mean' }, { ...figure, value: figure.median })}.
        </p>
      )}
      {line.spc && isLatest && !figure.isHidden && (
        <p class="govuk-body gt-standing__signal">
          <Icon {...iconsOf(line.spc).variation} /> {variationInWords(line.spc, wording(measure.unit))}{' '}
          {assuranceInWords(line.spc, wording(measure.unit))}
        </p>
      )}
      <Beside shown={shown} asked={asked} />
      <Periods shown={shown} />
    </div>
  )
}

const wording = (unit: string) => ({ unit })

/** What is open and overdue, and what was left out: neither may hide behind a percentage. */
const Beside = ({ shown: { measure, figure }, asked }: Given) => {
  const { openOverdue, excluded, hidesOverdue } = figure
  if (hidesOverdue) return null
  const mayOpen = may(asked.person, 'see-children')
  const linked = (text: string, state: string) =>
    mayOpen ? (
      <a class="govuk-link" href={casesAddress(measure.id, figure, { state })}>
        {text}
      </a>
    ) : (
      text
    )
  return (
    <p class="govuk-body">
      {measure.basis === 'completed' && measure.clock !== null && (
        <>
          {openOverdue === 0
            ? 'None open and overdue'
            : linked(`${openOverdue.toLocaleString('en-GB')} open and overdue`, 'open-overdue')}
          , which this figure does not count.{' '}
        </>
      )}
      {excluded > 0 && <>{linked(`${excluded.toLocaleString('en-GB')} left out`, 'excluded')}, each with the reason.</>}
    </p>
  )
}

/** The same measure over its other periods, at the same end or the last before it. */
const Periods = ({ shown: { measure, figures, figure } }: { shown: Given['shown'] }) =>
  figures.every(({ kind }) => kind === figure.kind) ? null : (
    <ul class="govuk-list gt-inline">
      {measure.periods.map(kind => {
        const other = figures.findLast(one => one.kind === kind && one.to <= figure.to)
        return (
          other && (
            <li>
              <a
                class="govuk-link"
                href={periodAddress(measure.id, other)}
                {...(kind === figure.kind && { 'aria-current': 'true' })}
              >
                {other.to === figure.to ? PERIOD_KIND[kind] : capital(periodWords(other))}
              </a>{' '}
              <FigureShown measure={measure} figure={other} />
            </li>
          )
        )
      })}
    </ul>
  )
