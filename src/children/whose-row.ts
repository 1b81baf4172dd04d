/** Whose a row of the records is, and what it is known by from one load to the next. */
import { rowWithId, type ChildRecords, type TableName } from './records.ts'

type Row = Readonly<Record<string, unknown>>

/** What a row is known by within its table, where that is not its own number. */
const KEY: Partial<Record<TableName, string>> = {
  immunisations: 'personId',
  contactDecisions: 'contactId',
  referralDecisions: 'referralId',
  covers: 'involvementId',
  placementCarers: 'placementId',
}

/** Tables whose rows name no person, with what they name instead. Whatever is in neither is of no child: workers, teams, carers, meetings. */
const PARENT: Partial<Record<TableName, { field: string; table: TableName }>> = {
  assessmentFactors: { field: 'assessmentId', table: 'assessments' },
  contactDecisions: { field: 'contactId', table: 'contacts' },
  referralDecisions: { field: 'referralId', table: 'referrals' },
  covers: { field: 'involvementId', table: 'involvements' },
  placementCarers: { field: 'placementId', table: 'placements' },
  ehcRequests: { field: 'sendId', table: 'sends' },
  ehcAssessments: { field: 'requestId', table: 'ehcRequests' },
  ehcNamedPlans: { field: 'assessmentId', table: 'ehcAssessments' },
  ehcActivePlans: { field: 'requestId', table: 'ehcRequests' },
  senNeeds: { field: 'activePlanId', table: 'ehcActivePlans' },
}

export const keyOf = (kind: TableName, row: Row): string => String(row[KEY[kind] ?? 'id'] ?? '')

/** The number of the person a row is of; null for what belongs to no child. */
export function whoseRow(records: ChildRecords, kind: TableName, row: Row): string | null {
  if (kind === 'people') return row['id'] as string
  if (kind === 'supervisions') return row['childId'] as string | null
  const parent = PARENT[kind]
  if (!parent) return (row['personId'] as string | null | undefined) ?? null
  const above = rowWithId(
    records[parent.table] as readonly (Row & { id: string })[],
    row[parent.field] as string | null,
  )
  return above === undefined ? null : whoseRow(records, parent.table, above)
}
