/** What was odd in a file but could be read all the same, said once with how often it was met. */
import type { Problem } from '../../terms/problem.ts'

export type Notices = {
  /** `{n}` in the words is replaced with how often they were met in that place. */
  add(problem: string, where?: string, times?: number): void
  list(): Problem[]
}

const MOST = 200

export function notices(): Notices {
  let more = 0
  const met = new Map<string, { where: string; problem: string; times: number }>()
  return {
    add(problem, where = '', times = 1) {
      const key = `${where}\n${problem}`
      const one = met.get(key)
      if (one) one.times += times
      else if (met.size < MOST) met.set(key, { where, problem, times })
      else more += times
    },
    list() {
      const listed = [...met.values()].map(({ where, problem, times }) => ({
        where,
        problem: problem.replace('{n}', String(times)),
      }))
      return more === 0 ? listed : [...listed, { where: '', problem: `There are ${more} more oddities like these` }]
    },
  }
}
