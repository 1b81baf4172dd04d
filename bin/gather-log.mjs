// Loaded before everything else in each process of a test run (`--import`): gathers what the service logs, line by line, in one file, for
// `src/test-log-lines.ts` to look through at the end. Of a service that a test starts, everything it says on standard error too.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'

const file = process.env.GOLDEN_THREAD_GATHERED_LOG
/** A process under another user may not write there: what it says cannot be had, and it goes on. */
const gather = line => {
  try {
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  } catch {}
}
if (file) {
  subscribe('golden-thread:log', line => gather({ logged: String(line) }))
  const [, program = '', command] = process.argv
  if (/[\\/](cli\.ts|golden-thread\.mjs)$/.test(program) && command === 'start') {
    const write = process.stderr.write.bind(process.stderr)
    process.stderr.write = (chunk, ...rest) => {
      gather({ said: String(chunk) })
      return write(chunk, ...rest)
    }
  }
}
