/** Posts in social work over time: who held each, and which stood vacant. */
import type { WorkerPost } from '../../children/worker-post.ts'
import { rowsBy, rowWithId } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Case } from '../measure.ts'
import { firstOf } from './reach.ts'
import { isOpen, type Span } from './span.ts'

export type Post = Span & {
  readonly id: string
  readonly workerId: string | null
  readonly row: WorkerPost
  readonly isAgency: boolean
  /** Full-time equivalent; null where it is not recorded of the post nor of the worker. */
  readonly fte: number | null
  /** Held by somebody registered as a social worker; of a vacant post, by its title. */
  readonly isSocialWork: boolean
}

/** Those whose days could not be read, or contradict, are left out (R20). */
export const posts = (history: History): readonly Post[] =>
  history.records.workerPosts.flatMap(row => {
    const [from, until] = [numbered(row.fromOn), numbered(row.untilOn)]
    const isFault = isUnread(row, 'fromOn', 'untilOn', 'workerId') || (until !== null && from !== null && until < from)
    if (from === null || isFault) return []
    const worker = rowWithId(history.records.professionals, row.workerId)
    const isAgency = row.isAgency ?? worker?.isAgency ?? false
    const isSocialWork = worker ? worker.registration !== null : IS_SOCIAL_WORK(row.title ?? '')
    const { id, workerId } = row
    return [{ id, workerId, from, until, row, isAgency, fte: row.fte ?? worker?.fte ?? null, isSocialWork }]
  })

const IS_SOCIAL_WORK = (title: string) => title === '' || (/social work|practitioner|manager|reviewing/i.test(title) && !/early help|support/i.test(title)) // prettier-ignore

const byDay = () => new Map<DayNumber, readonly Post[]>()

/** Social work posts at the end of a day, held and vacant. */
export function postsOn(history: History, on: DayNumber): readonly Post[] {
  const kept = history.of(byDay)
  const found = kept.get(on) ?? history.of(posts).filter(post => post.isSocialWork && isOpen(post, on))
  kept.set(on, found)
  return found
}

export const postsOfWorker = (history: History, workerId: string) =>
  rowsBy(history.of(posts), 'workerId').get(workerId) ?? []

/** An extract drops posts that ended before it begins: of a day before the first end that it tells, not everybody is known. */
export const postsSince = (history: History): DayNumber => {
  const ends = history.of(posts).flatMap(({ until }) => until ?? [])
  return Math.min(firstOf(ends), history.asAt)
}

export const caseOfPost = ({ id, workerId, from, until }: Post): Case => ({
  id,
  personId: null,
  workerId,
  start: from,
  due: null,
  done: until,
})
