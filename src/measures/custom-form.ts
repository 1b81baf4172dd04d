/** The form of a measure of the authority's own: what it asks for of the rows that were chosen, and the definition that what was typed makes. */
import { TABLE } from '../children/table-words.ts'
import { type Form, maybeOneOf, oneOf, Refused, text, texts } from '../web/form.ts'
import {
  type CustomDefinition,
  CUSTOM_POLARITY,
  CUSTOM_UNIT,
  type CustomTest,
  type CustomUnit,
  type DoneDay,
  type EndedDay,
  problemsOf,
  STANDING_OF,
  type StartDay,
  TEST_KIND,
  type Where,
} from './custom-definition.ts'
import { COUNTABLE, type Countable, fieldIn, fieldWords, countableNamed } from './custom/countable.ts'
import { BASIS, MEASURE_AREA } from './measure.ts'

export const customFields = {
  name: text({ max: 120, missing: 'Enter what it is called' }),
  tells: text({ max: 1000, missing: 'Enter what it tells' }),
  source: text({ max: 500, missing: 'Enter where the rule comes from' }),
  area: oneOf(MEASURE_AREA, 'Select an area'),
  where: texts(),
  standing: oneOf(STANDING_OF, 'Select which children'),
  ageFrom: text({ max: 2 }),
  ageTo: text({ max: 2 }),
  teams: texts(),
  start: text({ max: 100, missing: 'Select the day from which it runs' }),
  done: text({ max: 100 }),
  ended: text({ max: 100 }),
  endedWhere: texts(),
  test: oneOf(TEST_KIND, 'Select what is counted as so'),
  count: text({ max: 5 }),
  unit: maybeOneOf(CUSTOM_UNIT),
  yesField: text({ max: 100 }),
  basis: oneOf(BASIS, 'Select which cases a period holds'),
  polarity: oneOf(CUSTOM_POLARITY, 'Select which way is better'),
  green: text({ max: 10 }),
  amber: text({ max: 10 }),
}

export type CustomTyped = { [Name in keyof typeof customFields]: (typeof customFields)[Name] extends { read(sent: never): infer Answer } ? Extract<Answer, { value: unknown }>['value'] : never } // prettier-ignore

type Choices = Record<string, string>

/** `startedOn`; `referralId>referredOn` for the day of the record that the row names. */
export function startChoices({ fields }: Countable): Choices {
  const own = fields.filter(({ kind }) => kind === 'day').map(({ field, words }) => [field, words])
  return Object.fromEntries([...own, ...linkedDays(fields)])
}

const linkedDays = (fields: Countable['fields']) =>
  fields.flatMap(({ field, to }) =>
    to === null
      ? []
      : countableNamed(to)?.fields.flatMap(day =>
          day.kind === 'day' ? [[`${field}>${day.field}`, `Of its ${fieldWords(field)}: ${day.words}`]] : [],
        ) ?? [],
  ) // prettier-ignore

/** `authorisedOn`; `next:cinVisits>visitedOn`, with `>childSeen:Y` where only some of the events count. */
export function doneChoices({ fields }: Countable): Choices {
  const own = fields.filter(({ kind }) => kind === 'day').map(({ field, words }) => [field, words])
  const next = COUNTABLE.flatMap(({ table, from, fields }) => {
    const first = [`next:${table}>${from}`, `Next of ${TABLE[table]} for the child (${fieldWords(from)})`] as const
    const only = fields.flatMap(({ field, kind, codes }) => {
      const shown = kind === 'yes-no' ? ['Y'] : field === 'kind' ? Object.keys(codes) : []
      return shown.map(code => [`${first[0]}>${field}:${code}`, `${first[1]}, only ${fieldWords(field)}: ${codes[code]!}`]) // prettier-ignore
    })
    return [first, ...only]
  })
  return Object.fromEntries([...own, ...next])
}

/** Reasons for an end, of the row and of the records that it names: `closeReason:RC5`. */
export function endReasons({ table, fields }: Countable): { of: string; codes: Choices }[] {
  const tables = [table, ...fields.flatMap(({ to }) => to ?? [])]
  return [...new Set(tables)].flatMap(name =>
    (countableNamed(name)?.fields ?? [])
      .filter(({ field, kind }) => kind === 'code' && /(end|close|ceased)Reason$/i.test(field))
      .map(({ field, codes, words }) => ({
        of: words,
        codes: Object.fromEntries(Object.entries(codes).map(([code, of]) => [`${field}:${code}`, of])),
      })),
  )
}

/** Throws `Refused` with every reason why it cannot be counted. */
export function definitionOf(table: CustomDefinition['table'], typed: CustomTyped): CustomDefinition {
  const definition: CustomDefinition = {
    name: typed.name,
    tells: typed.tells,
    source: typed.source,
    area: typed.area,
    table,
    where: wheresOf(typed.where),
    standing: typed.standing,
    ages: { from: numberOrNull(typed.ageFrom), to: numberOrNull(typed.ageTo) },
    teams: typed.teams.filter(team => team !== ''),
    start: startOf(table, typed.start),
    done: doneOf(typed.done),
    ended: endedOf(table, typed),
    test: testOf(typed),
    basis: typed.basis,
    polarity: typed.polarity,
    thresholds: typed.green === '' && typed.amber === '' ? null : { green: shareOf(typed.green), amber: shareOf(typed.amber) }, // prettier-ignore
  }
  const problems = problemsOf(definition)
  if (problems.length > 0) throw new Refused(problems.map(problem => ({ ...problem })))
  return definition
}

const numberOrNull = (typed: string): number | null => (typed === '' ? null : Number(typed))
const shareOf = (typed: string): number => (typed === '' ? NaN : Number(typed.replace(/%$/, '')))

function wheresOf(chosen: readonly string[]): Where[] {
  const pairs = chosen.filter(one => one !== '').map(one => one.split(':') as [string, string | undefined])
  return [...Map.groupBy(pairs, ([field]) => field)].map(([field, own]) => ({
    field,
    codes: own.map(([, code]) => code ?? ''),
  }))
}

function startOf(table: CustomDefinition['table'], chosen: string): StartDay {
  const [first, day] = chosen.split('>')
  if (day === undefined) return { field: first!, link: null }
  return { field: countableNamed(table)!.from, link: { by: first!, field: day } }
}

function doneOf(chosen: string): DoneDay | null {
  if (chosen === '') return null
  if (!chosen.startsWith('next:')) return { field: chosen }
  const [next, field, only] = chosen.slice('next:'.length).split('>')
  const [where = null] = only === undefined ? [] : wheresOf([only])
  return { next: next as CustomDefinition['table'], field: field ?? '', where }
}

function endedOf(table: CustomDefinition['table'], { ended, endedWhere }: CustomTyped): EndedDay | null {
  if (ended === '') return null
  const [first, day] = ended.split('>')
  const of = day === undefined ? table : fieldIn(table, first!)?.to
  const wheres = wheresOf(endedWhere).filter(({ field }) => of && fieldIn(of, field))
  return { field: day ?? first!, link: day === undefined ? null : first!, where: wheres[0] ?? null }
}

function testOf({ test, count, unit, yesField }: CustomTyped): CustomTest {
  if (test === 'clock') return { kind: 'clock', count: Number(count || NaN), unit: (unit ?? '') as CustomUnit }
  if (test === 'yes') return { kind: 'yes', field: yesField }
  if (test === 'mean') return { kind: 'mean', unit: unit as 'days' }
  return { kind: 'count' }
}

/** What stands now, for a form that changes it. */
export function startForm(form: Form, definition: CustomDefinition): Form {
  const { name, tells, source, area, where, standing, ages, teams, start, done, ended, test, basis, polarity, thresholds } = definition // prettier-ignore
  const pairs = (wheres: readonly Where[]) =>
    wheres.flatMap(({ field, codes }) => codes.map(code => `${field}:${code}`))
  return form.start({
    name, tells, source, area, standing, basis, polarity,
    where: pairs(where),
    teams: [...teams],
    ageFrom: ages.from === null ? '' : String(ages.from),
    ageTo: ages.to === null ? '' : String(ages.to),
    start: start.link ? `${start.link.by}>${start.link.field}` : start.field,
    done: doneTyped(done, pairs),
    ended: ended === null ? '' : ended.link === null ? ended.field : `${ended.link}>${ended.field}`,
    endedWhere: ended?.where ? pairs([ended.where]) : [],
    test: test.kind,
    count: test.kind === 'clock' ? String(test.count) : '',
    unit: test.kind === 'clock' || test.kind === 'mean' ? test.unit : '',
    yesField: test.kind === 'yes' ? test.field : '',
    green: thresholds ? String(thresholds.green) : '',
    amber: thresholds ? String(thresholds.amber) : '',
  }) // prettier-ignore
}

function doneTyped(done: DoneDay | null, pairs: (wheres: readonly Where[]) => string[]): string {
  if (done === null) return ''
  if (!('next' in done)) return done.field
  return [`next:${done.next}`, done.field, ...(done.where ? pairs([done.where]) : [])].join('>')
}

/** `own/days-of-training`. Null where the name has no letters or numbers. */
export function ownId(name: string): string | null {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return words === '' ? null : `own/${words}`
}
