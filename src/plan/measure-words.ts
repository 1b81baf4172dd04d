/** What the words of a measure promise: whether they can be counted, which way they should move, from what to what. */
import type { Action } from './action.ts'
import { promisesIn } from './asking.ts'
import { figuresIn } from './figures.ts'

/** Words for less, and for more, of something. */
export const LESS = /\b(reduc\w+|decreas\w+|fewer|lower\w*|less|declin\w+|minimis\w+|falls?|low)\b/i
const MORE =
  /(^|[.;\n] *)more\b(?! (consistent|effective|timely|robust|accurate|confident|focused))|\b(increas\w+|rais(e|es|ed|ing)|ris(e|es|ing)|(more|higher|improved) (number|rate|proportion|percentage|retention|take[- ]up|child\w*|famil\w+|staff|carers|young)\w*)\b/i

const FIGURE = /\d/
const COUNTED =
  /%|\b(per ?cent\w*|numbers?|rates?|proportions?|percentages?|ratios?|averages?|totals?|volume|frequency|(length|period) of time|how (many|often|long)|take[- ]up|retention|attendance|timescales?)\b/i
/** A promise about every child, plan or worker: it can be counted for how many it holds. */
const EACH =
  /\b(all|every|each|no)\b[^.]{0,50}\b(child\w*|people|plans?|cases?|staff|workers?|assessments?|reviews?|families|carers?|visits?|records?)\b( (?!and\b)\w+){0,3}? (will|have|has|are|is|receive|were|report)\b/i
/** Things done one by one: how many were, and how many should have been. */
const DONE =
  /\b(visits?|reviews?|meetings?|plans?|interviews?|placements?|assessments?|checks?|audits?)\b( \w+){0,2}? (made|held|completed|done|offered|agreed|carried out)\b/i
const TESTED = /\b(audits?|survey\w*|sampl\w+|feedback|report through)\b/i

/** A figure, something counted, a direction, a promise about every child or plan, or an audit or survey that can say how many. */
export const isCountable = (measure: string): boolean =>
  [FIGURE, COUNTED, LESS, MORE, EACH, DONE, TESTED].some(sign => sign.test(measure)) || figuresIn(measure).length > 0

/** True where the plan says how the action's effect will be known at all. */
export const hasMeasure = (action: Action): boolean => action.measureText.trim() !== '' || action.targets.length > 0

export const hasCountableMeasure = (action: Action): boolean =>
  action.targets.some(target => target.value !== null) || isCountable(action.measureText)

const MEETING = /\b(meetings?|boards?|committees?|forums?|reporting (by|to)|updates? from|reports? to)\b/i
const SEEN_THERE = /\b(attend\w*|data demonstrates?|feedback from|agenda|(meetings?|boards?) (are )?held)\b/i

/** A measure that says where something will be looked at and not what should be seen there. */
export function namesOnlyAMeeting(measure: string): boolean {
  const promises = promisesIn(measure)
  const meetings = promises.filter(promise => MEETING.test(promise))
  return (
    meetings.length * 2 >= promises.length &&
    meetings.length > 0 &&
    ![SEEN_THERE, FIGURE, LESS, MORE, EACH, /%|\baudits?\b/i].some(sign => sign.test(measure))
  )
}

/** A length of time or a level of need is no baseline: `within 6 months`, `level 3`. */
const NO_BASELINE = /\blevel \d+|\b\d+([-–]\d+)?[\s-]*(days?|weeks?|months?|years?|hours?)\b/gi

/** More or less of something, with no figure for where it stands or should get to. */
export const isDirectionAlone = ({ measureText, targets }: Action): boolean =>
  (LESS.test(measureText) || MORE.test(measureText)) &&
  !FIGURE.test(measureText.replace(NO_BASELINE, '')) &&
  targets.every(target => target.unit !== '%')
