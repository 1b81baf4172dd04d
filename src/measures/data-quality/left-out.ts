/** Cases that figures leave out for a fault of the record, by child: what each fault does to which figure. */
import { WHOLE_CATALOGUE } from '../catalogue.ts'
import { FAULTS, type LeftOut } from '../clock-state.ts'
import { casesOf } from '../figure.ts'
import type { History } from '../history.ts'
import type { Measure } from '../measure.ts'
import { lacking } from '../support.ts'
import { periodTo, windowOf } from '../window.ts'
import { keptKind, type OwnSettings, settingsFor } from '../work-out.ts'

export type LeftOutCase = {
  readonly measure: Measure
  /** The number of the record that the case is of: an interval's is that of its chain. */
  readonly rowId: string
  readonly personId: string
  readonly because: LeftOut
}

/** Of the longest period that each measure is shown by, to the day of the extract. Variants leave out what their measure does. */
export function leftOutCases(history: History, own: OwnSettings): LeftOutCase[] {
  const { asAt } = history.records
  return WHOLE_CATALOGUE.flatMap(measure => {
    if (measure.id !== measure.base || lacking(measure, history.records).length > 0) return []
    const window = windowOf(periodTo(keptKind(measure), asAt), asAt)
    return casesOf(measure, history, window, settingsFor(measure, own)).flatMap(({ one, state, because }) =>
      state === 'excluded' && one.personId !== null && isFault(because)
        ? [{ measure, rowId: one.id.split('/')[0]!, personId: one.personId, because }]
        : [],
    )
  })
}

const isFault = (because: string | null): because is LeftOut =>
  because !== null && (FAULTS as readonly string[]).includes(because)
