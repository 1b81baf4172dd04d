/**
 * Slows down who tries passwords. Nobody is ever locked out: a right password is let in, only later, and for one who tried
 * wrongly elsewhere nothing is slower here. Kept in the memory of each instance; a restart forgets it, and costs an attacker more.
 */

import { setTimeout as wait } from 'node:timers/promises'
import { type FieldProblem, Refused } from '../web/form.ts'

/** Wrong tries are forgotten after so long without another. */
const FORGOTTEN_AFTER = 15 * 60_000
/** So many wrong tries are a slip of the finger. */
const FREE_TRIES = 3
/** A whole council may come from one network address. */
const FREE_TRIES_FROM_ADDRESS = 50
const LONGEST_WAIT = 8_000
/** At one time, for one account from one address. */
const MOST_AT_ONCE = 3
const MOST_REMEMBERED = 20_000

/** How long the answer waits, in milliseconds, after so many wrong tries: half a second, doubling, to eight seconds. */
export const waitAfter = (wrong: number, free: number): number =>
  wrong < free ? 0 : Math.min(LONGEST_WAIT, 500 * 2 ** (wrong - free))

type Tries = { wrong: number; lastAt: number; underWay: number }

export class SlowDown {
  #tries = new Map<string, Tries>()

  /** Tries, as late as the wrong tries before have it; null is a wrong one. Throws `Refused` where too many are under way. */
  async attempt<Right>(
    account: string,
    from: string,
    tooMany: FieldProblem,
    work: () => Promise<Right | null>,
  ): Promise<Right | null> {
    const delay = this.begin(account, from, Date.now())
    if (delay === null) throw new Refused([tooMany], 'too-often')
    let right: Right | null = null
    try {
      await wait(delay)
      return (right = await work())
    } finally {
      this.end(account, from, right !== null, Date.now())
    }
  }

  /** Begins a try; answers how long it must wait, or null where too many are under way. Call `end` when it is over. */
  begin(account: string, from: string, now: number): number | null {
    const pair = this.#of(`${account} ${from}`, now)
    if (pair.underWay >= MOST_AT_ONCE) return null
    pair.underWay++
    const address = this.#of(from, now)
    return Math.max(waitAfter(pair.wrong, FREE_TRIES), waitAfter(address.wrong, FREE_TRIES_FROM_ADDRESS))
  }

  end(account: string, from: string, right: boolean, now: number): void {
    const [pair, address] = [this.#of(`${account} ${from}`, now), this.#of(from, now)]
    pair.underWay--
    if (right) pair.wrong = 0
    else
      for (const tries of [pair, address]) {
        tries.wrong++
        tries.lastAt = now
      }
  }

  #of(key: string, now: number): Tries {
    const known = this.#tries.get(key)
    if (known && (known.underWay > 0 || now - known.lastAt < FORGOTTEN_AFTER)) return known
    if (this.#tries.size >= MOST_REMEMBERED) this.#tries.delete(this.#tries.keys().next().value!)
    const fresh = { wrong: 0, lastAt: now, underWay: 0 }
    this.#tries.delete(key)
    this.#tries.set(key, fresh)
    return fresh
  }
}
