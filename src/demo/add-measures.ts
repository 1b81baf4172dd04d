/** Writes what the demo authority set of its measures, and the figures it entered over two years, each on the day it was said. */
import { type EnteredMeasure, lastPeriod, periodsBack, valueOf } from '../measures/entered-measure.ts'
import { findReadyMade, type ReadyMade } from '../measures/ready-made-measures.ts'
import type { Db } from '../store/database.ts'
import { addDays, type Day } from '../terms/day.ts'
import { type Calendar, workingDayBy } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { EnteredDescription, MeasuresDescription, MilestonesDescription } from './description.ts'
import { addComparisonGroups, addEnteredRow, addFigures, addPopulations, addTargets } from './measure-store.ts'
import { eventRow, type EventRow, recordedAt } from './rows.ts'
import { seeded } from './seeded.ts'
import { addEvents } from './store.ts'

const APPROVER = 'Improvement Board'

export async function addDemoMeasures(db: Db, on: Calendar, cast: Cast, given: MeasuresDescription): Promise<void> {
  const events: EventRow[] = []
  await addComparison(db, cast, given)
  for (const milestones of given.targets) events.push(...(await addMilestones(db, cast, milestones)))
  for (const entered of given.entered) events.push(...(await addEntered(db, on, cast, given.comparison.from, entered)))
  await addEvents(db, events)
}

/** Who said it and when, as the columns of every table have it. */
const said = (cast: Cast, on: Day, post = 'programme') => {
  const { personId, postId } = cast.holderOn(post, on)
  return { said_on: on, recorded_at: recordedAt(on), recorded_by: personId, post_id: postId }
}

async function addComparison(db: Db, cast: Cast, { comparison, populations }: MeasuresDescription) {
  const { from, ...group } = comparison
  const by = said(cast, from)
  await addComparisonGroups(db, [{ ...group, model: 'own', from_on: from, ...by }])
  await addPopulations(
    db,
    populations.map(population => ({ ...population, ...by })),
  )
}

async function addMilestones(db: Db, cast: Cast, given: MilestonesDescription): Promise<EventRow[]> {
  const { measure, why, steps, withdrawn } = given
  const row = { measure, from_on: given.said, approver: APPROVER }
  const set = steps.map(({ value, by }) => ({ ...row, value, due_on: by, why, ...said(cast, given.said) }))
  const ids = await addTargets(db, set)
  const by = cast.holderOn('programme', given.said)
  const events = ids.map(id => eventRow(recordedAt(given.said), by, 'set-target', 'measure-target', id, { measure }))
  if (!withdrawn) return events
  await addTargets(
    db,
    ids.map(id => ({ ...row, withdraws: id, why: withdrawn.why, ...said(cast, withdrawn.on) })),
  )
  const then = cast.holderOn('programme', withdrawn.on)
  return [
    ...events,
    ...ids.map(id => eventRow(recordedAt(withdrawn.on), then, 'withdraw-target', 'measure-target', id, { measure })),
  ]
}

/** A measure that is worked out from records is not entered. */
async function addEntered(
  db: Db,
  on: Calendar,
  cast: Cast,
  since: Day,
  given: EnteredDescription,
): Promise<EventRow[]> {
  const ready = findReadyMade(given.measure)
  if (!ready) return []
  const begun = said(cast, since)
  const id = await addEnteredRow(
    db,
    { measure: ready.measure, added_on: since, ...begun },
    { ...ready, owner_post_id: cast.postId(given.owner), due_after_days: ready.dueAfterDays, from_on: since, ...begun },
  )
  const figures = figuresOf(on, since, given, ready)
  await addFigures(
    db,
    figures.map(({ saidOn, ...figure }) => ({ entered_measure_id: id, ...figure, ...said(cast, saidOn, given.owner) })),
  )
  return figures.map(({ saidOn, period_to }) => {
    const by = cast.holderOn(given.owner, saidOn)
    return eventRow(recordedAt(saidOn), by, 'enter-figure', 'entered-measure', id, { to: period_to })
  })
}

/** Of each period since it began, a few days after it was over; those that nobody has entered yet are left out. */
function figuresOf(on: Calendar, since: Day, given: EnteredDescription, ready: ReadyMade) {
  const { frequency, dueAfterDays, unit } = ready
  const over = lastPeriod(frequency, addDays(on.today, -dueAfterDays))!
  const periods = periodsBack(frequency, over).filter(({ to }) => to > since).reverse() // prettier-ignore
  const draw = seeded(given.measure)
  return periods.slice(0, periods.length - (given.missing ?? 0)).map(({ from, to }, at) => ({
    period_from: from,
    period_to: to,
    saidOn: workingDayBy(addDays(to, 4 + draw(Math.max(1, dueAfterDays - 3)))),
    ...figureOf(given, unit, at / Math.max(1, periods.length - 1), draw),
  }))
}

/** On the way from the first figure to the last, with the ups and downs of so few. */
function figureOf(
  given: EnteredDescription,
  unit: EnteredMeasure['unit'],
  way: number,
  draw: (below: number) => number,
) {
  const { from, to, many } = given
  const usual = from + (to - from) * way
  const spread = Math.max(1, usual / 40)
  if (unit !== '%' || many === undefined) return { value: Math.max(0, Math.round(usual + (draw(5) - 2) * spread)) }
  const denominator = many + draw(Math.ceil(many / 5)) - Math.floor(many / 10)
  const counted = Math.round((denominator * (usual + draw(9) - 4)) / 100)
  const numerator = Math.min(denominator, Math.max(0, counted))
  return { numerator, denominator, value: valueOf(unit, { numerator, denominator, value: null }) }
}
