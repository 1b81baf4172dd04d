/** One change to many actions at once: the same update, rating, lead, body or next test, each kept on each action with the one reason. */
import { Button, Empty, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Hidden, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { idsOf, maybeOneOf, oneOf, onDay, Refused, text, texts } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { type Action, DELIVERY, IMPACT } from '../action.ts'
import { addLeads, addRating, addTimescale, addUpdate, addWording, findNewestWording } from '../action-store.ts'
import { actionRefs } from '../asking.ts'
import { doingOf } from '../doing.ts'
import { type KnownPost, listPosts } from '../source-store.ts'
import { allActions } from '../plan.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { inShort } from '../words.tsx'
import { fingerprintOf, isOvertaken } from './seen.tsx'

const CHANGE = {
  update: 'Add the same update',
  rating: 'Rate them the same',
  lead: 'Give them one lead',
  body: 'Have them monitored by one body',
  'next-test': 'Set when they are next tested',
} as const

export const bulkEdit = page({
  path: '/plan/bulk',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, query }) {
    const wanted = new Set(query.getAll('action').map(Number))
    const planId = await findCurrentPlanId(db)
    const plan = planId === null ? null : await findPlanAsAt(db, planId, today)
    return {
      actions: plan === null ? [] : allActions(plan).filter(action => wanted.has(action.actionId)),
      posts: await listPosts(db, today),
    }
  },
  title: ({ actions }) => `Edit ${actions.length} actions`,
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  form: {
    ids: idsOf(),
    seen: texts(),
    change: oneOf(CHANGE, 'Select what changes'),
    text: text({ max: 4000 }),
    delivery: maybeOneOf(DELIVERY),
    impact: maybeOneOf(IMPACT),
    post: text(),
    body: text({ max: 2000 }),
    nextTestOn: onDay(),
    reason: text({ max: 1000 }),
  },
  view: ({ actions, posts }, form) =>
    actions.length === 0 ? (
      <>
        <Heading>Edit many actions</Heading>
        <Empty title="No action is ticked">
          <a class="govuk-link" href="/plan">
            Tick actions in the register
          </a>
        </Empty>
      </>
    ) : (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Edit {actions.length === 1 ? 'one action' : `${actions.length} actions`}</Heading>
        <ul class="govuk-list govuk-list--bullet">
          {actions.map(action => (
            <li>
              <Hidden name="ids" value={action.actionId} />
              <Hidden name="seen" value={seenOf(action)} />
              <strong>{action.ref}</strong> {inShort(action.text, 140)}
            </li>
          ))}
        </ul>
        <Radios name="change" legend="What changes?" options={CHANGE} form={form} small />
        <Textarea name="text" label="The update" hint="For: add the same update" rows={3} form={form} />
        <Select
          name="delivery"
          label="Delivery"
          hint="For: rate them the same"
          blank="Not rated"
          options={DELIVERY}
          form={form}
        />
        <Select name="impact" label="Impact" blank="Not rated" options={IMPACT} form={form} />
        <Select
          name="post"
          label="Lead"
          hint="For: give them one lead"
          blank="Select a post"
          options={posts.map(post => ({ value: post.postId, text: post.title }))}
          form={form}
        />
        <Input name="body" label="Monitored by" hint="For: have them monitored by one body" form={form} />
        <DayInput
          name="nextTestOn"
          label="Next tested on"
          hint="For: set when they are next tested. For example, 22/11/2026"
          form={form}
        />
        <Textarea name="reason" label="Reason" hint="Kept with the change on each action" rows={2} form={form} />
        <Button>Change them all</Button>
      </form>
    ),
  async save(asked, { actions, posts }, given) {
    const chosen = actions.filter(action => given.ids.includes(action.actionId))
    if (chosen.length === 0) throw new Refused([{ field: null, text: 'Tick at least one action' }])
    if (chosen.length < new Set(given.ids).size)
      throw new Refused([{ field: null, text: 'Some of the actions have left the plan: those below are still in it' }])
    refuseOvertakenOf(chosen, given)
    if (given.change !== 'update' && given.reason === '')
      throw new Refused([{ field: 'reason', text: 'Enter the reason' }])
    const post = posts.find(one => String(one.postId) === given.post) ?? null
    for (const action of chosen) await change(asked, action, { ...given, post })
    return '/plan'
  },
})

/** What each change would write over. An update is only ever added. */
const OVERWRITTEN: Record<keyof typeof CHANGE, (action: Action) => unknown> = {
  update: () => null,
  rating: ({ delivery, impact, reason, ratedOn }) => [delivery, impact, reason, ratedOn],
  lead: ({ leads }) => leads,
  body: ({ monitoredBy }) => monitoredBy,
  'next-test': ({ timescale, revisions }) => [timescale, revisions],
}
const CHANGES = Object.keys(CHANGE) as (keyof typeof CHANGE)[]

/** The action's id, and a fingerprint of what each change would write over, as the form was opened on it. */
const seenOf = (action: Action): string =>
  [action.actionId, ...CHANGES.map(change => fingerprintOf(OVERWRITTEN[change](action)))].join(' ')

/** Throws `Refused` naming those in which another changed the same since the form was opened. */
function refuseOvertakenOf(chosen: Action[], { change, seen }: { change: keyof typeof CHANGE; seen: string[] }) {
  const fingerprints = new Map(
    seen.map(one => {
      const [id, ...prints] = one.split(' ')
      return [Number(id), prints[CHANGES.indexOf(change)] ?? '']
    }),
  )
  const overtaken = chosen.filter(action =>
    isOvertaken(fingerprints.get(action.actionId) ?? '', OVERWRITTEN[change](action)),
  )
  if (overtaken.length > 0)
    throw new Refused([
      {
        field: null,
        text: `Someone else changed ${actionRefs(overtaken)} while you had this page open. Look again, then save`,
      },
    ])
}

type Change = {
  change: keyof typeof CHANGE
  text: string
  delivery: keyof typeof DELIVERY | null
  impact: keyof typeof IMPACT | null
  post: KnownPost | null
  body: string
  nextTestOn: Action['timescale']['nextTestOn']
  reason: string
}

async function change(asked: Asked, action: Action, given: Change) {
  const [db, doing, id] = [asked.db, doingOf(asked), action.actionId]
  if (given.change === 'update') {
    if (given.text === '') throw new Refused([{ field: 'text', text: 'Enter the update' }])
    await addUpdate(db, doing, id, given.text)
  } else if (given.change === 'rating') {
    if (given.delivery === null || given.impact === null)
      throw new Refused([{ field: 'delivery', text: 'Select both ratings' }])
    await addRating(db, doing, id, { delivery: given.delivery, impact: given.impact, reason: given.reason })
  } else if (given.change === 'lead') {
    if (given.post === null) throw new Refused([{ field: 'post', text: 'Select the post that leads them' }])
    await addLeads(db, doing, id, [given.post.postId], given.reason)
  } else if (given.change === 'body') {
    if (given.body === '') throw new Refused([{ field: 'body', text: 'Enter the body that monitors them' }])
    await addWording(db, doing, id, { ...(await findNewestWording(db, id)), monitoredBy: given.body }, given.reason)
  } else {
    if (given.nextTestOn === null)
      throw new Refused([{ field: 'nextTestOn', text: 'Enter the day they are next tested' }])
    await addTimescale(db, doing, id, {
      ...action.timescale,
      nextTestOn: given.nextTestOn,
      agreedOn: asked.today,
      agreedBy: '',
      reason: given.reason,
    })
  }
}
