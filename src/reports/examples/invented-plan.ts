/** An invented plan of about 60 actions on two days, with its sources, for the tests and the bench of the reports: Marlbeck is no real place. */
import type { Action, AgreedTimescale, Delivery, Impact } from '../../plan/action.ts'
import type { Plan, Theme } from '../../plan/plan.ts'
import type { Finding, Source } from '../../plan/source.ts'
import { addDays, type Day, day } from '../../terms/day.ts'
import { THEMES } from './invented-words.ts'

export const SINCE = day('2026-10-14')
export const AS_AT = day('2026-11-22')

const agreed = (latest: Day | null, more: Partial<AgreedTimescale> = {}): AgreedTimescale => ({
  kind: latest === null ? 'ongoing' : 'by',
  earliest: null,
  latest,
  text: latest === null ? 'Ongoing' : `By ${latest}`,
  nextTestOn: null,
  agreedOn: day('2026-01-12'),
  agreedBy: 'Improvement Board',
  reason: '',
  ...more,
})

/** An action that is sound in every way: on task, due next spring, heard of last week. Give it what the test is about. */
export function inventedAction(given: Partial<Action> = {}): Action {
  const first = given.firstTimescale ?? given.timescale ?? agreed(day('2027-03-31'))
  return {
    actionId: 1,
    ref: '1.1',
    text: 'Publish the practice standards and brief every team on them',
    desiredOutcome: 'Children meet workers who practise in the same way',
    themeRef: '1',
    objectiveId: null,
    objectiveRef: null,
    leadText: 'Principal Social Worker',
    leads: [{ postId: 1, title: 'Principal Social Worker' }],
    firstTimescale: first,
    timescale: first,
    revisions: 0,
    measureText: '',
    targets: [],
    monitoredBy: '',
    evidenceText: '',
    unmapped: {},
    citations: [],
    delivery: 'on-task',
    impact: 'starting',
    reason: 'Standards signed off by the practice board; briefings under way.',
    ratedOn: addDays(AS_AT, -7),
    lastUpdateOn: addDays(AS_AT, -7),
    evidence: [],
    milestones: [],
    ...given,
  }
}

/** A day agreed, for a timescale in a test. */
export const dueBy = (latest: string | null, more: Partial<AgreedTimescale> = {}): AgreedTimescale =>
  agreed(latest === null ? null : day(latest), more)

/** A plan of these actions in one theme, as at a day. */
export const inventedPlan = (actions: Action[], asAt: Day = AS_AT, themes?: Theme[]): Plan => ({
  planId: 1,
  title: "Marlbeck children's services improvement plan 2026 to 2028",
  startsOn: day('2026-01-01'),
  endsOn: day('2028-03-31'),
  version: { planVersionId: 1, number: 2, title: 'Refreshed plan', fromOn: day('2026-01-12') },
  asAt,
  themes: themes ?? [theme('1', 'Leadership and practice', actions)],
})

const theme = (ref: string, title: string, actions: Action[]): Theme => ({
  themeId: Number(ref),
  ref,
  title,
  aim: '',
  objectives: [],
  actions,
})

/** The whole invented plan as at one of two days: `inventedProgramme(SINCE)` is what the last board saw. `copies` makes it larger. */
export function inventedProgramme(asAt: Day, copies = 1): Plan {
  const themes = THEMES.map(({ title, actions }, at) => {
    const ref = String(at + 1)
    const repeated = Array.from({ length: copies }, () => actions).flat()
    const offset = THEMES.slice(0, at).reduce((sum, { actions }) => sum + actions.length, 0) * copies
    return theme(
      ref,
      title,
      repeated.map((words, index) => actionOf(words, ref, index, offset + index, asAt)),
    )
  })
  return inventedPlan([], asAt, themes)
}

const DELIVERIES: Delivery[] = [
  'completed',
  'on-task',
  'completed',
  'delayed',
  'on-task',
  'not-started',
  'on-hold',
  'on-task',
]
const IMPACTS: Impact[] = ['none', 'starting', 'made', 'none', 'starting', 'none', 'none', 'made', 'none']

/** Every seventh action moved after the last board; every ninth has slipped; the rest stand in a fixed mixture. */
function actionOf(
  [text, lead, outcome, reason]: readonly string[],
  themeRef: string,
  index: number,
  at: number,
  asAt: Day,
): Action {
  const now = asAt > SINCE
  const first = addDays(day('2026-06-30'), (at * 17) % 400)
  const slipped = at % 9 === 3
  const justSlipped = at % 18 === 3
  const revised = slipped && (now || !justSlipped)
  const delivery = DELIVERIES[at % DELIVERIES.length]!
  const movedOn = at % 7 === 2
  const firstTimescale = at % 11 === 5 ? agreed(null, { nextTestOn: addDays(asAt, 30) }) : agreed(first)
  const heardOn = at % 6 === 4 ? addDays(SINCE, -30) : movedOn && now ? addDays(SINCE, 9) : addDays(asAt, -12)
  return inventedAction({
    actionId: at + 1,
    ref: `${themeRef}.${index + 1}`,
    text: text!,
    desiredOutcome: outcome!,
    themeRef,
    leadText: lead!,
    leads: at % 13 === 6 ? [] : [{ postId: 1, title: lead! }],
    firstTimescale,
    timescale: revised
      ? agreed(addDays(first, 75), {
          agreedOn: addDays(SINCE, 5),
          reason: 'Recruitment to the two lead posts took longer than planned',
        })
      : firstTimescale,
    revisions: revised ? 1 : 0,
    delivery:
      movedOn && !now ? (delivery === 'completed' ? 'on-task' : at % 14 === 9 ? 'completed' : 'not-started') : delivery,
    impact: movedOn && !now ? 'none' : IMPACTS[at % IMPACTS.length]!,
    reason: reason!,
    ratedOn: heardOn,
    lastUpdateOn: heardOn,
  })
}

const finding = (sourceId: number, at: number, text: string): Finding => ({
  findingId: sourceId * 100 + at,
  sourceId,
  ref: String(at),
  heading: '',
  text,
  leadText: '',
  closed: null,
})

export const inventedSource = (sourceId: number, shortName: string, title: string, texts: string[]): Source => ({
  sourceId,
  title,
  shortName,
  kind: 'inspection-report',
  publisher: 'Invented',
  issuedOn: day('2025-11-03'),
  knownAs: [],
  findings: texts.map((text, at) => finding(sourceId, at + 1, text)),
})
