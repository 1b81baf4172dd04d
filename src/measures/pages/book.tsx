/** The performance book: every measure by area, with its figure, series, target, signal and comparator. Everything on it opens into what is behind it. */
import { longDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl } from '../../web/as-at.tsx'
import { Button, Chips, Details, Empty, Heading } from '../../web/components.tsx'
import { Hidden } from '../../web/fields.tsx'
import { type Asked, download, page } from '../../web/page.tsx'
import { csvFile, excelFile } from '../../web/sheet.ts'
import { Stat, Stats } from '../../web/stat.tsx'
import { Table } from '../../web/table.tsx'
import { type BookAsked, bookAsked, IS, linesAsked, type Only, ONLY } from '../book-asked.ts'
import { bookLine, type BookLine } from '../book-line.ts'
import { bookInWords } from '../book-order.ts'
import { sheetOfBook } from '../book-sheet.ts'
import { findBook } from '../book-store.ts'
import { MEASURE_AREA, type MeasureArea } from '../measure.ts'
import { catalogueOf } from '../whole-catalogue.ts'
import { EnteredInBook, findEnteredLines } from './book-entered.tsx'
import { FirstToLookAt } from './book-first.tsx'
import { AreaOfBook } from './book-table.tsx'
import { MeasuresNavigation } from './measures-navigation.tsx'

async function load({ db, asAt, person }: Asked) {
  const book = await findBook(db, person, asAt)
  if (!book) return null
  const entered = may(person, 'see-figures') ? await findEnteredLines(db, asAt, book.ground) : []
  const byHand = new Set(entered.map(({ measure }) => measure.id))
  const measures = (await catalogueOf(db, asAt)).measures.filter(({ id }) => !byHand.has(id))
  return { run: book.run, lines: measures.map(measure => bookLine(measure, book.ground)), entered }
}

const AREAS = Object.keys(MEASURE_AREA) as MeasureArea[]

export const performanceBook = page({
  path: '/measures',
  may: 'see-public-figures',
  section: 'Measures',
  dated: true,
  wide: true,
  load,
  title: () => 'Performance book',
  view(loaded, _form, asked) {
    if (loaded === null) return <NothingYet asked={asked} />
    const { run, lines, entered } = loaded
    const wanted = bookAsked(asked.query)
    const worked = lines.filter(({ lacks }) => lacks.length === 0)
    const shown = linesAsked(worked, wanted)
    const isWhole = wanted.only === null && wanted.area === null
    return (
      <>
        <Heading caption={`Data to ${longDay(run.asAt)}`} actions={<Exports query={asked.query} />}>
          Performance book
        </Heading>
        <AsAtControl {...asked} />
        <MeasuresNavigation current="book" asked={asked} />
        <Summary lines={worked.filter(({ measure }) => measure.id === measure.base)} asked={asked} />
        {isWhole && <FirstToLookAt lines={linesAsked(worked, wanted)} asked={asked} />}
        <Narrow lines={worked} wanted={wanted} query={asked.query} />
        <Chips items={chipsOf(wanted, asked.query)} clear={addressWith(asked.query, { only: null, area: null })} />
        {shown.length === 0 && <Empty title="No measure is like that">Take a filter away to see more.</Empty>}
        {AREAS.map(area => (
          <AreaOfBook area={area} lines={shown.filter(({ measure }) => measure.area === area)} asked={asked} />
        ))}
        {isWhole && <EnteredInBook lines={entered} asked={asked} />}
        {!may(asked.person, 'see-figures') && <WhatIsHidden />}
        {isWhole && <NotWorkedOut lines={lines.filter(({ lacks }) => lacks.length > 0)} />}
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

const Exports = ({ query }: { query: URLSearchParams }) => (
  <>
    <Button kind="secondary" small href={addressWith(query, {}, '/measures.xlsx')}>
      Excel
    </Button>
    <Button kind="secondary" small href={addressWith(query, {}, '/measures.csv')}>
      CSV
    </Button>
  </>
)

function addressWith(query: URLSearchParams, changes: Record<string, string | null>, path = '/measures'): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}

const Summary = ({ lines, asked: { query } }: { lines: readonly BookLine[]; asked: Asked }) => (
  <>
    <p class="govuk-body gt-lead-text">{bookInWords(lines)}</p>
    <Stats>
      <Stat number={lines.length} words="measures worked out" href={addressWith(query, { only: null, area: null })} />
      {(Object.keys(ONLY) as Only[]).map(only => (
        <Stat
          number={lines.filter(IS[only]).length}
          words={ONLY[only]}
          href={addressWith(query, { only })}
          {...(only === 'worse' && lines.some(IS.worse) && { tone: 'bad' as const })}
        />
      ))}
    </Stats>
  </>
)

/** One form that works without script; everything else of the address stays as it is. */
const Narrow = ({
  lines,
  wanted,
  query,
}: {
  lines: readonly BookLine[]
  wanted: BookAsked
  query: URLSearchParams
}) => (
  <form method="get" action="/measures" class="gt-toolbar gt-screen" aria-label="Narrow the book">
    {query.get('as-at') && <Hidden name="as-at" value={query.get('as-at')!} />}
    <span class="gt-pick">
      <label class="gt-filters__label" for="area">
        Area
      </label>
      <select class="govuk-select gt-filters__input" id="area" name="area">
        <option value="">All areas</option>
        {AREAS.filter(area => lines.some(({ measure }) => measure.area === area)).map(area => (
          <option value={area} selected={area === wanted.area}>
            {MEASURE_AREA[area]}
          </option>
        ))}
      </select>
    </span>
    <span class="gt-pick">
      <label class="gt-filters__label" for="only">
        Only
      </label>
      <select class="govuk-select gt-filters__input" id="only" name="only">
        <option value="">All measures</option>
        {(Object.keys(ONLY) as Only[]).map(only => (
          <option value={only} selected={only === wanted.only}>
            {ONLY[only][0]!.toUpperCase() + ONLY[only].slice(1)}
          </option>
        ))}
      </select>
    </span>
    <label class="gt-filters__label" for="all">
      <input type="checkbox" id="all" name="all" value="yes" checked={wanted.withVariants} /> With every variant
    </label>
    <Button small kind="secondary">
      Show
    </Button>
  </form>
)

const chipsOf = ({ only, area, withVariants }: BookAsked, query: URLSearchParams) => [
  ...(only ? [{ text: `Only those ${ONLY[only]}`, href: addressWith(query, { only: null }) }] : []),
  ...(area ? [{ text: MEASURE_AREA[area], href: addressWith(query, { area: null }) }] : []),
  ...(withVariants ? [{ text: 'With every variant', href: addressWith(query, { all: null }) }] : []),
]

const WhatIsHidden = () => (
  <p class="govuk-body-s">
    Figures of one to five children are hidden, and others from which they could be worked out, so that nobody can be
    recognised. A correction of one to five cases to a figure that was shown waits until it is of more. Ratings and
    signals are of the figures shown.
  </p>
)

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

/** The book as this person sees it, narrowed as the page was. */
async function sheetAsked(asked: Asked) {
  const lines = (await load(asked))?.lines.filter(({ lacks }) => lacks.length === 0) ?? []
  return { sheet: sheetOfBook(linesAsked(lines, bookAsked(asked.query))), name: `performance-book-${asked.asAt}` }
}

export const bookExcel = download({
  path: '/measures.xlsx',
  may: 'see-public-figures',
  async make(asked) {
    const { sheet, name } = await sheetAsked(asked)
    return excelFile(name, 'Performance book', sheet)
  },
})

export const bookCsv = download({
  path: '/measures.csv',
  may: 'see-public-figures',
  async make(asked) {
    const { sheet, name } = await sheetAsked(asked)
    return csvFile(name, sheet)
  },
})
