/** What a clock may have to know beside the day it starts, in words for whoever is asked, and as typed in an example or a command. */
import { isDay } from '../terms/day.ts'
import { type DayNumber, dayNumber } from '../terms/day-number.ts'
import { type Length, readLength } from '../terms/length-of-time.ts'

/** Days, each with one meaning in every clock. */
export const DAY_FACT = {
  bornOn: 'Date of birth, or the expected date until the birth',
  lastVisitOn: 'Last visit in this placement at which the child was seen',
  firstReviewOn: 'When the first review of this period of care was held',
  careOrderOn: 'When the full care order was made, where the child is placed with parents under it',
  awareOn: 'When the council became aware of the arrangement',
  secondReviewOn: 'When the second review is due, or was held',
  nextReviewOn: 'When the next review is due',
  termEndsOn: 'Last day of the school term',
  nextTermEndsOn: 'Last day of the school term after it',
  secondBoardOn: 'The second board after the last report',
  setOn: 'The day that was agreed for it',
} as const
export type DayFact = keyof typeof DAY_FACT

/** Kinds of placement that regulation 28 of the Care Planning Regulations 2010 sets visits for apart; `other` is every other one. */
export const PLACEMENT = {
  other: 'Any other placement',
  'connected-person': 'With a connected person who is approved for the time being (regulation 24)',
  'parent-interim-order': 'With a parent under an interim care order',
  'parent-before-assessment': 'With a parent before the assessment is complete (regulation 19)',
  'parent-full-order': 'With a parent under a full care order',
} as const
export type PlacementKind = keyof typeof PLACEMENT

/** `every` is a frequency agreed for this child's plan or placement; it goes before the clock's own where the clock allows one. */
export type Facts = { start: DayNumber } & { [Name in DayFact]?: DayNumber | null } & {
  placement?: PlacementKind
  untilEighteen?: boolean
  every?: Length | null
}

/** Facts as they are typed: `{ bornOn: '2012-06-10', every: '15 working days' }`. */
export type TypedFacts = { [Name in DayFact]?: string } & {
  placement?: PlacementKind
  untilEighteen?: boolean
  every?: string
}

/** Throws `RangeError`, naming the fact, where a day or a length is none. */
export function readFacts(start: DayNumber, { placement, untilEighteen, every, ...days }: TypedFacts): Facts {
  const facts: Facts = { start }
  for (const [name, text] of Object.entries(days)) {
    if (!isDay(text)) throw new RangeError(`${name}: "${text}" is not a date: write it as 2016-03-25`)
    facts[name as DayFact] = dayNumber(text)
  }
  if (placement !== undefined) {
    if (!Object.hasOwn(PLACEMENT, placement))
      throw new RangeError(`placement: "${placement}" is not one of ${Object.keys(PLACEMENT).join(', ')}`)
    facts.placement = placement
  }
  if (untilEighteen) facts.untilEighteen = true
  if (every !== undefined) facts.every = lengthOf(every)
  return facts
}

function lengthOf(text: string): Length {
  const read = readLength(text)
  if (!read) throw new RangeError(`every: "${text}" is not a length of time: write it as 15 working days or 6 weeks`)
  return read
}
