/** What is done to a measure of the authority's own: it is changed, given examples, taken into use, and withdrawn. Each is a later version. */
import { listTeams } from '../../people/team-store.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Select, Textarea } from '../../web/fields.tsx'
import { type Field, maybeOneOf, onDay, Refused, text } from '../../web/form.ts'
import { type Asked, NotAllowed, page } from '../../web/page.tsx'
import { countableNamed } from '../custom/countable.ts'
import { type CustomExample, EXPECTED_STATE, type ExpectedState, whyNotYet } from '../custom-example.ts'
import { customFields, definitionOf, startForm } from '../custom-form.ts'
import { changeCustomMeasure, type CustomSaid, listCustomVersions } from '../custom-store.ts'
import { doingOf } from '../doing.ts'
import { findWorkingDays } from '../holiday-store.ts'
import { workOutAnew } from '../work-out-anew.ts'
import type { Day } from '../../terms/day.ts'
import { CustomFields } from './custom-fields.tsx'
import { ownAddress, ownCrumb } from './own-measures.tsx'

const WITHDRAWN = 'This measure was withdrawn: make another'

const findLast = async ({ db, params }: Asked): Promise<CustomSaid> => {
  const [last] = await listCustomVersions(db, Number(params['id']))
  return last
}
const crumbsOf = ({ customMeasureId, definition }: CustomSaid) => [
  ownCrumb,
  { text: definition.name, href: ownAddress(customMeasureId) },
]
const refuseWithdrawn = ({ state }: CustomSaid) => {
  if (state === 'withdrawn') throw new Refused([{ field: null, text: WITHDRAWN }])
}

export const changeOwnMeasurePage = page({
  path: '/measures/own/:id/change',
  may: 'set-measures',
  section: 'Measures',
  async load(asked) {
    const last = await findLast(asked)
    const rows = countableNamed(last.definition.table)
    if (!rows) throw new NotAllowed('Its records are no longer counted: withdraw it and make another')
    return { last, rows, teams: await listTeams(asked.db, asked.today) }
  },
  title: ({ last }) => `Change ${last.definition.name}`,
  breadcrumbs: ({ last }) => crumbsOf(last),
  form: { ...customFields, why: text({ max: 1000, missing: 'Enter why it is changed' }) },
  view({ last, rows, teams }, form) {
    startForm(form, last.definition)
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={last.definition.name}>Change what it says</Heading>
        <p class="govuk-body gt-measure">
          The change is tried first: what was in use stays so until this is used. Figures say by which version they were
          worked out.
        </p>
        <CustomFields rows={rows} teams={teams} form={form} />
        <Textarea name="why" label="Why is it changed?" rows={3} form={form} />
        <Button>Try it</Button>
      </form>
    )
  },
  async save(asked, { last }, { why, ...given }) {
    refuseWithdrawn(last)
    const definition = definitionOf(last.definition.table, given)
    const { customMeasureId, examples } = last
    await changeCustomMeasure(asked.db, doingOf(asked), customMeasureId, { state: 'tried', definition, examples, why })
    return ownAddress(customMeasureId)
  },
})

const ROWS = [1, 2, 3, 4, 5, 6] as const
type ExampleFields = Record<`${'from' | 'done' | 'at'}${number}`, Field<Day | null>> &
  Record<`expected${number}`, Field<ExpectedState | null>> &
  Record<`says${number}`, Field<'Y' | 'N' | null>>

const exampleFields = Object.fromEntries(
  ROWS.flatMap(row => [
    [`from${row}`, onDay()],
    [`done${row}`, onDay()],
    [`says${row}`, maybeOneOf({ Y: 'Yes', N: 'No' })],
    [`at${row}`, onDay()],
    [`expected${row}`, maybeOneOf(EXPECTED_STATE)],
  ]),
) as ExampleFields

export const ownExamplesPage = page({
  path: '/measures/own/:id/examples',
  may: 'set-measures',
  section: 'Measures',
  load: findLast,
  title: ({ definition }) => `Examples of ${definition.name}`,
  breadcrumbs: last => crumbsOf(last),
  form: exampleFields,
  view(last, form) {
    form.start(typedExamples(last.examples))
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={last.definition.name}>Examples of our own</Heading>
        <p class="govuk-body gt-measure">
          Small cases with what must come of each, such as one done on the last day in time and one the day after. A
          child of the population is made for each. Leave rows empty that are not needed.
        </p>
        {ROWS.map(row => (
          <fieldset class="govuk-fieldset gt-section">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Example {row}</legend>
            <Input name={`from${row}`} label="From" hint={row === 1 ? 'As 22/11/2026' : ''} width={10} form={form} />
            <Input name={`done${row}`} label="Done" width={10} form={form} />
            {last.definition.test.kind === 'yes' && (
              <Select name={`says${row}`} label="The field says" blank="Nothing" options={{ Y: 'Yes', N: 'No' }} form={form} />
            )}
            <Input name={`at${row}`} label="Looked at on" width={10} form={form} />
            <Select name={`expected${row}`} label="What must come of it" blank="Select" options={EXPECTED_STATE} form={form} />
          </fieldset>
        ))}
        <Button>Keep and try them</Button>
      </form>
    ) // prettier-ignore
  },
  async save(asked, last, given) {
    refuseWithdrawn(last)
    const { customMeasureId, definition } = last
    const examples = examplesIn(given)
    if (examples.length === 0) throw new Refused([{ field: 'from1', text: 'Enter at least one example' }])
    const why = 'Examples given'
    await changeCustomMeasure(asked.db, doingOf(asked), customMeasureId, { state: 'tried', definition, examples, why })
    return ownAddress(customMeasureId)
  },
})

type GivenExamples = { [name: string]: Day | string | null }

/** Rows in which something is typed; each needs the day it is looked at and what must come of it. Throws `Refused`. */
function examplesIn(given: GivenExamples): CustomExample[] {
  return ROWS.flatMap(row => {
    const [from, done, says, at, expected] = ['from', 'done', 'says', 'at', 'expected'].map(name => given[`${name}${row}`] ?? null) // prettier-ignore
    if ([from, done, says, at, expected].every(value => value === null)) return []
    if (at === null) throw new Refused([{ field: `at${row}`, text: `Example ${row}: enter the day it is looked at` }])
    if (expected === null) throw new Refused([{ field: `expected${row}`, text: `Example ${row}: select what must come of it` }]) // prettier-ignore
    return [
      {
        from: from as Day | null,
        done: done as Day | null,
        says: says === null ? null : says === 'Y',
        at: at as Day,
        expected: expected as ExpectedState,
      },
    ]
  })
}

const typedExamples = (examples: readonly CustomExample[]): Record<string, string> =>
  Object.fromEntries(
    examples.flatMap(({ from, done, says, at, expected }, index) => [
      [`from${index + 1}`, from ?? ''],
      [`done${index + 1}`, done ?? ''],
      [`says${index + 1}`, says === null ? '' : says ? 'Y' : 'N'],
      [`at${index + 1}`, at],
      [`expected${index + 1}`, expected],
    ]),
  )

export const useOwnMeasurePage = page({
  path: '/measures/own/:id/use',
  may: 'set-measures',
  section: 'Measures',
  load: async asked => ({ ...(await findLast(asked)), calendar: await findWorkingDays(asked.db) }),
  title: ({ definition }) => `Use ${definition.name}`,
  breadcrumbs: last => crumbsOf(last),
  form: { why: text({ max: 1000, missing: 'Enter who agreed to it and why' }) },
  view: (last, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={last.definition.name}>Use it</Heading>
      <p class="govuk-body gt-measure">
        {whyNotYet(last.definition, last.examples, last.calendar) ??
          'Its figures are worked out as far back as the records go, now and with every load, and stand in the performance book.'}
      </p>
      <Textarea name="why" label="Who agreed to it, and why?" rows={3} form={form} />
      <Button>Use it</Button>
    </form>
  ),
  async save(asked, last, { why }) {
    refuseWithdrawn(last)
    const { customMeasureId, definition, examples, calendar } = last
    const notYet = whyNotYet(definition, examples, calendar)
    if (notYet !== null) throw new Refused([{ field: null, text: notYet }])
    await changeCustomMeasure(asked.db, doingOf(asked), customMeasureId, { state: 'used', definition, examples, why })
    await workOutAnew(asked.db, asked.person.personId)
    return ownAddress(customMeasureId)
  },
})

export const withdrawOwnMeasurePage = page({
  path: '/measures/own/:id/withdraw',
  may: 'set-measures',
  section: 'Measures',
  load: findLast,
  title: ({ definition }) => `Withdraw ${definition.name}`,
  breadcrumbs: last => crumbsOf(last),
  form: { why: text({ max: 1000, missing: 'Enter why it is withdrawn' }) },
  view: (last, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={last.definition.name}>Withdraw it</Heading>
      <p class="govuk-body gt-measure">
        No figures are worked out by it any more. Those that were stay, and any earlier day shows it as it stood.
      </p>
      <Textarea name="why" label="Why is it withdrawn?" rows={3} form={form} />
      <Button kind="warning">Withdraw it</Button>
    </form>
  ),
  async save(asked, last, { why }) {
    refuseWithdrawn(last)
    const { customMeasureId, definition, examples } = last
    await changeCustomMeasure(asked.db, doingOf(asked), customMeasureId, { state: 'withdrawn', definition, examples, why })
    return ownAddress(customMeasureId)
  },
}) // prettier-ignore
