/** Choose with whom the authority compares itself, and enter how many children live there. */
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { Checkbox, DayInput, ErrorSummary, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text, ticked } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findArea, listAreas, NEIGHBOUR_MODEL } from '../comparators.ts'
import {
  addComparisonGroup,
  addOwnPopulation,
  findComparisonGroup,
  listComparisonGroups,
  listOwnPopulations,
  listPopulationsSaid,
} from '../comparison-store.ts'
import { authoritiesIn } from '../comparison-words.ts'
import { doingOf } from '../doing.ts'
import { figureField } from '../figure-field.ts'
import { comparisonCrumb } from './measures-navigation.tsx'

const MOST = 20

export const chooseComparisonPage = page({
  path: '/measures/comparison/choose',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, query, today }) {
    const back = (await listComparisonGroups(db)).find(({ groupId }) => String(groupId) === query.get('back'))
    return back ?? (await findComparisonGroup(db, today))
  },
  title: () => 'Choose whom to compare with',
  breadcrumbs: () => [comparisonCrumb],
  form: {
    authority: text({ max: 9 }),
    region: text({ max: 9 }),
    neighbours: text({ max: 3000 }),
    model: oneOf(NEIGHBOUR_MODEL, 'Select which model they come from'),
    from: onDay({ missing: 'Enter the day from which it holds' }),
    why: text({ max: 1000, missing: 'Enter why these were chosen' }),
  },
  view: (group, form, { today }) => {
    form.start({
      authority: group.authority ?? '',
      region: group.region ?? '',
      neighbours: group.neighbours.map(id => findArea(id)?.name ?? id).join('\n'),
      model: group.model,
      from: today,
    })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Choose whom to compare with</Heading>
        <Select
          name="authority"
          label="This authority in the published statistics"
          blank="It is not among them"
          options={optionsOf('authority')}
          form={form}
        />
        <Select name="region" label="Region" blank="None" options={optionsOf('region')} form={form} />
        <Textarea
          name="neighbours"
          label="Comparison group"
          hint={`One authority on each line, by name; at most ${MOST}`}
          rows={11}
          form={form}
        />
        <Radios
          name="model"
          legend="Which list is it?"
          hint="Figures say which model the group follows. Check it against the DfE’s own list of the year"
          options={NEIGHBOUR_MODEL}
          form={form}
          small
        />
        <DayInput name="from" label="From" form={form} />
        <Textarea name="why" label="Why these?" rows={3} form={form} />
        <Button>Save</Button>
      </form>
    )
  },
  async save(asked, _group, { authority, region, neighbours, model, from, why }) {
    const { areas, problems } = authoritiesIn(neighbours)
    if (problems.length > 0) throw new Refused(problems.map(words => ({ field: 'neighbours', text: words })))
    if (areas.length > MOST)
      throw new Refused([{ field: 'neighbours', text: `Name at most ${MOST} authorities: these are ${areas.length}` }])
    const own = areaGiven(authority, 'authority')
    if (areas.some(({ id }) => id === own))
      throw new Refused([{ field: 'neighbours', text: 'Leave this authority out of its own group' }])
    await addComparisonGroup(asked.db, doingOf(asked), {
      authority: own,
      region: areaGiven(region, 'region'),
      neighbours: areas.map(({ id }) => id),
      model,
      from: from!,
      why,
    })
    return '/measures/comparison'
  },
})

const optionsOf = (kind: 'authority' | 'region') => listAreas(kind).map(({ id, name }) => ({ value: id, text: name }))

function areaGiven(id: string, kind: 'authority' | 'region'): string | null {
  if (id === '') return null
  if (findArea(id)?.kind !== kind) throw new Refused([{ field: kind, text: 'Select from the list' }])
  return id
}

export const populationPage = page({
  path: '/measures/comparison/population',
  may: 'set-measures',
  section: 'Measures',
  load: async ({ db, today }) => ({
    own: await listOwnPopulations(db),
    said: await listPopulationsSaid(db),
    group: await findComparisonGroup(db, today),
  }),
  title: () => 'How many children live here',
  breadcrumbs: () => [comparisonCrumb],
  form: {
    year: figureField({ missing: 'Enter the year', least: 2000, most: 2200, whole: true }),
    children: figureField({ least: 1, most: 5_000_000, whole: true }),
    takenBack: ticked(),
    source: text({ max: 300, missing: 'Enter where the figure comes from' }),
  },
  view: ({ own, said, group }, form) => (
    <>
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>How many children live here</Heading>
        <InsetText>
          {group.authority
            ? 'Rates use the estimate of the Office for National Statistics, unless you enter a figure of the same or a later year.'
            : 'This authority is not among the published ones, so rates use the figures entered here.'}{' '}
          A rate takes the latest figure of the middle of a year before its period ends, and names that year.
        </InsetText>
        {own.length > 0 && (
          <Table
            caption="Entered here"
            rows={own}
            columns={[
              { heading: 'Middle of', names: true, cell: ({ year }) => year },
              {
                heading: 'Children aged 0 to 17',
                number: true,
                cell: ({ children }) => children.toLocaleString('en-GB'),
              },
              { heading: 'Source', cell: ({ source }) => source },
            ]}
          />
        )}
        <Input name="year" label="Middle of which year?" width={4} inputmode="numeric" form={form} />
        <Input name="children" label="Children aged 0 to 17" width={10} inputmode="numeric" form={form} />
        <Checkbox name="takenBack" label="Take the figure of this year back instead" form={form} />
        <Input name="source" label="Where does it come from?" form={form} />
        <Button>Save</Button>
      </form>
      {said.length > 0 && (
        <Table
          caption="What was entered, the latest first"
          rows={said}
          columns={[
            { heading: 'Day', names: true, width: 'nowrap', cell: ({ at }) => shortDay(dayInLondon(at)) },
            { heading: 'Middle of', cell: ({ year }) => year },
            {
              heading: 'Children aged 0 to 17',
              number: true,
              cell: ({ children }) => children?.toLocaleString('en-GB') ?? 'Taken back',
            },
            { heading: 'Source, and who', cell: ({ source, by }) => `${source} (${by})` },
          ]}
        />
      )}
    </>
  ),
  async save(asked, { own }, { year, children, takenBack, source }) {
    if (year! > Number(asked.today.slice(0, 4)))
      throw new Refused([{ field: 'year', text: 'Enter a year that has come' }])
    if (takenBack && !own.some(one => one.year === year))
      throw new Refused([{ field: 'year', text: 'Enter a year that has a figure here' }])
    if (!takenBack && children === null) throw new Refused([{ field: 'children', text: 'Enter how many children' }])
    await addOwnPopulation(asked.db, doingOf(asked), { year: year!, children: takenBack ? null : children, source })
    return '/measures/comparison/population'
  },
})
