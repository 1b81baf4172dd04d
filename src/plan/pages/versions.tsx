/** The plan's versions, and any two of them (or any two days) compared: what is new, what went, what moved, and the words that changed. */
import { addDays, type Day, dayInLondon, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findCurrentPlanId, listPlans } from '../store.ts'
import { listDrafts } from '../draft-store.ts'
import { listVersions, type PlanVersion } from '../version-store.ts'
import { HeldPlans } from './use-plan.tsx'
import { PlanNavigation } from './plan-navigation.tsx'

export const versionsPage = page({
  path: '/plan/versions',
  may: 'read-plan',
  section: 'Plan',
  async load({ db }) {
    const planId = await findCurrentPlanId(db)
    const [versions, drafts, plans] = await Promise.all([
      planId === null ? [] : listVersions(db, planId),
      listDrafts(db),
      listPlans(db),
    ])
    return { versions, drafts, plans, planId }
  },
  title: () => 'Versions of the plan',
  view: ({ versions, drafts, plans, planId }, _form, asked) => (
    <>
      <Heading
        actions={
          may(asked.person, 'load-plan') && (
            <Button small href="/plan/upload">
              Upload a newer version
            </Button>
          )
        }
      >
        Versions of the plan
      </Heading>
      <PlanNavigation current="versions" asked={asked} />
      <Table
        caption="Versions"
        captionHidden
        rows={versions}
        columns={[
          {
            heading: 'Version',
            names: true,
            cell: version => (
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/plan?as-at=${version.fromOn > asked.today ? asked.today : version.fromOn}`}
              >
                {version.number}
              </a>
            ),
          },
          { heading: 'From', width: 'nowrap', cell: version => shortDay(version.fromOn) },
          { heading: 'Title', width: 'wide', cell: version => version.title },
          { heading: 'Actions', number: true, cell: version => version.actions },
          { heading: 'Kept by', cell: version => version.keptBy },
          { heading: 'Note', cell: version => version.note },
          {
            heading: 'Compare',
            cell: version => <CompareWithBefore version={version} versions={versions} today={asked.today} />,
          },
          {
            heading: 'File',
            cell: version =>
              version.documentId === null ? (
                ''
              ) : (
                <a class="govuk-link" href={`/plan/documents/${version.documentId}`}>
                  {version.documentName}
                </a>
              ),
          },
        ]}
        empty={
          <Empty title="No version has been kept yet">
            {may(asked.person, 'load-plan') && (
              <a class="govuk-link" href="/plan/upload">
                Upload a plan
              </a>
            )}
          </Empty>
        }
      />
      <HeldPlans plans={plans} current={planId} person={asked.person} />
      {versions.length > 0 && <CompareForm versions={versions} today={asked.today} />}
      {may(asked.person, 'load-plan') && drafts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Read, but not kept yet</h2>
          <ul class="govuk-list govuk-list--bullet">
            {drafts.map(draft => (
              <li>
                <a
                  class="govuk-link"
                  href={
                    draft.kind === 'plan'
                      ? `/plan/drafts/${draft.planDraftId}`
                      : `/findings/drafts/${draft.planDraftId}`
                  }
                >
                  {draft.name}
                </a>
                , read {shortDay(dayInLondon(draft.madeAt))} by {draft.madeBy}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  ),
})

/** What changed from the last day of the version before to the first day of this one. */
const CompareWithBefore = ({
  version,
  versions,
  today,
}: {
  version: PlanVersion
  versions: PlanVersion[]
  today: Day
}) => {
  const before = versions.find(one => one.number === version.number - 1)
  return before && version.fromOn <= today ? (
    <a class="govuk-link" href={`/plan/compare?from=${addDays(version.fromOn, -1)}&to=${version.fromOn}`}>
      With version {before.number}
    </a>
  ) : null
}

const CompareForm = ({ versions, today }: { versions: { number: number; fromOn: string }[]; today: string }) => (
  <form method="get" action="/plan/compare" class="gt-toolbar" aria-label="Compare two days">
    <label class="gt-filters__label" for="from">
      Compare the plan on
    </label>
    <input
      class="govuk-input gt-filters__input"
      type="date"
      id="from"
      name="from"
      value={versions.at(-1)!.fromOn}
      max={today}
    />
    <label class="gt-filters__label" for="to">
      with the plan on
    </label>
    <input class="govuk-input gt-filters__input" type="date" id="to" name="to" value={today} max={today} />
    <Button small kind="secondary">
      Compare
    </Button>
  </form>
)
