/** The copy of what is held of somebody who works here, or of a worker whom only the records of children name: without the children. */
import type { Db } from '../../store/database.ts'
import type { Day } from '../../terms/day.ts'
import { LEFT_OUT_OF_STAFF, LOOK_AT_OF_STAFF } from './before-handing-over.ts'
import { findAuthorityName } from './child-store.ts'
import { type Copy, factsOf } from './copy.ts'
import { heldHere, partsHere } from './held-here.ts'
import { type HeldOfWorker, heldOfWorker, partsOfWorker } from './held-of-worker.ts'
import { keysOf, rowsForMachines } from './record-parts.ts'
import type { AccessRequest } from './request.ts'
import { findStaff, findWorkerByNumber, listWorkerRows } from './staff-store.ts'

/** Of the person, the worker they are in the records, or both. Throws `NotFound`. */
export async function copyOfStaff(db: Db, request: AccessRequest, today: Day): Promise<Copy> {
  const person = request.personId === null ? null : await findStaff(db, request.personId)
  const number = person ? person.workerRef : request.workerRef
  const worker = number === null ? null : await findWorkerByNumber(db, number)
  const here = request.personId === null ? null : await heldHere(db, request.personId)
  const inRecords = worker ? await heldOfWorker(db, worker.number, await listWorkerRows(db, worker.number)) : null
  const who: [string, string][] = [
    ['Name', person?.name ?? ''],
    ['E-mail', person?.email ?? ''],
    ['Worker’s number', number ?? ''],
  ]
  const parts = [...(here ? partsHere(here) : []), ...(inRecords ? partsOfWorker(inRecords) : [])]
  return {
    authority: await findAuthorityName(db),
    title: 'What is held of a member of staff',
    facts: factsOf(
      request,
      today,
      who.filter(([, words]) => words !== ''),
    ),
    madeOn: today,
    parts: parts.filter(({ rows }) => rows.length > 0),
    machine: { ...(person && { person }), ...(here && { here }), ...(inRecords && forMachines(inRecords)) },
    leftOut: LEFT_OUT_OF_STAFF,
    toLookAt: LOOK_AT_OF_STAFF,
  }
}

const forMachines = ({ rows, allocated, byMonth, namedIn, supervised, figures }: HeldOfWorker) => ({
  keys: keysOf(rows),
  records: rowsForMachines(rows),
  allocated,
  allocatedByMonth: byMonth,
  namedIn,
  supervisions: supervised,
  countedBy: figures,
})
