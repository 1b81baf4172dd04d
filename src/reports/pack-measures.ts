/** The measures that a pack tells of: those that actions are followed by, and those whose series tells a change. Small numbers are hidden: partners read packs. */
import { bookLine, type BookLine } from '../measures/book-line.ts'
import { findBook } from '../measures/book-store.ts'
import { MEASURES, measureNamed } from '../measures/catalogue.ts'
import { figureText, partsText } from '../measures/figure-shown.tsx'
import { iconsOf } from '../measures/icon.ts'
import { periodWords } from '../measures/period-words.ts'
import { signalOf } from '../measures/signal.ts'
import type { Action } from '../plan/action.ts'
import { listMeasureTies } from '../plan/action-measure-store.ts'
import { allActions, type Plan } from '../plan/plan.ts'
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import type { Person } from '../terms/permission.ts'

export type PackMeasure = {
  readonly id: string
  readonly name: string
  /** Null where there is none, or where it would tell a number from 1 to 5. */
  readonly count: { readonly numerator: number; readonly denominator: number | null } | null
  /** `87.4%, 214 of 245`, or that it is hidden. */
  readonly words: string
  readonly period: string
  readonly target: string
  /** What the series tells, in the words of its icon. */
  readonly tells: string
  readonly followed: readonly Action[]
}

export type PackMeasures = { readonly asAt: Day; readonly measures: readonly PackMeasure[] }

/** Nobody knows who reads a pack, so no small number is given to make it of. */
const WHOEVER_READS: Person = { authorityId: 0, personId: 0, name: '', postId: null, postTitle: null, role: null }

/** Null where no figures had been worked out by the day. */
export async function findPackMeasures(db: Db, plan: Plan, asAt: Day): Promise<PackMeasures | null> {
  const book = await findBook(db, WHOEVER_READS, asAt)
  if (!book) return null
  const ties = Map.groupBy(await listMeasureTies(db, asAt), ({ measure }) => measure)
  const actions = allActions(plan)
  const followedBy = (id: string) =>
    actions.filter(({ actionId }) => ties.get(id)?.some(tie => tie.actionId === actionId))
  const tied = [...ties.keys()].flatMap(id => measureNamed(id) ?? [])
  const lines = [...new Set([...tied, ...MEASURES])]
    .map(measure => ({ line: bookLine(measure, book.ground), followed: followedBy(measure.id) }))
    .filter(({ line, followed }) => line.lacks.length === 0 && (followed.length > 0 || hasChanged(line)))
  return { asAt: book.run.asAt, measures: lines.map(({ line, followed }) => toldOf(line, followed)) }
}

const hasChanged = (line: BookLine): boolean => ['improvement', 'concern'].includes(signalOf(line) ?? '')

function toldOf(line: BookLine, followed: readonly Action[]): PackMeasure {
  const { measure, target, spc } = line
  const latest = line.year ?? line.latest
  return {
    id: measure.id,
    name: measure.name,
    count: latest === null || latest.value === null || latest.isHidden ? null : latest,
    words: latest === null ? 'no figure yet' : wordsOf(measure, latest),
    period: latest === null ? '' : periodWords(latest),
    target:
      target === null
        ? 'None'
        : `${target.value}${target.upTo === null ? '' : ` to ${target.upTo}`}${measure.unit === '%' ? '%' : ''}`,
    tells: spc === null ? 'Too few figures to tell' : iconsOf(spc).variation.words,
    followed,
  }
}

const wordsOf = (measure: BookLine['measure'], figure: NonNullable<BookLine['latest']>): string =>
  [figureText(measure, figure), partsText(measure, figure)].filter(Boolean).join(', ')
