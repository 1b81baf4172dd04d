/** A figure as it was reported and as it is known: every way it has been known, and which cases made the difference. */
import { counted } from '../../terms/count-words.ts'
import { capital } from '../../terms/first-letter.ts'
import { dayInLondon, shortDay, weekday } from '../../terms/day.ts'
import { Empty, InsetText } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { periodAddress } from '../asked.ts'
import { stateWords } from '../case-list.ts'
import type { Standing } from '../explain-difference.ts'
import { figureText, partsText } from '../figure-shown.tsx'
import type { FoundDifference, HolidayDifference, SeenChange, What } from '../find-difference.ts'
import type { Measure } from '../measure.ts'
import { periodWords } from '../period-words.ts'
import type { ShownFigure } from '../public-figures.ts'
import type { MeasureShown } from './measure.tsx'

/** Nothing where the figure has only ever been known one way. */
type Given = { shown: MeasureShown & { figure: ShownFigure }; isPublic: boolean }

export const ReportedThen = ({ shown, isPublic }: Given) => {
  const { measure, ways, figure, difference } = shown
  if (ways.length < 2) return null
  return (
    <section class="gt-section" id="then">
      <h2 class="govuk-heading-m">As reported then, as known now</h2>
      <p class="govuk-body">
        What is recorded late, corrected or taken away changes what is known of {periodWords(figure)}, not what was
        reported.{isPublic && ' A correction of one to five cases is shown once it is of more.'}
      </p>
      <Table
        caption="Every way this figure has been known"
        captionHidden
        rows={[...ways].reverse()}
        columns={[
          {
            heading: 'From the extract of',
            names: true,
            cell: way =>
              `${shortDay(way.asAt)}${isAgain(ways, way) ? `, worked out again ${shortDay(dayInLondon(way.knownAt))}` : ''}`,
          },
          { heading: 'Figure', number: true, cell: way => figureText(measure, way) },
          { heading: 'Of', number: true, cell: way => partsText(measure, way) },
          {
            heading: 'Why',
            cell: way =>
              way === ways.at(-1) ? (
                'As known now'
              ) : isPublic ? (
                ''
              ) : (
                <a
                  class="govuk-link"
                  href={`${periodAddress(measure.id, figure, { explain: String(way.firstRun) })}#then`}
                >
                  What changed since<span class="govuk-visually-hidden"> {shortDay(way.asAt)}</span>
                </a>
              ),
          },
        ]}
      />
      {difference && <Difference measure={measure} difference={difference} />}
    </section>
  )
}

/** The extract had been worked out before: a setting, a definition or the bank holidays changed, not the records. */
const isAgain = (ways: MeasureShown['ways'], way: MeasureShown['ways'][number]) =>
  ways.some(other => other.asAt === way.asAt && other.firstRun < way.firstRun)

const Difference = ({ measure, difference }: { measure: Measure; difference: FoundDifference }) => {
  const { from, to, holidays, counts, seen, unseen } = difference
  return (
    <>
      <h3 class="govuk-heading-s">
        {from === to
          ? `Between the two workings out of the extract of ${shortDay(to)}`
          : `Between the extracts of ${shortDay(from)} and ${shortDay(to)}`}
      </h3>
      {holidays && <Holidays {...holidays} />}
      <p class="govuk-body">{counts === null ? TOO_SHORT : inWords(counts)}</p>
      {seen !== null && seen.length > 0 && (
        <Table<SeenChange>
          caption={seen.length === 1 ? '1 case' : `${seen.length} cases`}
          rows={[...seen]}
          empty={<Empty title="No case" />}
          columns={[
            {
              heading: 'Child',
              names: true,
              cell: ({ child, caseRef, personId }) =>
                child === null ? (
                  caseRef
                ) : (
                  <>
                    <a class="govuk-link" href={`/children/${child.address}`}>
                      {child.name}
                    </a>{' '}
                    <span class="gt-figure__of">{personId}</span>
                  </>
                ),
            },
            { heading: 'What happened', cell: ({ what }) => WHAT[what] },
            { heading: 'Then', cell: ({ then }) => stood(measure, then) },
            { heading: 'Now', cell: ({ now }) => stood(measure, now) },
          ]}
        />
      )}
      {unseen > 0 && (
        <p class="govuk-body">
          {counted(unseen, 'case is', 'cases are').replace(/^./, first => first.toUpperCase())} of children whom your
          post does not reach.
        </p>
      )}
    </>
  )
}

/** The cause that no record shows: another table of bank holidays. */
const Holidays = ({ was, is, added, takenAway, moved }: HolidayDifference) => {
  const days = [
    ...added.map(one => `${dayWords(one)} was added`),
    ...takenAway.map(one => `${dayWords(one)} was taken away`),
  ]
  return (
    <InsetText>
      <p class="govuk-body">
        The bank holidays changed between them{days.length > 0 && `: ${days.slice(0, MOST_DAYS).join('; ')}`}
        {days.length > MOST_DAYS && ` and ${days.length - MOST_DAYS} more`}. {moved !== null && movedWords(moved)}
      </p>
      <p class="gt-small">
        Then: {was}. Now: {is}.
      </p>
    </InsetText>
  )
}

const MOST_DAYS = 4
const dayWords = ({ on, name }: HolidayDifference['added'][number]) => `${weekday(on)} ${shortDay(on)} (${name})`
const movedWords = (moved: number) =>
  moved === 0
    ? 'That alone moves no case of this figure.'
    : `That alone makes ${counted(moved, 'case')} of the records of then stand otherwise.`

const WHAT: Record<What, string> = {
  came: 'Counted now, not then',
  went: 'Counted then, not now',
  changed: 'Counts otherwise',
}

const TOO_SHORT = 'One of the two extracts does not reach back to this period, so its cases cannot be told.'

/** `three cases came, one went, and two count otherwise.` */
function inWords({ came, went, changed }: Record<What, number>): string {
  if (came + went + changed === 0) return 'No case came, went or counts otherwise: the definition, a setting, the bank holidays or what it is divided by changed.'
  const said = [
    ...(came > 0 ? [`${counted(came, 'case')} came`] : []),
    ...(went > 0 ? [`${counted(went, 'case')} went`] : []),
    ...(changed > 0 ? [`${counted(changed, 'case')} ${changed === 1 ? 'counts' : 'count'} otherwise`] : []),
  ]
  return capital(`${said.join(', ')}.`)
} // prettier-ignore

const stood = (measure: Measure, standing: Standing | null): string =>
  standing === null ? 'Not in the figure' : `${stateWords(measure, standing.state, standing.because)}${lengthWords(measure, standing)}` // prettier-ignore

const lengthWords = ({ valued, unit }: Measure, { state, amount }: Standing): string =>
  valued === 'mean' && state !== 'excluded' ? `, ${amount} ${unit}` : ''
