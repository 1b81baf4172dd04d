/** The measures that an authority made of its own, and making another: first what is counted, then all the rest. */
import { listTeams } from '../../people/team-store.ts'
import { shortDay } from '../../terms/day.ts'
import { Button, Empty, Heading, Tag } from '../../web/components.tsx'
import { ErrorSummary, Select } from '../../web/fields.tsx'
import { type Form, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { COUNTABLE, countableNamed } from '../custom/countable.ts'
import { customFields, definitionOf, ownId } from '../custom-form.ts'
import {
  addCustomMeasure,
  CUSTOM_STATE,
  type CustomSaid,
  type CustomState,
  listCustomMeasures,
} from '../custom-store.ts'
import { doingOf } from '../doing.ts'
import { MEASURE_AREA } from '../measure.ts'
import { CustomFields } from './custom-fields.tsx'
import { MeasuresNavigation } from './measures-navigation.tsx'

export const ownAddress = (customMeasureId: number, then = ''): string => `/measures/own/${customMeasureId}${then}`
export const ownCrumb = { text: 'Measures of our own', href: '/measures/own' }

const COLOUR = { tried: 'yellow', used: 'green', withdrawn: 'grey' } as const
export const CustomStateTag = ({ state }: { state: CustomState }) => (
  <Tag colour={COLOUR[state]}>{CUSTOM_STATE[state]}</Tag>
)

export const ownMeasuresPage = page({
  path: '/measures/own',
  may: 'set-measures',
  section: 'Measures',
  wide: true,
  load: ({ db }) => listCustomMeasures(db),
  title: () => 'Measures of our own',
  view: (measures, _form, asked) => (
    <>
      <Heading
        actions={
          <Button small href="/measures/own/add">
            Make a measure
          </Button>
        }
      >
        Measures of our own
      </Heading>
      <MeasuresNavigation current="own" asked={asked} />
      <p class="govuk-body gt-measure">
        Counted from every extract like those of the catalogue, by the same rules. Each is tried on examples of your own
        before it is used.
      </p>
      <Table<CustomSaid>
        caption="Measures of our own"
        captionHidden
        rows={measures}
        empty={<Empty title="None has been made yet" />}
        columns={[
          {
            heading: 'Measure',
            names: true,
            width: 'wide',
            cell: ({ customMeasureId, definition }) => (
              <a class="govuk-link" href={ownAddress(customMeasureId)}>
                {definition.name}
              </a>
            ),
          },
          { heading: 'State', cell: ({ state }) => <CustomStateTag state={state} /> },
          { heading: 'Area', cell: ({ definition }) => MEASURE_AREA[definition.area] },
          { heading: 'Examples', number: true, cell: ({ examples }) => examples.length },
          { heading: 'Said', cell: ({ said, saidBy }) => `${shortDay(said)}, ${saidBy}` },
        ]}
      />
    </>
  ),
})

export const addOwnMeasurePage = page({
  path: '/measures/own/add',
  may: 'set-measures',
  section: 'Measures',
  load: async ({ db, query, today }) => ({
    rows: countableNamed(query.get('rows') ?? '') ?? null,
    teams: await listTeams(db, today),
  }),
  title: ({ rows }) => (rows ? `Make a measure of ${rows.words}` : 'Make a measure'),
  breadcrumbs: () => [ownCrumb],
  form: customFields,
  view({ rows, teams }, form) {
    if (rows === null) return <ChooseRows form={form} />
    form.start({ start: rows.from, standing: 'all', basis: 'completed', polarity: 'higher', unit: 'working days' })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Counted from ${rows.words}`}>Make a measure</Heading>
        <CustomFields rows={rows} teams={teams} form={form} />
        <Button>Try it</Button>
      </form>
    )
  },
  async save(asked, { rows }, given) {
    if (rows === null) throw new Refused([{ field: 'rows', text: 'Select what is counted first' }])
    const definition = definitionOf(rows.table, given)
    const measure = ownId(definition.name)
    if (measure === null) throw new Refused([{ field: 'name', text: 'Enter a name of letters or numbers' }])
    const id = await addCustomMeasure(asked.db, doingOf(asked), measure, definition)
    if (id === null) throw new Refused([{ field: 'name', text: 'There is a measure of our own of this name already' }])
    return ownAddress(id)
  },
})

const ChooseRows = ({ form }: { form: Form }) => (
  <form method="get" action="/measures/own/add">
    <ErrorSummary problems={form.problems.filter(({ field }) => field === 'rows')} />
    <Heading>Make a measure</Heading>
    <Select
      name="rows"
      label="What is counted?"
      hint="Each of them is one case of the measure"
      options={COUNTABLE.map(({ table, words }) => ({ value: table, text: words }))}
      form={form}
    />
    <Button>Go on</Button>
  </form>
)
