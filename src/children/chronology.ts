/** A child's chronology: what happened and what went on, each on its day, as the records tell it. Words only from the codes of the records. */
import type { Day } from '../terms/day.ts'
import { ABUSE } from './cp-plan.ts'
import { HEALTH_CHECK, HEALTH_CHECK_STATUS } from './health-check.ts'
import { ROLE } from './involvement.ts'
import { KEY_EVENT } from './key-event.ts'
import { LEGAL_STATUS } from './legal-status.ts'
import { MISSING_TYPE } from './missing.ts'
import { PLACEMENT_TYPE } from './placement.ts'
import { type ChildRecords, rowsOf, rowWithId } from './records.ts'
import { CLOSURE, NEED } from './referral.ts'

export const LANE = {
  'front-door': 'Front door',
  need: 'Child in need',
  assessment: 'Assessments and enquiries',
  protection: 'Child protection',
  care: 'Looked after',
  meeting: 'Reviews and meetings',
  visit: 'Visits',
  health: 'Health and education',
  missing: 'Missing',
  worker: 'Workers',
} as const
export type Lane = keyof typeof LANE

/** `until` is there for what goes on: null while it does. Something of one day has none. */
export type Entry = { readonly lane: Lane; readonly on: Day; readonly until?: Day | null; readonly words: string }

/** Latest first; what has no day that could be read is not there. */
export function chronologyOf(records: ChildRecords, personId: string): Entry[] {
  const entries = [
    ...frontDoor(records, personId),
    ...protection(records, personId),
    ...care(records, personId),
    ...meetings(records, personId),
    ...visits(records, personId),
    ...wellbeing(records, personId),
    ...workers(records, personId),
  ]
  return entries.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
}

type Dated = { lane: Lane; on: Day | null; until?: Day | null; words: string }
const dated = (entries: readonly Dated[]): Entry[] =>
  entries.flatMap(entry => (entry.on === null ? [] : [{ ...entry, on: entry.on }]))

const worded = <Code extends string>(words: Readonly<Record<Code, string>>, code: Code | null, otherwise: string) =>
  code === null ? otherwise : words[code]
const joined = (words: string, more: string | null | undefined) => (more ? `${words}: ${more}` : words)

const frontDoor = (records: ChildRecords, id: string) =>
  dated([
    ...rowsOf(records.contacts, id).map(row => ({
      lane: 'front-door' as const,
      on: row.receivedOn,
      words: joined('Contact received', row.sourceText),
    })),
    ...rowsOf(records.earlyHelp, id).map(row => ({
      lane: 'front-door' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: joined('Early help', row.organisation),
    })),
    ...rowsOf(records.referrals, id).map(row => ({
      lane: 'need' as const,
      on: row.referredOn,
      ...(row.noFurtherAction ? {} : { until: row.closedOn }),
      words: [
        joined('Referral', row.need && NEED[row.need].toLowerCase()),
        row.noFurtherAction ? 'no further action' : '',
        row.closeReason ? `closed: ${CLOSURE[row.closeReason].toLowerCase()}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    })),
    ...rowsOf(records.assessments, id).map(row => ({
      lane: 'assessment' as const,
      on: row.startedOn,
      until: row.authorisedOn,
      words: row.childSeen ? 'Assessment; child seen' : 'Assessment',
    })),
    ...rowsOf(records.section47s, id).map(row => ({
      lane: 'assessment' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: 'Section 47 enquiry',
    })),
    ...rowsOf(records.strategyDiscussions, id).map(row => ({
      lane: 'assessment' as const,
      on: row.heldOn,
      words: 'Strategy discussion',
    })),
  ])

const protection = (records: ChildRecords, id: string) =>
  dated([
    ...rowsOf(records.cinPlans, id).map(row => ({
      lane: 'need' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: 'Child in need plan',
    })),
    ...rowsOf(records.cpPlans, id).map(row => ({
      lane: 'protection' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: joined(
        row.isOtherAuthority ? 'Child protection plan of another authority' : 'Child protection plan',
        row.latestCategory && ABUSE[row.latestCategory].toLowerCase(),
      ),
    })),
    ...rowsOf(records.conferences, id).map(row => ({
      lane: 'protection' as const,
      on: row.heldOn,
      words: row.isTransferIn ? 'Transfer-in conference' : 'Initial child protection conference',
    })),
  ])

const care = (records: ChildRecords, id: string) =>
  dated([
    ...rowsOf(records.placements, id).map(row => ({
      lane: 'care' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: worded(PLACEMENT_TYPE, row.type, 'Placement'),
    })),
    ...rowsOf(records.legalStatuses, id).map(row => ({
      lane: 'care' as const,
      on: row.fromOn,
      until: row.untilOn,
      words: joined('Legal status', worded(LEGAL_STATUS, row.status, 'not recorded').toLowerCase()),
    })),
    ...rowsOf(records.permanence, id).flatMap(row => [
      { lane: 'care' as const, on: row.decidedOn, words: 'Decided that the child should be placed for adoption' },
      { lane: 'care' as const, on: row.placementOrderOn, words: 'Placement order' },
      { lane: 'care' as const, on: row.matchedOn, words: 'Matched with adopters' },
      { lane: 'care' as const, on: row.placedOn, words: 'Placed for adoption' },
      { lane: 'care' as const, on: row.orderedOn, words: 'Order made' },
    ]),
  ])

const meetings = (records: ChildRecords, id: string) =>
  dated([
    ...rowsOf(records.cpReviews, id).map(row => ({
      lane: 'meeting' as const,
      on: row.heldOn,
      words: row.isQuorate === false ? 'Review conference, not quorate' : 'Review conference',
    })),
    ...rowsOf(records.coreGroups, id).map(row => ({ lane: 'meeting' as const, on: row.heldOn, words: 'Core group' })),
    ...rowsOf(records.claReviews, id).map(row => ({
      lane: 'meeting' as const,
      on: row.heldOn,
      words: row.isCancelled ? 'Looked-after review, cancelled' : 'Looked-after review',
    })),
    ...rowsOf(records.keyEvents, id).map(row => ({
      lane: 'meeting' as const,
      on: row.happenedOn,
      words: worded(KEY_EVENT, row.kind, 'Event'),
    })),
    ...rowsOf(records.courtCases, id).map(row => ({
      lane: 'meeting' as const,
      on: row.issuedOn,
      until: row.finalOrderOn,
      words: 'Care proceedings',
    })),
  ])

const seen = (words: string, childSeen: boolean | null) =>
  childSeen ? `${words}; child seen` : `${words}; child not seen`

/** A visit that stands in more than one table by the same number is one (ruling "CIN visits"). */
const visits = (records: ChildRecords, id: string) => {
  const told = new Set([...rowsOf(records.cpVisits, id), ...rowsOf(records.claVisits, id)].map(row => row.id))
  return dated([
    ...rowsOf(records.cpVisits, id).map(row => ({
      lane: 'visit' as const,
      on: row.visitedOn,
      words: seen('Child protection visit', row.childSeen),
    })),
    ...rowsOf(records.claVisits, id).map(row => ({
      lane: 'visit' as const,
      on: row.visitedOn,
      words: seen('Looked-after visit', row.childSeen),
    })),
    ...rowsOf(records.cinVisits, id)
      .filter(row => !told.has(row.id))
      .map(row => ({ lane: 'visit' as const, on: row.visitedOn, words: seen('Child in need visit', row.childSeen) })),
  ])
}

const wellbeing = (records: ChildRecords, id: string) =>
  dated([
    ...rowsOf(records.healthChecks, id).map(row => ({
      lane: 'health' as const,
      on: row.checkedOn,
      words: joined(
        worded(HEALTH_CHECK, row.kind, 'Health check'),
        row.status && row.status !== 'completed' ? HEALTH_CHECK_STATUS[row.status].toLowerCase() : null,
      ),
    })),
    ...rowsOf(records.sdqs, id).map(row => ({
      lane: 'health' as const,
      on: row.completedOn,
      words:
        row.score === null
          ? 'Strengths and difficulties questionnaire'
          : `Strengths and difficulties questionnaire: ${row.score}`,
    })),
    ...rowsOf(records.educationPlans, id).map(row => ({
      lane: 'health' as const,
      on: row.heldOn,
      words: 'Personal education plan',
    })),
    ...rowsOf(records.missing, id).map(row => ({
      lane: 'missing' as const,
      on: row.startedOn,
      until: row.endedOn,
      words: worded(MISSING_TYPE, row.type, 'Missing'),
    })),
    ...rowsOf(records.returnInterviews, id).map(row => ({
      lane: 'missing' as const,
      on: row.heldOn,
      words: 'Return interview',
    })),
  ])

const workers = (records: ChildRecords, id: string) =>
  dated(
    rowsOf(records.involvements, id).map(row => ({
      lane: 'worker' as const,
      on: row.fromOn,
      until: row.untilOn,
      words: joined(worded(ROLE, row.role, 'Worker'), rowWithId(records.professionals, row.workerId)?.name),
    })),
  )
