/** The work that is done beside the pages: what does the jobs of each kind. */
import { WORK_OUT_MEASURES } from './children/keep-snapshot.ts'
import { LOAD_DEMO_CHILDREN, loadDemoChildren } from './demo/load-children.ts'
import { loadWorks } from './intake/load-work.ts'
import { workOutMeasures } from './measures/run-measures.ts'
import type { Work } from './store/jobs.ts'

export const WORKS: Readonly<Record<string, Work>> = {
  ...loadWorks,
  [LOAD_DEMO_CHILDREN]: loadDemoChildren,
  [WORK_OUT_MEASURES]: workOutMeasures,
}
