/**
 * The worked examples of the specification (`../shared/examples/worked-examples.json`, beside the checkout) that are about dates and
 * clocks, and those about figures. Each is read from its own words: the dates come out of `given`, the answer is worked out, and only then compared with `exp`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { addMonths, type Day, day, daysBetween, weekday } from '../terms/day.ts'
import { birthday, dayNumber, dayNumbered } from '../terms/day-number.ts'
import type { Counting, Length } from '../terms/length-of-time.ts'
import { HOUR, londonTime, readInstant } from '../terms/london-time.ts'
import { isWithin, monthsEnding, yearEnding } from '../terms/period.ts'
import { workingDays } from '../terms/working-day.ts'
import { type Clock, dueDay, lastDayInTime } from './clock.ts'
import { chainOf } from './clock-chain.ts'
import { readFacts, type TypedFacts } from './clock-facts.ts'
import { stateOf } from './clock-state.ts'
import { clockNamed } from './clocks.ts'
import { eligibleOn } from './clocks/pp-initial.ts'
import { CARE_FIGURES } from './test-worked-care.ts'
import { FIGURES } from './test-worked-figures.ts'
import { PEOPLE_FIGURES } from './test-worked-people.ts'

type Example = { id: string; section: string; rule: string; given: string; expected: string; exp: unknown }

const FILE = join(import.meta.dirname, '../../../shared/examples/worked-examples.json')
const examples: Example[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []
if (examples.length === 0) console.warn(`${FILE} is not there: the worked examples are not tested`)

const calendar = workingDays(BANK_HOLIDAYS)
const number = (on: Day) => dayNumber(on)
const by = (dayCount: Counting['dayCount'] = 'exclusive'): Counting => ({ calendar, dayCount })

/** Every date written in the words, in order: `Mon 7 Sep 2015`, `2015-08-31`, `15 Feb`, which has the year of the date before it. */
function daysIn(text: string): Day[] {
  const found: Day[] = []
  const written =
    /(\d{4})-(\d\d)-(\d\d)|\b(\d{1,2}(?:, \d{1,2})*) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: (\d{4}))?/g
  const all = [...text.matchAll(written)]
  for (const [at, [, y, m, d, dates, month, year]] of all.entries()) {
    if (y) found.push(day(`${y}-${m}-${d}`))
    else {
      const near = year ?? found.at(-1)?.slice(0, 4) ?? all.slice(at).find(each => each[6])![6]!
      for (const date of dates!.split(', ')) found.push(day(`${near}-${MONTHS[month!]}-${date.padStart(2, '0')}`))
    }
  }
  return found
}
const MONTHS: Record<string, string> = Object.fromEntries(
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map((name, at) => [name, String(at + 1).padStart(2, '0')]),
)

const due = (id: string, start: Day, given: TypedFacts = {}, dayCount?: Counting['dayCount']): Day =>
  dayNumbered(dueDay(clockNamed(id)!, readFacts(number(start), given), by(dayCount))!)
const arrangeBy = (on: Day): Day => dayNumbered(calendar.onOrBefore(number(on))!)
const elapsed = (from: Day, to: Day) => calendar.elapsed(number(from), number(to))

type What = { start: Day; due: Day; done?: Day; ended?: Day; asAt?: Day }
function state(id: string, { start, due, done, ended, asAt = day('2028-12-31') }: What) {
  const clock = clockNamed(id) as Clock
  const lastInTime = lastDayInTime(clock, number(due), 'due-date', by())
  const given = {
    start: number(start),
    lastInTime,
    stopped: done ? number(done) : null,
    ended: ended ? number(ended) : null,
  }
  return stateOf(clock, given, number(asAt))
}
/** `in time`, `late 3d`. */
const words = (id: string, what: What) => {
  const { state: stands, over } = state(id, what)
  return stands === 'met' ? 'in time' : stands === 'late' ? `late ${over}d` : stands
}
/** The due days and how each was met, of things held one after another. */
const held = (id: string, start: Day, on: Day[], chain?: 'actual' | 'fixed', given: TypedFacts = {}) =>
  chainOf(clockNamed(id)!, readFacts(number(start), given), on.map(number), by(), chain).map(
    ({ clock, start, due, held }) => ({
      due: dayNumbered(due!),
      words:
        held === null
          ? 'open'
          : words(clock.id, { start: dayNumbered(start), due: dayNumbered(due!), done: dayNumbered(held) }),
    }),
  )

/** Times as they are written, `Fri 18 Nov 2016 16:30` and `Mon 21 Nov 09:00`, each with its zone where one is given. */
function timesIn(text: string, year: string): number[] {
  const written = /(\d{1,2}) (\w{3}) ?(\d{4})? (\d\d:\d\d)( BST| GMT)?/g
  return [...text.matchAll(written)].map(([, date, month, own, time, zone = '']) =>
    at(`${own ?? year}-${MONTHS[month!]}-${date!.padStart(2, '0')}T${time}${zone}`),
  )
}
function at(text: string): number {
  const read = readInstant(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.instant
}
const hours = (id: string) => (clockNamed(id)!.due as Length).count * HOUR
const hoursBetween = (from: number, to: number) => (to - from) / HOUR

const CLOCKS_OF_RULE: Record<string, string> = {
  'assessments-45wd': 'assessment-45',
  'icpc-15wd': 'icpc-15',
  'cla-reviews-in-timescale (first)': 'cla-review-1',
  'iha-20wd': 'iha',
  'core-groups-in-timescale (first)': 'core-group-first',
  'front-door-decision-1wd': 'contact-decision',
  'cp-visits-in-timescale (local 10 wd), snapshot': 'cp-visit',
  'cp-visits-in-timescale, child not seen': 'cp-visit',
  'return to care starts a new clock': 'cla-review-1',
  'series of short breaks (reg 48)': 'short-break',
  'foster-carer-annual-review held early': 'foster-review',
  'LSCB improvements within 3 months of the notice': 'lscb-improve',
  'draft action plan after a focused visit, 20 working days': 'draft-plan-20',
  'clk-placement-notify (5 wd)': 'clk-placement-notify',
  'due date used in N03 for child d': 'iha',
  'local closure days': 'icpc-15',
}

/** Worked out from the words of the example, in the shape of its `exp`. */
const WORKED: Record<string, (days: Day[], example: Example) => unknown> = {
  A23: ([start]) => elapsed(start!, start!),
  A25: ([start, done]) => inWorkingDays('assessment-45', start!, done!),
  A27: ([start]) => due('icpc-15', start!, {}, 'inclusive'),
  A29: ([start, done]) => inWorkingDays('icpc-15', start!, done!),
  A31: ([start]) => due('icpc-15', start!),
  B13: ([anchor]) => held('dfe-review', anchor!, [addMonths(anchor!, 6)], 'fixed').map(each => each.due),
  C02: ([start, first]) => [
    held('rcpc-first', start!, [first!])[0]!.words,
    held('rcpc-first', start!, [first!])[1]!.due,
  ],
  C04: ([start, ...reviews]) => {
    const second = held('rcpc-first', start!, reviews)[1]!
    return [second.due, weekday(second.due).slice(0, 3), second.words, arrangeBy(second.due)]
  },
  C06: ([start, ended]) => lapses('rcpc-first', start!, ended!),
  C08: ([start, ended]) => lapses('rcpc-first', start!, ended!)[1],
  C10: ([asAt, start]) => {
    const on = due('rcpc-first', start!)
    const { state: stands } = state('rcpc-first', { start: start!, due: on, asAt: asAt! })
    return [on, stands !== 'excluded', stands === 'open-overdue']
  },
  C12: ([start, one, other]) => [daysBetween(start!, one!), daysBetween(start!, other!)],
  C14: ([ended, one, other]) => {
    const boundary = addMonths(ended!, 24)
    return [boundary, one! <= boundary, other! <= boundary]
  },
  C20: ([seen]) => due('cp-visit', seen!),
  D01: ([start, ...reviews]) => {
    const [first, second, third] = held('cla-review-1', start!, reviews)
    return [first!.due, second!.due, second!.words, arrangeBy(second!.due), third!.due]
  },
  D03: ([start, ended]) => lapses('cla-review-1', start!, ended!),
  D05: ([, start]) => due('cla-review-1', start!),
  E01: ([start, done]) => lateAndArrangeBy('cla-visit', start!, done!),
  E03: ([placed, , second, moved]) => [due('cla-visit', moved!), due('cla-visit', placed!, { lastVisitOn: second! })],
  E05: (_, { working }: Example & { working?: string }) => notUntil18(working!),
  E07: ([start, ...later]) => {
    const [firstReviewOn, last] = [later.at(-2)!, later.at(-1)!]
    const given = { placement: 'parent-interim-order', firstReviewOn } as const
    expect(
      held('cla-visit', start!, later.slice(0, -2), 'actual', given)
        .slice(0, -1)
        .map(each => each.words),
    ).toEqual(later.slice(0, -2).map(() => 'in time'))
    const next = due('cla-visit', start!, { ...given, lastVisitOn: last })
    return [next, calendar.isWorking(number(next)), arrangeBy(next)]
  },
  F01: ([start, ...done]) => done.map(on => words('iha', { start: start!, due: due('iha', start!), done: on })),
  F03: (_, { given }) => {
    const [start, ...told] = timesIn(given.replace('Sun 20 Nov', 'Sun 20 Nov 2016'), '2016')
    return told.map(on => hoursBetween(start!, on))
  },
  F05: ([bornOn, last]) => due('rha', last!, { bornOn: bornOn! }),
  F07: ([bornOn, last]) => due('rha', last!, { bornOn: bornOn! }),
  F13: ([start]) => [due('pep-initial', start!), due('pep-initial/first-review', start!)],
  G02: (_, { given }) => {
    const start = at(`${G01}T14:00`)
    const done = [...given.matchAll(/(\d\d:\d\d) BST/g)].map(([, time]) => at(`${daysIn(given)[0]}T${time} BST`))
    return [hoursBetween(start, done[0]!), ...done.map(on => hourWords('rhi', start, on))]
  },
  G04: (_, { given }) => {
    const start = at(`${G03}T18:00`)
    const [done] = timesIn(given, '2016')
    return [hoursBetween(start, done!), hourWords('rhi', start, done!)]
  },
  G06: ([on], { given }) => {
    const time = /\d\d:\d\d/.exec(given)![0]
    return [' BST', ' GMT'].map(zone => londonTime(at(`${on}T${time}${zone}`) + hours('rhi')))
  },
  G08: hourDue,
  G10: (_, { given }) => {
    const [first, second, done] = timesIn(given, '2016')
    return [hoursBetween(first!, done!), hoursBetween(second!, done!)]
  },
  H01: ([start], { expected }) => {
    const on = due('proceedings', start!)
    const [, ...orders] = daysIn(expected).filter(each => each > start!)
    return [on, ...orders.map(done => words('proceedings', { start: start!, due: on, done }))]
  },
  H03: ([start]) => [due('pre-proceedings', start!), due('pre-proceedings/16-weeks', start!)],
  I01: ([start, moved]) => daysBetween(start!, moved!),
  I03: ([start, match]) => daysBetween(start!, match!),
  I05: () =>
    stateOf(clockNamed('a2')!, { start: null, lastInTime: null, stopped: null }, number(day('2016-03-31'))).state,
  I07: orders => orders.map(on => isWithin(monthsEnding(day('2016-03-31'), 36), on)),
  I09: ([start, ...moved]) => moved.map(on => daysBetween(start!, on)),
  I11: ([start, ...placed]) =>
    placed.map(done => words('place-in-12m', { start: start!, due: due('place-in-12m', start!), done })),
  I13: ([start, first]) => {
    const [one, two] = held('adoption-review/placed', start!, [first!])
    return [one!.due, one!.words, two!.due]
  },
  J02: ([bornOn, entered]) => {
    const eligible = dayNumbered(eligibleOn(number(entered!), number(bornOn!)))
    const on = due('pp-initial', eligible, { bornOn: bornOn! })
    return [eligible, on, arrangeBy(on)]
  },
  J04: ([start], { expected }) => [due('pa-visit', start!), due('pa-visit/next', daysIn(expected)[1]!)],
  J06: ([born]) => dayNumbered(birthday(number(born!), 18)),
  K02: ([, done]) => due('foster-review', done!),
  K04: ([aware, visit]) => due('pf-next', visit!, { awareOn: aware! }),
  K06: ([start]) => [due('complaint-1', start!), due('complaint-1/complex', start!)],
  K08: (_, { given }) => {
    const [first, second] = daysIn(given)
    return words('supervision', { start: first!, due: due('supervision', first!), done: second! })
  },
  L01: ([start, done]) => {
    const on = due('action-plan-70', start!)
    return [on, elapsed(start!, done!), words('action-plan-70', { start: start!, due: on, done: done! })]
  },
  L03: ([one, two]) => dueAndLate('board', one!, two!),
  L05: ([start, ...reviews]) =>
    held('dfe-review', start!, reviews)
      .slice(0, -1)
      .map(each => each.words),
  L09: ([one, two]) => dueAndLate('board/12-weeks', one!, two!),
  M02: ([previous, one, other]) => [one!, other!].map(on => on <= addMonths(previous!, 12)),
  M04: ([asAt, ...closed]) => closed.map(on => addMonths(on, 6) <= asAt!),
  M12: ([asAt, ...since]) => since.map(on => addMonths(on, 30) <= asAt!),
  M26: ([end]) => {
    const { from, to } = yearEnding(end!)
    return [from, daysBetween(from, to) + 1]
  },
  O16: hourDue,
  O18: hourDue,
  O20: (_, { given }) => 'problem' in readInstant(`${daysIn(given)[0]}T${/\d\d:\d\d/.exec(given)![0]}`),
}

/** The days of G01 and G03, which G02 and G04 point at and the file leaves out: the returns were on 25 March at 14:00 and 28 October at 18:00. */
const G01 = day('2016-03-25')
const G03 = day('2016-10-28')

const inWorkingDays = (id: string, start: Day, done: Day) => [
  elapsed(start, done),
  due(id, start),
  words(id, { start, due: due(id, start), done }),
]
const lapses = (id: string, start: Day, ended: Day) => [
  due(id, start),
  state(id, { start, due: due(id, start), ended }).because === 'ended-first',
]
const dueAndLate = (id: string, start: Day, done: Day) => [
  due(id, start),
  words(id, { start, due: due(id, start), done }),
]
const lateAndArrangeBy = (id: string, start: Day, done: Day) => [
  ...dueAndLate(id, start, done),
  arrangeBy(due(id, start)),
]
const hourWords = (id: string, start: number, done: number) =>
  ({ met: 'in time', late: 'late' })[
    stateOf(clockNamed(id)!, { start, lastInTime: start + hours(id), stopped: done }, done + HOUR).state as
      'met' | 'late'
  ]

function hourDue(_: Day[], { given }: Example): string {
  return londonTime(timesIn(given, '')[0]! + hours('rhi'))
}

/** E04 is not given: its last visit stands in the working, `20 Dec + 42`; the placement is more than a year old. */
function notUntil18(working: string): Day {
  const [last] = daysIn(`${working} 2015`.replace(/ \+ 42/, ''))
  return due('cla-visit', addMonths(last!, -13), { lastVisitOn: last! })
}

const MONTHS_ADDED = /^(\d{4}-\d\d-\d\d) \+ (\d+) months$/

/** The answer, or undefined where the example is not about a date or a clock. */
function answer(example: Example): (() => unknown) | undefined {
  const { id, rule, given } = example
  const own = WORKED[id]
  if (own) return () => own(daysIn(given), example)
  const figure = FIGURES[id] ?? CARE_FIGURES[id] ?? PEOPLE_FIGURES[id]
  if (figure) return () => figure(given)
  const added = MONTHS_ADDED.exec(given)
  if (added) return () => addMonths(day(added[1]!), Number(added[2]))
  const clock = CLOCKS_OF_RULE[rule]
  return clock && typeof example.exp === 'string' ? () => due(clock, daysIn(given)[0]!) : undefined
}

/** Of ratings, which are tested where they are given. */
const ABOUT_MEASURES = ['M16']

describe.skipIf(examples.length === 0)('the worked examples', () => {
  const worked = examples.flatMap(example => {
    const work = answer(example)
    return work ? [[example.id, example.given, example.expected, work, example.exp] as const] : []
  })

  test.each(worked)('%s: %s -> %s', (_id, _given, _expected, work, exp) => {
    expect(work()).toEqual(exp)
  })

  test('all but those about cohorts, means and percentages', () => {
    const left = examples.filter(example => !answer(example)).map(({ id }) => id)
    expect(left).toEqual(ABOUT_MEASURES)
    expect([worked.length, examples.length]).toEqual([104 - ABOUT_MEASURES.length, 104])
  })
})
