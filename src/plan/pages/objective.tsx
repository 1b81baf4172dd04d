/** An objective: its words, the findings it answers, and the actions under it. */
import { citedLabel } from '../../intake/citation.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl } from '../../web/as-at.tsx'
import { Gap, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { resolveCitation } from '../citation.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from '../store.ts'
import { ActionLink, DeliveryTag, FindingLink, ImpactTag, LeadLinks, TimescaleWords, Verbatim } from '../words.tsx'
import { idIn } from './crumbs.ts'

export const objectivePage = page({
  path: '/plan/objectives/:id',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  async load({ db, asAt, params }) {
    const planId = await findCurrentPlanId(db, asAt)
    if (planId === null) throw new NotFound('plan yet')
    const [plan, sources] = await Promise.all([findPlanAsAt(db, planId, asAt), listSources(db, asAt)])
    const theme = plan.themes.find(one => one.objectives.some(objective => objective.objectiveId === idIn(params)))
    const objective = theme?.objectives.find(one => one.objectiveId === idIn(params))
    if (!theme || !objective) throw new NotFound('such objective in the plan on this day')
    return {
      theme,
      objective,
      sources,
      actions: theme.actions.filter(action => action.objectiveId === objective.objectiveId),
    }
  },
  title: ({ objective }) => `Objective ${objective.ref}`,
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  view: ({ theme, objective, sources, actions }, _form, asked) => (
    <>
      <Heading caption={objective.section || `Theme ${theme.ref}: ${theme.title}`}>Objective {objective.ref}</Heading>
      <AsAtControl {...asked} />
      <div class="gt-lead-text">
        <Verbatim text={objective.text} />
      </div>
      <h2 class="govuk-heading-m">What it answers</h2>
      {objective.citations.length === 0 ? (
        <Gap title="It cites no finding" />
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {objective.citations.map(citation => {
            const { finding, state } = resolveCitation(citation, sources)
            return (
              <li>
                {finding ? (
                  <>
                    <FindingLink findingId={finding.findingId} asked={asked}>
                      {citedLabel(citation)}
                    </FindingLink>{' '}
                    {finding.text}
                  </>
                ) : (
                  <>
                    {citedLabel(citation)}{' '}
                    <span class="gt-small">
                      {state === 'points-nowhere' ? 'points nowhere' : state === 'not-loaded' ? 'not loaded' : ''}
                    </span>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <h2 class="govuk-heading-m">Actions</h2>
      {actions.length === 0 ? (
        <Gap title="No action delivers this objective" />
      ) : (
        <Table
          caption="Actions under this objective"
          captionHidden
          rows={actions}
          columns={[
            {
              heading: 'Ref',
              names: true,
              cell: action => <ActionLink action={action} asked={asked} />,
            },
            { heading: 'Action', width: 'wide', cell: action => <span class="gt-clamp">{action.text}</span> },
            { heading: 'Lead', cell: action => <LeadLinks action={action} /> },
            { heading: 'Timescale', cell: action => <TimescaleWords action={action} asAt={asked.asAt} /> },
            { heading: 'Delivery', cell: action => <DeliveryTag delivery={action.delivery} /> },
            { heading: 'Impact', cell: action => <ImpactTag impact={action.impact} /> },
          ]}
        />
      )}
    </>
  ),
})
