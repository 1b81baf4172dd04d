/** A load in words, as every page of it says them. */
import { SNAPSHOT_STATE, type SnapshotState } from '../../children/snapshot.ts'
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { Tag, type TagColour } from '../../web/components.tsx'
import type { ShapeName } from '../../web/shape.tsx'
import type { Load } from '../load.ts'

const LOOKS: Record<SnapshotState, { colour: TagColour; shape?: ShapeName }> = {
  reading: { colour: 'blue' },
  refused: { colour: 'red', shape: 'cross' },
  staged: { colour: 'orange' },
  keeping: { colour: 'blue' },
  kept: { colour: 'green', shape: 'tick' },
  'set-aside': { colour: 'grey' },
}

export const StateTag = ({ state }: { state: SnapshotState }) => <Tag {...LOOKS[state]}>{SNAPSHOT_STATE[state]}</Tag>

export const figure = (count: number) => count.toLocaleString('en-GB')

export const megabytes = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`

export const loadAddress = ({ snapshotId }: { snapshotId: number }, page = '') => `/data/loads/${snapshotId}${page}`

/** "Data to 3 October 2026" is how a load is named: nobody remembers a number. */
export const loadName = ({ asAt }: { asAt: Load['asAt'] }) => `Records as at ${shortDay(asAt)}`

export const loadCrumbs = (load: Load) => [
  { text: 'Data', href: '/data' },
  { text: loadName(load), href: loadAddress(load) },
]

/** Who did it and when: "by Ada Brook on 3 Oct 2026"; a load from the command line is by nobody who signs in. */
export const byWhom = (at: Date, who: string | null) =>
  `${who === null ? 'from the command line' : `by ${who}`} on ${shortDay(dayInLondon(at))}`
