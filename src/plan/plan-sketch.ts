/**
 * A plan in a few words, for the examples of the plan checks: what is not said is as a sound plan has it. An empty sketch is
 * a plan that no check has a question about.
 */
import type { Target } from '../intake/plan-reading.ts'
import type { Day } from '../terms/day.ts'
import { addDays, day } from '../terms/day.ts'
import type { Action, AgreedTimescale, Evidence, Milestone } from './action.ts'
import type { Objective, Plan } from './plan.ts'
import type { Source } from './source.ts'

/** `lead` stands for the lead as the plan words it, several separated by ` / `; `by` for a date to be done by; `cites` as `DfE Notice 5.1`. */
export type ActionSketch = Partial<
  Omit<Action, 'timescale' | 'firstTimescale' | 'targets' | 'evidence' | 'milestones'>
> & {
  lead?: string
  by?: string
  firstBy?: string
  timescale?: Partial<AgreedTimescale>
  targets?: Partial<Target>[]
  evidence?: Partial<Evidence>[]
  milestones?: Partial<Milestone>[]
  cites?: string[]
}

export type PlanSketch = {
  actions?: ActionSketch[]
  /** Objectives of the one theme; an action stands under one by `objectiveId`, counted from 1. */
  objectives?: { text: string; section?: string; cites?: string[] }[]
  findings?: { ref: string; text: string; heading?: string }[]
  startsOn?: string
  endsOn?: string
  asAt?: string
}

const AS_AT = '2026-11-22'

export function planOfSketch(sketch: PlanSketch): { plan: Plan; sources: Source[]; asAt: Day } {
  const asAt = day(sketch.asAt ?? AS_AT)
  const objectives = (sketch.objectives ?? []).map(({ text, section = '', cites = [] }, index): Objective => ({
    objectiveId: index + 1,
    ref: `1.${index + 1}`,
    section,
    text,
    citations: cites.map(citationOf),
  }))
  const actions = (sketch.actions ?? [{}]).map((action, index) => actionOfSketch(action, index + 1, asAt))
  const plan: Plan = {
    planId: 1,
    title: 'Improvement plan',
    startsOn: sketch.startsOn ? day(sketch.startsOn) : null,
    endsOn: sketch.endsOn ? day(sketch.endsOn) : null,
    version: { planVersionId: 1, number: 1, title: '', fromOn: addDays(asAt, -30) },
    asAt,
    themes: [{ themeId: 1, ref: '1', title: 'Early help', aim: '', objectives, actions }],
  }
  return { plan, sources: sketch.findings ? [sourceOfSketch(sketch.findings)] : [], asAt }
}

/** Each sound action promises something of its own, so that no two contradict or repeat each other. */
const SUBJECTS = [
  'Family help',
  'Foster carer support',
  'Court work',
  'School attendance',
  'Night duty',
  'Interpreting',
]

function actionOfSketch(sketch: ActionSketch, actionId: number, asAt: Day): Action {
  const { lead, by, firstBy, cites, timescale, targets = [], evidence = [], milestones = [], ...rest } = sketch
  const subject = SUBJECTS[(actionId - 1) % SUBJECTS.length]!
  const latest = day(by ?? addDays(asAt, 60))
  const agreed: AgreedTimescale = {
    kind: 'by',
    earliest: null,
    latest,
    text: latest,
    nextTestOn: null,
    agreedOn: addDays(asAt, -200),
    agreedBy: 'Improvement Board',
    reason: '',
    ...timescale,
  }
  const leadText = lead ?? `Head of ${subject}`
  return {
    actionId,
    ref: String(actionId),
    text: `Bring the ${subject.toLowerCase()} team to full strength`,
    desiredOutcome: `Children reached by ${subject.toLowerCase()} are safer`,
    themeRef: '1',
    objectiveId: null,
    objectiveRef: null,
    leadText,
    leads: leadText === '' ? [] : leadText.split(' / ').map(title => ({ postId: null, title })),
    firstTimescale: firstBy ? { ...agreed, latest: day(firstBy), text: firstBy } : agreed,
    timescale: agreed,
    revisions: 0,
    measureText: `Waiting list for ${subject.toLowerCase()} falls from 40 to 12`,
    targets: targets.map(target => ({
      text: '',
      value: null,
      unit: null,
      bound: 'at least' as const,
      upTo: null,
      dueOn: null,
      series: 'first',
      ...target,
    })),
    monitoredBy: 'Improvement Board',
    evidenceText: '',
    unmapped: {},
    citations: (cites ?? []).map(citationOf),
    delivery: 'on-task',
    impact: 'none',
    reason: 'Work is under way',
    ratedOn: addDays(asAt, -20),
    lastUpdateOn: addDays(asAt, -20),
    evidence: evidence.map((each, index) => ({
      evidenceId: index + 1,
      files: [],
      kind: 'audit',
      title: 'Audit',
      text: '',
      shows: 'impact',
      speaksOfOn: asAt,
      addedOn: asAt,
      ...each,
    })),
    milestones: milestones.map((each, index) => ({
      milestoneId: index + 1,
      text: 'Team in post',
      dueOn: null,
      nowDueOn: null,
      outcome: null,
      ...each,
    })),
    ...rest,
  }
}

function citationOf(name: string) {
  const [, source, ref] = /^(.*?)(?: ([A-Z]?\d[\w.]*))?$/.exec(name)!
  return { source: source!, ref: ref ?? null, text: `(${name})` }
}

const sourceOfSketch = (findings: { ref: string; text: string; heading?: string }[]): Source => ({
  sourceId: 1,
  title: 'Improvement Notice',
  shortName: 'DfE Notice',
  kind: 'improvement-notice',
  publisher: 'Department for Education',
  issuedOn: null,
  knownAs: [],
  findings: findings.map(({ heading = '', ...finding }, index) => ({
    ...finding,
    findingId: index + 1,
    sourceId: 1,
    heading,
    leadText: '',
    closed: null,
  })),
})
