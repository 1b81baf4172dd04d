/** The treatment of every field of every table of the records, and in words. */
import type { TableName } from '../../children/records.ts'
import { SSD_TABLES } from '../../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../../intake/supplementary-tables.ts'
import { OF_DATASET } from './dataset-treatments.ts'
import { OF_SUPPLEMENT } from './supplement-treatments.ts'
import { NUMBERED, type Treatment, type Treatments } from './treatment-kind.ts'

const TREATMENTS: Treatments = { ...OF_DATASET, ...OF_SUPPLEMENT }

/** Throws for a field that nobody has treated: what is not known is not handed out. */
export function treatmentOf(table: TableName, field: string): Treatment {
  const found = (TREATMENTS[table] as Readonly<Record<string, Treatment>>)[field]
  if (!found) throw new Error(`no treatment for ${table}.${field}`)
  return found
}

export const treatmentWords = (treatment: Treatment): string =>
  treatment.is === 'pseudonym'
    ? `Pseudonym of ${NUMBERED[treatment.of]}`
    : { kept: 'Kept', month: 'First day of its month', 'left-out': 'Left out' }[treatment.is]

export const ALL_TABLES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES]
export type ExtractTable = (typeof ALL_TABLES)[number]
