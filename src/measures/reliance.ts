/** What of the plan relies on a measure: told by the room that keeps the plan, shown on the measure's page. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'

export type Relying = { what: 'finding' | 'objective' | 'action'; ref: string; text: string; href: string }
export type ListReliance = (db: Db, measure: string, asAt: Day) => Promise<Relying[]>
