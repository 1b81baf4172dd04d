/** Writes the documents that judge or oblige the demo authority, their findings, and those closed before the plan began. */
import type { Db } from '../store/database.ts'
import { addDays } from '../terms/day.ts'
import type { Cast } from './cast.ts'
import type { SourceDescription } from './description.ts'
import { eventRow, recordedAt } from './rows.ts'
import { addClosures, addEvents, addFindings, addSource } from './store.ts'

/** How long after it was issued a document was put here. */
const DAYS_TO_ADD = 7

export async function addDemoSource(db: Db, cast: Cast, given: SourceDescription): Promise<void> {
  const addedOn = addDays(given.issuedOn, DAYS_TO_ADD)
  const by = cast.holderOn('programme', addedOn)
  const sourceId = await addSource(db, {
    title: given.title,
    short_name: given.shortName,
    kind: given.kind,
    publisher: given.publisher,
    issued_on: given.issuedOn,
    known_as: given.knownAs,
    added_at: recordedAt(addedOn),
    added_on: addedOn,
    added_by: by.personId,
  })
  const rows = given.findings.map(({ ref, heading, text }, at) => ({
    source_id: sourceId,
    ref,
    heading,
    text,
    position: at + 1,
  }))
  const findingIds = await addFindings(db, rows)
  const closed = given.findings.flatMap(({ closed }, at) => (closed ? [{ findingId: findingIds[at]!, ...closed }] : []))
  const closures = closed.map(({ findingId, on, reason }) => ({
    finding_id: findingId,
    closed: true,
    reason,
    since_on: on,
    recorded_at: recordedAt(on, 1),
    recorded_by: cast.holderOn('programme', on).personId,
  }))
  await addClosures(db, closures)
  await addEvents(db, [
    eventRow(recordedAt(addedOn), by, 'keep-source', 'source', sourceId, { findings: rows.length }),
    ...closed.map(({ findingId, on }) =>
      eventRow(recordedAt(on, 1), cast.holderOn('programme', on), 'close-finding', 'finding', findingId),
    ),
  ])
}
