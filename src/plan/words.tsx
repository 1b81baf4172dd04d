/** How ratings, timescales and leads are shown: always in words, with a shape, never by colour alone. */
import { raw } from 'hono/html'
import { type Day, shortDay } from '../terms/day.ts'
import { linkAsAt } from '../web/as-at.tsx'
import { htmlOf } from '../web/html.ts'
import { Tag, type TagColour } from '../web/components.tsx'
import type { Asked } from '../web/page.tsx'
import type { ShapeName } from '../web/shape.tsx'
import { type Action, DELIVERY, type Delivery, hasSlipped, IMPACT, type Impact, isLate } from './action.ts'
import { leadNames } from './register.ts'

export const DELIVERY_LOOK: Record<Delivery, { colour: TagColour; shape: ShapeName }> = {
  completed: { colour: 'green', shape: 'tick' },
  'on-task': { colour: 'blue', shape: 'half' },
  'not-started': { colour: 'grey', shape: 'ring' },
  delayed: { colour: 'red', shape: 'warning' },
  'on-hold': { colour: 'yellow', shape: 'pause' },
}

export const IMPACT_LOOK: Record<Impact, { colour: TagColour; shape: ShapeName }> = {
  made: { colour: 'green', shape: 'full' },
  starting: { colour: 'teal', shape: 'half' },
  none: { colour: 'grey', shape: 'ring' },
}

/** Each tag is drawn once: a register shows hundreds of the same few. */
const drawn = <Key extends string>(
  words: Record<Key, string>,
  look: Record<Key, { colour: TagColour; shape: ShapeName }>,
) =>
  Object.fromEntries(
    (Object.keys(words) as Key[]).map(key => [key, raw(htmlOf(<Tag {...look[key]}>{words[key]}</Tag>))]),
  ) as Record<Key, ReturnType<typeof raw>>

const DELIVERY_TAG = drawn(DELIVERY, DELIVERY_LOOK)
const IMPACT_TAG = drawn(IMPACT, IMPACT_LOOK)

export const DeliveryTag = ({ delivery }: { delivery: Delivery }) => <>{DELIVERY_TAG[delivery]}</>
export const ImpactTag = ({ impact }: { impact: Impact }) => <>{IMPACT_TAG[impact]}</>

/** The timescale in the plan's words; where it was revised, the first one struck through before it. */
export const TimescaleWords = ({ action, asAt }: { action: Action; asAt: Day }) => (
  <>
    {action.revisions > 0 && action.firstTimescale.text !== action.timescale.text && (
      <>
        <del>
          <span class="govuk-visually-hidden">First agreed: </span>
          {action.firstTimescale.text || 'Not given'}
        </del>{' '}
      </>
    )}
    {action.timescale.text || 'Not given'}
    {action.timescale.nextTestOn && <span class="gt-small">Next test {shortDay(action.timescale.nextTestOn)}</span>}
    {isLate(action, asAt) && <strong class="gt-late">Late</strong>}
    {!isLate(action, asAt) && hasSlipped(action) && <span class="gt-small">Slipped</span>}
  </>
)

/** Each leading post as a link to what it answers for; words of the plan that no post was matched to, as they are. */
export const LeadLinks = ({ action }: { action: Action }) =>
  action.leads.length === 0 ? (
    <>{leadNames(action)[0] ?? <strong>Nobody</strong>}</>
  ) : (
    <>
      {action.leads.map((lead, index) => (
        <>
          {index > 0 && ', '}
          {lead.postId === null ? (
            lead.title
          ) : (
            <a class="govuk-link govuk-link--no-visited-state" href={`/plan/posts/${lead.postId}`}>
              {lead.title}
            </a>
          )}
        </>
      ))}
    </>
  )

/** The action's reference as a link to its page, on the day looked at. */
export const ActionLink = ({ action, asked }: { action: Pick<Action, 'actionId' | 'ref'>; asked: Looking }) => (
  <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, actionAddress(action.actionId))}>
    {action.ref}
  </a>
)
type Looking = Pick<Asked, 'asAt' | 'today'>

/** `1.2, 3.4 and 6 more`, each reference a link. */
export const ActionLinks = ({ actions, asked, most = 12 }: { actions: Action[]; asked: Looking; most?: number }) => (
  <>
    {actions.slice(0, most).map((action, index) => (
      <>
        {index > 0 && ', '}
        <ActionLink action={action} asked={asked} />
      </>
    ))}
    {actions.length > most && ` and ${actions.length - most} more`}
  </>
)

/** The finding's reference as a link to its thread, on the day looked at. */
export const FindingLink = ({
  findingId,
  asked,
  children,
}: {
  findingId: number
  asked: Looking
  children: string
}) => (
  <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, `/findings/${findingId}`)}>
    {children}
  </a>
)

/** The post that answers for the action, and how many lead with it: for tables. */
export const FirstLead = ({ action }: { action: Action }) => (
  <>
    {leadNames(action)[0] ?? <strong class="gt-late">Nobody</strong>}
    {action.leads.length > 1 && <span class="gt-small"> and {action.leads.length - 1} more</span>}
  </>
)

/** Words without the citation in brackets that ends them, cut at a word, for where room is short. */
export function inShort(text: string, most: number): string {
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '')
  if (bare.length <= most) return bare
  return `${bare.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** The document's own words with its line breaks. */
export const Verbatim = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => (
        <p class="govuk-body gt-verbatim">{line}</p>
      ))}
  </>
)

export const actionAddress = (actionId: number, page = '') => `/plan/actions/${actionId}${page}`
