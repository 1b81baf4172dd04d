/** With whom the authority compares itself, how many children live there, and what was published of them all. */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Details, Heading, SummaryList } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { type Comparator, comparatorAttribution, type Comparators, comparatorsOf, type ComparisonGroup, findArea, isShare, listCompared, NEIGHBOUR_MODEL, yearPublishedBy } from '../comparators.ts' // prettier-ignore
import {
  type ChosenGroup,
  findComparisonGroup,
  findPopulationSettings,
  listComparisonGroups,
} from '../comparison-store.ts'
import { figureInWords } from '../figure-words.ts'
import { halfUp } from '../figure.ts'
import { type Population, populationOf } from '../population.ts'
import { MeasuresNavigation } from './measures-navigation.tsx'

export const comparisonPage = page({
  path: '/measures/comparison',
  may: 'see-public-figures',
  section: 'Measures',
  dated: true,
  async load({ db, asAt }) {
    const [group, groups, settings] = await Promise.all([
      findComparisonGroup(db, asAt),
      listComparisonGroups(db),
      findPopulationSettings(db, asAt),
    ])
    return { group, groups, population: populationOf(settings, asAt) }
  },
  title: () => 'Comparison',
  view: ({ group, groups, population }, _form, asked) => (
    <>
      <Heading>Comparison</Heading>
      <MeasuresNavigation current="comparison" asked={asked} />
      <Chosen group={group} population={population} asked={asked} />
      <Published group={group} asked={asked} />
      {groups.length > 0 && <Groups groups={groups} asked={asked} />}
      <p class="govuk-body-s gt-measure">{comparatorAttribution()}</p>
    </>
  ),
})

const nameOf = (id: string): string => findArea(id)?.name ?? id

const Chosen = ({
  group,
  population,
  asked,
}: {
  group: ComparisonGroup
  population: Population | null
  asked: Asked
}) => {
  const mayChange = may(asked.person, 'set-measures') && asked.asAt === asked.today
  const change = (page: string) => mayChange && { change: `/measures/comparison/${page}` }
  return (
    <SummaryList
      rows={[
        { key: 'Region', value: group.region ? nameOf(group.region) : 'None chosen', ...change('choose') },
        {
          key: 'Comparison group',
          value:
            group.neighbours.length === 0
              ? 'None chosen: figures are compared with England alone'
              : `${group.neighbours.map(nameOf).join(', ')} (${NEIGHBOUR_MODEL[group.model].toLowerCase()})`,
          ...change('choose'),
        },
        {
          key: 'Children aged 0 to 17',
          value: population
            ? `${population.children.toLocaleString('en-GB')} in the middle of ${population.year}. ${population.source}`
            : 'Not known: rates for each 10,000 children cannot be worked out',
          ...change('population'),
        },
      ]}
    />
  )
}

/** Every published statistic that stands beside a measure, as far as it was out on the day. */
const Published = ({ group, asked }: { group: ComparisonGroup; asked: Asked }) => {
  const year = yearPublishedBy(asked.asAt)
  const rows = listCompared().map(measure => ({ measure, compared: comparatorsOf(measure, group, year) }))
  const shown = rows.filter((row): row is Row => row.compared !== null)
  return (
    <Table
      caption="What was published"
      rows={shown}
      columns={[
        { heading: 'Statistic', names: true, width: 'wide', cell: ({ compared }) => compared.words },
        { heading: 'Year to 31 March', number: true, cell: ({ compared }) => compared.year },
        {
          heading: 'England',
          number: true,
          cell: ({ compared }) => <Figure one={compared.england} unit={compared.unit} />,
        },
        ...(group.region
          ? [
              {
                heading: nameOf(group.region),
                number: true,
                cell: ({ compared }: Row) => <Figure one={compared.region} unit={compared.unit} />,
              },
            ]
          : []),
        ...(group.authority
          ? [
              {
                heading: nameOf(group.authority),
                number: true,
                cell: ({ compared }: Row) => <Figure one={compared.published} unit={compared.unit} />,
              },
            ]
          : []),
        { heading: 'Middle of the group', number: true, cell: ({ compared }) => spreadWords(compared) },
        {
          heading: 'All authorities',
          cell: ({ measure, compared }) =>
            isShare(measure) && (
              <a class="govuk-link" href={linkAsAt(asked, `/measures/funnel?measure=${encodeURIComponent(measure)}`)}>
                Funnel plot<span class="govuk-visually-hidden"> of: {compared.words}</span>
              </a>
            ),
        },
      ]}
      empty="Nothing had been published on that day"
    />
  )
}
type Row = { measure: string; compared: Comparators }

const Figure = ({ one, unit }: { one: Comparator | null; unit: string }) => {
  if (one === null) return null
  return one.value === null ? <span class="gt-small">{one.reason}</span> : <>{written(one.value, unit)}</>
}

/** Percentages and rates to one decimal, as they are published. */
export const written = (value: number, unit: string): string =>
  unit === 'working days' ? figureInWords(value, 'days') : `${halfUp(value)}${unit === '%' ? '%' : ''}`

export const spreadWords = ({ spread, unit, neighbours }: Comparators) =>
  spread && (
    <>
      {written(spread.median, unit)}
      <span class="gt-small">
        {' '}
        half from {written(spread.lower, unit)} to {written(spread.upper, unit)}
        {spread.many < neighbours.length && `; ${spread.many} of ${neighbours.length} have a figure`}
      </span>
    </>
  )

const Groups = ({ groups, asked }: { groups: ChosenGroup[]; asked: Asked }) => (
  <Details summary={`Every group that was chosen (${groups.length})`}>
    <Table
      caption="Comparison groups, the one chosen last first"
      captionHidden
      rows={groups}
      columns={[
        { heading: 'From', names: true, width: 'nowrap', cell: one => shortDay(one.from) },
        { heading: 'Region', cell: one => one.region && nameOf(one.region) },
        { heading: 'Authorities', width: 'wide', cell: one => one.neighbours.map(nameOf).join(', ') },
        { heading: 'Which model', cell: one => NEIGHBOUR_MODEL[one.model] },
        { heading: 'Why', cell: one => one.why },
        { heading: 'By', cell: one => one.saidBy },
        ...(may(asked.person, 'set-measures')
          ? [
              {
                heading: 'Back',
                cell: ({ groupId }: ChosenGroup) => (
                  <a class="govuk-link" href={`/measures/comparison/choose?back=${groupId}`}>
                    Put back group {groupId}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  </Details>
)
