/** The plan on two days, compared: what is new, what is gone, what moved, and every change of words, dates and ratings. */
import { isDay, longDay } from '../../terms/day.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Empty, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { NotFound } from '../../store/not-found.ts'
import type { Action } from '../action.ts'
import { comparePlans } from '../compare-plans.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { actionAddress } from '../words.tsx'
import { ChangedPairs } from './plan-changes.tsx'

export const comparePage = page({
  path: '/plan/compare',
  may: 'read-plan',
  section: 'Plan',
  async load({ db, query, today }) {
    const planId = await findCurrentPlanId(db)
    if (planId === null) throw new NotFound('plan yet')
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? today]
    if (!isDay(from) || !isDay(to)) throw new NotFound('comparison of these days: both must be dates')
    const [earlier, later] = from <= to ? [from, to] : [to, from]
    const [before, after] = await Promise.all([findPlanAsAt(db, planId, earlier), findPlanAsAt(db, planId, later)])
    return { earlier, later, comparison: comparePlans(before, after, 'identity') }
  },
  title: ({ earlier, later }) => `The plan on ${longDay(earlier)} and ${longDay(later)}`,
  breadcrumbs: () => [
    { text: 'Plan', href: '/plan' },
    { text: 'Versions', href: '/plan/versions' },
  ],
  view: ({ earlier, later, comparison }, _form, asked) => {
    const nothing =
      comparison.changed.length + comparison.added.length + comparison.gone.length + comparison.moved.length === 0
    return (
      <>
        <Heading caption={`From ${longDay(earlier)} to ${longDay(later)}`}>What changed in the plan</Heading>
        <Stats>
          <Stat number={comparison.changed.length} words="changed" />
          <Stat number={comparison.moved.length} words="moved or renumbered" />
          <Stat number={comparison.added.length} words="new" />
          <Stat number={comparison.gone.length} words="gone" />
        </Stats>
        {nothing && <Empty title="Nothing changed between these two days" />}
        <Listed
          title="New"
          actions={comparison.added}
          href={action => linkAsAt({ asAt: later, today: asked.today }, actionAddress(action.actionId))}
        />
        <Listed
          title="Gone"
          actions={comparison.gone}
          href={action => linkAsAt({ asAt: earlier, today: asked.today }, actionAddress(action.actionId))}
        />
        {!nothing && <ChangedPairs pairs={comparison.pairs} />}
      </>
    )
  },
})

const Listed = ({ title, actions, href }: { title: string; actions: Action[]; href: (action: Action) => string }) =>
  actions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list">
        {actions.map(action => (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={href(action)}>
              {action.ref}
            </a>{' '}
            {action.text}
          </li>
        ))}
      </ul>
    </>
  )
