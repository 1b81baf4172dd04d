/** An instance that does jobs of loads until it is killed: `node --import tsx test-loader.ts DATABASE`. Says when it takes one. */
import { openDatabase } from '../store/database.ts'
import { runJobs, type Work } from '../store/jobs.ts'
import { loadWorks } from './load-work.ts'

const told =
  (work: Work): Work =>
  (job, doing) => {
    console.log(job.kind)
    return work(job, doing)
  }
const works = Object.fromEntries(Object.entries(loadWorks).map(([kind, work]) => [kind, told(work)]))
console.log('ready')
await runJobs({ database: openDatabase(process.argv[2]!, 4), works, signal: new AbortController().signal, everyMs: 20 })
