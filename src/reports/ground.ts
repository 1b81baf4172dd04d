/** Where the figures of a report open: the service's own pages, on the day that the report tells of. */
import { measureAddress } from '../measures/asked.ts'
import type { Action } from '../plan/action.ts'
import { registerAddress } from '../plan/register.ts'
import { actionAddress } from '../plan/words.tsx'
import type { Day } from '../terms/day.ts'

const on = (address: string, asAt: Day): string => `${address}${address.includes('?') ? '&' : '?'}as-at=${asAt}`

export const actionAt = ({ actionId }: Action, asAt: Day): string => on(actionAddress(actionId), asAt)
export const findingAt = (findingId: number, asAt: Day): string => on(`/findings/${findingId}`, asAt)
export const sourceAt = (sourceId: number, asAt: Day): string => on(`/findings/sources/${sourceId}`, asAt)
export const measureAt = (measure: string, asAt: Day): string => on(measureAddress(measure), asAt)
/** The register, narrowed as its address words it: `{ theme: '3', delivery: 'completed', flag: 'late' }`. */
export const registerAt = (filter: Record<string, string>, asAt: Day): string =>
  on(registerAddress(new URLSearchParams(), filter), asAt)
