/** Keep an uploaded plan: as a plan of its own, or as a newer version, with what continues, what is new and where the rest went. */
import { type Day, shortDay } from '../../terms/day.ts'
import { Button, Details, Heading, InsetText } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Hidden, Input, Radios, Textarea } from '../../web/fields.tsx'
import { idsOf, oneOf, onDay, Refused, text, texts } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { Table } from '../../web/table.tsx'
import { comparePlans, type PlanComparison } from '../compare-plans.ts'
import { closeDraft } from '../draft-store.ts'
import { doingOf } from '../doing.ts'
import { actionsOf } from '../draft.ts'
import { continuesFrom, FATE, type Fate, type Gone, likelyFates, successionsOf } from '../keeping.ts'
import { periodInTitle, planOfReading } from '../plan-of-reading.ts'
import type { Plan } from '../plan.ts'
import { addPostNamedByPlan } from '../source-store.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { keepVersion } from '../version-store.ts'
import { DocumentRatings, ratedOtherwise } from './document-ratings.tsx'
import { refuseKept } from './draft-columns.tsx'
import { draftAddress, draftCrumbs, DraftNavigation, loadDraft, type PlanDraft } from './plan-draft.tsx'
import { ActionName, ChangedPairs } from './plan-changes.tsx'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

const AS = { newer: 'A newer version of the plan that is here', own: 'A plan of its own' } as const

export const keepPlan = page({
  path: '/plan/drafts/:id/keep',
  may: 'load-plan',
  section: 'Plan',
  wide: true,
  async load(asked) {
    const draft = await loadDraft(asked)
    const planId = await findCurrentPlanId(asked.db)
    const before = planId === null ? null : await findPlanAsAt(asked.db, planId, asked.today)
    const after = planOfReading(draft.reading, asked.today)
    return { draft, before, after, comparison: before ? comparePlans(before, after) : null }
  },
  title: ({ draft }) => `Keep ${draft.name}`,
  breadcrumbs: ({ draft }) => draftCrumbs(draft),
  form: {
    seen: seenField,
    title: text({ max: 300, missing: 'Enter the title of the plan' }),
    as: oneOf(AS, 'Select what it is'),
    fromOn: onDay({ missing: 'Enter the day from which it is the plan' }),
    startsOn: onDay(),
    endsOn: onDay(),
    note: text({ max: 500 }),
    parted: idsOf(),
    take: idsOf(),
    fate: texts(),
  },
  view: ({ draft, before, after, comparison }, form, { today }) => {
    const period = periodInTitle(draft.reading.title)
    form.start({
      title: before?.title ?? draft.reading.title,
      as: before ? 'newer' : 'own',
      fromOn: today,
      startsOn: before?.startsOn ?? period?.startsOn ?? null,
      endsOn: before?.endsOn ?? period?.endsOn ?? null,
    })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={draft.name}>Keep this plan</Heading>
        <DraftNavigation draft={draft} current="keep" />
        <Seen of={seenOf(before, draft)} />
        {before === null || comparison === null ? (
          <>
            <InsetText>
              This is the first plan here. Its {actionsOf(draft.reading).length} actions begin their history today.
            </InsetText>
            <Hidden name="as" value="own" />
          </>
        ) : (
          <>
            <Radios name="as" legend="What is it?" options={AS} form={form} small />
            <Comparison
              before={before}
              after={after}
              comparison={comparison}
              parted={new Set(form.texts('parted').map(Number))}
            />
            <DocumentRatings rows={ratedOtherwise(draft.reading, comparison)} taken={form.texts('take')} />
          </>
        )}
        <Input name="title" label="Title of the plan" form={form} />
        <DayInput
          name="fromOn"
          label="From which day is it the plan?"
          hint="The day the board agreed it. For example, 22/11/2026"
          form={form}
        />
        <DayInput name="startsOn" label="First day of the plan" hint="Leave empty where it does not say" form={form} />
        <DayInput name="endsOn" label="Last day of the plan" hint="Leave empty where it does not say" form={form} />
        <Textarea name="note" label="Note" hint="Why there is a new version" rows={2} form={form} />
        <NewPosts draft={draft} />
        <Button>Keep this plan</Button>
      </form>
    )
  },
  async save(asked, loaded, given) {
    const { draft, comparison } = loaded
    refuseKept(draft)
    refuseOvertaken(
      given.seen,
      seenOf(loaded.before, draft),
      'A version of the plan was kept, or this reading was corrected,',
    )
    const before = given.as === 'newer' ? loaded.before : null
    refuseDays(asked, before, { fromOn: given.fromOn!, startsOn: given.startsOn, endsOn: given.endsOn })
    if (!(await closeDraft(asked.db, draft.planDraftId))) refuseKept({ ...draft, kept: true })
    const parted = new Set(given.parted)
    const kept = await keepVersion(asked.db, doingOf(asked), {
      reading: draft.reading,
      title: given.title,
      planId: before?.planId ?? null,
      startsOn: given.startsOn,
      endsOn: given.endsOn,
      fromOn: given.fromOn!,
      documentId: draft.documentId,
      note: given.note,
      continues: before && comparison ? continuesFrom(draft.reading, comparison, parted) : nothingContinues(draft),
      gone:
        before && comparison
          ? successionsOf(fatesGiven(likelyFates(comparison, parted), given.fate, actionsOf(draft.reading).length))
          : [],
      posts: await postsOf(asked, draft),
      takeRatings: new Set(given.take.map(place => place - 1)),
    })
    return before === null && loaded.before !== null ? '/plan/versions' : `/plan?kept=${kept.number}`
  },
})

/** What the form was opened on: the version it follows, and the reading as it was corrected by then, since places in it are counted. */
const seenOf = (before: Plan | null, draft: PlanDraft) => ({
  version: before?.version.planVersionId ?? null,
  corrections: draft.corrections,
})

const nothingContinues = ({ reading }: PlanDraft) => ({
  themes: reading.themes.map(() => null),
  objectives: reading.themes.flatMap(theme => theme.objectives.map(() => null)),
  actions: reading.themes.flatMap(theme => theme.actions.map(() => null)),
})

function refuseDays(
  { today }: Asked,
  before: Plan | null,
  { fromOn, startsOn, endsOn }: { fromOn: Day; startsOn: Day | null; endsOn: Day | null },
) {
  if (before && fromOn <= before.version.fromOn)
    throw new Refused([
      {
        field: 'fromOn',
        text: `A newer version must begin after the present one, which began on ${shortDay(before.version.fromOn)}`,
      },
    ])
  if (fromOn > today)
    throw new Refused([
      { field: 'fromOn', text: 'Keep it on the day it becomes the plan, or later: this day is still to come' },
    ])
  if (startsOn && endsOn && endsOn < startsOn)
    throw new Refused([{ field: 'endsOn', text: 'The last day of the plan must not be before its first' }])
}

/** What became of each action that is gone, as chosen: `id:fate:place`, the place being the newer action. What the page never offers changes nothing. */
function fatesGiven(likely: Gone[], chosen: string[], actions: number): Gone[] {
  const byId = new Map(chosen.map(choice => [Number(choice.split(':')[0]), choice.split(':')]))
  return likely.map(gone => {
    const [, fate, places] = byId.get(gone.action.actionId) ?? []
    if (!fate || !Object.hasOwn(FATE, fate)) return gone
    const to = places ? places.split('+').map(Number) : []
    const leadsSomewhere = fate !== 'completed' && fate !== 'dropped'
    const offered = to.every(place => Number.isInteger(place) && place >= 0 && place < actions)
    return offered && leadsSomewhere === to.length > 0 ? { ...gone, fate: fate as Fate, to } : gone
  })
}

/** Each lead's post; a new post is added once, whichever leads it is named by. */
async function postsOf(asked: Asked, draft: PlanDraft): Promise<Map<string, number>> {
  const byTitle = new Map(draft.posts.map(post => [post.title.toLowerCase(), post.postId]))
  const posts = new Map<string, number>()
  for (const { text, choice } of draft.leads) {
    if ('postId' in choice) posts.set(text, choice.postId)
    if (!('newPost' in choice)) continue
    const title = choice.newPost.replace(/\s+/g, ' ').trim()
    const postId = byTitle.get(title.toLowerCase()) ?? (await addPostNamedByPlan(asked.db, doingOf(asked), title))
    byTitle.set(title.toLowerCase(), postId)
    posts.set(text, postId)
  }
  return posts
}

const NewPosts = ({ draft }: { draft: PlanDraft }) => {
  const fresh = draft.leads.filter(lead => 'newPost' in lead.choice)
  return fresh.length === 0 ? null : (
    <Details summary={`${fresh.length === 1 ? 'One post' : `${fresh.length} posts`} will be added`}>
      <p class="govuk-body">
        {fresh.map(lead => ('newPost' in lead.choice ? lead.choice.newPost : '')).join('; ')}.{' '}
        <a class="govuk-link" href={draftAddress(draft, '/leads')}>
          Say who leads
        </a>
      </p>
    </Details>
  )
}

function Comparison({
  before,
  after,
  comparison,
  parted,
}: {
  before: Plan
  after: Plan
  comparison: PlanComparison
  parted: Set<number>
}) {
  return (
    <>
      <h2 class="govuk-heading-m">Compared with version {before.version.number}</h2>
      <Stats>
        <Stat number={comparison.pairs.length} words="continue" />
        <Stat number={comparison.changed.length} words="changed" />
        <Stat number={comparison.moved.length} words="moved or renumbered" />
        <Stat number={comparison.added.length} words="new" />
        <Stat number={comparison.gone.length} words="gone" />
      </Stats>
      <Fates gone={likelyFates(comparison, parted)} after={after} />
      {comparison.added.length > 0 && (
        <Details summary={`New actions (${comparison.added.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {comparison.added.map(action => (
              <li>
                <ActionName action={action} />
              </li>
            ))}
          </ul>
        </Details>
      )}
      <ChangedPairs pairs={comparison.pairs} ratings={false} part />
    </>
  )
}

/** What became of each action that this version no longer holds: a likely answer, to be put right. */
const Fates = ({ gone, after }: { gone: Gone[]; after: Plan }) =>
  gone.length === 0 ? null : (
    <Table
      caption="Where did these actions go?"
      rows={gone}
      columns={[
        { heading: 'Action', names: true, width: 'wide', cell: ({ action }) => <ActionName action={action} /> },
        { heading: 'What became of it', cell: one => <FatePick gone={one} after={after} /> },
      ]}
    />
  )

const FatePick = ({ gone, after }: { gone: Gone; after: Plan }) => {
  const id = gone.action.actionId
  const actions = after.themes.flatMap(theme => theme.actions)
  return (
    <select class="govuk-select gt-filters__input" name="fate" aria-label={`What became of action ${gone.action.ref}`}>
      {gone.to.length > 0 && (
        <option value={`${id}:${gone.fate}:${gone.to.join('+')}`} selected>
          {FATE[gone.fate]} {gone.to.map(place => actions[place]?.ref).join(' and ')}
        </option>
      )}
      <option value={`${id}:completed:`} selected={gone.to.length === 0 && gone.fate === 'completed'}>
        {FATE.completed}
      </option>
      <option value={`${id}:dropped:`} selected={gone.to.length === 0 && gone.fate === 'dropped'}>
        {FATE.dropped}
      </option>
      {actions.map((action, place) => (
        <option value={`${id}:replaced:${place}`}>
          {FATE.replaced} {action.ref} {action.text.slice(0, 60)}
        </option>
      ))}
    </select>
  )
}
