/**
 * Columns of the dataset: by which headings each is known, and how what stands in it is read. A reader answers the value, null where
 * there is none, or a fault. `kept` readers answer the same for the same text and are asked once.
 */
import type { ClockTime } from '../../../children/recorded.ts'
import type { TableName } from '../../../children/records.ts'
import type { Day } from '../../../terms/day.ts'
import { readValues, type ValueList, type ValueMap } from '../../value-map.ts'
import { isBlank, isFailedFormula } from '../blank-words.ts'
import { readDayAndTime, type NoDay } from '../extract-day.ts'
import { Fault } from './fault.ts'
import { YES_NO } from './lists.ts'
import { outcomesIn } from './outcomes.ts'

export type Setting = {
  asAt: Day
  values: ValueMap
  /** The heading, as the standard writes it. */
  column: string
  /** Says once for the column, with how often, what was read in a way that people should know of. */
  noticed(words: string): void
  /** One copy of a text that stands in many rows. */
  share(text: string): string
}

export type Read = (text: string) => unknown

export type Column<Value> = {
  readonly names: readonly string[]
  readonly reader: (setting: Setting) => Read
  /** Asked once for the same text. */
  readonly kept: boolean
  /** The row of another table that it names. */
  readonly refersTo?: { table: TableName; field: string }
  readonly namesWorker?: true
  /** The values that it is read by. */
  readonly list?: ValueList
  /** Only some systems have it: no word about it where it is missing. */
  readonly seldom?: true
  readonly value?: Value
}

const column = <Value>(names: string[], reader: Column<Value>['reader'], kept = true): Column<Value> => ({
  names,
  reader,
  kept,
})

const broken = new Fault('This formula failed in Excel', 'the value itself')

/** Reads what is neither blank nor a formula that failed. */
const unlessBlank = (read: Read): Read => {
  return text => (isBlank(text) ? null : isFailedFormula(text) ? broken : read(text))
}

const identifier = ({ share }: Setting): Read =>
  unlessBlank(text => {
    if (text === '-1') return null
    if (/^\d(?:\.\d+)?E\+\d+$/i.test(text))
      return new Fault('Excel has shortened this number, and its last figures are lost', 'the whole number, as text')
    return share(/^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text)
  })

/** The row's own number. */
export const id = (...names: string[]): Column<string> => column(names, identifier, false)

/** A number that leads to no table. */
export const number = (...names: string[]): Column<string | null> => column(names, identifier, false)

/** Names the row of another table. */
export const of = (table: TableName, ...names: string[]): Column<string | null> => ({
  ...column<string | null>(names, identifier, false),
  refersTo: { table, field: 'id' },
})

/** Names the one row of another table that this one says more about: its own number too. */
export const ofOne = (table: TableName, ...names: string[]): Column<string> => ({
  ...column<string>(names, identifier, false),
  refersTo: { table, field: 'id' },
})

/** Names a period of care, of which every episode carries the number. */
export const ofCare = (...names: string[]): Column<string | null> => ({
  ...column<string | null>(names, identifier, false),
  refersTo: { table: 'claEpisodes', field: 'careId' },
})

/** Names the person. Where it is missing the person is found through the row that this one belongs to. */
export const ofPerson = (...names: string[]): Column<string> => ({
  ...column<string>(names, identifier, false),
  refersTo: { table: 'people', field: 'id' },
})

/** A worker, by professional id or staff number: extracts write either. */
export const worker = (...names: string[]): Column<string | null> => ({
  ...column<string | null>(names, identifier, false),
  namesWorker: true,
})

export const seldom = <Value>(given: Column<Value>): Column<Value> => ({ ...given, seldom: true })

export const text = (...names: string[]): Column<string | null> =>
  column(names, ({ share }) => unlessBlank(words => share(words.slice(0, LONGEST_TEXT))), false)

const LONGEST_TEXT = 1000

/** A person's name: people are called Nan, Nat, Na and Null, so that only what a database writes for nothing is nothing. */
export const personName = (...names: string[]): Column<string | null> =>
  column(
    names,
    ({ share }) =>
      words =>
        /^(NULL|\(null\)|#N\/A|SSD_PH)$/.test(words) ? null : share(words),
    false,
  )

export const postcode = (...names: string[]): Column<string | null> =>
  column(names, ({ share }) => unlessBlank(words => share(words.toUpperCase().replace(/\s+/g, ''))))

const A_DAY = 'a day, as 2016-03-25 or 25/03/2016'
const NO_DAY: Record<Exclude<NoDay, 'none'>, Fault> = {
  'no-such-day': new Fault('There is no such day', A_DAY),
  'month-first': new Fault('The month comes first here', A_DAY, { kind: 'month-first' }),
  'not-a-date': new Fault('This is not a date', A_DAY),
}

const dayReader = (setting: Setting, mayBeAhead: boolean): Read =>
  unlessBlank(words => {
    const read = readDayAndTime(words, setting.asAt)
    if (read === 'none') {
      setting.noticed(`${words.slice(0, 10)} stands for no date`)
      return null
    }
    if (typeof read === 'string') return NO_DAY[read]
    const on = setting.share(read.on)
    if (mayBeAhead || read.on <= setting.asAt) return on
    return new Fault('This day is after the as-at date', `${setting.asAt} or before`, {
      severity: 'worth-a-look',
      value: on,
    })
  })

/** A day on which something happened; one after the as-at day is kept and told. */
export const day = (...names: string[]): Column<Day | null> => column(names, setting => dayReader(setting, false))

/** A day that may well be ahead: due, expected, or the end of a status. */
export const dayAhead = (...names: string[]): Column<Day | null> => column(names, setting => dayReader(setting, true))

/** A day of which only the month or year may be known (`zz/03/2015`): then null. */
export const dayInPart = (...names: string[]): Column<Day | null> =>
  column(names, setting => {
    const read = dayReader(setting, false)
    return words => (/z/i.test(words) ? null : read(words))
  })

/** The time of a day, beside `day` on the same column; what is wrong with the date is told there. */
export const time = (...names: string[]): Column<ClockTime | null> =>
  column(names, ({ asAt }) =>
    unlessBlank(words => {
      const read = readDayAndTime(words, asAt)
      return typeof read === 'string' ? null : read.at
    }),
  )

/** A number between two; `unknown` stands for none. */
export const amount = (
  { from = 0, to, unknown, whole = true }: { from?: number; to: number; unknown?: number; whole?: boolean },
  ...names: string[]
): Column<number | null> =>
  column(names, () =>
    unlessBlank(words => {
      const value = Number(words.replace(/,(?=\d{3}\b)/g, ''))
      if (value === unknown) return null
      const fits = Number.isFinite(value) && value >= from && value <= to && (!whole || Number.isInteger(value))
      return fits
        ? value
        : new Fault('This is not such a number', `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`)
    }),
  )

const unmapped = (list: ValueList, words: string) =>
  new Fault('Nobody has said what this value means', `one of ${Object.keys(list.codes).join(', ')}, or map it`, {
    kind: 'unmapped',
    word: words,
  })

const codeReader = (list: ValueList, { column, values }: Setting): Read => {
  const read = readValues(list, column, values)
  return words => {
    const code = read(words)
    if (code !== undefined) return code
    return isBlank(words) ? null : isFailedFormula(words) ? broken : unmapped(list, words)
  }
}

export const oneOf = <Code extends string>(list: ValueList<Code>, ...names: string[]): Column<Code | null> => ({
  ...column<Code | null>(names, setting => codeReader(list, setting)),
  list,
})

/** Yes or no, in all the ways that systems write it; not known is null. */
export const yesNo = (...names: string[]): Column<boolean | null> => saysYes(YES_NO, ...names)

/** Yes or no in the words of a list whose code Y is yes. */
export const saysYes = (list: ValueList<'Y' | 'N'>, ...names: string[]): Column<boolean | null> => ({
  ...column<boolean | null>(names, setting => {
    const read = codeReader(list, setting)
    return words => {
      const code = read(words)
      return code === 'Y' ? true : code === 'N' ? false : code
    }
  }),
  list,
})

/** Flags in JSON, as the list of what they say; a flag that nobody knows is unmapped, and comments are left aside. */
export const outcomes = <Code extends string>(
  list: ValueList<Code>,
  ...names: string[]
): Column<readonly Code[] | null> => ({
  ...column<readonly Code[] | null>(names, setting => unlessBlank(outcomesIn(list, setting))),
  list,
})
