/** What was odd in a file but could be read all the same, said once with how often it was met. */
import type { Problem } from '../../terms/problem.ts'

export type Notices = {
  /** `{n}` in the words is replaced with how often they were met in that place. */
  add(problem: string, where?: string, times?: number): void
  list(): Problem[]
}

export function notices(): Notices {
  const met = new Map<string, { where: string; problem: string; times: number }>()
  return {
    add(problem, where = '', times = 1) {
      const key = `${where}\n${problem}`
      const one = met.get(key)
      if (one) one.times += times
      else met.set(key, { where, problem, times })
    },
    list: () =>
      [...met.values()].map(({ where, problem, times }) => ({ where, problem: problem.replace('{n}', String(times)) })),
  }
}
