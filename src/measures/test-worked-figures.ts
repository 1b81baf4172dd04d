/** Answers to the worked examples of the specification that are about figures: records are made from their words, and the measure counts them. */
import { day } from '../terms/day.ts'
import { dayNumber, dayNumbered } from '../terms/day-number.ts'
import { measureNamed } from './catalogue.ts'
import { casesOf, type Figure, figureOf } from './figure.ts'
import { historyOf, USUAL_CIRCUMSTANCES } from './history.ts'
import { settingsOf } from './measure.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import type { PeriodKind } from './window.ts'
import { periodTo, windowOf } from './window.ts'

const AS_AT = day('2016-03-31')

/** The figure of a measure over records, in the period of its first kind that ends with the last of March 2016. */
export function figureIn(id: string, records: ExampleRecords, period?: PeriodKind): Figure & { late: number } {
  const measure = measureNamed(id)!
  const history = historyOf(recordsOf(records, AS_AT))
  const window = windowOf(periodTo(period ?? measure.periods[0]!, AS_AT), AS_AT)
  const settings = settingsOf(measure)
  const late = casesOf(measure, history, window, settings).filter(({ state }) => state === 'late').length
  return { ...figureOf(measure, history, window, settings), late }
}

const numbersIn = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
const START = dayNumber(day('2016-01-04'))
const workingDayAfter = (count: number) => dayNumbered(USUAL_CIRCUMSTANCES.calendar.after(START, count)!)
const people = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`)

/** By the id of the example: from its `given`, in the shape of its `exp`. */
export const FIGURES: Record<string, (given: string) => unknown> = {
  M06: given => {
    const days = numbersIn(given)
    const startedOn = dayNumbered(START)
    const { value, median } = figureIn(
      'assessment-duration-mean',
      {
        assessments: days.map((count, at) => ({
          id: `a${at}`,
          personId: `${at}`,
          startedOn,
          authorisedOn: workingDayAfter(count),
        })),
      },
      'rolling-year',
    )
    return [value, median]
  },
  M08: () => figureIn('icpc-15wd', { section47s: [{ id: 's', personId: '1', startedOn: '2016-03-01' }] }).value,
  M18: given => {
    const [heldOnDay] = numbersIn(given)
    const siblings = people({ three: 3 }[/(\w+) siblings/.exec(given)![1]!]!)
    const { denominator, late } = figureIn(
      'icpc-15wd',
      {
        section47s: siblings.map(id => ({ id: `s${id}`, personId: id, startedOn: dayNumbered(START) })),
        conferences: siblings.map(id => ({
          id: `i${id}`,
          personId: id,
          section47Id: `s${id}`,
          meetingId: 'm',
          heldOn: workingDayAfter(heldOnDay!),
        })),
      },
      'rolling-year',
    )
    return denominator === late ? late : { denominator, late }
  },
  M20: given => {
    const [all, shortBreaks] = numbersIn(given)
    const children = people(all!)
    return figureIn('population-rate-10k/cla-count', {
      claEpisodes: children.map(id => ({ id: `e${id}`, personId: id, startedOn: '2015-06-01', startReason: 'S' })),
      legalStatuses: children.map((id, at) => ({
        id: `l${id}`,
        personId: id,
        status: at < shortBreaks! ? 'V4' : 'C2',
        fromOn: '2015-06-01',
      })),
    }).value
  },
}
