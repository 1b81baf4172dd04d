/** A child's chronology as one drawing: a lane for each kind, bars for what went on, marks for what happened, and the clocks that are running with the day they are due. */
import { scaleUtc } from 'd3-scale'
import { timeFormat } from 'd3-time-format'
import { type Entry, type Lane, LANE } from '../children/chronology.ts'
import { escaped } from '../web/bar.ts'
import { addDays, type Day, shortDay } from '../terms/day.ts'

export type DueMark = { on: Day; words: string; isOverdue: boolean }

const [WIDTH, LEFT, RIGHT, ROW, TOP] = [1100, 190, 20, 30, 34]
const YEAR = timeFormat('%Y')
const instant = (on: Day) => new Date(`${on}T12:00:00`)

/** From the first entry to four weeks after the last mark. `asAt` is the day that the records tell of. Empty where there is nothing to draw. */
export function chronologySvg(entries: readonly Entry[], due: readonly DueMark[], asAt: Day): string {
  const lanes = (Object.keys(LANE) as Lane[]).filter(lane => entries.some(entry => entry.lane === lane))
  if (lanes.length === 0) return ''
  const first = entries.reduce((least, { on }) => (on < least ? on : least), asAt)
  const last = due.reduce((most, { on }) => (on > most ? on : most), asAt)
  const x = scaleUtc([instant(first), instant(addDays(last, 28))], [LEFT, WIDTH - RIGHT])
  const at = (on: Day) => Number(x(instant(on)).toFixed(1))
  const height = TOP + (lanes.length + 1) * ROW + 26
  const years = x.ticks(8).map(tick => {
    const where = x(tick).toFixed(1)
    return `<path d="M${where} ${TOP - 8}V${height - 22}" stroke="#cfd6da"/><text x="${where}" y="${TOP - 14}" text-anchor="middle">${tick.getMonth() === 0 ? YEAR(tick) : timeFormat('%b %Y')(tick)}</text>`
  })
  const rows = lanes.map((lane, row) =>
    laneSvg(
      lane,
      entries.filter(entry => entry.lane === lane),
      TOP + row * ROW,
      at,
      asAt,
    ),
  )
  const clocks = `<text x="0" y="${TOP + lanes.length * ROW + 19}">Due</text>${due.map(mark => dueSvg(mark, at(mark.on), TOP + lanes.length * ROW + 14)).join('')}`
  const today = `<path d="M${at(asAt)} ${TOP - 8}V${height - 22}" stroke="#0b0c0c" stroke-dasharray="4 3"/><text x="${at(asAt)}" y="${height - 6}" text-anchor="end">as at ${shortDay(asAt)}</text>`
  return `<svg class="gt-chronology" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-size="14" role="img" aria-label="${escaped(`Chronology from ${shortDay(first)} to ${shortDay(asAt)}; the same is in the table below`)}">${years.join('')}${rows.join('')}${clocks}${today}</svg>`
}

function laneSvg(lane: Lane, entries: readonly Entry[], y: number, at: (on: Day) => number, asAt: Day): string {
  const drawn = entries.map(({ on, until, words }) => {
    const title = `<title>${escaped(`${words}, ${shortDay(on)}${until === undefined ? '' : until === null ? ', still open' : ` to ${shortDay(until)}`}`)}</title>`
    if (until === undefined)
      return `<circle cx="${at(on)}" cy="${y + 14}" r="3.6" fill="#1d4f6b" fill-opacity=".75">${title}</circle>`
    const [from, to] = [at(on), at(until ?? asAt)]
    return `<rect x="${from}" y="${y + 7}" width="${Math.max(2, to - from).toFixed(1)}" height="14" rx="2" fill="#7fa6bb" fill-opacity=".55" stroke="#1d4f6b" stroke-width="${until === null ? 1.6 : 0.6}">${title}</rect>`
  })
  return `<text x="0" y="${y + 19}">${escaped(LANE[lane])}</text><path d="M${LEFT} ${y + ROW - 1}H${WIDTH - RIGHT}" stroke="#e9eef1"/>${drawn.join('')}`
}

/** A square is due, a triangle is overdue: the shape says what the colour says. */
function dueSvg({ on, words, isOverdue }: DueMark, x: number, y: number): string {
  const title = `<title>${escaped(`${words}, due ${shortDay(on)}${isOverdue ? ', overdue' : ''}`)}</title>`
  return isOverdue
    ? `<path d="M${x} ${y - 7}l7 12h-14z" fill="#a8201a">${title}</path>`
    : `<path d="M${x - 5} ${y - 5}h10v10h-10z" fill="none" stroke="#1d4f6b" stroke-width="2">${title}</path>`
}
