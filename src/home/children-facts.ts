/** What home says of children and figures: one's own children's clocks, teams with what is past its day, and measures whose signal changed. */
import { findBook } from '../measures/book-store.ts'
import { MEASURES } from '../measures/catalogue.ts'
import { type ChangedSignal, signalsChanged } from '../measures/signals-since.ts'
import { countPastByTeam, listWorkDue, type TeamPast, type WorkDue } from '../measures/work-due.ts'
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { may, type Person, ROLE } from '../terms/permission.ts'

export type ChildrenFacts = {
  /** For who works with children, or manages one team. */
  readonly work: WorkDue | null
  /** For who answers for several. */
  readonly teams: { readonly asAt: Day; readonly teams: readonly TeamPast[] } | null
  /** For who answers for the whole programme. */
  readonly signals: readonly ChangedSignal[] | null
}

const NOTHING: ChildrenFacts = { work: null, teams: null, signals: null }

export async function findChildrenFacts(db: Db, person: Person, asAt: Day, since: Day): Promise<ChildrenFacts> {
  const { role } = person
  if (role === null || !may(person, 'give-reasons')) return NOTHING
  const { scope } = ROLE[role]
  if (scope === 'own-children' || scope === 'team') return { ...NOTHING, work: await listWorkDue(db, asAt) }
  const teams = await countPastByTeam(db, asAt)
  if (scope !== 'authority') return { ...NOTHING, teams }
  const book = await findBook(db, person, asAt)
  return { ...NOTHING, teams, signals: book && signalsChanged(MEASURES, book.ground, since) }
}
