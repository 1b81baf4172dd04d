/** A number that matters, with the words that say what it counts; a link to what is behind it. */
import type { Child } from 'hono/jsx'

/** `of` is the whole that the number is part of; `note` is small, below. */
export type StatOptions = {
  number: number | string
  words: string
  of?: number
  href?: string
  note?: Child
  tone?: 'bad' | 'good'
}

export const Stat = ({ number, words, of, href, note, tone }: StatOptions) => (
  <div class={`gt-stat${tone ? ` gt-stat--${tone}` : ''}`}>
    <p class="gt-stat__line">
      <span class="gt-stat__number">{typeof number === 'number' ? number.toLocaleString('en-GB') : number}</span>
      {of !== undefined && <span class="gt-stat__of"> of {of.toLocaleString('en-GB')}</span>}{' '}
      {href ? (
        <a class="govuk-link govuk-link--no-visited-state gt-stat__words" href={href}>
          {words}
        </a>
      ) : (
        <span class="gt-stat__words">{words}</span>
      )}
    </p>
    {note && <p class="gt-stat__note">{note}</p>}
  </div>
)

/** Stats side by side, as many as fit. */
export const Stats = ({ children }: { children?: Child }) => <div class="gt-stats">{children}</div>
