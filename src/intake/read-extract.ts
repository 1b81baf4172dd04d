/** The one place that reads an extract of records, whichever kind it is, and says by which route it came. */
import type { Route } from '../children/snapshot.ts'
import type { Day } from '../terms/day.ts'
import { readSsd, type GivenFile, type SsdReading } from './read-ssd.ts'
import type { ValueMap } from './value-map.ts'

export type ExtractReading = SsdReading & { route: Route }

export async function readExtract(files: readonly GivenFile[], asAt: Day, values: ValueMap): Promise<ExtractReading> {
  return { ...(await readSsd(files, asAt, values)), route: 'ssd' }
}
