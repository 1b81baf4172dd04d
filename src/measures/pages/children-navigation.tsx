/** The pages about children that have an address of their own, and what narrows them. */
import { may, type Permission } from '../../terms/permission.ts'
import { Button, SubNavigation } from '../../web/components.tsx'
import { Hidden } from '../../web/fields.tsx'
import type { Asked } from '../../web/page.tsx'
import { filterIn } from '../child-rows.ts'
import { CHILD_STATUS } from '../child-standing.ts'

const PAGES = {
  children: { text: 'Children', href: '/children', may: 'see-children' },
  due: { text: 'Next four weeks', href: '/children/due', may: 'see-children' },
  meetings: { text: 'Weekly meetings', href: '/children/meetings', may: 'run-performance-meeting' },
} as const satisfies Record<string, { text: string; href: string; may: Permission }>

export const ChildrenNavigation = ({ current, asked }: { current: keyof typeof PAGES; asked: Asked }) => (
  <SubNavigation
    label="Children"
    items={Object.entries(PAGES)
      .filter(([, page]) => may(asked.person, page.may))
      .map(([name, { text, href }]) => ({ text, href, current: name === current }))}
  />
)

type Choice = { value: string; text: string }
type Narrowing = { action: string; query: URLSearchParams; teams: Choice[]; workers: Choice[] }

/** One form that works without script; what is chosen stays in the address, in which no child is named. */
export const Narrow = ({ action, query, teams, workers }: Narrowing) => {
  const { team, worker, status } = filterIn(query)
  const statuses = Object.entries(CHILD_STATUS).map(([value, text]) => ({ value, text }))
  return (
    <form method="get" action={action} class="gt-toolbar" aria-label="Narrow the list">
      {query.get('as-at') && <Hidden name="as-at" value={query.get('as-at')!} />}
      <Pick name="team" label="Team" chosen={team} choices={teams} />
      <Pick name="worker" label="Worker" chosen={worker} choices={workers} />
      <Pick name="status" label="Status" chosen={status} choices={statuses} />
      <Button small kind="secondary">
        Show
      </Button>
    </form>
  )
}

const Pick = ({ name, label, chosen, choices }: { name: string; label: string; chosen: string; choices: Choice[] }) => (
  <span class="gt-pick">
    <label class="gt-filters__label" for={name}>
      {label}
    </label>
    <select class="govuk-select gt-filters__input" id={name} name={name}>
      <option value="">All</option>
      {choices.map(({ value, text }) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </span>
)
