/** Looked after children who changed school in the middle of a school year. */
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { carePeriodsByChild, lookedAfterOn } from '../histories/care-periods.ts'
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import { wasOpenIn } from '../histories/span.ts'
import { ageAt, type History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

/** Moves from 1 August to 30 September are those between school years. */
const midYearMoves = (history: History): ReadonlyMap<string, readonly DayNumber[]> =>
  new Map(
    history.records.keyEvents
      .filter(({ kind }) => kind === 'school-move')
      .map(({ personId }) => [personId, daysOf(history, personId, 'school-move').filter(isMidYear)]),
  )

const isMidYear = (on: DayNumber) => !['08', '09'].includes(dayNumbered(on).slice(5, 7))

/** Moves count from when the child first came into care in the period, or from its beginning for a child who was in care. */
const count: Count = (history, { from, to, asAt }, take) => {
  const isRecorded = isRecordedBy(history, 'school-move', to)
  for (const period of lookedAfterOn(history, asAt).values()) {
    const { personId } = period
    const child = history.child(personId)
    const age = ageAt(child, asAt)
    if (age === null || age < 5 || age > 15) continue
    if (!isRecorded || child!.person.upn === null) {
      take(caseOfCare(period), 'excluded', 1, isRecorded ? 'No pupil number is recorded' : 'not-recorded')
      continue
    }
    const first = history
      .of(carePeriodsByChild)
      .get(personId)!
      .find(one => wasOpenIn(one, from, to))!
    const moves = history.of(midYearMoves).get(personId) ?? []
    take(caseOfCare(period), moves.some(on => on >= Math.max(from, first.from) && on <= to) ? 'met' : 'late')
  }
}

const pupil = (id: string, upn: string | null = 'A123') => ({ id, bornOn: '2006-01-01', upn })
const inCare = (id: string, startedOn = '2014-01-06') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const moved = (id: string, happenedOn: string) =>
  ({ id: `${id}-moved`, personId: id, kind: 'school-move', happenedOn }) as const

export default measure({
  id: 'cla-school-moves-mid-year',
  number: 67,
  name: 'Looked after children who changed school in mid-year',
  area: 'education',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['year-to-date', 'rolling-year'],
  outOf: 'Children aged 5 to 15 with a pupil number who are looked after at the end of the period',
  counted: 'One or more changes of school in the period, after coming into care and outside 1 August to 30 September',
  leftOut: 'Children only in short breaks; children without a pupil number',
  rule: '1 April to 31 March without August and September',
  source: 'DfE looked after statistics; Children’s Social Care National Framework',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'people.upn', 'keyEvents.happenedOn'],
  stateWords: { met: 'Changed school', late: 'Did not' },
  count,
  examples: [
    {
      that: 'on 31 July and 1 October counts, on 1 August and 30 September does not',
      records: {
        people: ['1', '2', '3', '4'].map(id => pupil(id)),
        claEpisodes: ['1', '2', '3', '4'].map(id => inCare(id)),
        keyEvents: [
          moved('1', '2015-07-31'),
          moved('2', '2015-08-01'),
          moved('3', '2015-09-30'),
          moved('4', '2015-10-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 4, value: 50, states: { 1: 'met', 2: 'late', 3: 'late', 4: 'met' } },
    },
    {
      that: 'before coming into care does not count, on the day does; without a pupil number the child is left out',
      records: {
        people: [pupil('1'), pupil('2'), pupil('3', null)],
        claEpisodes: ['1', '2', '3'].map(id => inCare(id, '2015-11-02')),
        keyEvents: [moved('1', '2015-11-01'), moved('2', '2015-11-02'), moved('3', '2015-11-03')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { 1: 'late', 2: 'met', 3: 'excluded' } },
    },
  ],
})
