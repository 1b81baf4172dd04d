/**
 * What Aldermere set of its measures: whom it compares itself with, how many children live there, the targets its plan promises, and the
 * figures it enters. Aldermere is invented, so no list of statistical neighbours has it: it chose a region and ten authorities.
 */
import type { Day } from '../../terms/day.ts'
import type { Calendar } from '../calendar.ts'
import type { MeasuresDescription, MilestonesDescription } from '../description.ts'

/** By the DfE's numbers of the published statistics: smaller cities and boroughs, few as small as Aldermere. */
const NEIGHBOURS = ['805', '841', '807', '806', '890', '880', '921', '876', '812', '882']
const EAST_MIDLANDS = 'E12000004'

/** Children aged 0 to 17 in the middle of each of the last six years, the latest last: for about 700 open children in need. */
const CHILDREN = [16_100, 16_250, 16_400, 16_550, 16_650, 16_700]

export const measures = (on: Calendar): MeasuresDescription => {
  const thisYear = Number(on.today.slice(0, 4))
  return {
    comparison: { region: EAST_MIDLANDS, neighbours: NEIGHBOURS, from: on.month(-22, 6), why: 'Smaller cities and boroughs, agreed with the DfE adviser' }, // prettier-ignore
    populations: CHILDREN.map((children, at) => ({
      year: thisYear - CHILDREN.length + at,
      children,
      source: 'Aldermere’s own estimate of the middle of the year',
    })),
    targets: targets(on),
    entered: entered(),
  }
}

function targets(on: Calendar): MilestonesDescription[] {
  const promised = (measure: string, why: string, ...steps: [number, number][]): MilestonesDescription => ({
    measure,
    why,
    said: on.month(-22, 6),
    steps: steps.map(([value, month]) => ({ value, by: on.monthEnd(month) })),
  })
  const rebased = (first: MilestonesDescription, said: Day, why: string, ...steps: [number, number][]) => [
    { ...first, withdrawn: { on: said, why } },
    { ...first, why, said, steps: steps.map(([value, month]) => ({ value, by: on.monthEnd(month) })) },
  ]
  return [
    ...rebased(
      promised('assessments-45wd', 'Improvement plan, 2A', [80, -18], [90, -14], [95, -12]),
      on.board(-11),
      'Re-based by the Board: the backlog is finished first',
      [75, -12], [85, -7], [90, 2],
    ),
    ...rebased(
      promised('iha-20wd', 'Improvement plan, 3B', [60, -16], [80, -12]),
      on.board(-9),
      'Milestones revised with the health trust',
      [55, -6], [70, 0], [80, 4],
    ),
    promised('front-door-decision-1wd', 'Improvement plan, 1B', [80, -17], [90, -12], [97, -5]),
    promised('referrals-nfa', 'Improvement plan, 1B', [35, -15], [28, -10], [22, -4]),
    promised('rhi-72h', 'Improvement plan, 1D', [50, -18], [70, -12], [85, -6]),
    promised('cp-visits-in-timescale', 'Improvement plan, 2B', [75, -17], [85, -11], [95, -5]),
    promised('core-groups-in-timescale', 'Improvement plan, 2C', [70, -12], [90, -4]),
    promised('cin-visits-in-timescale', 'Improvement plan, 2C', [80, -10], [90, -3]),
    promised('permanence-by-second-review', 'Improvement plan, 3A', [60, -15], [80, -9], [95, -1]),
    promised('pathway-plan-in-place', 'Improvement plan, 4A', [70, -14], [90, -4]),
    promised('care-leavers-in-touch', 'Improvement plan, 4A', [80, -15], [90, -9], [95, -3]),
    promised('care-leavers-eet', 'Improvement plan, 4B', [50, -12], [58, -5]),
    promised('sw-turnover-rate', 'Improvement plan, 5A', [20, -11], [15, -4]),
    promised('supervision-1to1', 'Improvement plan, 5B', [85, -6], [95, 0]),
    promised('pep-quality-good', 'Improvement plan, 3B', [50, -16], [70, -11], [85, -5]),
    promised('audits-completed', 'Improvement plan, 6A', [70, -17], [90, -12]),
    promised('audits-good-or-better', 'Improvement plan, 2A', [20, -18], [40, -10], [60, -2]),
    promised('survey-response-rate/staff', 'Improvement plan, 5C', [45, -12], [65, -4]),
  ]
} // prettier-ignore

/** Each from what it was at the start to what it is now, with so many counted a period; the last figures may not be there yet. */
const entered = (): MeasuresDescription['entered'] => [
  { measure: 'audits-completed', owner: 'quality', from: 52, to: 91, many: 24 },
  { measure: 'audits-good-or-better', owner: 'quality', from: 18, to: 54, many: 21 },
  { measure: 'survey-response-rate/staff', owner: 'quality', from: 38, to: 61, many: 130 },
  { measure: 'survey-response-rate/young-people', owner: 'care', from: 22, to: 47, many: 40, missing: 1 },
  { measure: 'complaints-stage1-in-time', owner: 'quality', from: 48, to: 82, many: 11 },
  { measure: 'lado-timeliness/closed-1-month', owner: 'protection', from: 61, to: 80, many: 9, missing: 1 },
  { measure: 'early-help-outcome-progress', owner: 'protection', from: 41, to: 58, many: 36 },
  { measure: 'complaints-rate', owner: 'quality', from: 14, to: 9 },
  { measure: 'recruitment-pipeline/started', owner: 'quality', from: 1, to: 3 },
]
