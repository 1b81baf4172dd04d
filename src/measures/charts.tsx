/** Charts of measures on a page, each in its own scroll region so that a narrow screen keeps its words readable. */
import { raw } from 'hono/html'
import { spcChartSvg } from './xmr-chart.ts'
import type { SpcChart } from './xmr-drawing.ts'

/** A series with its average, limits and signals; give the same figures in a table beside or below. */
export const SeriesChart = (chart: SpcChart) => (
  <div class="gt-chart" role="region" aria-label={chart.title} tabindex={0}>
    {raw(spcChartSvg(chart))}
  </div>
)
