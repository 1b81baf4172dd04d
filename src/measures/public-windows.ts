/** Longer periods beside months that are hidden: which of them a hidden month could be worked out from, by taking away the months that are shown. */
import { rowsBy } from '../children/records.ts'
import { isSmall } from '../terms/small-number.ts'
import type { KeptFigure } from './run-store.ts'
import { type Part, PARTS, parts } from './telling.ts'

/** A series by month whose part is small in some hidden months: another measure's longer periods may be sums of it. */
type Secret = { part: Part; months: readonly KeptFigure[]; small: ReadonlySet<KeptFigure> }

/**
 * Hides, of periods that overlap, those in which a month is hidden that their series is a sum of, in whichever measure; and of years to 31 March
 * those of which the hidden months come to a small number together, or are one.
 */
export function hideLonger(series: readonly KeptFigure[], years: readonly KeptFigure[], hidden: Set<KeptFigure>): void {
  const months = rowsBy(
    series.filter(({ kind }) => kind === 'month'),
    'measure',
  )
  for (const year of years) if (!mayStandBeside(year, months.get(year.measure) ?? [], hidden)) hidden.add(year)
  const secrets = [...months.values()].flatMap(own => secretsOf(own, hidden))
  const longer = series.filter(({ kind }) => kind === 'rolling-year' || kind === 'quarter' || kind === 'year-to-date')
  for (const own of [...rowsBy(longer, 'measure').values(), ...rowsBy(years, 'measure').values()])
    for (const { part, months, small } of secrets)
      if (parts.some(whole => isSumOf(own, whole, months, part)))
        for (const figure of own) if (solves(figure, part, months, small)) hidden.add(figure)
}

const within = ({ from, to }: KeptFigure, months: readonly KeptFigure[]) =>
  months.filter(month => month.from >= from && month.to <= to)

const sum = (months: readonly KeptFigure[], part: Part) => months.reduce((sum, month) => sum + PARTS[part](month), 0)

/** The months that are hidden come to what the year leaves of those that are shown: two or more, and no small number. */
function mayStandBeside(year: KeptFigure, months: readonly KeptFigure[], hidden: ReadonlySet<KeptFigure>): boolean {
  const own = within(year, months)
  const shown = own.filter(month => !hidden.has(month))
  const left = parts.map(part => PARTS[part](year) - sum(shown, part))
  if (left.some(number => isSmall(Math.abs(number)))) return false
  return shown.length === own.length || (own.length - shown.length > 1 && left.every(number => number >= 0))
}

const secretsOf = (months: readonly KeptFigure[], hidden: ReadonlySet<KeptFigure>): Secret[] =>
  parts.flatMap(part => {
    const small = new Set(months.filter(month => hidden.has(month) && isSmall(PARTS[part](month))))
    return small.size === 0 ? [] : [{ part, months, small }]
  })

/** Within a small number, wherever all the months of a period are known: the same children, or as good as. */
function isSumOf(longer: readonly KeptFigure[], whole: Part, months: readonly KeptFigure[], part: Part): boolean {
  let tried = 0
  for (const figure of longer) {
    const own = within(figure, months)
    if (own.length < monthsIn(figure)) continue
    const left = PARTS[whole](figure) - sum(own, part)
    if (left !== 0 && !isSmall(Math.abs(left))) return false
    tried += 1
  }
  return tried > 0
}

const monthsIn = ({ from, to }: KeptFigure) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

/** One small month in it, or several that come to a small number; where periods overlap, any. */
function solves(
  figure: KeptFigure,
  part: Part,
  months: readonly KeptFigure[],
  small: ReadonlySet<KeptFigure>,
): boolean {
  const own = within(figure, months).filter(month => small.has(month))
  if (own.length === 0) return false
  return !figure.to.endsWith('-03-31') || own.length === 1 || isSmall(sum(own, part))
}
