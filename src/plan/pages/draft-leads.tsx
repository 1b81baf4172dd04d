/** Which known post is each lead that an uploaded plan names? Offered, never assumed: broken words are shown with what they may be. */
import { may } from '../../terms/permission.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { Refused, texts } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import type { LeadChoice, NamedLead } from '../draft.ts'
import { correctDraft } from '../draft-store.ts'
import { refuseKept } from './draft-columns.tsx'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'
import { draftAddress, draftCrumbs, DraftNavigation, loadDraft, type PlanDraft } from './plan-draft.tsx'

export const draftLeads = page({
  path: '/plan/drafts/:id/leads',
  may: 'load-plan',
  section: 'Plan',
  wide: true,
  load: loadDraft,
  title: draft => `Leads of ${draft.name}`,
  breadcrumbs: draft => draftCrumbs(draft),
  form: { seen: seenField, lead: texts() },
  view: (draft, form, { person }) => (
    <form method="post">
      <ErrorSummary problems={form.problems} />
      <Heading caption={draft.name}>Who leads?</Heading>
      <DraftNavigation draft={draft} current="leads" />
      <Seen of={namesOf(draft)} />
      <p class="govuk-body gt-measure">
        A lead is a post or an organisation, never just a name. Say which post each one is. A new post is held by nobody
        until someone is appointed to it under{' '}
        {may(person, 'manage-people') ? (
          <a class="govuk-link" href="/people">
            People and posts
          </a>
        ) : (
          'People and posts'
        )}
        .
      </p>
      <Table
        caption="Leads named in the plan"
        captionHidden
        rows={draft.leads}
        columns={[
          { heading: 'In the plan', names: true, cell: lead => lead.text },
          { heading: 'Actions', number: true, cell: lead => lead.actions },
          { heading: 'Perhaps', cell: lead => (lead.offered ? `A broken word: “${lead.offered}”` : '') },
          { heading: 'Is', cell: lead => <LeadPick lead={lead} at={draft.leads.indexOf(lead)} posts={draft.posts} /> },
        ]}
      />
      <Button>Save</Button>
    </form>
  ),
  async save({ db }, draft, given) {
    refuseKept(draft)
    refuseOvertaken(given.seen, namesOf(draft), 'The reading was corrected')
    if (given.lead.length !== draft.leads.length)
      throw new Refused([{ field: null, text: 'Open the page again and say who each lead is' }])
    const leads = Object.fromEntries(
      draft.leads.map((lead, at) => [lead.text, choiceGiven(lead, given.lead[at] ?? '', draft)]),
    )
    await correctDraft(db, draft.planDraftId, draft.reading, { ...draft.corrections, leads })
    return draftAddress(draft, '/keep')
  },
})

/** Choices come back in this order. */
const namesOf = (draft: PlanDraft) => draft.leads.map(lead => lead.text)

const LeadPick = ({ lead, at, posts }: { lead: NamedLead; at: number; posts: PlanDraft['posts'] }) => {
  const near = lead.candidates.map(candidate => candidate.postId)
  const ordered = [...posts].sort(
    (a, b) => rank(near, a.postId) - rank(near, b.postId) || a.title.localeCompare(b.title),
  )
  return (
    <select class="govuk-select gt-filters__input" name="lead" id={`lead-${at}`} aria-label={`Who “${lead.text}” is`}>
      <option value="new" selected={'newPost' in lead.choice && lead.choice.newPost === lead.text}>
        A new post: {lead.text}
      </option>
      {lead.offered && (
        <option value="offered" selected={'newPost' in lead.choice && lead.choice.newPost === lead.offered}>
          A new post: {lead.offered}
        </option>
      )}
      <option value="words" selected={'words' in lead.choice}>
        No post: keep the words only
      </option>
      {ordered.map(post => (
        <option value={String(post.postId)} selected={'postId' in lead.choice && lead.choice.postId === post.postId}>
          {post.title}
          {near.includes(post.postId) ? ' (likely)' : ''}
        </option>
      ))}
    </select>
  )
}

const rank = (near: number[], postId: number) => (near.includes(postId) ? near.indexOf(postId) : near.length)

function choiceGiven(lead: NamedLead, value: string, draft: PlanDraft): LeadChoice {
  if (value === 'words') return { words: true }
  if (value === 'offered' && lead.offered) return { newPost: lead.offered }
  const post = draft.posts.find(one => String(one.postId) === value)
  return post ? { postId: post.postId } : { newPost: lead.text }
}
