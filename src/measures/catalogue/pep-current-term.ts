/** Looked after children whose personal education plan was reviewed this term or the last. */
import { clockNamed } from '../clocks.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { carePeriods, lookedAfterOn } from '../histories/care-periods.ts'
import {
  arePlansRecordedBy,
  educationPlansOf,
  isOfAge,
  PLAN_AGES,
  termAfter,
  termsAt,
} from '../histories/education-plans.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { counting, type Running, runningTo } from '../running.ts'

const CLOCK = clockNamed('pep-term')!

/** In the term after each plan. Until there is a first one, that is what is due, and has a clock of its own. */
const plans = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
    if (isShortBreaks) return []
    const held = educationPlansOf(history, personId).filter(on => on >= from && on <= (until ?? Infinity))
    const terms = new Map(held.flatMap(on => [termAfter(history, on) ?? []].flat().map(term => [term.from, term])))
    return [...terms.values()].flatMap((term): Running[] => {
      if (term.from >= (until ?? Infinity) || !isOfAge(history, personId, term.to, settings)) return []
      const facts = { start: term.from, termEndsOn: term.to }
      const began = { id: `${id}/${term.from}`, personId, facts, done: held.find(on => on >= term.from) ?? null, ended: until } // prettier-ignore
      return [runningTo(CLOCK, began, term.to, history, settings)]
    })
  })

/** In the term before it is still in time while this term goes on; its last day is the last. */
const count: Count = (history, { asAt }, take, settings) => {
  const terms = termsAt(history, asAt)
  if (!terms) return
  const { current, previous } = terms
  const isRecorded = arePlansRecordedBy(history, previous.from)
  for (const period of lookedAfterOn(history, asAt).values()) {
    const isCounted = isOfAge(history, period.personId, asAt, settings)
    if (isCounted === false || (history.calendar.elapsed(period.from, asAt) ?? 0) < 20) continue
    const one = { ...caseOfCare(period), due: current.to }
    if (isCounted === null || !isRecorded) {
      take(one, 'excluded', 1, isRecorded ? 'The date of birth is not known' : 'not-recorded')
      continue
    }
    const last = educationPlansOf(history, period.personId).findLast(on => on <= asAt) ?? -Infinity
    if (last >= current.from) take(one, 'met')
    else take(one, last >= previous.from && asAt <= current.to ? 'open-in-time' : 'open-overdue')
  }
}

const inCare = (id: string, startedOn = '2015-01-05') => ({ id, personId: id, startedOn, startReason: 'S' as const })
const plan = (id: string, heldOn: string) => ({ id, personId: id, heldOn })

export default measure({
  id: 'pep-current-term',
  number: 63,
  name: 'Personal education plans up to date this term',
  area: 'education',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after for 20 working days or more, aged 3 to 17',
  counted: 'A plan was made or reviewed this term, or last term while this term goes on',
  leftOut:
    'Children only in short breaks; children in their first 20 working days in care; terms before plans were recorded at all; those whose date of birth is not known',
  rule: 'By the council’s own school terms; ordinary terms where it has set none',
  source: 'Promoting the education of looked-after and previously looked-after children (2018)',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'educationPlans.heldOn'],
  thresholds: { shape: 'higher', green: 95, amber: 90 },
  clock: 'pep-term',
  settings: PLAN_AGES,
  stateWords: { met: 'This term', 'open-in-time': 'Last term', 'open-overdue': 'Before last term, or never' },
  count: counting(plans, count),
  examples: [
    {
      that: 'on the first day of this term, on the first day of last term, the day before it, and never',
      records: {
        people: ['1', '2', '3', '4'].map(id => ({ id, bornOn: '2006-01-01' })),
        claEpisodes: ['1', '2', '3', '4'].map(id => inCare(id)),
        educationPlans: [plan('1', '2016-01-01'), plan('2', '2015-09-01'), plan('3', '2015-08-31')],
      },
      at: '2016-03-31',
      gives: {
        numerator: 2,
        denominator: 4,
        value: 50,
        states: { 1: 'met', 2: 'open-in-time', 3: 'open-overdue', 4: 'open-overdue' },
      },
    },
    {
      that: 'three today is counted, a day younger is not; 18 is not; 19 working days in care is not',
      records: {
        people: [
          { id: '1', bornOn: '2013-03-31' },
          { id: '2', bornOn: '2013-04-01' },
          { id: '3', bornOn: '1998-03-31' },
          { id: '4', bornOn: '2006-01-01' },
          { id: '5', bornOn: '2006-01-01' },
        ],
        claEpisodes: [inCare('1'), inCare('2'), inCare('3'), inCare('4', '2016-03-02'), inCare('5', '2016-03-01')],
        educationPlans: [plan('9', '2015-03-10'), ...['1', '2', '3', '4'].map(id => plan(id, '2016-03-10'))],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 5: 'open-overdue' } },
    },
  ],
})
