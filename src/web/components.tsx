/**
 * What pages are made of, beside form fields (`fields.tsx`) and tables (`table.tsx`). What is put inside a component is
 * written as JSX and escaped; only then does it go into the official markup as HTML.
 */
import type { Child } from 'hono/jsx'
import { htmlOf } from './html.ts'
import { govuk, moj } from './macros.ts'
import { Shape, type ShapeName } from './shape.tsx'

type Inside = { children?: Child }
export type Link = { text: string; href: string }

/** Sends the form, or goes to `href`. One `primary` button a form. */
export const Button = ({ children, kind = 'primary', href, name, value, small }: Inside & ButtonOptions) => (
  <>
    {govuk('button', {
      html: htmlOf(children),
      classes: [kind !== 'primary' && `govuk-button--${kind}`, small && 'gt-button--small'].filter(Boolean).join(' '),
      ...(href === undefined ? { preventDoubleClick: true } : { href }),
      ...(name && { name, value: value ?? '' }),
    })}
  </>
)
type ButtonOptions = {
  kind?: 'primary' | 'secondary' | 'warning'
  href?: string
  name?: string
  value?: string
  small?: boolean
}

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'
/** A state in a word or two. `shape` says the same without colour, as everything that is rated does. */
export const Tag = ({ children, colour = 'grey', shape }: Inside & { colour?: TagColour; shape?: ShapeName }) => (
  <>
    {govuk('tag', {
      html: htmlOf(
        <>
          {shape && <Shape name={shape} />}
          {children}
        </>,
      ),
      classes: `govuk-tag--${colour}`,
    })}
  </>
)

/** More, for those who want it. */
export const Details = ({ summary, open, children }: Inside & { summary: string; open?: boolean }) => (
  <>{govuk('details', { summaryText: summary, html: htmlOf(children), ...(open && { open }) })}</>
)

/** Words set apart: a quotation from a source, a condition. */
export const InsetText = ({ children }: Inside) => <>{govuk('inset-text', { html: htmlOf(children) })}</>

/** What just happened (`success`), or what matters more than the page. */
export const NotificationBanner = ({ title, kind, children }: Inside & { title?: string; kind?: 'success' }) => (
  <>
    {govuk('notification-banner', {
      html: htmlOf(<div class="govuk-notification-banner__heading">{children}</div>),
      ...(title && { titleText: title }),
      ...(kind && { type: kind }),
    })}
  </>
)

export const WarningText = ({ children }: Inside) => (
  <>{govuk('warning-text', { html: htmlOf(children), iconFallbackText: 'Warning' })}</>
)

/** One of several pages of a list. `href` gives the address of a page by its number; the first is 1. Nothing where there is only one. */
export const Pagination = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) =>
  pages < 2 ? null : (
    <>
      {govuk('pagination', {
        ...(page > 1 && { previous: { href: href(page - 1) } }),
        ...(page < pages && { next: { href: href(page + 1) } }),
        items: pagesShown(page, pages).map(number =>
          number === null
            ? { ellipsis: true, href: '' }
            : { number: String(number), href: href(number), current: number === page },
        ),
      })}
    </>
  )

/** First, last and those around the page; null where some are left out. */
const pagesShown = (page: number, pages: number): (number | null)[] =>
  Array.from({ length: pages }, (_, at) => at + 1)
    .filter(number => number === 1 || number === pages || Math.abs(number - page) <= 1)
    .flatMap((number, at, shown) => (at > 0 && number - shown[at - 1]! > 1 ? [null, number] : [number]))

/** Facts by name. `change` is the address where the fact is changed; `compact` for a column at the side. */
export const SummaryList = ({ rows, compact }: { rows: Fact[]; compact?: boolean }) => (
  <>
    {govuk('summary-list', {
      classes: compact ? 'gt-summary-list--compact' : '',
      rows: rows.map(({ key, value, change }) => ({
        key: { text: key },
        value: { html: htmlOf(value) },
        ...(change && {
          actions: { items: [{ href: change, text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
        }),
      })),
    })}
  </>
)
export type Fact = { key: string; value: Child; change?: string }

/** Pages that belong together, each with an address of its own. */
export const SubNavigation = ({ label, items }: { label: string; items: (Link & { current?: boolean })[] }) => (
  <>
    {moj('sub-navigation', {
      label,
      items: items.map(({ text, href, current }) => ({ text, href, ...(current && { active: true }) })),
    })}
  </>
)

/** The way back. `page.breadcrumbs` draws them for you; this is for what is not a page of its own. */
export const Breadcrumbs = ({ items }: { items: Link[] }) => (
  <>{govuk('breadcrumbs', { items, collapseOnMobile: true })}</>
)

export const Panel = ({ title, children }: Inside & { title: string }) => (
  <>{govuk('panel', { titleText: title, html: htmlOf(children) })}</>
)

/** What happened, newest first: when and by whom in small type. */
export const Timeline = ({ items }: { items: { title: Child; when: string; by?: string; children?: Child }[] }) => (
  <ol class="gt-timeline">
    {items.map(({ title, when, by, children }) => (
      <li class="gt-timeline__item">
        <p class="gt-timeline__when">
          {when}
          {by ? `, ${by}` : ''}
        </p>
        <div class="gt-timeline__title">{title}</div>
        {children}
      </li>
    ))}
  </ol>
)

/** Something that should be there and is not, in a dashed box that says what is missing and, inside, what to do. */
export const Gap = ({ title, children }: Inside & { title: string }) => (
  <div class="gt-gap">
    <p class="gt-gap__title">
      <Shape name="gap" />
      {title}
    </p>
    {children}
  </div>
)

/** A list with nothing in it: says so, and inside, what to do about it. */
export const Empty = ({ title, children }: Inside & { title: string }) => (
  <div class="gt-empty">
    <p class="gt-empty__title">{title}</p>
    {children}
  </div>
)

/** Filters that are applied, each with its address without it. */
export const Chips = ({ items, clear }: { items: Link[]; clear?: string }) =>
  items.length === 0 ? null : (
    <ul class="gt-chips">
      {items.map(({ text, href }) => (
        <li>
          <a class="gt-chip" href={href}>
            <span class="govuk-visually-hidden">Remove filter: </span>
            {text}
            <Shape name="cross" />
          </a>
        </li>
      ))}
      {clear && (
        <li>
          <a class="govuk-link govuk-link--no-visited-state" href={clear}>
            Clear filters
          </a>
        </li>
      )}
    </ul>
  )

/** The page's heading with what can be done beside it. `caption` is small, above. */
export const Heading = ({ caption, actions, children }: Inside & { caption?: Child; actions?: Child }) => (
  <div class="gt-heading">
    <h1 class="govuk-heading-l gt-heading__text">
      {caption && <span class="gt-heading__caption">{caption}</span>}
      {children}
    </h1>
    {actions && <div class="gt-heading__actions">{actions}</div>}
  </div>
)

/** A part of a page in a quiet frame with its own heading. `href` makes the heading a link to more. */
export const Card = ({ title, href, children }: Inside & { title: string; href?: string }) => (
  <section class="gt-card">
    <h2 class="gt-card__title">
      {href ? (
        <a class="govuk-link govuk-link--no-visited-state" href={href}>
          {title}
        </a>
      ) : (
        title
      )}
    </h2>
    {children}
  </section>
)

/** Cards side by side, as many as fit; below one another on a narrow screen. */
export const Cards = ({ children }: Inside) => <div class="gt-cards">{children}</div>

/** Two thirds and one third; `side` comes after on a narrow screen, or first where `sideFirst` (filters). */
export const Split = ({ side, sideFirst, children }: Inside & { side: Child; sideFirst?: boolean }) => (
  <div class={`gt-split${sideFirst ? ' gt-split--side-first' : ''}`}>
    {sideFirst && <div class="gt-split__side">{side}</div>}
    <div class="gt-split__main">{children}</div>
    {!sideFirst && <div class="gt-split__side">{side}</div>}
  </div>
)
