/** The work that is done beside the pages: what does the jobs of each kind, and what is asked for every day. */
import { setTimeout as wait } from 'node:timers/promises'
import { WORK_OUT_MEASURES } from './children/keep-snapshot.ts'
import { LOAD_DEMO_CHILDREN, loadDemoChildren } from './demo/load-children.ts'
import { askToClear, CLEAR_BY_RULE, clearByRule } from './governance/clear-by-rule.ts'
import { loadWorks } from './intake/load-work.ts'
import { workOutMeasures } from './measures/run-measures.ts'
import type { Database } from './store/database.ts'
import type { Work } from './store/jobs.ts'
import { logLine, toldOf } from './store/log.ts'

export const WORKS: Readonly<Record<string, Work>> = {
  ...loadWorks,
  [LOAD_DEMO_CHILDREN]: loadDemoChildren,
  [WORK_OUT_MEASURES]: workOutMeasures,
  [CLEAR_BY_RULE]: clearByRule,
}

/** Looked at soon after the start, and then every hour, whether a day has gone by since it was last asked for. */
const [SOON_MS, HOUR_MS] = [60_000, 3_600_000]

export async function askEveryDay(database: Database, signal: AbortSignal): Promise<void> {
  for (let pause = SOON_MS; !signal.aborted; pause = HOUR_MS) {
    await wait(pause, null, { signal }).catch(() => {})
    if (signal.aborted) return
    await askToClear(database).catch((error: unknown) =>
      logLine({ level: 'error', event: 'clearing-not-asked-for', ...toldOf(error) }),
    )
  }
}
