/**
 * Makes `published-figures.json` from the DfE's and ONS's own files. Its result is committed, so that a service needs none of them: run
 * it when a year is published: `node --import tsx src/measures/comparators/build-comparators.ts FOLDER`, where FOLDER holds the files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type PublishedSeries, SERIES } from './series.ts'

/** Beside the checkout, where nothing else is said. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'samples', 'benchmarks')
const POPULATION = 'ons_mid-year_population_estimates_2012_to_2023.csv'
const [FIRST, LAST] = [2013, 2024]
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at)

type Row = Record<string, string>

const rowsOf = (folder: string, file: string): Row[] =>
  parse<Row>(readFileSync(join(folder, file)), { columns: true, bom: true, skip_empty_lines: true })

/** An authority by the DfE's own number, which a council keeps when only its ONS code changes; a region by its ONS code. */
const areaOf = (row: Row): string => row['old_la_code'] || row['region_code'] || row['country_code']!

/** The whole file, as it should stand. */
export function publishedFigures(folder = FOLDER): string {
  const people = rowsOf(folder, POPULATION)
  const tables = new Map([...new Set(SERIES.map(({ file }) => file))].map(file => [file, rowsOf(folder, file)]))
  const population = byArea(people, -1, row => row['population_estimate']!)
  const figures = {
    source:
      'Department for Education, Characteristics of children in need, 2013 to 2024, by local authority; Office for National Statistics, mid-year population estimates, children aged 0 to 17, 2012 to 2023',
    licence: 'Contains public sector information licensed under the Open Government Licence v3.0',
    years: `${FIRST} ${LAST}`,
    areas: areasOf(people),
    population,
    figures: Object.fromEntries(
      SERIES.map(series => [
        series.measure,
        byArea(tables.get(series.file)!, 0, row => cellOf(series, row, peopleOf(population, row))),
      ]),
    ),
  }
  return `${JSON.stringify(figures, null, 2)}\n`
}

/** `kind|ONS code|name|region`, with the code and name of the last year it is in. */
function areasOf(rows: Row[]): Record<string, string> {
  const newestFirst = rows.toSorted((one, other) => Number(other['time_period']) - Number(one['time_period']))
  const areas = new Map<string, string>()
  for (const row of newestFirst)
    if (!areas.has(areaOf(row))) {
      const [kind, code, name] = identityOf(row)
      areas.set(areaOf(row), [kind, code, name, kind === 'authority' ? row['region_code'] : ''].join('|'))
    }
  return Object.fromEntries([...areas].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const identityOf = (row: Row): string[] => {
  if (row['old_la_code']) return ['authority', row['new_la_code']!, row['la_name']!]
  return row['region_code']
    ? ['region', row['region_code'], row['region_name']!]
    : ['country', row['country_code']!, row['country_name']!]
}

/** For each area a cell for each year, `-` where it has none. `shift` is by how many years the file's years stand before. */
function byArea(rows: Row[], shift: number, cell: (row: Row) => string): Record<string, string> {
  const areas = new Map<string, Map<number, string>>()
  for (const row of rows) {
    const cells = areas.get(areaOf(row)) ?? new Map<number, string>()
    cells.set(Number(row['time_period']) - shift, cell(row))
    areas.set(areaOf(row), cells)
  }
  const lines = [...areas].map(([area, cells]) => [area, YEARS.map(year => cells.get(year) ?? '-').join(' ')] as const)
  return Object.fromEntries(lines.sort(([one], [other]) => (one < other ? -1 : 1)))
}

const peopleOf = (population: Record<string, string>, row: Row): number =>
  Number(population[areaOf(row)]?.split(' ')[Number(row['time_period']) - FIRST])

const isFigure = (text: string | undefined): boolean => text !== undefined && /^\d+(\.\d+)?$/.test(text)

/**
 * `counted/of`, or `counted` of a rate; with `:figure` where the counts, which are rounded for regions and England, do not give the
 * published one; or the letter that stands for what was not published.
 */
function cellOf(series: PublishedSeries, row: Row, people: number): string {
  const published = series.published === undefined ? null : row[series.published]!
  if (series.kind === 'days') return published!
  const of = series.of === undefined ? '' : row[series.of]!
  const counted = countedIn(series, row)
  if (!isFigure(counted) || (series.of !== undefined && !isFigure(of))) return isFigure(counted) ? of : counted
  const counts = series.of === undefined ? counted : `${counted}/${of}`
  const whole = series.of === undefined ? people / 10_000 : Number(of) / 100
  const isThere = published === null || Math.abs(Number(counted) / whole - Number(published)) <= 0.0500001
  return isThere ? counts : `${counts}:${published}`
}

function countedIn({ counted, rest, of }: PublishedSeries, row: Row): string {
  const parts = counted.map(column => row[column]!)
  if (parts.every(isFigure)) return String(sumOf(parts))
  const others = (rest ?? []).map(column => row[column]!)
  if (rest && others.every(isFigure) && isFigure(row[of!])) return String(Number(row[of!]) - sumOf(others))
  return parts.find(part => !isFigure(part))!
}

const sumOf = (parts: string[]): number => parts.reduce((all, part) => all + Number(part), 0)

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(import.meta.dirname, 'published-figures.json'), publishedFigures(process.argv[2]))
