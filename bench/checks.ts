/**
 * How long the plan's checks take on a large plan: all of them, and the slowest five each alone, on plans of 500, 3,000 and 10,000
 * actions with a notice of 60 findings. `node --import tsx bench/checks.ts` on Node 24; prints a line of JSON a plan, times in
 * milliseconds of processor time, the best of three.
 */
import { PLAN_CHECKS, raiseQuestions } from '../src/plan/checks.ts'
import { largePlan } from '../src/plan/large-plan.ts'

for (const actions of [500, 3000, 10000]) {
  const checked = largePlan(actions)
  const each = PLAN_CHECKS.map(check => ({ check: check.id, took: time(() => check.find(checked), 1) }))
  const slowest = each.sort((one, other) => other.took - one.took).slice(0, 5)
  const all = time(() => raiseQuestions(checked))
  console.log(JSON.stringify({ actions, all, slowest }))
}

function time(run: () => unknown, times = 3): number {
  const took = Array.from({ length: times }, () => {
    const begun = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return Math.round(Math.min(...took))
}
