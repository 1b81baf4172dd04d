/** Writes Word and PDF files beside the service's own thread, one after another, so that nobody waits for a pack who did not ask for it. */
import { parentPort } from 'node:worker_threads'
import { toldOf } from '../store/log.ts'
import { makePdf } from './pdf-document.ts'
import { makeWord } from './word-document.ts'
import type { WritingAsked } from './writing.ts'

parentPort!.on('message', async ({ id, writing }: WritingAsked) => {
  try {
    const file = writing.kind === 'word' ? await makeWord(writing) : makePdf(writing)
    parentPort!.postMessage({ id, file })
  } catch (error) {
    parentPort!.postMessage({ id, problem: toldOf(error).stack ?? typeof error })
  }
})
