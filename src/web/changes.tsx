/** What was changed of one thing, by whom and why, with a way to put each back: the same on every page that changes something. */
import type { Change } from '../store/change.ts'
import { dayInLondon, shortDay } from '../terms/day.ts'
import { Table } from './table.tsx'

/** `inWords` says what a change changed; `href` is the page itself, on which what was before a change can be put back. */
export const Changes = <What,>({ changes, inWords, href }: ChangesGiven<What>) => (
  <Table
    caption="What was changed"
    rows={[...changes]}
    columns={[
      { heading: 'Day', names: true, width: 'nowrap', cell: ({ at }) => shortDay(dayInLondon(at)) },
      { heading: 'Change', width: 'wide', cell: ({ was, becomes }) => inWords(was, becomes) },
      { heading: 'Why, and who', cell: ({ why, by }) => whyAndWho(why, by) },
      {
        heading: 'Back',
        cell: ({ eventId }) => (
          <a class="govuk-link" href={`${href}?back=${eventId}`}>
            Put back what was before change {eventId}
          </a>
        ),
      },
    ]}
    empty="Nothing was changed yet"
  />
)
type ChangesGiven<What> = {
  changes: readonly Change<What>[]
  inWords: (was: What, becomes: What) => string
  href: string
}

const whyAndWho = (why: string, by: string | null) => {
  const who = by ?? 'Whoever runs the service'
  return why === '' ? who : `${why} (${who})`
}

/** What differs between two, by the words of each part: `Name: before to after; ...`. */
export const changedParts = <What extends object>(
  words: Readonly<Record<keyof What, string>>,
  was: What,
  becomes: What,
  shown: (part: keyof What, of: What) => string = (part, of) => String(of[part] ?? 'none') || 'none',
): string =>
  (Object.keys(words) as (keyof What)[])
    .filter(part => (was[part] ?? null) !== (becomes[part] ?? null))
    .map(part => `${words[part]}: ${shown(part, was)} to ${shown(part, becomes)}`)
    .join('; ')
