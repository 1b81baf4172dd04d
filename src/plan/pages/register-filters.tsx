/** What narrows the register: one form that works without script, the filters applied as chips, and the person's saved views. */
import { shortDay } from '../../terms/day.ts'
import { Button, type Link } from '../../web/components.tsx'
import { Hidden } from '../../web/fields.tsx'
import { DELIVERY, IMPACT } from '../action.ts'
import { type Asked, type filterChoices, FLAG, registerAddress } from '../register.ts'
import type { SavedView } from '../view-store.ts'

type Choices = ReturnType<typeof filterChoices>
type Choice = { value: string; text: string }

const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
const same = (values: string[]): Choice[] => values.map(value => ({ value, text: value }))

export const Filters = ({
  wanted,
  choices,
  views,
  query,
  applied,
}: {
  wanted: Asked
  choices: Choices
  views: SavedView[]
  query: URLSearchParams
  /** How many filters are applied: said where they are folded away. */
  applied: number
}) => (
  <details class="gt-filters gt-fold">
    <summary class="gt-fold__summary">
      {applied === 0 ? 'Filters and saved views' : `Filters (${applied}) and saved views`}
    </summary>
    <form method="get" action="/plan" class="gt-filters__form" aria-label="Filter the register">
      {query.get('sort') && <Hidden name="sort" value={query.get('sort')!} />}
      {query.get('order') && <Hidden name="order" value={query.get('order')!} />}
      {query.get('as-at') && <Hidden name="as-at" value={query.get('as-at')!} />}
      <label class="gt-filters__label" for="search">
        Search
      </label>
      <input class="govuk-input gt-filters__input" type="search" id="search" name="search" value={wanted.search} />
      <Ticks legend="Worth a look" name="flag" chosen={wanted.flags} choices={choicesOf(FLAG)} />
      <Ticks legend="Delivery" name="delivery" chosen={wanted.deliveries} choices={choicesOf(DELIVERY)} />
      <Ticks legend="Impact" name="impact" chosen={wanted.impacts} choices={choicesOf(IMPACT)} />
      <Pick
        label="Theme"
        name="theme"
        chosen={wanted.themes.flatMap(theme => themesNamed(choices, theme)).map(({ value }) => value)}
        choices={choices.themes}
      />
      <Pick label="Lead" name="lead" chosen={wanted.leads} choices={same(choices.leads)} />
      <Pick label="Monitored by" name="body" chosen={wanted.bodies} choices={same(choices.bodies)} />
      <Pick label="Answers" name="source" chosen={wanted.sources} choices={same(choices.sources)} />
      <label class="gt-filters__label" for="changed-since">
        Updated since
      </label>
      <input
        class="govuk-input gt-filters__input"
        type="date"
        id="changed-since"
        name="changed-since"
        value={wanted.changedSince ?? ''}
      />
      <Button small>Show</Button>
    </form>
    <Views views={views} query={query} />
  </details>
)

/** Groups of boxes fold away unless one of them is ticked: the first group is always open. */
const Ticks = ({
  legend,
  name,
  chosen,
  choices,
}: {
  legend: string
  name: string
  chosen: string[]
  choices: Choice[]
}) => (
  <details class="gt-filters__group" open={name === 'flag' || chosen.length > 0}>
    <summary class="gt-filters__legend">{legend}</summary>
    {choices.map(choice => (
      <label class="gt-filters__tick">
        <input type="checkbox" name={name} value={choice.value} checked={chosen.includes(choice.value)} /> {choice.text}
      </label>
    ))}
  </details>
)

const Pick = ({
  label,
  name,
  chosen,
  choices,
}: {
  label: string
  name: string
  chosen: string[]
  choices: Choice[]
}) =>
  choices.length === 0 ? null : (
    <>
      <label class="gt-filters__label" for={`filter-${name}`}>
        {label}
      </label>
      <select class="govuk-select gt-filters__input" id={`filter-${name}`} name={name}>
        <option value="">All</option>
        {choices.map(choice => (
          <option value={choice.value} selected={chosen.includes(choice.value)}>
            {choice.text}
          </option>
        ))}
      </select>
    </>
  )

const Views = ({ views, query }: { views: SavedView[]; query: URLSearchParams }) => (
  <section class="gt-filters__views" aria-label="Saved views">
    <h2 class="gt-filters__legend">Saved views</h2>
    {views.length === 0 && <p class="gt-small">None yet. Filter the register, then save it here by a name.</p>}
    <ul class="govuk-list">
      {views.map(view => (
        <li>
          <a class="govuk-link govuk-link--no-visited-state" href={view.query === '' ? '/plan' : `/plan?${view.query}`}>
            {view.name}
          </a>{' '}
          <a class="govuk-link gt-small" href={`/plan/views/${view.savedViewId}/remove`}>
            Remove<span class="govuk-visually-hidden"> the view {view.name}</span>
          </a>
        </li>
      ))}
    </ul>
    {query.toString() !== '' && (
      <form method="post" action={`/plan/views?${query}`} class="gt-filters__form">
        <label class="gt-filters__label" for="view-name">
          Save this view as
        </label>
        <input class="govuk-input gt-filters__input" id="view-name" name="name" maxlength={60} required />
        <Button kind="secondary" small>
          Save view
        </Button>
      </form>
    )}
  </section>
)

/** By its key one theme; by a reference, as in older addresses, all that carry it. */
const themesNamed = (choices: Choices, name: string) =>
  choices.themes.filter(({ value, ref }) => value === name || ref === name)

/** Each filter applied, with the address without it. */
export function chipsOf(query: URLSearchParams, wanted: Asked, choices: Choices): Link[] {
  const words: Record<string, (value: string) => string> = {
    theme(value) {
      const named = themesNamed(choices, value)
      return named.length === 1 ? named[0]!.text : `Theme ${value}`
    },
    delivery: value => `Delivery: ${DELIVERY[value as keyof typeof DELIVERY]}`,
    impact: value => `Impact: ${IMPACT[value as keyof typeof IMPACT]}`,
    flag: value => FLAG[value as keyof typeof FLAG],
    lead: value => `Lead: ${value}`,
    body: value => `Monitored by: ${value}`,
    source: value => `Answers: ${value}`,
  }
  const known: Record<string, string[]> = {
    theme: wanted.themes,
    delivery: wanted.deliveries,
    impact: wanted.impacts,
    flag: wanted.flags,
    lead: wanted.leads,
    body: wanted.bodies,
    source: wanted.sources,
  }
  return [
    ...(wanted.search === ''
      ? []
      : [{ text: `Search: ${wanted.search}`, href: registerAddress(query, { search: null }) }]),
    ...Object.entries(known).flatMap(([name, values]) =>
      values.map(value => ({
        text: words[name]!(value),
        href: registerAddress(query, { [name]: values.filter(other => other !== value) }),
      })),
    ),
    ...(wanted.changedSince === null
      ? []
      : [
          {
            text: `Updated since ${shortDay(wanted.changedSince)}`,
            href: registerAddress(query, { 'changed-since': null }),
          },
        ]),
  ]
}
