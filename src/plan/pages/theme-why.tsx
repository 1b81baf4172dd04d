/** Why a theme is in the plan: what it is to achieve and its objectives, above its actions. */
import { counted } from '../../terms/count-words.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Gap } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { capital } from '../../terms/first-letter.ts'
import type { Objective, Theme } from '../plan.ts'

/** How many objectives stand open; more fold away, so that the actions stay in sight. */
const OPEN = 4

export const ThemeWhy = ({ theme, asked }: { theme: Theme; asked: Asked }) => (
  <section class="gt-why" aria-label="What this theme is to achieve">
    {theme.aim && <p class="gt-lead-text">{theme.aim}</p>}
    {theme.objectives.length === 0 && theme.aim === '' && <Gap title="No aim and no objective" />}
    {theme.objectives.length > 0 && (
      <details class="gt-opens" open={theme.objectives.length <= OPEN}>
        <summary>{capital(counted(theme.objectives.length, 'objective'))}</summary>
        <Objectives objectives={theme.objectives} asked={asked} />
      </details>
    )}
  </section>
)

const Objectives = ({ objectives, asked }: { objectives: Objective[]; asked: Asked }) => (
  <ul class="gt-list">
    {objectives.map(objective => (
      <li>
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={linkAsAt(asked, `/plan/objectives/${objective.objectiveId}`)}
        >
          {objective.ref}
        </a>{' '}
        {objective.text}
      </li>
    ))}
  </ul>
)
