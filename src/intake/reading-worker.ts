/** Reads one extract beside the service's own thread, and hands its records over a part at a time, packed for the database. */
import { parentPort, workerData } from 'node:worker_threads'
import { packRecords, rowCountsOf } from '../children/record-store.ts'
import { toldOf } from '../store/log.ts'
import { readExtract } from './read-extract.ts'
import type { Asked, Told } from './reading.ts'

const port = parentPort!
const tell = (told: Told) => port.postMessage(told)

try {
  const { files, asAt, values } = workerData as Asked
  const { records, ...told } = await readExtract(files, asAt, values)
  tell({ read: { ...told, rowCounts: rowCountsOf(records) } })
  const parts = packRecords(records)
  port.on('message', () => {
    const { value, done } = parts.next()
    tell(done ? { end: true } : { part: value })
    if (done) port.close()
  })
} catch (error) {
  tell({ problem: toldOf(error).stack ?? typeof error })
  port.close()
}
