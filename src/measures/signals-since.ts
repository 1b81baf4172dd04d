/** Which measures tell something else now than they told on an earlier day, by the figures as they are known now. */
import type { Day } from '../terms/day.ts'
import { bookLine, type BookGround } from './book-line.ts'
import type { Measure } from './measure.ts'
import { signalOf } from './signal.ts'
import type { Meaning } from './spc-icons.ts'

export type ChangedSignal = { readonly measure: Measure; readonly from: Meaning | null; readonly to: Meaning }

/** Those that got worse first. What is too few to tell, then or now, is not there. */
export function signalsChanged(measures: readonly Measure[], ground: BookGround, since: Day): ChangedSignal[] {
  const then = { ...ground, asAt: since, figures: ground.figures.filter(({ to }) => to <= since) }
  return measures
    .flatMap((measure): ChangedSignal[] => {
      const [from, to] = [signalOf(bookLine(measure, then)), signalOf(bookLine(measure, ground))]
      return to === null || from === null || from === to ? [] : [{ measure, from, to }]
    })
    .sort((one, other) => ORDER.indexOf(one.to) - ORDER.indexOf(other.to))
}

const ORDER: Meaning[] = ['concern', 'improvement', 'neutral', 'common-cause']

export const SIGNAL_NOW: Record<Meaning, string> = {
  concern: 'Getting worse',
  improvement: 'Getting better',
  neutral: 'Changed',
  'common-cause': 'Back to chance alone',
}
