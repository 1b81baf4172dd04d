/** Home: how the programme stands, what changed since the last board, what is late, what the board will ask, when it meets next. */
import { findImprovementBoard } from '../../governance/store.ts'
import { meetingsAround } from '../../governance/body.ts'
import { findPlanAsAt, findCurrentPlanId, listSources } from '../../plan/store.ts'
import { page } from '../../web/page.tsx'
import { addDays } from '../../terms/day.ts'
import { NotFound } from '../../store/not-found.ts'
import { factsOf } from '../home-facts.ts'
import { HomeView } from './home-view.tsx'
import { FirstSteps } from './first-steps.tsx'

export const home = page({
  path: '/',
  may: 'read-plan',
  section: 'Home',
  dated: true,
  wide: true,
  async load({ db, asAt, person }) {
    const [planId, board, sources] = await Promise.all([
      findCurrentPlanId(db, asAt),
      findImprovementBoard(db),
      listSources(db, asAt),
    ])
    if (planId === null) return { facts: null, sources, board }
    const plan = await findPlanAsAt(db, planId, asAt)
    const around = board ? meetingsAround(board.body.bodyId, board.meetings, asAt) : { last: null, next: null }
    const since = around.last?.meetsOn ?? addDays(asAt, -42)
    const before = await findPlanAsAt(db, planId, since).catch(noneYet)
    return {
      facts: factsOf({ plan, before, since, sources, board: board?.body.name ?? null, ...around, person }),
      sources,
      board,
    }
  },
  title: () => 'Home',
  view: ({ facts, sources, board }, _form, asked) =>
    facts ? (
      <HomeView facts={facts} asked={asked} />
    ) : (
      <FirstSteps person={asked.person} sources={sources.length} board={board !== null} />
    ),
})

/** Before its first version there is nothing to compare with. */
const noneYet = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}
