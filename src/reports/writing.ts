/** Files of reports are written by a worker of their own, which stays warm from the first to the last. */
import { Worker } from 'node:worker_threads'
import type { PdfPages } from './pdf-pages.ts'
import type { WordWriting } from './word-document.ts'

export type Writing = ({ kind: 'word' } & WordWriting) | { kind: 'pdf'; pages: PdfPages }
export type WritingAsked = { id: number; writing: Writing }
type Written = { id: number } & ({ file: Uint8Array } | { problem: string })
type Waiting = { resolve(file: Uint8Array): void; reject(error: Error): void }

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, Waiting>()

/** The file's bytes. The worker never keeps the process alive by itself; should it stop, all that wait are told and the next starts another. */
export function write(writing: Writing): Promise<Uint8Array> {
  worker ??= startWorker()
  const id = (asked += 1)
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  waiting.set(id, { resolve, reject })
  worker.ref()
  worker.postMessage({ id, writing })
  return promise
}

function startWorker(): Worker {
  const started = new Worker(new URL('writing-worker.ts', import.meta.url))
  started.on('message', (answer: Written) => {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) started.unref()
    if ('file' in answer) asker?.resolve(answer.file)
    else asker?.reject(new Error(`the report could not be written: ${answer.problem}`))
  })
  started.on('error', error => stopped(started, error))
  started.on('exit', code => stopped(started, new Error(`the writing of reports stopped (${code})`)))
  return started
}

function stopped(which: Worker, error: Error): void {
  if (worker !== which) return
  worker = null
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
