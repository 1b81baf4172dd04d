/** Looking back: the control that asks for a day, the banner that says so, and links that stay on the day. */
import { type Day, isDay, longDay } from '../terms/day.ts'
import { type NotFound, NotYet } from '../store/not-found.ts'
import type { Asked } from './page.tsx'

export type AsAt = { asAt: Day; /** What to tell where what was asked for cannot be shown. */ problem: string | null }

/** The day asked to be looked at, today unless said. A day to come, or what is no day, shows today and says why. */
export function asAtIn(query: URLSearchParams, today: Day): AsAt {
  const typed = (query.get('as-at') ?? '').trim()
  if (typed === '') return { asAt: today, problem: null }
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed)
  const iso = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : typed
  if (!isDay(iso))
    return {
      asAt: today,
      problem: `“${typed.slice(0, 20)}” is not a date that exists. This is how things stand today.`,
    }
  if (iso > today) return { asAt: today, problem: `${longDay(iso)} is still to come. This is how things stand today.` }
  return { asAt: iso, problem: null }
}

type Looking = Pick<Asked, 'asAt' | 'today' | 'address'>

/** A link that keeps to the day looked at: `linkAsAt(asked, '/plan/actions/3')`. */
export function linkAsAt({ asAt, today }: Pick<Asked, 'asAt' | 'today'>, href: string): string {
  if (asAt === today) return href
  const [path, fragment] = href.split('#', 2) as [string, string?]
  return `${path}${path.includes('?') ? '&' : '?'}as-at=${asAt}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The same address as it stands today. */
export function addressToday(address: string): string {
  const url = new URL(address, 'http://here')
  url.searchParams.delete('as-at')
  return url.pathname + url.search
}

/** Asks for the day to look at; every other part of the address stays as it is. */
export const AsAtControl = ({ asAt, today, address }: Looking) => {
  const url = new URL(address, 'http://here')
  const others = [...url.searchParams].filter(([name]) => name !== 'as-at')
  return (
    <form class="gt-as-at" method="get" action={url.pathname}>
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="gt-as-at__label" for="as-at">
        As at
      </label>
      <input class="govuk-input gt-as-at__day" type="date" id="as-at" name="as-at" value={asAt} max={today} />
      <button class="govuk-button govuk-button--secondary gt-button--small gt-as-at__button">Show</button>
    </form>
  )
}

/** Says that this is not today, above everything else on the page. */
export const LookingBack = ({ asAt, today, address }: Looking) =>
  asAt === today ? null : (
    <div class="gt-looking-back" role="status">
      <p class="govuk-width-container gt-looking-back__words">
        <strong>Looking back: as things stood on {longDay(asAt)}.</strong>{' '}
        <a class="govuk-link" href={addressToday(address)}>
          Show today
        </a>
      </p>
    </div>
  )

/** In place of a page that shows what was not there on the day looked at: since when it is, and the way there. */
export const NotThen = ({ what, dated, looking }: { what: NotFound; dated: boolean; looking: Looking }) => (
  <div class="gt-reading">
    <h1 class="govuk-heading-l">{what.message}</h1>
    {what instanceof NotYet && (
      <p class="govuk-body">
        It begins on {longDay(what.since)}.{' '}
        {dated && (
          <a class="govuk-link" href={addressOn(looking.address, what.since)}>
            Show that day
          </a>
        )}
      </p>
    )}
    {dated && <AsAtControl {...looking} />}
  </div>
)

function addressOn(address: string, day: Day): string {
  const url = new URL(address, 'http://here')
  url.searchParams.set('as-at', day)
  return url.pathname + url.search
}
