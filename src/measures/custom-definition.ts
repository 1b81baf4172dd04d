/**
 * What a measure of the authority's own says, as data: whom it counts, between which days, what is so of them. It is checked whenever it
 * comes in, from a form or from where it was kept, so that nothing half said is ever counted.
 */
import type { Unit } from '../terms/length-of-time.ts'
import { countableNamed, type FieldKind, fieldIn } from './custom/countable.ts'
import type { DatedTable } from './data-quality/row-days.ts'
import type { Basis, MeasureArea, Polarity } from './measure.ts'
import { BASIS, MEASURE_AREA } from './measure.ts'

/** Only rows that have one of these codes in the field; of yes or no `Y` and `N`. */
export type Where = { readonly field: string; readonly codes: readonly string[] }

/** A day of the row; with `link`, of the record that the row names, for the first row on it alone: the rest, and rows without one, have their own. */
export type StartDay = { readonly field: string; readonly link: { readonly by: string; readonly field: string } | null }

/** A day of the row, or the first event of another table for the same child on or after the start. */
export type DoneDay =
  { readonly field: string } | { readonly next: DatedTable; readonly field: string; readonly where: Where | null }

/** A day of the row, or of the record that `link` names, after which it is no longer asked for. */
export type EndedDay = { readonly field: string; readonly link: string | null; readonly where: Where | null }

export const STANDING_OF = {
  all: 'Every child',
  need: 'Children in need that day',
  protection: 'Children on a child protection plan that day',
  care: 'Children looked after that day',
} as const
export type StandingOf = keyof typeof STANDING_OF

export const CUSTOM_UNIT = {
  'working days': 'working days',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
} as const satisfies Partial<Record<Unit, string>>
export type CustomUnit = keyof typeof CUSTOM_UNIT

export type CustomTest =
  | { readonly kind: 'clock'; readonly count: number; readonly unit: CustomUnit }
  | { readonly kind: 'yes'; readonly field: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'mean'; readonly unit: 'days' | 'working days' }

export const TEST_KIND = {
  clock: 'Done within a length of time',
  yes: 'A yes-or-no field says yes',
  count: 'How many there are',
  mean: 'How long it took on average',
} as const satisfies Record<CustomTest['kind'], string>

export const CUSTOM_POLARITY = { higher: 'Higher is better', lower: 'Lower is better', none: 'Neither' } as const satisfies Partial<Record<Polarity, string>> // prettier-ignore

export type CustomDefinition = {
  readonly name: string
  /** What it tells, for a board. */
  readonly tells: string
  /** Who says so: the policy, guidance or decision. */
  readonly source: string
  readonly area: MeasureArea
  readonly table: DatedTable
  readonly where: readonly Where[]
  readonly standing: StandingOf
  /** Ages in completed years on the start day; null for no end. */
  readonly ages: { readonly from: number | null; readonly to: number | null }
  /** Teams by their number in the case system: those that held the case on the start day. None: every team. */
  readonly teams: readonly string[]
  readonly start: StartDay
  readonly done: DoneDay | null
  readonly ended: EndedDay | null
  readonly test: CustomTest
  readonly basis: Basis
  readonly polarity: keyof typeof CUSTOM_POLARITY
  readonly thresholds: { readonly green: number; readonly amber: number } | null
}

export type DefinitionProblem = { readonly field: string; readonly text: string }

/** Which bases make sense of each test. */
const BASES_OF: Readonly<Record<CustomTest['kind'], readonly Basis[]>> = {
  clock: ['completed', 'due', 'happened', 'snapshot'],
  yes: ['happened', 'completed', 'snapshot'],
  count: ['happened', 'completed', 'snapshot'],
  mean: ['completed'],
}

const MOST: Readonly<Record<CustomUnit, number>> = { 'working days': 1000, days: 1500, weeks: 200, months: 60 }

/** Every reason why it cannot be counted, in words; none where it can. */
export function problemsOf(given: CustomDefinition): DefinitionProblem[] {
  const rows = countableNamed(given.table)
  if (!rows) return [{ field: 'table', text: 'Select what is counted' }]
  const problems: (DefinitionProblem | null)[] = [
    filled('name', given.name, 120, 'Enter what it is called'),
    filled('tells', given.tells, 1000, 'Enter what it tells'),
    filled('source', given.source, 500, 'Enter where the rule comes from'),
    Object.hasOwn(MEASURE_AREA, given.area) ? null : { field: 'area', text: 'Select an area' },
    Object.hasOwn(STANDING_OF, given.standing) ? null : { field: 'standing', text: 'Select which children' },
    Object.hasOwn(CUSTOM_POLARITY, given.polarity) ? null : { field: 'polarity', text: 'Select which way is better' },
    ...given.where.map(where => whereProblem('where', given.table, where)),
    ageProblem(given.ages),
    is(given.table, given.start.field, 'day') ? null : { field: 'start', text: 'Select the day from which it runs' },
    given.start.link && linkProblem('start', given.table, given.start.link.by, given.start.link.field),
    ...doneProblems(given),
    ...endedProblems(given),
    ...testProblems(given),
    ...thresholdProblems(given),
  ]
  return problems.filter(problem => problem !== null)
}

const is = (table: string, field: string, kind: FieldKind): boolean => fieldIn(table, field)?.kind === kind

function filled(field: string, value: string, most: number, text: string): DefinitionProblem | null {
  if (typeof value !== 'string' || value.trim() === '') return { field, text }
  return value.length > most ? { field, text: `Use ${most} characters or fewer` } : null
}

function whereProblem(field: string, table: string, where: Where): DefinitionProblem | null {
  const found = fieldIn(table, where.field)
  if (!found || (found.kind !== 'code' && found.kind !== 'yes-no'))
    return { field, text: `There is no list of codes "${where.field}" in ${table}` }
  if (where.codes.length === 0) return { field, text: `Select at least one of ${found.words}` }
  const unknown = where.codes.find(code => !Object.hasOwn(found.codes, code))
  return unknown === undefined ? null : { field, text: `"${unknown}" is none of the codes of ${found.words}` }
}

function ageProblem({ from, to }: CustomDefinition['ages']): DefinitionProblem | null {
  const isAge = (age: number | null) => age === null || (Number.isInteger(age) && age >= 0 && age <= 25)
  if (!isAge(from) || !isAge(to)) return { field: 'ageFrom', text: 'Enter ages in whole years from 0 to 25' }
  return from !== null && to !== null && from > to
    ? { field: 'ageFrom', text: 'The first age is above the last' }
    : null
}

function linkProblem(field: string, table: string, by: string, day: string): DefinitionProblem | null {
  const link = fieldIn(table, by)
  if (link?.kind !== 'link') return { field, text: 'Select the record whose day it is' }
  return is(link.to!, day, 'day') ? null : { field, text: 'Select a day of that record' }
}

function doneProblems({ table, done, start, test, basis }: CustomDefinition): (DefinitionProblem | null)[] {
  const needsDone = test.kind === 'clock' || test.kind === 'mean' || basis === 'completed'
  if (done === null) return needsDone ? [{ field: 'done', text: 'Select when it is done' }] : []
  if ('next' in done)
    return [
      is(done.next, done.field, 'day') ? null : { field: 'done', text: 'Select a day of the event that comes next' },
      done.where && whereProblem('done', done.next, done.where),
    ]
  if (!is(table, done.field, 'day')) return [{ field: 'done', text: 'Select when it is done' }]
  const isSame = done.field === start.field && start.link === null
  return [isSame && needsDone ? { field: 'done', text: 'It cannot begin and be done by the same day' } : null]
}

function endedProblems({ table, ended }: CustomDefinition): (DefinitionProblem | null)[] {
  if (ended === null) return []
  if (ended.link !== null) {
    const to = fieldIn(table, ended.link)?.to
    return [
      linkProblem('ended', table, ended.link, ended.field),
      to && ended.where ? whereProblem('ended', to, ended.where) : null,
    ]
  }
  return [
    is(table, ended.field, 'day') ? null : { field: 'ended', text: 'Select the day after which it is not asked for' },
    ended.where && whereProblem('ended', table, ended.where),
  ]
}

function testProblems({ table, test, basis }: CustomDefinition): (DefinitionProblem | null)[] {
  if (!Object.hasOwn(TEST_KIND, test.kind)) return [{ field: 'test', text: 'Select what is counted as so' }]
  return [
    Object.hasOwn(BASIS, basis) && BASES_OF[test.kind].includes(basis)
      ? null
      : { field: 'basis', text: `Select which cases a period holds: ${BASES_OF[test.kind].map(one => BASIS[one]).join('; or ')}` }, // prettier-ignore
    test.kind === 'yes' && !is(table, test.field, 'yes-no') ? { field: 'yesField', text: 'Select the yes-or-no field' } : null, // prettier-ignore
    test.kind === 'clock' ? lengthProblem(test) : null,
    test.kind === 'mean' && test.unit !== 'days' && test.unit !== 'working days'
      ? { field: 'meanUnit', text: 'Select days or working days' }
      : null,
  ]
}

function lengthProblem({ count, unit }: { count: number; unit: CustomUnit }): DefinitionProblem | null {
  if (!Object.hasOwn(CUSTOM_UNIT, unit)) return { field: 'unit', text: 'Select working days, days, weeks or months' }
  return Number.isInteger(count) && count >= 1 && count <= MOST[unit]
    ? null
    : { field: 'count', text: `Enter a whole number of ${unit} from 1 to ${MOST[unit].toLocaleString('en-GB')}` }
}

function thresholdProblems({ thresholds, polarity, test }: CustomDefinition): (DefinitionProblem | null)[] {
  if (thresholds === null) return []
  const { green, amber } = thresholds
  if (polarity === 'none') return [{ field: 'green', text: 'What is neither better nor worse has no rating' }]
  if (!Number.isFinite(green) || !Number.isFinite(amber)) return [{ field: 'green', text: 'Enter both numbers' }]
  const isShare = test.kind === 'clock' || test.kind === 'yes'
  if (isShare && [green, amber].some(value => value < 0 || value > 100))
    return [{ field: 'green', text: 'Enter percentages from 0 to 100' }]
  if (polarity === 'higher' ? amber > green : amber < green)
    return [{ field: 'amber', text: 'Amber begins between green and red' }]
  return []
}

/** What was kept, or null where it no longer is a definition that can be counted: it is then told and left out, never half counted. */
export function readKeptDefinition(kept: unknown): CustomDefinition | null {
  try {
    const definition = kept as CustomDefinition
    return problemsOf(definition).length === 0 ? definition : null
  } catch {
    return null
  }
}
