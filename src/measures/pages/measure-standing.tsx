/** How a measure stands, above the fold: the figure, what it is of, its target and rating, and what may be said of it. */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import type { Asked } from '../../web/page.tsx'
import { casesAddress, periodAddress } from '../asked.ts'
import { figureText, FigureShown, partsText, RagTag } from '../figure-shown.tsx'
import { iconsOf } from '../icon.ts'
import { periodWords } from '../period-words.ts'
import type { KeptFigure } from '../run-store.ts'
import { assuranceInWords, variationInWords } from '../spc-words.ts'
import { PERIOD_KIND } from '../window.ts'
import { targetText } from './book.tsx'
import { Icon } from './signal-icon.tsx'
import type { MeasureShown } from './measure.tsx'

type Given = { shown: MeasureShown & { figure: KeptFigure }; hidesSmall: boolean; asked: Asked }

export const Standing = ({ shown, hidesSmall, asked }: Given) => {
  const { measure, line, figure } = shown
  const isLatest = figure === (line.latest ?? line.soFar)
  return (
    <div class="gt-standing">
      <p class="gt-standing__figure">
        <span class="gt-standing__number">{figureText(measure, figure, hidesSmall)}</span>{' '}
        <span class="gt-standing__of">{partsText(measure, figure, hidesSmall)}</span>
      </p>
      <p class="govuk-body">
        {periodWords(figure)}
        {line.target && ` · target ${targetText(measure.unit, line.target)}`} {isLatest && <RagTag rag={line.rag} />}
      </p>
      {figure.median !== null && (
        <p class="govuk-body">
          Median {figureText({ ...measure, valued: 'mean' }, { ...figure, value: figure.median })}.
        </p>
      )}
      {line.spc && isLatest && !(hidesSmall && measure.valued === 'count') && (
        <p class="govuk-body gt-standing__signal">
          <Icon {...iconsOf(line.spc).variation} /> {variationInWords(line.spc, wording(measure.unit))}{' '}
          {assuranceInWords(line.spc, wording(measure.unit))}
        </p>
      )}
      <Beside shown={shown} hidesSmall={hidesSmall} asked={asked} />
      <Periods shown={shown} />
      <Ways shown={shown} hidesSmall={hidesSmall} />
    </div>
  )
}

const wording = (unit: string) => ({ unit })

/** What is open and overdue, and what was left out: neither may hide behind a percentage. */
const Beside = ({ shown: { measure, figure }, hidesSmall, asked }: Given) => {
  const { openOverdue, excluded } = figure
  if (hidesSmall) return null
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

/** The same measure over its other periods, at the same end. */
const Periods = ({ shown: { measure, figures, figure } }: { shown: Given['shown'] }) =>
  measure.periods.length < 2 ? null : (
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
                {PERIOD_KIND[kind]}
              </a>{' '}
              <FigureShown measure={measure} figure={other} />
            </li>
          )
        )
      })}
    </ul>
  )

/** As reported then and as known now, where they differ. */
const Ways = ({ shown: { measure, ways }, hidesSmall }: { shown: Given['shown']; hidesSmall: boolean }) =>
  ways.length < 2 ? null : (
    <p class="govuk-body-s">
      Known differently before:{' '}
      {ways.map((way, at) => (
        <>
          {at > 0 && '; '}
          {figureText(measure, way, hidesSmall)}{' '}
          {partsText(measure, way, hidesSmall) && `(${partsText(measure, way, hidesSmall)}) `}from the extract of{' '}
          {shortDay(way.asAt)}
        </>
      ))}
      . What is recorded late, corrected or taken away changes what is known now, not what was reported then.
    </p>
  )
