/**
 * The supplementary extract: what the Standard Safeguarding Dataset does not hold and measures need, as CSV files of our own
 * (`docs/supplementary-extract.md`). Each is read beside the dataset, by the same rules.
 */
import { carerReviews, fosterCarers, placementCarers, privateFosterings, privateFosteringVisits } from './sources/supplementary/carers.ts' // prettier-ignore
import { courtCases, visitAgreements } from './sources/supplementary/court-cases.ts'
import { contactDecisions, referralDecisions, strategyDiscussions } from './sources/supplementary/front-door.ts'
import { keyEvents } from './sources/supplementary/key-events.ts'
import { attendances, coreGroups, educationPlans } from './sources/supplementary/meetings.ts'
import { returnInterviews } from './sources/supplementary/return-interviews.ts'
import { covers, supervisions, workerPosts } from './sources/supplementary/workers.ts'
import type { GivenFile } from './sources/extract-file.ts'
import type { SsdTable } from './sources/ssd/table.ts'

export const SUPPLEMENTARY_TABLES: readonly SsdTable[] = [
  contactDecisions, referralDecisions, strategyDiscussions, coreGroups, attendances, educationPlans, returnInterviews, courtCases,
  visitAgreements, fosterCarers, carerReviews, placementCarers, privateFosterings, privateFosteringVisits, workerPosts, supervisions,
  covers, keyEvents,
] // prettier-ignore

/** The headings of a table, in order: a column that brings a day and a time stands once. */
export const headingsOf = ({ fields }: SsdTable): string[] => [
  ...new Set(Object.values(fields).map(({ names }) => names[0]!)),
]

/** Empty files to fill in, one a table. */
export const supplementaryTemplates = (): GivenFile[] =>
  SUPPLEMENTARY_TABLES.map(table => ({
    name: `${table.name}.csv`,
    bytes: Buffer.from(`\ufeff${headingsOf(table).join(',')}\r\n`),
  }))
