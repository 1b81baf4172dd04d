/** An extract is read in a thread of its own, so that nobody waits for it who did not ask for it. */
import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RowCounts } from '../children/snapshot.ts'
import type { Day } from '../terms/day.ts'
import type { ExtractReading } from './read-extract.ts'
import type { GivenFile } from './read-ssd.ts'
import type { ValueMap } from './value-map.ts'

export type Asked = { files: GivenFile[]; asAt: Day; values: ValueMap }
export type Told = { read: ReadBeside } | { part: string } | { end: true } | { problem: string }

/** What was read, without the records; those come in parts as `stagePart` takes them. */
export type ReadBeside = Omit<ExtractReading, 'records'> & { rowCounts: RowCounts }
export type Reading = { read: ReadBeside; parts(): AsyncGenerator<string>; end(): Promise<unknown> }

/** Megabytes: files of 200 MB unpack to records of a few times that, and a thread that wants more is stopped alone. */
const MOST_MEMORY = 4_000

/** Reads files, unless the signal says that there is no time left. Call `end` whatever becomes of the parts. */
export async function readBeside(asked: Asked, signal?: AbortSignal): Promise<Reading> {
  const worker = new Worker(new URL('reading-worker.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  })
  const messages = on(worker, 'message', { close: ['exit'] })
  const next = async (): Promise<Told> => {
    const { value, done } = await messages.next()
    if (done) throw new Error('the reading of an extract stopped')
    const told = (value as [Told])[0]
    if ('problem' in told) throw new Error(`an extract could not be read: ${told.problem}`)
    return told
  }
  const end = () => worker.terminate()
  signal?.addEventListener('abort', end, { once: true })
  try {
    const first = await next()
    if (!('read' in first)) throw new Error('the reading of an extract began with something else')
    return { read: first.read, end, parts: () => partsOf(worker, next) }
  } catch (error) {
    await end()
    throw error
  }
}

async function* partsOf(worker: Worker, next: () => Promise<Told>): AsyncGenerator<string> {
  for (;;) {
    worker.postMessage('next')
    const told = await next()
    if (!('part' in told)) return
    yield told.part
  }
}
