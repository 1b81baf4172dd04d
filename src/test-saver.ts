/** For the test that kills it: a service that saves as fast as it can, and says the number of each save that was acknowledged. */
import { writeSync } from 'node:fs'
import { createApp } from './app.ts'
import { openDatabase } from './store/database.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const [url, cookie, address, first] = process.argv.slice(2) as [string, string, string, string]
const site = siteOf(createApp({ database: openDatabase(url, 4), config: { address: ADDRESS } }), cookie)

const save = async (number: number) => {
  const typed = { text: `Update ${number}.`, delivery: 'on-task', impact: 'starting', reason: `Audit ${number}.` }
  const { status } = await site.post(address, typed)
  if (status === 303) writeSync(1, `${number}\n`)
}
for (let number = Number(first); ; number += 3) await Promise.all([0, 1, 2].map(more => save(number + more)))
