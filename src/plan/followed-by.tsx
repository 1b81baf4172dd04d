/** The figures an action is followed by, as they stand on a day: on the action's page and on its thread. */
import { measureAddress } from '../measures/asked.ts'
import { bookLine, type BookLine, toldBy } from '../measures/book-line.ts'
import { findBook } from '../measures/book-store.ts'
import { FigureShown, RagTag } from '../measures/figure-shown.tsx'
import { periodWords } from '../measures/period-words.ts'
import { variationInWords } from '../measures/spc-words.ts'
import { catalogueOf } from '../measures/whole-catalogue.ts'
import { may, type Person } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { linkAsAt } from '../web/as-at.tsx'
import type { Asked } from '../web/page.tsx'
import { listMeasuresOf } from './action-measure-store.ts'

/** A measure by its id; `line` is null where nothing has been worked out by the day, or the catalogue no longer has it. */
export type Followed = { measure: string; line: BookLine | null }

/** None for those who see no figures. */
export async function listFollowed(db: Db, person: Person, actionId: number, asAt: Day): Promise<Followed[]> {
  const tied = may(person, 'see-public-figures') ? await listMeasuresOf(db, actionId, asAt) : []
  if (tied.length === 0) return []
  const measures = tied.map(({ measure }) => measure)
  const [{ named }, book] = await Promise.all([catalogueOf(db), findBook(db, person, asAt, measures)])
  return measures.map(measure => {
    const found = named(measure)
    return { measure, line: found && book ? bookLine(found, book.ground) : null }
  })
}

export const FollowedBy = ({ followed, asked }: { followed: readonly Followed[]; asked: Asked }) =>
  followed.length === 0 ? null : (
    <ul class="govuk-list gt-list">
      {followed.map(({ measure, line }) => (
        <li>
          <a class="govuk-link" href={linkAsAt(asked, measureAddress(measure))}>
            {line?.measure.name ?? measure}
          </a>{' '}
          {line ? <Line line={line} /> : <span class="gt-small">no figure by this day</span>}
        </li>
      ))}
    </ul>
  )

const Line = ({ line }: { line: BookLine }) => {
  const figure = toldBy(line)
  if (!figure)
    return (
      <span class="gt-small">
        {line.lacks.length > 0 ? 'cannot be worked out from what was loaded' : 'no figure by this day'}
      </span>
    )
  const says = line.spc && !line.latest?.isHidden ? variationInWords(line.spc, { unit: line.measure.unit }) : ''
  return (
    <>
      <FigureShown measure={line.measure} figure={figure} /> <RagTag rag={line.rag} />
      <span class="gt-small">
        {periodWords(figure)}. {says}
      </span>
    </>
  )
}
