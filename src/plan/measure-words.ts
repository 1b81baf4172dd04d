/** What the words of a measure promise: whether they can be counted, which way they should move, from what to what. */
import type { Action } from './action.ts'

/** Words that say which way a figure should move. */
export const FEWER = /\b(reduc\w+|decreas\w+|fewer|lower\w*|less|declin\w+|minimis\w+|fall(s|ing)?)\b/i
export const MORE = /\b(increas\w+|improv\w+|more|higher|greater|rais(e|es|ed|ing)|ris(e|es|ing)|grow(s|th|ing)?)\b/i

const FIGURE = /\d/
const COUNTED =
  /%|\b(per ?cent\w*|numbers?|rates?|proportions?|percentages?|ratios?|averages?|totals?|counts?|volume|frequency|length of time|period of time|how (many|often|long)|take[- ]up|retention|stability|timescales?)\b/i
const EACH =
  /\b(all|every|each|no|none of)\b(?! (aspects|agencies))[^.]{0,60}\b(child\w*|young people|plans?|cases?|staff|workers?|assessments?|reviews?|families|carers?|visits?|records?)\b/i
const TESTED = /\b(audits?|survey\w*|sampl\w+|feedback|dip[- ]sampl\w+|inspection)\b/i

/** A measure's words: a figure, something counted, a direction, a promise about every child or plan, or an audit or survey that can say how many. */
export const isCountable = (measure: string): boolean =>
  [FIGURE, COUNTED, FEWER, EACH, TESTED].some(sign => sign.test(measure)) ||
  /\b(increas\w+|more) \w+ (of|in)\b|\bmore (child\w*|young|famil\w+|staff|qualified)/i.test(measure) ||
  /\bincreas\w+\b/i.test(measure)

/** True where the plan says how the action's effect will be known at all. */
export const hasMeasure = (action: Action): boolean => action.measureText.trim() !== '' || action.targets.length > 0

export const hasCountableMeasure = (action: Action): boolean =>
  action.targets.some(target => target.value !== null) || isCountable(action.measureText)

const MEETING =
  /\b(meetings?|boards?|committees?|panels?|forums?|supervision sessions?|reporting (by|to)|updates? from|reports? to)\b/i
const RESULT = /\b(attend\w*|data demonstrates?|minutes)\b/i

/** A measure that says where something will be looked at and not what should be seen there. */
export const namesOnlyAMeeting = (measure: string): boolean =>
  MEETING.test(measure) &&
  !RESULT.test(measure) &&
  ![FIGURE, FEWER, EACH].some(sign => sign.test(measure)) &&
  !/\b(increas\w+|%)/i.test(measure)
