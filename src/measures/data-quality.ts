/**
 * The quality of the records: what is missing, contradictory, recorded late or could not be read, whose it is to mend, and which figures it
 * moves. Counted over every child from a history; who may see which of them is for the page.
 */
import type { TableName } from '../children/records.ts'
import { dayNumber } from '../terms/day-number.ts'
import { shortDay } from '../terms/day.ts'
import { teamName } from './case-list.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'
import { kindLeftOut, kindNamed, type KindOfFlaw, type QualityKind } from './data-quality/kinds.ts'
import type { LateDay } from './data-quality/late-days.ts'
import { type LeftOutCase, leftOutCases } from './data-quality/left-out.ts'
import { brokenRules, missingFields, type RowFlaws, unreadFields, type Where } from './data-quality/row-flaws.ts'
import { holdingsOf } from './histories/case-holders.ts'
import type { History } from './history.ts'
import type { Measure, MeasureArea } from './measure.ts'
import type { OwnSettings } from './work-out.ts'

export { type LateDay, listLateDays } from './data-quality/late-days.ts'
export { kindNamed, type KindOfFlaw, QUALITY, type QualityKind } from './data-quality/kinds.ts'

/** One thing to mend, of one child. */
export type Flaw = {
  readonly rowId: string
  readonly personId: string
  /** Of whoever holds the case, or held it last: who can mend it. Null where nobody ever did. */
  readonly teamId: string | null
  /** What stands in the record, where that says more than the kind of flaw; how late it was. */
  readonly found: string
  /** Of what was recorded late. */
  readonly days: number | null
}

/** Everything alike, and what it does to figures. */
export type FlawKind = KindOfFlaw & {
  readonly flaws: readonly Flaw[]
  /** How many cases of which measures are left out for it. */
  readonly leftOut: readonly { readonly measure: Measure; readonly cases: number }[]
  /** Measures that are made from the field, or for what was late from the table. */
  readonly restsOn: readonly Measure[]
  readonly areas: ReadonlySet<MeasureArea>
}

/** In the order of how many there are. Kinds of which there is none are left out. */
export function findFlaws(history: History, own: OwnSettings, late: readonly LateDay[]): FlawKind[] {
  const left = Map.groupBy(leftOutCases(history, own), ({ personId, rowId }) => `${personId}\n${rowId}`)
  const told = new Set<LeftOutCase>()
  const rows = [...missingFields(history), ...brokenRules(history), ...unreadFields(history)]
  const kinds = [
    ...rows.map(found => kindOfRows(history, found, left, told)),
    ...lateRows(history, late),
    lateEvents(history),
  ]
  const rest = [...left.values()].flat().filter(one => !told.has(one))
  return [...kinds, ...otherLeftOut(history, rest)]
    .filter(({ flaws }) => flaws.length > 0)
    .sort((one, other) => other.flaws.length - one.flaws.length || one.words.localeCompare(other.words, 'en-GB'))
}

function kindOfRows(
  history: History,
  { what, where, flaws }: RowFlaws,
  left: ReadonlyMap<string, readonly LeftOutCase[]>,
  told: Set<LeftOutCase>,
): FlawKind {
  const named = kindNamed(what)!
  const cases = flaws
    .flatMap(({ personId, rowId }) => left.get(`${personId}\n${rowId}`) ?? [])
    .filter(
      ({ measure, because }) =>
        restsOnTable(measure, where.table) && kindLeftOut(because) === named.kind && mayDecide(where),
    )
  for (const one of cases) told.add(one)
  const own = flaws.map(({ personId, rowId, found }) => flawOf(history, personId, rowId, found))
  return { ...named, flaws: own, ...effectOf(where, cases) }
}

/** Cases are left out for days, and for the rows that give them: not for a value such as who made a referral. */
const mayDecide = ({ field }: Where) => field === null || /(On|Id)$/.test(field)

/** The team of whoever holds a child's case now, or held it last. */
function mendingTeamOf(history: History, personId: string): string | null {
  const holdings = holdingsOf(history, personId)
  const held = holdings.findLast(({ until }) => until === null || until > history.asAt) ?? holdings.at(-1)
  return held?.teamId ?? null
}

const flawOf = (
  history: History,
  personId: string,
  rowId: string,
  found: string,
  days: number | null = null,
): Flaw => ({
  rowId,
  personId,
  teamId: mendingTeamOf(history, personId),
  found,
  days,
})

const restsOnTable = ({ needs }: Measure, table: TableName) =>
  needs.some(need => typeof need === 'string' && need.startsWith(`${table}.`))
const restsOnField = ({ needs }: Measure, { table, field }: Where) =>
  field !== null && needs.some(need => need === `${table}.${field}`)

const BASES = WHOLE_CATALOGUE.filter(({ id, base }) => id === base)

function effectOf(where: Where, cases: readonly LeftOutCase[]): Pick<FlawKind, 'leftOut' | 'restsOn' | 'areas'> {
  const leftOut = countedBy(cases)
  const restsOn = BASES.filter(measure => restsOnField(measure, where))
  const measures = [...leftOut.map(({ measure }) => measure), ...restsOn]
  return { leftOut, restsOn, areas: new Set([...measures.map(({ area }) => area), ...where.areas]) }
}

const countedBy = (cases: readonly LeftOutCase[]) =>
  [...Map.groupBy(cases, ({ measure }) => measure)]
    .map(([measure, own]) => ({ measure, cases: own.length }))
    .sort((one, other) => other.cases - one.cases)

const otherLeftOut = (history: History, cases: readonly LeftOutCase[]): FlawKind[] =>
  [...Map.groupBy(cases, ({ because }) => because)].map(([because, own]) => {
    const rows = new Map(own.map(one => [`${one.personId}\n${one.rowId}`, one]))
    const leftOut = countedBy(own)
    return {
      ...kindNamed(`left-out.${because}`)!,
      flaws: [...rows.values()].map(({ personId, rowId, measure }) => flawOf(history, personId, rowId, measure.name)),
      leftOut,
      restsOn: [],
      areas: new Set(leftOut.map(({ measure }) => measure.area)),
    }
  })

const lateRows = (history: History, late: readonly LateDay[]): FlawKind[] =>
  [...Map.groupBy(late, ({ table }) => table)].map(([table, own]) => {
    const flaws = own.map(({ personId, rowId, on, firstIn, days }) =>
      flawOf(history, personId, rowId, `${shortDay(on)}, first in the load to ${shortDay(firstIn)}`, days),
    )
    return lateKind(`late.${table}`, flaws, measure => restsOnTable(measure, table))
  })

/** Later than the two weeks in which a record is made; of the last year. */
const SOON = 14
const YEAR = 365

function lateEvents(history: History): FlawKind {
  const flaws = history.records.keyEvents.flatMap(({ id, personId, happenedOn, recordedOn }) => {
    if (happenedOn === null || recordedOn === null || dayNumber(happenedOn) < history.asAt - YEAR) return []
    const days = dayNumber(recordedOn) - dayNumber(happenedOn)
    const found = `${shortDay(happenedOn)}, recorded ${shortDay(recordedOn)}`
    return days > SOON ? [flawOf(history, personId, id, found, days)] : []
  })
  const where = { table: 'keyEvents', field: 'recordedOn', areas: [] } as const
  return lateKind('late.recorded-on', flaws, measure => restsOnField(measure, where))
}

function lateKind(what: string, flaws: readonly Flaw[], rests: (measure: Measure) => boolean): FlawKind {
  const restsOn = BASES.filter(rests)
  return { ...kindNamed(what)!, flaws, leftOut: [], restsOn, areas: new Set(restsOn.map(({ area }) => area)) }
}

/** How many there are of each kind. */
export type QualityCounts = Record<QualityKind, number>

/** By team: an empty name is no team. What a run keeps, so that it can be compared with later ones. */
export type QualitySummary = Readonly<Record<string, QualityCounts>>

export function summaryOf(kinds: readonly FlawKind[]): QualitySummary {
  const found: Record<string, QualityCounts> = {}
  for (const { kind, flaws } of kinds) for (const { teamId } of flaws) (found[teamId ?? ''] ??= noFlaws())[kind] += 1
  return found
}

const noFlaws = (): QualityCounts => ({ missing: 0, contradictory: 0, late: 0, unread: 0 })

export const countsOf = (summary: QualitySummary, team?: string): QualityCounts =>
  Object.entries(summary)
    .filter(([id]) => team === undefined || id === team)
    .reduce(
      (all, [, one]) => ({
        missing: all.missing + one.missing,
        contradictory: all.contradictory + one.contradictory,
        late: all.late + one.late,
        unread: all.unread + one.unread,
      }),
      noFlaws(),
    )

export const flawCount = ({ missing, contradictory, late, unread }: QualityCounts): number =>
  missing + contradictory + late + unread

/** Those of a team (an empty text: of none) and area; nothing given takes nothing away. */
export const narrowedFlaws = (
  kinds: readonly FlawKind[],
  { team, area }: { team: string | null; area: MeasureArea | null },
): FlawKind[] =>
  kinds.flatMap(one => {
    if (area !== null && !one.areas.has(area)) return []
    const flaws = team === null ? one.flaws : one.flaws.filter(({ teamId }) => (teamId ?? '') === team)
    return flaws.length === 0 ? [] : [{ ...one, flaws }]
  })

export type TeamQuality = {
  readonly teamId: string
  readonly team: string
  readonly counts: QualityCounts
  readonly most: FlawKind | null
}

/** What is recorded late is recorded by now: only the rest can be mended. */
const toMend = ({ missing, contradictory, unread }: QualityCounts): number => missing + contradictory + unread

const mendsFirst = (one: FlawKind, other: FlawKind): number =>
  Number(other.leftOut.length > 0) - Number(one.leftOut.length > 0) ||
  Number(one.kind === 'late') - Number(other.kind === 'late') ||
  other.flaws.length - one.flaws.length

/** The teams with the most to mend first, each with the kind there is most of: of those that leave cases out of figures, or of any. */
export function byTeam(history: History, kinds: readonly FlawKind[]): TeamQuality[] {
  return Object.entries(summaryOf(kinds))
    .map(([teamId, counts]) => {
      const [most = null] = narrowedFlaws(kinds, { team: teamId, area: null }).sort(mendsFirst)
      return { teamId, team: teamName(history, teamId === '' ? null : teamId) || 'No team', counts, most }
    })
    .sort((one, other) => toMend(other.counts) - toMend(one.counts) || flawCount(other.counts) - flawCount(one.counts))
}
