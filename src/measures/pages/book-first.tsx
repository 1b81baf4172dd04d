/** What of the book to look at first: a card each, for those who have ten seconds. */
import { raw } from 'hono/html'
import { linkAsAt } from '../../web/as-at.tsx'
import { Card, Cards } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { measureAddress } from '../asked.ts'
import type { BookLine } from '../book-line.ts'
import { firstToLookAt } from '../book-order.ts'
import { FigureShown, overdueText, RagTag } from '../figure-shown.tsx'
import { iconsOf } from '../icon.ts'
import { periodWords } from '../period-words.ts'
import { goalInWords } from '../settable.ts'
import { sparklineSvg } from '../sparkline.ts'
import { Icon } from './signal-icon.tsx'

export const FirstToLookAt = ({ lines, asked }: { lines: readonly BookLine[]; asked: Asked }) => {
  const first = firstToLookAt(lines)
  return first.length === 0 ? null : (
    <section class="gt-section" aria-labelledby="first">
      <h2 class="govuk-heading-m" id="first">
        Look at these first
      </h2>
      <Cards>
        {first.map(line => (
          <Card title={line.measure.name} href={linkAsAt(asked, measureAddress(line.measure.id))}>
            <One line={line} />
          </Card>
        ))}
      </Cards>
    </section>
  )
}

const One = ({ line: { measure, latest, soFar, target, rag, spc, series } }: { line: BookLine }) => {
  const overdue = overdueText(soFar ?? latest!)
  const facts = [
    periodWords(latest!),
    target && `target ${goalInWords(measure.unit, target)}`,
    overdue && `${overdue} open and overdue`,
  ]
  return (
    <div class="gt-first">
      <p class="gt-first__figure">
        <FigureShown measure={measure} figure={latest!} />
      </p>
      <span class="gt-first__line">
        {raw(sparklineSvg(series.map(({ value }) => value)))}
        {spc && <Icon {...iconsOf(spc).variation} />}
      </span>
      <p class="govuk-body-s gt-first__facts">
        <RagTag rag={rag} /> {facts.filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}
