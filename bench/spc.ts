/**
 * How fast signals are told from chance: `node --import tsx bench/spc.ts`. One council's whole performance book is 122 measures for
 * the council and 20 teams over 36 months; every chart of it is drawn too. Prints one line of JSON, in milliseconds.
 */
import { workOutPChart } from '../src/measures/p-chart.ts'
import type { Series } from '../src/measures/spc-series.ts'
import { chartInWords } from '../src/measures/spc-words.ts'
import { type Spc, workOutSpc } from '../src/measures/spc.ts'
import { spcChartSvg } from '../src/measures/xmr-chart.ts'
import { addMonths, day } from '../src/terms/day.ts'

const MEASURES = 122
const TEAMS = 20
const MONTHS = 36

const dates = Array.from({ length: MONTHS }, (_, at) => addMonths(day('2023-11-01'), at))
let seed = 1
const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647

const series = Array.from({ length: MEASURES * (TEAMS + 1) }, (): Series => ({
  values: dates.map((_, at) => 70 + (at > 22 ? 8 : 0) + 10 * (chance() + chance() - 1)),
  dates,
  improvementDirection: 'increase',
  target: 85,
  rebaseDates: [dates[18]!],
  fixAfterNPoints: null,
  screenOutliers: false,
}))
const shares = series.map(({ values }) =>
  values.map((value, at) => {
    const denominator = 1 + Math.floor(chance() * 28)
    return { on: dates[at]!, denominator, numerator: Math.round((denominator * value!) / 100) }
  }),
)

function timed<Result>(work: () => Result): [number, Result] {
  const began = performance.now()
  const result = work()
  return [Math.round(performance.now() - began), result]
}

const [xmr, worked] = timed(() => series.map(workOutSpc))
const [pCharts] = timed(() => shares.map((shares, at) => workOutPChart({ ...series[at]!, shares })))
const [words] = timed(() => worked.map((spc: Spc) => chartInWords(spc, { unit: '%' })))
const [drawn, charts] = timed(() =>
  worked.map((spc, at) => spcChartSvg({ title: `Measure ${at}`, spc, unit: '%', every: 'month' })),
)
const bytes = Math.round(charts.reduce((sum, svg) => sum + svg.length, 0) / charts.length)
console.log(JSON.stringify({ series: series.length, months: MONTHS, xmr, pCharts, words, drawn, bytesOfAChart: bytes }))
