/** All authorities on one statistic: a funnel plot with the authority and its group marked, and the comparators with their year. */
import { may, type Person } from '../../terms/permission.ts'
import type { Db } from '../../store/database.ts'
import { NotFound } from '../../store/not-found.ts'
import { sql } from '../../store/sql.ts'
import { Empty, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { measureNamed } from '../catalogue.ts'
import { type Comparator, type Comparators, comparatorsOf, isShare, yearPublishedBy } from '../comparators.ts'
import { findComparisonGroup } from '../comparison-store.ts'
import { funnelChartOf, FunnelFigure } from '../funnel-figure.tsx'
import { listPublicFigures } from '../book-store.ts'
import { findLatestRun, listFigures } from '../run-store.ts'
import type { ShownFigure } from '../public-figures.ts'
import { spreadWords, written } from './comparison.tsx'
import { comparisonCrumb } from './measures-navigation.tsx'

export const funnelPage = page({
  path: '/measures/funnel',
  may: 'see-public-figures',
  section: 'Measures',
  dated: true,
  async load({ db, asAt, query, person }) {
    const measure = query.get('measure') ?? ''
    const group = await findComparisonGroup(db, asAt)
    const compared = comparatorsOf(measure, group, yearPublishedBy(asAt))
    if (!compared || !isShare(measure)) throw new NotFound('such published share')
    const [name, year] = await Promise.all([findAuthorityName(db), findYearOf(db, person, measure, compared.year)])
    return { measure, name: measureNamed(measure)?.name ?? compared.words, compared, own: year && { name, ...year } }
  },
  title: ({ name }) => `${name}: all authorities`,
  breadcrumbs: () => [comparisonCrumb],
  view: ({ measure, name, compared, own }) => {
    const chart = funnelChartOf(measure, compared, own)
    return (
      <>
        <Heading caption={`Year to 31 March ${compared.year}`}>{name}</Heading>
        <p class="govuk-body gt-measure">
          {compared.words}. {compared.differs}
        </p>
        {chart ? <FunnelFigure chart={chart} /> : <Empty title="Too few authorities have a figure of this year" />}
        <Beside compared={compared} />
      </>
    )
  },
})

const findAuthorityName = async (db: Db): Promise<string> =>
  (await db.one<{ name: string }>(sql`select short_name as name from authority`, 'authority')).name

/** The authority's own figure of the same year, from its own records, as the person may see it. */
async function findYearOf(db: Db, person: Person, measure: string, year: number) {
  const run = await findLatestRun(db)
  if (!run) return null
  const figures: readonly ShownFigure[] = may(person, 'see-figures')
    ? await listFigures(db, run.runId, { measure })
    : await listPublicFigures(db, run, measure)
  const own = figures.filter(({ to, denominator }) => to === `${year}-03-31` && denominator !== null && denominator > 0)
  const best =
    own.find(({ kind }) => kind === 'rolling-year' || kind === 'year-to-date') ??
    own.find(({ kind }) => kind === 'snapshot')
  return best ? { numerator: best.numerator, denominator: best.denominator! } : null
}

const Beside = ({ compared }: { compared: Comparators }) => {
  const rows = [compared.england, compared.region, compared.published, ...compared.neighbours].filter(
    (one): one is Comparator => one !== null,
  )
  return (
    <Table
      caption="With whom it is compared"
      rows={rows}
      columns={[
        { heading: 'Area', names: true, cell: ({ area }) => area.name },
        {
          heading: 'Figure',
          number: true,
          cell: ({ value, reason }) => (value === null ? reason : written(value, compared.unit)),
        },
        { heading: 'Year to 31 March', number: true, cell: ({ year }) => year },
      ]}
      foot={compared.spread && <>Middle of the comparison group: {spreadWords(compared)}</>}
    />
  )
}
