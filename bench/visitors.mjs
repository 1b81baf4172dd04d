// Several people asking for one page again and again, from a process of their own so that the service's own time is what is measured:
// `node bench/visitors.mjs ADDRESS COOKIE PEOPLE SECONDS` prints how many answers came.
import { Agent, get } from 'node:http'

const [address, cookie, people, seconds] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(people) })
const until = performance.now() + Number(seconds) * 1000
let count = 0

const ask = () =>
  new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie } }, answer => {
      if (answer.statusCode !== 200) return reject(new Error(`${address}: ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    }).on('error', reject)
  })

async function person() {
  for (; performance.now() < until; count++) await ask()
}

await Promise.all(Array.from({ length: Number(people) }, person))
agent.destroy()
console.log(count)
