/** The performance book: every measure by area, with its figure, series, target, signal and comparator. Everything on it opens into what is behind it. */
import { raw } from 'hono/html'
import { longDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Button, Chips, Details, Empty, Heading } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { measureAddress } from '../asked.ts'
import { bookLine, type BookLine } from '../book-line.ts'
import { findBook } from '../book-store.ts'
import { figureText, FigureShown, RagTag } from '../figure-shown.tsx'
import { iconsOf } from '../icon.ts'
import { MEASURE_AREA, type MeasureArea } from '../measure.ts'
import { periodWords } from '../period-words.ts'
import { sparklineSvg } from '../sparkline.ts'
import { signalOf } from '../signal.ts'
import { catalogueOf } from '../whole-catalogue.ts'
import { EnteredInBook, findEnteredLines } from './book-entered.tsx'
import { MeasuresNavigation } from './measures-navigation.tsx'
import { Icon } from './signal-icon.tsx'

export const performanceBook = page({
  path: '/measures',
  may: 'see-public-figures',
  section: 'Measures',
  dated: true,
  wide: true,
  async load({ db, asAt, person }) {
    const book = await findBook(db, asAt)
    if (!book) return null
    const entered = may(person, 'see-figures') ? await findEnteredLines(db, asAt, book.ground) : []
    const byHand = new Set(entered.map(({ measure }) => measure.id))
    const measures = (await catalogueOf(db, asAt)).measures.filter(({ id }) => !byHand.has(id))
    return { run: book.run, lines: measures.map(measure => bookLine(measure, book.ground)), entered }
  },
  title: () => 'Performance book',
  view(loaded, _form, asked) {
    if (loaded === null) return <NothingYet asked={asked} />
    const { run, lines, entered } = loaded
    const worked = lines.filter(({ lacks }) => lacks.length === 0)
    const counted = asked.query.has('all') ? worked : worked.filter(({ measure }) => measure.id === measure.base)
    const shown = narrowed(worked, asked.query)
    return (
      <>
        <Heading caption={`Data to ${longDay(run.asAt)}`}>Performance book</Heading>
        <AsAtControl {...asked} />
        <MeasuresNavigation current="book" asked={asked} />
        <Summary lines={counted} asked={asked} />
        <Areas lines={worked} asked={asked} />
        {shown.length === 0 && <Empty title="No measure is like that">Take a filter away to see more.</Empty>}
        {(Object.keys(MEASURE_AREA) as MeasureArea[]).map(area => (
          <Area area={area} lines={shown.filter(({ measure }) => measure.area === area)} asked={asked} />
        ))}
        {isNarrowed(asked.query) || <EnteredInBook lines={entered} asked={asked} />}
        <NotWorkedOut lines={lines.filter(({ lacks }) => lacks.length > 0)} />
      </>
    )
  },
})

const NothingYet = ({ asked }: { asked: Asked }) => (
  <>
    <Heading>Performance book</Heading>
    <MeasuresNavigation current="book" asked={asked} />
    <Empty title="No figures have been worked out yet">
      {may(asked.person, 'load-children') ? (
        <Button href="/data">Bring in an extract of the case system</Button>
      ) : (
        'They are here as soon as an extract of the case system has been brought in.'
      )}
    </Empty>
  </>
)

const SIGNALS = {
  better: 'getting better',
  worse: 'getting worse',
  off: 'off target',
  overdue: 'with children overdue',
} as const
type Filter = keyof typeof SIGNALS

const IS: Record<Filter, (line: BookLine) => boolean> = {
  better: line => signalOf(line) === 'improvement',
  worse: line => signalOf(line) === 'concern',
  off: line => line.rag.colour === 'red',
  overdue: line => ((line.soFar ?? line.latest)?.openOverdue ?? 0) > 0,
}

const filterIn = (query: URLSearchParams): Filter | null =>
  Object.hasOwn(SIGNALS, query.get('only') ?? '') ? (query.get('only') as Filter) : null
const areaIn = (query: URLSearchParams): MeasureArea | null =>
  Object.hasOwn(MEASURE_AREA, query.get('area') ?? '') ? (query.get('area') as MeasureArea) : null

/** The measures themselves; their variants too where one area or all of them are asked for. */
const narrowed = (lines: readonly BookLine[], query: URLSearchParams): BookLine[] => {
  const [only, area] = [filterIn(query), areaIn(query)]
  const withVariants = area !== null || query.has('all')
  return lines.filter(
    line =>
      (withVariants || line.measure.id === line.measure.base) &&
      (only === null || IS[only](line)) &&
      (area === null || line.measure.area === area),
  )
}

const isNarrowed = (query: URLSearchParams): boolean => filterIn(query) !== null || areaIn(query) !== null

const addressWith = (query: URLSearchParams, name: string, value: string | null): string => {
  const next = new URLSearchParams(query)
  if (value === null) next.delete(name)
  else next.set(name, value)
  const text = next.toString()
  return text === '' ? '/measures' : `/measures?${text}`
}

const Summary = ({ lines, asked }: { lines: readonly BookLine[]; asked: Asked }) => (
  <Stats>
    <Stat number={lines.length} words="measures worked out" href={linkAsAt(asked, '/measures')} />
    {(Object.keys(SIGNALS) as Filter[]).map(filter => (
      <Stat
        number={lines.filter(IS[filter]).length}
        words={SIGNALS[filter]}
        href={addressWith(asked.query, 'only', filter)}
        {...(filter === 'worse' && lines.some(IS.worse) && { tone: 'bad' as const })}
      />
    ))}
  </Stats>
)

/** Areas to narrow to, and what is narrowed to now. */
const Areas = ({ lines, asked }: { lines: readonly BookLine[]; asked: Asked }) => {
  const { query } = asked
  const [only, area] = [filterIn(query), areaIn(query)]
  const chips = [
    ...(only ? [{ text: `Only those ${SIGNALS[only]}`, href: addressWith(query, 'only', null) }] : []),
    ...(area ? [{ text: MEASURE_AREA[area], href: addressWith(query, 'area', null) }] : []),
  ]
  const areas = (Object.keys(MEASURE_AREA) as MeasureArea[]).filter(one =>
    lines.some(({ measure }) => measure.area === one),
  )
  return (
    <>
      <Chips items={chips} clear="/measures" />
      <nav class="gt-areas" aria-label="Areas">
        <ul>
          {areas.map(one => (
            <li>
              <a
                class="govuk-link"
                href={addressWith(query, 'area', one)}
                {...(one === area && { 'aria-current': 'true' })}
              >
                {MEASURE_AREA[one]}
              </a>
            </li>
          ))}
          <li>
            {query.has('all') ? (
              <a class="govuk-link" href={addressWith(query, 'all', null)}>
                Leave out variants
              </a>
            ) : (
              <a class="govuk-link" href={addressWith(query, 'all', 'yes')}>
                With every variant
              </a>
            )}
          </li>
        </ul>
      </nav>
    </>
  )
}

const Area = ({ area, lines, asked }: { area: MeasureArea; lines: readonly BookLine[]; asked: Asked }) =>
  lines.length === 0 ? null : (
    <section class="gt-section">
      <h2 class="govuk-heading-m" id={area}>
        {MEASURE_AREA[area]}
      </h2>
      <Table caption={MEASURE_AREA[area]} captionHidden columns={columnsFor(asked)} rows={[...lines]} />
    </section>
  )

function columnsFor(asked: Asked): Column<BookLine>[] {
  const hidesSmall = !may(asked.person, 'see-figures')
  return [
    {
      heading: 'Measure',
      names: true,
      width: 'wide',
      cell: ({ measure }) => (
        <a
          class={`govuk-link${measure.id === measure.base ? '' : ' gt-variant'}`}
          href={linkAsAt(asked, measureAddress(measure.id))}
        >
          {measure.name}
        </a>
      ),
    },
    {
      heading: 'Figure',
      number: true,
      width: 'nowrap',
      cell: line => <LatestFigure line={line} hidesSmall={hidesSmall} />,
    },
    {
      heading: 'Three years',
      cell: line =>
        raw(sparklineSvg(hidesSmall && line.measure.valued === 'count' ? [] : line.series.map(({ value }) => value))),
    },
    { heading: 'Signal', cell: ({ spc }) => spc && <Icon {...iconsOf(spc).variation} /> },
    {
      heading: 'Target',
      number: true,
      width: 'nowrap',
      cell: ({ measure, target }) => target && targetText(measure.unit, target),
    },
    { heading: 'Rating', cell: line => <RagTag rag={line.rag} /> },
    { heading: 'Compared', number: true, width: 'nowrap', cell: line => <England line={line} /> },
    { heading: 'Open and overdue', number: true, cell: line => overdueText(line, hidesSmall) },
  ]
}

const LatestFigure = ({ line, hidesSmall }: { line: BookLine; hidesSmall: boolean }) => {
  const figure = line.latest ?? line.soFar
  if (!figure) return <>no figure</>
  return (
    <>
      <FigureShown measure={line.measure} figure={figure} hidesSmall={hidesSmall} />
      <span class="gt-figure__when">{periodWords(figure)}</span>
    </>
  )
}

export const targetText = (unit: string, { value, upTo }: { value: number; upTo: number | null }): string =>
  upTo === null ? `${value}${unit === '%' ? '%' : ''}` : `${value} to ${upTo}${unit === '%' ? '%' : ''}`

/** England's figure, with its own year. */
const England = ({ line: { comparators, measure } }: { line: BookLine }) => {
  const value = comparators?.england.value ?? null
  if (comparators === null || value === null) return null
  return (
    <>
      {figureText({ ...measure, unit: measure.unit === '%' ? '%' : '' }, { value, numerator: 1e9, denominator: null })}
      <span class="gt-figure__when">England {comparators.year}</span>
    </>
  )
}

const overdueText = ({ soFar, latest }: BookLine, hidesSmall: boolean): string => {
  const overdue = (soFar ?? latest)?.openOverdue ?? 0
  if (overdue === 0) return ''
  return hidesSmall && overdue < 6 ? '1 to 5' : overdue.toLocaleString('en-GB')
}

const NotWorkedOut = ({ lines }: { lines: readonly BookLine[] }) =>
  lines.length === 0 ? null : (
    <Details summary={`${lines.length} measures that the records cannot support, and what is missing`}>
      <Table
        caption="What is missing"
        captionHidden
        rows={[...lines]}
        columns={[
          { heading: 'Measure', names: true, cell: ({ measure }) => measure.name },
          { heading: 'What is missing', cell: ({ lacks }) => lacks.join('. ') },
        ]}
      />
    </Details>
  )
