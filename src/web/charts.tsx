/** Drawings on a page, each in its own scroll region so that a narrow screen keeps its words readable. */
import { raw } from 'hono/html'
import { type Bars, barsSvg } from './bar.ts'

/** Stacked bars; give the same numbers in a table beside or below. */
export const BarChart = (bars: Bars) => (
  <div class="gt-chart" role="region" aria-label={bars.title} tabindex={0}>
    {raw(barsSvg(bars))}
  </div>
)
