/** A report as a Word file that can be edited, read aloud and navigated. */
import { drawingOf, printedDrawing } from './drawing.ts'
import type { Frozen } from './freeze.ts'
import { write } from './writing.ts'

/** `address` is where the service is found (`https://improvement.example.gov.uk`), for links; without it they are words. */
export function writeWord(frozen: Frozen, address: string | null = null): Promise<Uint8Array> {
  const charts = frozen.description.sections.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'chart'))
  const drawings = Object.fromEntries(
    charts.map(chart => [chart.id, { drawing: drawingOf(chart), printed: printedDrawing(chart) }]),
  )
  return write({ kind: 'word', frozen, address, drawings })
}
