/** A share as a bar in the height of a line of text, a target marked on it; hatched where it is of few cases. The figure stands beside it. */
import { FEW_CASES } from './rag.ts'

const [WIDTH, HEIGHT] = [160, 16]

export function shareBarSvg(share: number | null, cases: number, target: number | null): string {
  if (share === null) return ''
  const long = (Math.min(100, Math.max(0, share)) / 100) * WIDTH
  const mark = target === null ? '' : `<path d="M${at(target)} 0V${HEIGHT}" stroke="#0b0c0c" stroke-width="2"/>`
  return `<svg class="gt-share-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false"><rect y="2" width="${WIDTH}" height="12" fill="#e9eef1"/>${cases < FEW_CASES ? hatched(long) : `<rect y="2" width="${long.toFixed(1)}" height="12" fill="#1d4f6b"/>`}${mark}</svg>`
}

const at = (share: number) => ((share / 100) * WIDTH).toFixed(1)

function hatched(long: number): string {
  const lines = Array.from({ length: Math.ceil(long / 5) }, (_, step) => {
    const x = step * 5
    return `M${x} 14L${Math.min(x + 5, long).toFixed(1)} 2`
  })
  return `<rect x=".5" y="2.5" width="${Math.max(0, long - 1).toFixed(1)}" height="11" fill="none" stroke="#1d4f6b"/><path d="${lines.join('')}" stroke="#1d4f6b" stroke-width="1.2"/>`
}
