/**
 * A plan as it was read from a document, as the plan it would be if it were kept today: for checking it and walking its
 * thread before anything is kept. Ids are counted from 1 and mean nothing elsewhere.
 */
import { sameRef } from '../intake/citation.ts'
import type {
  ActionReading,
  ObjectiveReading,
  PlanReading,
  SourceReading,
  ThemeReading,
} from '../intake/plan-reading.ts'
import type { Day } from '../terms/day.ts'
import { dayOf, endOfMonth } from '../terms/day.ts'
import type { Action, AgreedTimescale } from './action.ts'
import type { Objective, Plan, Theme } from './plan.ts'
import { listCitations } from './citation.ts'
import { deliveryOf, impactOf } from './rating-words.ts'
import type { Source } from './source.ts'

export function planOfReading(reading: PlanReading, asAt: Day): Plan {
  const ids = { objective: 0, action: 0 }
  const period = periodInTitle(reading.title)
  return {
    planId: 1,
    title: reading.title,
    startsOn: period?.startsOn ?? null,
    endsOn: period?.endsOn ?? null,
    version: { planVersionId: 1, number: 1, title: reading.title, fromOn: asAt },
    asAt,
    themes: reading.themes.map((theme, index) => themeOf(theme, index + 1, ids, asAt)),
  }
}

function themeOf(theme: ThemeReading, themeId: number, ids: { objective: number; action: number }, asAt: Day): Theme {
  const objectives = theme.objectives.map(objective => objectiveOf(objective, (ids.objective += 1)))
  return {
    themeId,
    ref: theme.ref,
    title: theme.title,
    aim: '',
    objectives,
    actions: theme.actions.map(action => {
      const objective = objectives.find(each => each.ref === action.objective) ?? null
      return actionOf(action, (ids.action += 1), theme.ref, objective, asAt)
    }),
  }
}

const objectiveOf = ({ ref, section, text, cites }: ObjectiveReading, objectiveId: number): Objective => ({
  objectiveId,
  ref,
  section: section ?? '',
  text,
  citations: cites,
})

function actionOf(
  read: ActionReading,
  actionId: number,
  themeRef: string,
  objective: Objective | null,
  asAt: Day,
): Action {
  const [delivery, impact] = [deliveryOf(read.delivery), impactOf(read.impact)]
  const timescale: AgreedTimescale = {
    ...read.timescale,
    text: read.timescaleText,
    nextTestOn: null,
    agreedOn: asAt,
    agreedBy: '',
    reason: '',
  }
  return {
    actionId,
    ref: read.ref,
    text: read.text,
    desiredOutcome: read.desiredOutcome,
    themeRef,
    objectiveId: objective?.objectiveId ?? null,
    objectiveRef: objective?.ref ?? null,
    leadText: read.leadText,
    leads: read.leads.map(lead => ({ postId: null, title: lead.offered ?? lead.text })),
    firstTimescale: timescale,
    timescale,
    revisions: 0,
    measureText: read.measureText,
    targets: read.targets,
    monitoredBy: read.monitoredBy,
    evidenceText: read.evidenceText,
    unmapped: read.unmapped,
    citations: read.cites,
    delivery: delivery ?? 'not-started',
    impact: impact ?? 'none',
    reason: '',
    ratedOn: delivery === null || impact === null ? null : asAt,
    lastUpdateOn: null,
    evidence: [],
    milestones: [],
  }
}

/**
 * The years a plan's title names: `2016/17` and `2015-16` are the financial year from 1 April; `2016-18` and `2016-2018` run
 * from the first day of the first year to the last of the last. Null where it names no two years.
 */
export function periodInTitle(title: string): { startsOn: Day; endsOn: Day } | null {
  const years = /\b(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)\b/.exec(title)
  if (!years) return null
  const [from, to] = [Number(years[1]), 2000 + Number(years[2])]
  if (to <= from) return null
  if (to === from + 1) return { startsOn: dayOf(from, 4, 1), endsOn: endOfMonth(to, 3) }
  return { startsOn: dayOf(from, 1, 1), endsOn: endOfMonth(to, 12) }
}

/** A source as read, under the name that citations call it by. */
export function sourceOfReading(reading: SourceReading, shortName: string, sourceId = 1): Source {
  return {
    sourceId,
    title: reading.title,
    shortName,
    kind: 'other',
    publisher: '',
    issuedOn: null,
    knownAs: /notice/i.test(shortName) ? ['Notice'] : [],
    findings: reading.findings.map(({ ref, heading, text, lead }, index) => ({
      findingId: sourceId * 10_000 + index + 1,
      sourceId,
      ref,
      heading,
      text,
      leadText: lead ?? '',
      closed: null,
    })),
  }
}

/** What citations call a source by its title, where the title says which kind it is; null where a person must say. */
export function shortNameInTitle(title: string): string | null {
  if (/improvement notice/i.test(title)) return 'DfE Notice'
  if (/serious case review/i.test(title)) return 'SCR'
  if (/ofsted|inspection (report|of)/i.test(title)) return 'Ofsted'
  if (/peer (review|challenge)/i.test(title)) return /\bLGA\b/.test(title) ? 'LGA PR' : 'Peer review'
  return null
}

/**
 * What the plan itself calls a source, told by which of the names it cites has references that the source has. For a source
 * whose title does not say. Null where no citation fits.
 */
export function shortNameInPlan(plan: Plan, findings: { ref: string }[]): string | null {
  const fits = new Map<string, number>()
  for (const { citation } of listCitations(plan)) {
    const { source, ref } = citation
    if (ref !== null && findings.some(finding => sameRef(finding.ref, ref)))
      fits.set(source, (fits.get(source) ?? 0) + 1)
  }
  return [...fits].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
