/** Where an authority holds several plans: which one the programme runs on, from today. The others stay, and earlier days show what ran then. */
import { NotFound } from '../../store/not-found.ts'
import { shortDay } from '../../terms/day.ts'
import { may, type Person } from '../../terms/permission.ts'
import { Button, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { doingOf } from '../doing.ts'
import { listPlans } from '../store.ts'
import { usePlan } from '../version-store.ts'
import { idIn } from './crumbs.ts'

type HeldPlan = Awaited<ReturnType<typeof listPlans>>[number]

/** Every plan that is held; nothing where there is only one. */
export const HeldPlans = ({ plans, current, person }: { plans: HeldPlan[]; current: number | null; person: Person }) =>
  plans.length < 2 ? null : (
    <>
      <h2 class="govuk-heading-m">The plans held here</h2>
      <Table
        caption="The plans held here"
        captionHidden
        rows={plans}
        columns={[
          { heading: 'Plan', names: true, width: 'wide', cell: plan => plan.title },
          { heading: 'Versions', number: true, cell: plan => plan.versions },
          { heading: 'Newest from', width: 'nowrap', cell: plan => shortDay(plan.fromOn) },
          {
            heading: 'In use',
            cell: plan =>
              plan.planId === current ? (
                <Tag colour="green" shape="tick">
                  The programme runs on it
                </Tag>
              ) : (
                may(person, 'load-plan') && (
                  <a class="govuk-link" href={`/plan/plans/${plan.planId}/use`}>
                    Use this plan<span class="govuk-visually-hidden"> {plan.title}</span>
                  </a>
                )
              ),
          },
        ]}
      />
    </>
  )

export const usePlanPage = page({
  path: '/plan/plans/:id/use',
  may: 'load-plan',
  section: 'Plan',
  async load({ db, params }) {
    const plan = (await listPlans(db)).find(one => one.planId === idIn(params))
    if (!plan) throw new NotFound('such plan')
    return plan
  },
  title: plan => `Use ${plan.title}`,
  breadcrumbs: () => [
    { text: 'Plan', href: '/plan' },
    { text: 'Versions', href: '/plan/versions' },
  ],
  form: {},
  view: plan => (
    <form method="post">
      <Heading caption={plan.title}>Run the programme on this plan?</Heading>
      <p class="govuk-body gt-measure">
        From today every page shows this plan. The other stays as it is, and earlier days still show what ran then.
      </p>
      <Button>Use this plan</Button>
    </form>
  ),
  async save(asked, plan) {
    await usePlan(asked.db, doingOf(asked), plan.planId)
    return '/plan'
  },
})
