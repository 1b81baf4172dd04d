/** Reads an extract by whichever way it came: the files themselves say whether they are the dataset, Annex A, the SSDA903 or a CIN census. */
import { type Route, ROUTE } from '../children/snapshot.ts'
import { day, type Day } from '../terms/day.ts'
import { ANNEX_A_LISTS } from './annex-a-lists.ts'
import { checkRecords } from './check-records.ts'
import type { LoadProblem } from './load-problem.ts'
import { read903, isOf903 } from './read-903.ts'
import { type AnnexAReading, readAnnexA } from './read-annex-a.ts'
import { readCinCensus } from './read-cin-census.ts'
import { type GivenFile, readPlacedSsd, readSsd } from './read-ssd.ts'
import { MAX_EXTRACT } from './sources/extract-allowance.ts'
import { recogniseList } from './sources/annex-a/recognise.ts'
import { kindOfExtract } from './sources/beginning.ts'
import { tellLimits } from './sources/limits.ts'
import { recogniseTable } from './sources/ssd/recognise.ts'
import { SSD_TABLES } from './ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from './supplementary-tables.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { ValueMap } from './value-map.ts'

/** Which files came by which route, and those that nobody can place. */
export type Routes = { route: Route | null; files: { [Name in Route]?: string[] }; unknown: string[] }

/** `route` of files that were refused because they are of none is that of the dataset, by which most come. */
export type ExtractReading = AnnexAReading & { route: Route; routes: Routes }

/** Files by one route are read; files by two, or by none, are refused and each is named. Without a day only a CIN census is read. */
export async function readExtract(
  files: readonly GivenFile[],
  asAt: Day | null,
  values: ValueMap = {},
): Promise<ExtractReading> {
  const routes = await routesOf(files)
  const route = routes.route ?? 'ssd'
  if (routes.route !== null) return { ...(await readAndCheck(route, files, asAt, values)), route, routes }
  const unread = await readBy(route, routes.unknown.length === files.length ? files : [], asAt ?? LONG_AGO, {})
  const each = unread.problems.filter(({ file }) => file !== '')
  return { ...unread, missingTables: [], problems: [...refusal(routes), ...each], route, routes }
}

const LONG_AGO = day('2000-01-01')

/** Rules of the returns that other sources break too are told with the rest. */
async function readAndCheck(route: Route, files: readonly GivenFile[], asAt: Day | null, values: ValueMap) {
  const reading = await readBy(route, files, asAt, values)
  if (route === 'ssd') return reading
  const broken = checkRecords(reading.records, { alreadyTold: 'reading' })
  return { ...reading, problems: [...reading.problems, ...tellLimits(reading, files[0]!.name), ...broken] }
}

async function readDataset(files: readonly GivenFile[], asAt: Day, values: ValueMap): Promise<AnnexAReading> {
  const { reading, placeOf } = await readPlacedSsd(files, asAt, values)
  const broken = checkRecords(reading.records, { placeOf, alreadyTold: 'dataset' })
  return { ...reading, problems: [...reading.problems, ...broken], latestOnly: [], since: [] }
}

async function readBy(
  route: Route,
  files: readonly GivenFile[],
  asAt: Day | null,
  values: ValueMap,
): Promise<AnnexAReading> {
  if (route === 'annex-a') return await readAnnexA(files, asAt, values)
  if (route === 'ssda903') return await read903(files, asAt, values)
  if (route === 'cin') return await readCinCensus(files, asAt, values)
  if (asAt !== null) return await readDataset(files, asAt, values)
  const noDay = refused(files[0]!.name, 'An extract does not say which day it was taken: say it', 'the day of the extract') // prettier-ignore
  const nothing = await readSsd([], LONG_AGO)
  return { ...nothing, missingTables: [], problems: [noDay], latestOnly: [], since: [] }
}

/** What each file is, by its headings or its first element; a file that cannot be opened is left to its reader to refuse. */
export async function routesOf(files: readonly GivenFile[]): Promise<Routes> {
  const found: Routes['files'] = {}
  const unknown: string[] = []
  for (const file of files) {
    const route = await routeOf(file)
    if (route) (found[route] ??= []).push(file.name)
    else unknown.push(file.name)
  }
  const met = Object.keys(found) as Route[]
  return { route: met.length === 1 ? met[0]! : null, files: found, unknown }
}

async function routeOf(file: GivenFile): Promise<Route | null> {
  if (file.bytes.length > MAX_EXTRACT) return null
  try {
    return await kindOfExtract<Route>(file, {
      ofXml: text => (/<(\w+:)?Message[\s>]/.test(text) ? 'cin' : /<EXPSSDA903[\s>]/.test(text) ? 'ssda903' : null),
      ofRow: (sheet, cells) => routeOfHeadings(sheet ?? file.name, cells),
    })
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

const TABLES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES]

function routeOfHeadings(name: string, cells: string[]): Route | null {
  if (recogniseTable(TABLES, name, cells)) return 'ssd'
  if (isOf903(cells)) return 'ssda903'
  return recogniseList(ANNEX_A_LISTS, name, cells) ? 'annex-a' : null
}

function refusal({ files, unknown }: Routes): LoadProblem[] {
  const routes = Object.entries(files) as [Route, string[]][]
  const each = 'tables of the Standard Safeguarding Dataset, lists of Annex A, tables of the SSDA903, or a CIN census'
  if (routes.length === 0) return [refused(unknown[0] ?? '', 'None of these files is an extract that can be read', each)] // prettier-ignore
  return routes.map(
    ([route, names]) =>
    refused(names[0]!, `These files are of different extracts: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} ${ROUTE[route]}`, 'files of one extract; give the others apart'), // prettier-ignore
  )
}

const refused = (file: string, problem: string, expected: string): LoadProblem => ({ severity: 'refuses-the-load', file, sheet: null, row: null, column: null, problem, expected, found: '' }) // prettier-ignore
