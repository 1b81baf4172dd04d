// For bench/faults.ts, which kills it: an instance of the service that, once told to begin, saves as fast as it can and says the number
// of each save that was acknowledged.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { createApp } from '../src/app.ts'
import { openDatabase } from '../src/store/database.ts'
import { ADDRESS, siteOf } from '../src/web/test-site.ts'

console.error = () => {} // while the database is away each try is a line
const [url, cookie, address] = process.argv.slice(2)
const site = siteOf(createApp({ database: openDatabase(url, 4), config: { address: ADDRESS } }), cookie)
writeSync(1, 'ready\n')
const [first] = await once(process.stdin, 'data')

const save = async number => {
  const typed = { text: `Update ${number}.`, delivery: 'on-task', impact: 'starting', reason: `Audit ${number}.` }
  const { status } = await site.post(address, typed)
  if (status === 303) writeSync(1, `${number}\n`)
}
for (let number = Number(String(first)); ; number += 3) await Promise.all([0, 1, 2].map(more => save(number + more)))
