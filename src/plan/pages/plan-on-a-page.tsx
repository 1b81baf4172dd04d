/** Plan on a page: one sheet of A4 landscape, a column a theme, with what we want to achieve, the priorities and the two ratings. */
import { longDay } from '../../terms/day.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { barsInWords } from '../../web/bar.ts'
import { BarChart } from '../../web/charts.tsx'
import { Gap, Heading } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { isLate } from '../action.ts'
import type { Theme } from '../plan.ts'
import { themeKey } from '../register.ts'
import { countActions, DELIVERY_BAR, IMPACT_BAR } from '../standing.ts'
import { ActionLink, inShort } from '../words.tsx'
import { loadThread } from './findings.tsx'
import { NoPlan, PlanNavigation } from './plan-navigation.tsx'

/** How many priorities a theme shows: open work first, the late before the rest. More do not fit one sheet. */
const PRIORITIES = 4

export const planOnAPage = page({
  path: '/plan/on-a-page',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  wide: true,
  load: loadThread,
  title: () => 'Plan on a page',
  view({ plan }, _form, asked) {
    if (plan === null) return <NoPlan person={asked.person} />
    return (
      <div class="gt-one-page">
        <Heading caption={plan.title}>Plan on a page</Heading>
        <PlanNavigation current="page" asked={asked} />
        <AsAtControl {...asked} />
        <p class="gt-small">
          Version {plan.version.number}, as at {longDay(plan.asAt)}
        </p>
        <div class="gt-one-page__themes">
          {plan.themes.map(theme => (
            <ThemeColumn theme={theme} asked={asked} />
          ))}
        </div>
      </div>
    )
  },
})

function ThemeColumn({ theme, asked }: { theme: Theme; asked: Asked }) {
  const counts = countActions(theme.actions, asked.asAt)
  return (
    <section class="gt-one-page__theme">
      <h2 class="gt-one-page__title">
        <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, `/plan?theme=${themeKey(theme)}`)}>
          {theme.ref} {theme.title}
        </a>
      </h2>
      <h3 class="gt-one-page__part">What we want to achieve</h3>
      <Aim theme={theme} />
      <h3 class="gt-one-page__part">Priorities now</h3>
      <Priorities theme={theme} asked={asked} />
      <h3 class="gt-one-page__part">{theme.actions.length === 1 ? '1 action' : `${theme.actions.length} actions`}</h3>
      <BarChart
        title={`Delivery of theme ${theme.ref}`}
        parts={DELIVERY_BAR}
        rows={[{ label: '', counts: counts.delivery }]}
        width={220}
        labelWidth={0}
        legend={false}
      />
      <p class="gt-small">
        Delivery: {barsInWords({ parts: DELIVERY_BAR, rows: [{ label: '', counts: counts.delivery }] })}
      </p>
      <BarChart
        title={`Impact of theme ${theme.ref}`}
        parts={IMPACT_BAR}
        rows={[{ label: '', counts: counts.impact }]}
        width={220}
        labelWidth={0}
        legend={false}
      />
      <p class="gt-small">Impact: {barsInWords({ parts: IMPACT_BAR, rows: [{ label: '', counts: counts.impact }] })}</p>
    </section>
  )
}

/** The theme's own aim; without one, its objectives, as that is what they are. */
const Aim = ({ theme }: { theme: Theme }) =>
  theme.aim ? (
    <p class="gt-one-page__words">{inShort(theme.aim, 320)}</p>
  ) : theme.objectives.length > 0 ? (
    <ul class="gt-one-page__list">
      {theme.objectives.slice(0, PRIORITIES).map(objective => (
        <li>{inShort(objective.text, 150)}</li>
      ))}
      {theme.objectives.length > PRIORITIES && <li>and {theme.objectives.length - PRIORITIES} more objectives</li>}
    </ul>
  ) : (
    <Gap title="No aim and no objective" />
  )

function Priorities({ theme, asked }: { theme: Theme; asked: Asked }) {
  const open = theme.actions.filter(action => action.delivery !== 'completed')
  const first = [...open].sort(
    (a, b) =>
      Number(isLate(b, asked.asAt)) - Number(isLate(a, asked.asAt)) ||
      (a.timescale.latest ?? '9999').localeCompare(b.timescale.latest ?? '9999'),
  )
  if (first.length === 0) return <p class="gt-one-page__words">Every action is completed.</p>
  return (
    <ul class="gt-one-page__list">
      {first.slice(0, PRIORITIES).map(action => (
        <li>
          <ActionLink action={action} asked={asked} /> {inShort(action.text, 90)}
          {isLate(action, asked.asAt) && <strong class="gt-late"> Late</strong>}
        </li>
      ))}
    </ul>
  )
}
