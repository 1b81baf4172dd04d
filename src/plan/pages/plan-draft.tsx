/** What was found in an uploaded plan: counts, columns and what each was taken for, problems by row, and the plan as it will be. */
import { citedLabel } from '../../intake/citation.ts'
import { PLAN_FIELD, type PlanReading } from '../../intake/plan-reading.ts'
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { TIMESCALE_KIND } from '../../terms/timescale.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Details, Heading, NotificationBanner, SubNavigation, Tag, WarningText } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { Table } from '../../web/table.tsx'
import { actionsOf, countsOf, type DraftCorrections, namedLeads } from '../draft.ts'
import { dropDraft, findDraft } from '../draft-store.ts'
import { deliveryOf, impactOf } from '../rating-words.ts'
import { listPosts } from '../source-store.ts'
import { DeliveryTag, ImpactTag } from '../words.tsx'
import { idIn } from './crumbs.ts'

export type PlanDraft = Awaited<ReturnType<typeof loadDraft>>

/** The draft at the address, with the posts its leads may be. Throws `NotFound`; one that was kept can only be looked at. */
export async function loadDraft({ db, params, today }: Pick<Asked, 'db' | 'params' | 'today'>) {
  const draft = await findDraft<'plan', DraftCorrections>(db, 'plan', idIn(params))
  const posts = await listPosts(db, today)
  return { ...draft, posts, leads: namedLeads(draft.reading, draft.corrections, posts) }
}

export const draftAddress = (draft: { planDraftId: number }, page = '') => `/plan/drafts/${draft.planDraftId}${page}`

/** The way back from the pages of a draft. */
export const draftCrumbs = (draft: { planDraftId: number; name: string }) => [
  { text: 'Plan', href: '/plan' },
  { text: draft.name, href: draftAddress(draft) },
]

/** The steps from what was found to what is kept. */
export const DraftNavigation = ({
  draft,
  current,
}: {
  draft: PlanDraft
  current: 'found' | 'document' | 'columns' | 'leads' | 'keep'
}) => (
  <SubNavigation
    label="Steps"
    items={[
      { text: '1. What was found', href: draftAddress(draft), current: current === 'found' },
      { text: 'As it was found', href: draftAddress(draft, '/document'), current: current === 'document' },
      { text: '2. Columns', href: draftAddress(draft, '/columns'), current: current === 'columns' },
      { text: '3. Leads', href: draftAddress(draft, '/leads'), current: current === 'leads' },
      { text: '4. Keep', href: draftAddress(draft, '/keep'), current: current === 'keep' },
    ]}
  />
)

export const planDraft = page({
  path: '/plan/drafts/:id',
  may: 'load-plan',
  section: 'Plan',
  wide: true,
  load: loadDraft,
  title: draft => `What was found in ${draft.name}`,
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  view: draft => (
    <>
      <Heading
        caption={draft.name}
        actions={
          !draft.kept && (
            <>
              <Button small href={draftAddress(draft, '/keep')}>
                Keep this plan
              </Button>
              <Button small kind="secondary" href={draftAddress(draft, '/drop')}>
                Throw away
              </Button>
            </>
          )
        }
      >
        What was found
      </Heading>
      {draft.kept && <NotificationBanner>This plan was kept. What was read stays here to look at.</NotificationBanner>}
      {!draft.kept && <DraftNavigation draft={draft} current="found" />}
      <Counts reading={draft.reading} />
      <Problems reading={draft.reading} />
      <Columns draft={draft} />
      <h2 class="govuk-heading-m">The plan as it will be</h2>
      {draft.reading.themes.map(theme => (
        <ThemeRead theme={theme} draft={draft} />
      ))}
      <Surroundings reading={draft.reading} />
      <p class="gt-small">
        Read {shortDay(dayInLondon(draft.madeAt))} by {draft.madeBy}. Nothing changes until you keep it.
      </p>
    </>
  ),
})

const Counts = ({ reading }: { reading: PlanReading }) => {
  const counts = countsOf(reading)
  return (
    <>
      <Stats>
        <Stat
          number={counts.actions}
          words={counts.actions === 1 ? 'action' : 'actions'}
          {...(counts.rows !== counts.actions && { note: `in ${counts.rows} rows` })}
        />
        <Stat number={counts.themes} words={counts.themes === 1 ? 'theme' : 'themes'} />
        <Stat number={counts.objectives} words={counts.objectives === 1 ? 'objective' : 'objectives'} />
        <Stat number={counts.ongoing} words="ongoing, without an end" />
        <Stat number={counts.withoutMeasure} words="without a measure" />
        <Stat number={reading.problems.length} words="to look at" href="#problems" />
      </Stats>
      {counts.citations.length > 0 && (
        <p class="govuk-body">
          Citations: {counts.citations.map(([source, count]) => `${count} of ${source}`).join(', ')}.
        </p>
      )}
    </>
  )
}

const Problems = ({ reading }: { reading: PlanReading }) =>
  reading.problems.length === 0 ? (
    <p class="govuk-body" id="problems">
      Nothing in it needs a second look.
    </p>
  ) : (
    <details class="govuk-details" id="problems" open={reading.problems.length <= 8}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {reading.problems.length === 1 ? 'One thing to look at' : `${reading.problems.length} things to look at`}
        </span>
      </summary>
      <div class="govuk-details__text">
        <Table
          caption="To look at, by row"
          captionHidden
          rows={reading.problems}
          columns={[
            { heading: 'Where', names: true, cell: problem => problem.where },
            { heading: 'What', width: 'wide', cell: problem => problem.problem },
          ]}
        />
      </div>
    </details>
  )

const Columns = ({ draft }: { draft: PlanDraft }) => (
  <>
    <h2 class="govuk-heading-m">Columns, and what each was taken for</h2>
    {draft.reading.layouts.map((layout, index) => (
      <Table
        caption={`Layout ${index + 1}: ${layout.tables.length} ${layout.tables.length === 1 ? 'table' : 'tables'}`}
        captionHidden={draft.reading.layouts.length === 1}
        rows={layout.columns}
        columns={[
          {
            heading: 'Column',
            names: true,
            cell: column => column.heading || `Column ${column.column + 1}, without a heading`,
          },
          {
            heading: 'Taken for',
            cell: column =>
              column.fields.map(field => (
                <Tag colour={field === 'unmapped' ? 'grey' : 'blue'}>{PLAN_FIELD[field]}</Tag>
              )),
          },
          { heading: 'How sure', number: true, cell: column => `${Math.round(column.confidence * 100)}%` },
          { heading: 'Why', width: 'wide', cell: column => column.why },
        ]}
      />
    ))}
    {!draft.kept && (
      <p class="govuk-body">
        <a class="govuk-link" href={draftAddress(draft, '/columns')}>
          Correct the columns
        </a>
      </p>
    )}
  </>
)

function ThemeRead({ theme, draft }: { theme: PlanReading['themes'][number]; draft: PlanDraft }) {
  const numbered = actionsOf(draft.reading)
    .map(({ action }, index) => ({ action, index }))
    .filter(({ action }) => theme.actions.includes(action))
  return (
    <section>
      <h3 class="govuk-heading-s">
        {theme.ref} {theme.title}
      </h3>
      {theme.objectives.length > 0 && (
        <Details summary={`${theme.objectives.length} ${theme.objectives.length === 1 ? 'objective' : 'objectives'}`}>
          <ul class="govuk-list govuk-list--bullet">
            {theme.objectives.map(objective => (
              <li>
                <strong>{objective.ref}</strong> {objective.text}{' '}
                <span class="gt-small">{objective.cites.map(citedLabel).join(', ')}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Table
        caption={`Actions of theme ${theme.ref}`}
        captionHidden
        rows={numbered}
        columns={[
          {
            heading: 'Ref',
            names: true,
            width: 'nowrap',
            cell: ({ action, index }) =>
              draft.kept ? (
                action.ref
              ) : (
                <a class="govuk-link govuk-link--no-visited-state" href={draftAddress(draft, `/actions/${index + 1}`)}>
                  {action.ref || 'None'}
                </a>
              ),
          },
          { heading: 'Action', width: 'wide', cell: ({ action }) => action.text },
          { heading: 'Lead', cell: ({ action }) => action.leads.map(lead => lead.text).join('; ') || 'None' },
          {
            heading: 'Timescale',
            cell: ({ action }) => (
              <>
                {action.timescaleText || 'Not given'}
                <span class="gt-small">
                  {TIMESCALE_KIND[action.timescale.kind]}
                  {action.timescale.latest && ` ${shortDay(action.timescale.latest)}`}
                </span>
              </>
            ),
          },
          {
            heading: 'Measure',
            width: 'wide',
            cell: ({ action }) => <span class="gt-clamp">{action.measureText}</span>,
          },
          { heading: 'Answers', cell: ({ action }) => action.cites.map(citedLabel).join(', ') },
          { heading: 'Rating given', cell: ({ action }) => <RatingRead action={action} /> },
        ]}
      />
    </section>
  )
}

/** The document's own rating: as the two ratings where its words say so, else the words or colour as they are. */
const RatingRead = ({ action }: { action: PlanReading['themes'][number]['actions'][number] }) => {
  const [delivery, impact] = [deliveryOf(action.delivery), impactOf(action.impact)]
  return (
    <>
      {delivery ? <DeliveryTag delivery={delivery} /> : (action.delivery?.text ?? '')}
      {impact ? <ImpactTag impact={impact} /> : (action.impact?.text ?? '')}
    </>
  )
}

const Surroundings = ({ reading }: { reading: PlanReading }) =>
  reading.surroundings.length === 0 ? null : (
    <Details summary={`Words outside the plan's tables (${reading.surroundings.length}), kept with it`}>
      {reading.surroundings.slice(0, 200).map(({ text }) => (
        <p class="govuk-body">{text}</p>
      ))}
    </Details>
  )

export const dropDraftPage = page({
  path: '/plan/drafts/:id/drop',
  may: 'load-plan',
  section: 'Plan',
  load: loadDraft,
  title: draft => `Throw away what was read from ${draft.name}`,
  breadcrumbs: draft => draftCrumbs(draft),
  form: {},
  view: draft => (
    <form method="post">
      <Heading caption={draft.name}>Throw away what was read?</Heading>
      <WarningText>Your corrections of this reading go with it. The plan itself does not change.</WarningText>
      <Button kind="warning">Throw away</Button>
    </form>
  ),
  async save({ db }, draft) {
    if ((await dropDraft(db, draft.planDraftId)) === 0) throw new NotFound('reading to throw away: it was kept')
    return '/plan/versions'
  },
})
