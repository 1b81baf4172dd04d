/**
 * The driver of PostgreSQL, mended as it is loaded. As it comes (postgres 3.4.9), a connection that dies under it can take the whole
 * process along ("Cannot read properties of null (reading 'write')", porsager/postgres issues 1154 and 1208), can wait for ever, and can
 * send what is left of one transaction down the connection of the next, whose answers then reach the wrong one. Found by killing
 * PostgreSQL under load (bench/faults.ts). Each change is a piece of its text; driver.db.test.ts fails where a piece is not there any more.
 */
import { registerHooks } from 'node:module'

type Change = { file: 'index.js' | 'connection.js'; from: string; to: string }

const CHANGES: Change[] = [
  {
    // what is sent to a connection that is gone is refused
    file: 'connection.js',
    from: `    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x`,
    to: `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    const bytes = chunk
    chunk = nextWriteTimer = null
    if (socket) return socket.write(bytes, fn)
    error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = null
    return false`,
  },
  {
    // nothing is left over for the next connection: neither bytes, nor questions, nor half an answer
    file: 'connection.js',
    from: `    socket.removeAllListeners()
    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))`,
    to: `    socket.removeAllListeners()
    socket = null
    chunk = nextWriteTimer = null
    const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
    stream && (stream.destroy(gone), stream = null)
    query && queryError(query, gone)
    while (sent.length) queryError(sent.shift(), gone)
    query = results = errorResponse = null
    result = new Result()

    if (initial)
      return reconnect()`,
  },
  {
    // what a connection asks first, for itself: that it died meanwhile is told to whoever waits for it, and to nobody else
    file: 'connection.js',
    from: `        return fetchArrayTypes()`,
    to: `        return fetchArrayTypes().catch(() => { needsTypes = true })`,
  },
  {
    file: 'index.js',
    from: `      c.reserved = () => queries.length
        ? c.execute(queries.shift())
        : move(c, reserved)
    }
  }`,
    to: `      c.reserved = own = () => queries.length
        ? c.execute(queries.shift())
        : move(c, reserved)
    }
  }`,
  },
  {
    // a transaction that is over, or whose connection died and serves another by now, sends nothing more
    file: 'index.js',
    from: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
    to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (c.reserved !== own)
          return q.reject(Errors.connection('CONNECTION_CLOSED', options, options))
        c.queue === full`,
  },
  {
    file: 'index.js',
    from: `    let savepoints = 0
      , connection`,
    to: `    let own
    let savepoints = 0
      , connection`,
  },
]

/** The text of a file of the driver with what is mended in it, and how many of the changes found their place. */
export function mended(file: string, source: string): { source: string; changes: number } {
  const found = CHANGES.filter(change => file.endsWith(`/src/${change.file}`) && source.split(change.from).length === 2)
  return { source: found.reduce((text, { from, to }) => text.replace(from, () => to), source), changes: found.length }
}
export const CHANGE_COUNT = CHANGES.length

const hooks = registerHooks({
  load(url, context, load) {
    const loaded = load(url, context)
    if (!/\/postgres\/src\/(index|connection)\.js$/.test(url) || !loaded.source) return loaded
    const source =
      typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
    return { ...loaded, source: mended(url, source).source }
  },
})
const { default: postgres } = await import('postgres')
hooks.deregister()
export { postgres }
