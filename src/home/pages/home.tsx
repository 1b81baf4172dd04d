/** Home: how the programme stands, what changed since the last board, what is late, what the board will ask, when it meets next. */
import { findImprovementBoard } from '../../governance/store.ts'
import { meetingsAround } from '../../governance/body.ts'
import { findPlanAsAt, findCurrentPlanId, listSources } from '../../plan/store.ts'
import { page } from '../../web/page.tsx'
import { addDays, longDay } from '../../terms/day.ts'
import { NotFound } from '../../store/not-found.ts'
import { findChildrenFacts } from '../children-facts.ts'
import { factsOf } from '../home-facts.ts'
import { ChildrenCards, MOST } from './children-cards.tsx'
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
    const around = board ? meetingsAround(board.body.bodyId, board.meetings, asAt) : { last: null, next: null }
    const since = around.last?.meetsOn ?? addDays(asAt, -42)
    const children = await findChildrenFacts(db, person, asAt, since)
    if (planId === null) return { facts: null, sources, board, children, since }
    const plan = await findPlanAsAt(db, planId, asAt)
    const before = await findPlanAsAt(db, planId, since).catch(noneYet)
    return {
      facts: factsOf({ plan, before, since, sources, board: board?.body.name ?? null, ...around, person }),
      sources,
      board,
      children,
      since,
    }
  },
  looks: ({ children: { work } }) =>
    work && {
      what: 'home-list',
      children: [...work.past.slice(0, MOST), ...work.soon.slice(0, MOST)].map(({ child }) => child.childId),
    },
  title: () => 'Home',
  view: ({ facts, sources, board, children, since }, _form, asked) => {
    const cards = <ChildrenCards facts={children} since={longDay(since)} asked={asked} />
    return facts ? (
      <HomeView facts={facts} asked={asked}>
        {cards}
      </HomeView>
    ) : (
      <>
        <FirstSteps person={asked.person} sources={sources.length} board={board !== null} />
        <div class="gt-flow">{cards}</div>
      </>
    )
  },
})

/** Before its first version there is nothing to compare with. */
const noneYet = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}
