/** A series in the height of a line of text: where it went, and where it is now. The figures stand beside it, so it is hidden from those who hear a page. */
import { scaleLinear } from 'd3-scale'
import { extent } from 'd3-array'

const [WIDTH, HEIGHT, EDGE] = [96, 26, 3]

/** Gaps where a figure is missing; the last figure is a dot. Empty where there are fewer than two. */
export function sparklineSvg(values: readonly (number | null)[]): string {
  const [low, high] = extent(values.filter(value => value !== null))
  if (low === undefined || values.filter(value => value !== null).length < 2) return ''
  const x = scaleLinear([0, values.length - 1], [EDGE, WIDTH - EDGE])
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high!], [HEIGHT - EDGE, EDGE])
  let isDown = false
  const path = values
    .map((value, at) => {
      if (value === null) {
        isDown = false
        return ''
      }
      const step = `${isDown ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`
      isDown = true
      return step
    })
    .join('')
  const last = values.findLastIndex(value => value !== null)
  return `<svg class="gt-sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="${x(last).toFixed(1)}" cy="${y(values[last]!).toFixed(1)}" r="2.6" fill="currentColor"/></svg>`
}
