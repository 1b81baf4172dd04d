/** Known faults put into a made authority, as extracts have them, with where each stands: to see that they are found. */
import type { GivenFile } from '../../intake/read-ssd.ts'
import { addDays, type Day, day } from '../../terms/day.ts'
import { type Chance, chanceOf } from './chance.ts'

/** What is wrong, and where: `row` as Excel numbers it, the headings being row 1. */
export type KnownFault = { kind: string; file: string; row: number; column: string; was: string; now: string }

const OF_EACH = 3

type Sheet = { file: string; headings: string[]; rows: string[][] }
type Spoil = { kind: string; file: string; column: string; spoil(sheet: Sheet, row: string[], at: Spoiling): string }
type Spoiling = {
  column: number
  number: number
  asAt: Day
  births: ReadonlyMap<string, Day>
  fits(heading: string): number
}

/** Each answers the cell's new text; one that adds a row changes the row it is given, which is a copy. */
const IN_PLACE: readonly Spoil[] = [
  { kind: 'a day that never was', file: 'ssd_cin_assessments.csv', column: 'cina_assessment_start_date', spoil: () => '31/02/2016' },
  { kind: 'ended before it began', file: 'ssd_cin_plans.csv', column: 'cinp_cin_plan_end_date', spoil: (_, row, { fits }) => addDays(day(row[fits('cinp_cin_plan_start_date')]!), -9) },
  { kind: 'a person who is not in the file', file: 'ssd_cp_visits.csv', column: 'cppv_person_id', spoil: (_, __, { number }) => `P99999${number}` },
  { kind: 'a value nobody has mapped', file: 'ssd_legal_status.csv', column: 'lega_legal_status', spoil: (_, __, { number }) => `Local arrangement ${number}` },
  { kind: 'a day after the last one', file: 'ssd_cla_visits.csv', column: 'clav_cla_visit_date', spoil: (_, __, { asAt, number }) => addDays(asAt, 40 + number) },
  { kind: 'an age below nothing', file: 'ssd_cin_episodes.csv', column: 'cine_referral_date', spoil: (_, row, { births, fits }) => addDays(births.get(row[fits('cine_person_id')]!)!, -900) },
  { kind: '#N/A where a day belongs', file: 'ssd_contacts.csv', column: 'cont_contact_date', spoil: () => '#N/A' },
] // prettier-ignore

const ADDED: readonly Spoil[] = [
  {
    kind: 'the same key twice',
    file: 'ssd_contacts.csv',
    column: 'cont_contact_id',
    spoil: (_, row, { column }) => row[column]!,
  },
  {
    kind: 'two plans at once',
    file: 'ssd_cp_plans.csv',
    column: 'cppl_cp_plan_start_date',
    spoil: (_, row, { column, fits, number }) => {
      row[fits('cppl_cp_plan_id')] += `D${number}`
      return addDays(day(row[column]!), 12)
    },
  },
]

export function withFaults(
  files: readonly GivenFile[],
  seed: string,
  asAt: Day,
): { files: GivenFile[]; faults: KnownFault[] } {
  const chance = chanceOf(`${seed} faults`)
  const sheets = new Map<string, Sheet>()
  const sheetOf = (name: string): Sheet => {
    const sheet = sheets.get(name) ?? readSheet(files.find(file => file.name === name)!)
    sheets.set(name, sheet)
    return sheet
  }
  const people = sheetOf('ssd_person.csv')
  const [id, born] = ['pers_person_id', 'pers_dob'].map(heading => people.headings.indexOf(heading)) as [number, number]
  const births = new Map(people.rows.filter(row => row[born] !== '').map(row => [row[id]!, day(row[born]!)]))
  const used = new Set<string[]>()
  const faults = [
    ...IN_PLACE.map(spoil => ({ spoil, adds: false })),
    ...ADDED.map(spoil => ({ spoil, adds: true })),
  ].flatMap(({ spoil, adds }) =>
    Array.from({ length: OF_EACH }, (_, number) =>
      putIn(spoil, adds, sheetOf(spoil.file), { number: number + 1, asAt, births }, chance, used),
    ).flatMap(fault => fault ?? []),
  )
  return {
    faults,
    files: files.map(file => (sheets.has(file.name) ? written(file.name, sheets.get(file.name)!) : file)),
  }
}

function putIn(
  { kind, file, column: heading, spoil }: Spoil,
  adds: boolean,
  sheet: Sheet,
  said: Omit<Spoiling, 'column' | 'fits'>,
  chance: Chance,
  used: Set<string[]>,
): KnownFault | null {
  const fits = (name: string) => sheet.headings.indexOf(name)
  const column = fits(heading)
  const able = sheet.rows.filter(row => !used.has(row) && row[column] !== '' && isFit(row, fits, said))
  if (able.length === 0) return null
  const chosen = chance.one(able)
  used.add(chosen)
  const row = adds ? [...chosen] : chosen
  const was = row[column]!
  const now = spoil(sheet, row, { ...said, column, fits })
  row[column] = now
  if (adds) {
    sheet.rows.push(row)
    used.add(row)
  }
  return { kind, file, row: sheet.rows.indexOf(row) + 2, column: heading, was, now }
}

/** A plan that ended within a month cannot be overlapped, and a child yet to be born has no age. */
function isFit(row: string[], fits: (name: string) => number, { births }: Omit<Spoiling, 'column' | 'fits'>): boolean {
  const referred = fits('cine_person_id')
  if (referred >= 0) return births.has(row[referred]!)
  const [from, until] = [fits('cppl_cp_plan_start_date'), fits('cppl_cp_plan_end_date')]
  return from < 0 || row[until] === '' || row[until]! > addDays(day(row[from]!), 30)
}

const CELLS = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g

function readSheet({ name, bytes }: GivenFile): Sheet {
  const [first = '', ...rest] = Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n')
  const headings = first.split(',')
  return {
    file: name,
    headings,
    rows: rest.map(line => [...line.matchAll(CELLS)].slice(0, headings.length).map(cell => cell[1]!)),
  }
}

const written = (name: string, { headings, rows }: Sheet): GivenFile => ({
  name,
  bytes: Buffer.from(`${[headings, ...rows].map(row => row.join(',')).join('\r\n')}\r\n`),
})
