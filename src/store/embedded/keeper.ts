/** Who keeps a server: one session holds a lock in it for as long as its process lives, and PostgreSQL lets go when that is gone. */
import type postgres from 'postgres'
import { connect } from '../connect.ts'

const KEEPER = 7_305_011

export type Hold = { isKept: boolean; take(): Promise<boolean>; findHolder(): Promise<string>; end(): Promise<void> }

/** `who` is what others are told of this holder. `lost` is called where the session ends before `end`. */
export async function holdServer(address: string, who: string, lost: () => void): Promise<Hold> {
  let ending = false
  const session = connect(address, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    backoff: () => 0.1,
    connection: { application_name: `golden-thread ${who} (process ${process.pid})` },
    onclose: () => !ending && lost(),
  })
  const take = async () => (await session<{ kept: boolean }[]>`select pg_try_advisory_lock(${KEEPER}) as kept`)[0]!.kept
  const end = () => {
    ending = true
    return session.end({ timeout: 2 })
  }
  try {
    return { isKept: await take(), take, findHolder: () => findHolder(session), end }
  } catch (error) {
    await end()
    throw error
  }
}

async function findHolder(session: postgres.Sql): Promise<string> {
  const [holder] = await session<{ name: string; since: string }[]>`
    select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI') as since
    from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = ${KEEPER} and l.granted`
  return holder ? `${holder.name}, since ${holder.since} UTC` : 'another start'
}
