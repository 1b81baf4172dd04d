/** Extracts made for tests: a table as lines of CSV. Every person in them is invented. */
import { readSsd, type GivenFile, type SsdReading } from './read-ssd.ts'
import { day } from '../terms/day.ts'
import type { ValueMap } from './value-map.ts'

export const AS_AT = day('2026-10-31')

export const file = (name: string, ...lines: string[]): GivenFile => ({ name, bytes: Buffer.from(lines.join('\r\n')) })

export const PEOPLE = file(
  'ssd_person.csv',
  'pers_person_id,pers_legacy_id,pers_forename,pers_surname,pers_sex,pers_dob',
  'P1,L1,Robin,Ashdown,F,2015-03-02',
  'P2,L2,Sam,Birchley,M,02/03/2012',
)

export const CARE = file(
  'ssd_cla_episodes.csv',
  'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id',
  'E1,P1,2025-01-06,S - Started to be looked after,CARE1',
)

/** Reads the people above with more tables beside them. */
export const readWith = (...files: GivenFile[]): Promise<SsdReading> => readSsd([PEOPLE, ...files], AS_AT)

export const readAs = (values: ValueMap, ...files: GivenFile[]): Promise<SsdReading> =>
  readSsd([PEOPLE, ...files], AS_AT, values)

/** Problems as `row 3, cina_assessment_start_date: There is no such day (31/02/2016)`, without those of tables that are not there. */
export const said = ({ problems }: SsdReading): string[] =>
  problems
    .filter(({ problem }) => !problem.startsWith('No file holds'))
    .map(({ severity, row, column, problem, found }) => {
      const where = [row === null ? '' : `row ${row}`, column ?? ''].filter(Boolean).join(', ')
      return `${severity}: ${where === '' ? '' : `${where}: `}${problem}${found === '' ? '' : ` (${found})`}`
    })
