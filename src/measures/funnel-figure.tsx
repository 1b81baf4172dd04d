/** A funnel plot on a page: the drawing in a scroll region, what it shows in words, and the same figures in a table. */
import { raw } from 'hono/html'
import { Details } from '../web/components.tsx'
import { Table } from '../web/table.tsx'
import { type Comparator, type Comparators, listShares } from './comparators.ts'
import { halfUp } from './figure.ts'
import { type FunnelChart, funnelSvg } from './funnel-chart.ts'
import { funnelInWords } from './funnel-words.ts'
import { type Funnel, FUNNEL_PLACE, FUNNEL_ROLE, funnelOf, type FunnelShare } from './funnel.ts'

/** The chart of a measure's published shares with the authority's own figure among them; null where the statistic is no share. */
export function funnelChartOf(
  measure: string,
  { year, neighbours, published, words, source }: Comparators,
  own: FunnelShare | null,
): FunnelChart | null {
  const group = new Set(neighbours.map(({ area }) => area.id))
  const others = listShares(measure, year)
    .filter(({ area }) => area.id !== published?.area.id)
    .map(one => ({ ...shareOf(one), role: group.has(one.area.id) ? ('group' as const) : ('other' as const) }))
  const mine = own ?? (published?.value == null ? null : shareOf(published))
  const funnel = funnelOf([...others, ...(mine ? [{ ...mine, role: 'own' as const }] : [])])
  return funnel && { title: `${words}: all authorities`, funnel, outOf: 'how many it is a share of', source }
}

const shareOf = ({ area, numerator, denominator }: Comparator): FunnelShare => ({
  name: area.name,
  numerator: numerator!,
  denominator: denominator!,
})

export const FunnelFigure = ({ chart }: { chart: FunnelChart }) => (
  <>
    <div class="gt-chart" role="region" aria-label={chart.title} tabindex={0}>
      {raw(funnelSvg(chart))}
    </div>
    <p class="govuk-body gt-measure">{funnelInWords(chart.funnel)}</p>
    <Details summary="The same figures in a table">
      <FunnelTable title={chart.title} funnel={chart.funnel} />
    </Details>
  </>
)

/** The authority and its group first, then the others from the highest share down. */
const FunnelTable = ({ title, funnel }: { title: string; funnel: Funnel }) => (
  <Table
    caption={title}
    rows={inTable(funnel)}
    columns={[
      { heading: 'Authority', names: true, cell: ({ name }) => name },
      { heading: 'Which', cell: ({ role }) => FUNNEL_ROLE[role] },
      { heading: 'Share', number: true, cell: ({ value }) => `${halfUp(value)}%` },
      {
        heading: 'Of how many',
        number: true,
        cell: ({ numerator, denominator }) =>
          `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`,
      },
      {
        heading: '95% limits',
        number: true,
        width: 'nowrap',
        cell: ({ limits }) => `${halfUp(limits.lower)}% to ${halfUp(limits.upper)}%`,
      },
      { heading: 'Where it lies', cell: ({ place }) => FUNNEL_PLACE[place] },
    ]}
  />
)

const FIRST = { own: 0, group: 1, other: 2 } as const
const inTable = ({ points }: Funnel) =>
  points.toSorted((one, other) => FIRST[one.role] - FIRST[other.role] || other.value - one.value)
