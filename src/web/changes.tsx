/** What was changed of one thing, by whom and why, with a way to put each back: the same on every page that changes something. */
import type { Change } from '../store/change.ts'
import { dayInLondon, longDay } from '../terms/day.ts'
import { Empty, Timeline } from './components.tsx'

/** `inWords` says what a change changed; `href` is the page itself, on which what was before a change can be put back. */
export const Changes = <What,>({ changes, inWords, href }: ChangesGiven<What>) => (
  <section class="gt-section">
    <h2 class="govuk-heading-m">What was changed</h2>
    {changes.length === 0 ? (
      <Empty title="Nothing was changed yet" />
    ) : (
      <Timeline
        items={changes.map(({ eventId, at, by, why, was, becomes }) => ({
          title: inWords(was, becomes),
          when: longDay(dayInLondon(at)),
          by: by ?? 'whoever runs the service',
          children: (
            <>
              {why !== '' && <p class="govuk-body gt-measure">{why}</p>}
              <PutBack href={href} eventId={eventId} />
            </>
          ),
        }))}
      />
    )}
  </section>
)
type ChangesGiven<What> = {
  changes: readonly Change<What>[]
  inWords: (was: What, becomes: What) => string
  href: string
}

export const PutBack = ({ href, eventId }: { href: string; eventId: number }) => (
  <p class="gt-small">
    <a class="govuk-link" href={`${href}?back=${eventId}`}>
      Put back what was before change {eventId}
    </a>
  </p>
)

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
