/** Children on a plan whom early help works with as well. */
import { rowsBy, rowWithId } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { cinPlans } from '../histories/cin-plans.ts'
import { onCpPlanOn } from '../histories/cp-plans.ts'
import { earlyHelpByChild } from '../histories/early-help.ts'
import { isOpen, type Span } from '../histories/span.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure } from '../measure.ts'

const TEAM = /early help|family (hub|support|centre)/i

/** When somebody of an early help team, by the team's name, was involved with the child. */
const teamInvolvements = ({ records }: History): ReadonlyMap<string, readonly Span[]> => {
  const found = new Map<string, Span[]>()
  for (const [teamId, rows] of rowsBy(records.involvements, 'teamId')) {
    if (!TEAM.test(rowWithId(records.teams, teamId)?.name ?? '')) continue
    for (const row of rows) {
      const from = numbered(row.fromOn)
      if (from === null || isUnread(row, 'fromOn', 'untilOn')) continue
      const span = { from, until: numbered(row.untilOn) }
      const same = found.get(row.personId)
      if (same) same.push(span)
      else found.set(row.personId, [span])
    }
  }
  return found
}

const isHelped = (history: History, personId: string, on: DayNumber) =>
  [history.of(earlyHelpByChild).get(personId), history.of(teamInvolvements).get(personId)].some(spans =>
    spans?.some(span => isOpen(span, on)),
  )

export default measure({
  id: 'early-help-involved-in-cin-cp',
  number: 16,
  name: 'Children on a plan with early help involved',
  area: 'early-help',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children with an open child in need or child protection plan',
  counted: 'An episode of early help is open, or somebody of an early help team is involved',
  leftOut: 'Plans of other authorities',
  rule: 'At the end of the day; an early help team is known by its name',
  source: 'Local; one council began at 35%',
  marks: ['D'],
  needs: ['cpPlans.startedOn', 'cinPlans.startedOn', 'earlyHelp.startedOn'],
  stateWords: { met: 'Early help involved', late: 'Not involved' },
  count: (history, { asAt }, take) => {
    const plans = new Map<string, { id: string; personId: string; from: DayNumber }>(onCpPlanOn(history, asAt))
    for (const plan of history.of(cinPlans))
      if (isOpen(plan, asAt) && !plans.has(plan.personId)) plans.set(plan.personId, plan)
    for (const { id, personId, from } of plans.values())
      take({ id, personId, start: from, due: null, done: null }, isHelped(history, personId, asAt) ? 'met' : 'late')
  },
  examples: [
    {
      that: 'by an episode, by somebody of the team, an episode that ended on the day, and nothing',
      records: {
        teams: [
          { id: 't1', name: 'North Early Help' },
          { id: 't2', name: 'Assessment' },
        ],
        cinPlans: ['1', '2', '3'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2016-01-04' })),
        cpPlans: [{ id: 'p4', personId: '4', startedOn: '2016-01-04' }],
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2015-06-01' },
          { id: 'h3', personId: '3', startedOn: '2015-06-01', endedOn: '2016-06-30' },
        ],
        involvements: [
          { id: 'v2', personId: '2', teamId: 't1', role: 'FSW', fromOn: '2016-02-01' },
          { id: 'v4', personId: '4', teamId: 't2', role: 'CW', fromOn: '2016-02-01' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 2, denominator: 4, value: 50, states: { n1: 'met', n2: 'met', n3: 'late', p4: 'late' } },
    },
    {
      that: 'a looked after child with a child in need plan has an open plan',
      records: {
        claEpisodes: [{ id: 'e', personId: '1', startedOn: '2015-11-02', startReason: 'S' }],
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2016-01-04' }],
        cpPlans: [{ id: 'p2', personId: '2', startedOn: '2016-02-01' }],
        earlyHelp: [{ id: 'h1', personId: '1', startedOn: '2015-06-01' }],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, states: { n1: 'met', p2: 'late' } },
    },
    {
      that: 'a child on both plans is one child',
      records: {
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2016-01-04' }],
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-02-01' }],
        earlyHelp: [{ id: 'h1', personId: '1', startedOn: '2015-06-01' }],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 1, states: { p1: 'met' } },
    },
  ],
})
