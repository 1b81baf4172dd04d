/** Every target of a measure and every new beginning of its series, withdrawn ones too, with who said so and why. */
import { type Day, shortDay } from '../../terms/day.ts'
import { Tag } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { goalInWords } from '../settable.ts'
import { type MeasureTarget, type Rebase, standing } from '../target-store.ts'
import { reachedOn, targetInForce } from '../target.ts'
import type { MeasureIsSet } from './measure-set.tsx'

export const Targets = ({ set: { measure, asAt, targets }, mayChange }: { set: MeasureIsSet; mayChange: boolean }) => (
  <>
    <h2 class="govuk-heading-m">Targets and milestones</h2>
    <Table
      caption="Every target that was set, the earliest first"
      captionHidden
      rows={targets.toSorted((one, other) => (reachedOn(one) < reachedOn(other) ? -1 : 1))}
      columns={[
        { heading: 'Target', names: true, width: 'nowrap', cell: one => goalInWords(measure.unit, one) },
        {
          heading: 'To be reached',
          width: 'nowrap',
          cell: one => (one.by ? shortDay(one.by) : `from ${shortDay(one.from)}`),
        },
        { heading: 'Stands', cell: one => <TargetState target={one} targets={standing(targets, asAt)} asAt={asAt} /> },
        { heading: 'Why', width: 'wide', cell: one => one.why },
        { heading: 'Approved by', cell: one => one.approver },
        { heading: 'Set', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
        {
          heading: 'Withdraw',
          headingHidden: true,
          cell: one =>
            mayChange &&
            one.withdrawn === null && (
              <a class="govuk-link" href={`/measures/targets/${one.targetId}/withdraw`}>
                Withdraw<span class="govuk-visually-hidden"> {goalInWords(measure.unit, one)}</span>
              </a>
            ),
        },
      ]}
      empty="No target has been set"
    />
  </>
)

const TargetState = ({ target, targets, asAt }: { target: MeasureTarget; targets: MeasureTarget[]; asAt: Day }) => {
  if (target.withdrawn && target.withdrawn.on <= asAt)
    return (
      <>
        <Tag shape="dash">Withdrawn</Tag>
        <span class="gt-small">
          {shortDay(target.withdrawn.on)}, {target.withdrawn.by}: {target.withdrawn.why}
        </span>
      </>
    )
  if (targetInForce(targets, asAt)?.targetId === target.targetId)
    return (
      <Tag colour="blue" shape="full">
        In force
      </Tag>
    )
  return reachedOn(target) > asAt ? <Tag shape="ring">To come</Tag> : <Tag shape="dash">Followed</Tag>
}

export const Rebases = ({ rebases, mayChange }: { rebases: Rebase[]; mayChange: boolean }) =>
  rebases.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Where the series begins anew</h2>
      <Table
        caption="Where the series begins anew"
        captionHidden
        rows={rebases}
        columns={[
          { heading: 'From', names: true, width: 'nowrap', cell: one => shortDay(one.from) },
          { heading: 'Reason', width: 'wide', cell: one => one.reason },
          { heading: 'Approved by', cell: one => one.approver },
          { heading: 'Said', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
          {
            heading: 'Stands',
            cell: one =>
              one.withdrawn ? (
                <span class="gt-small">
                  Withdrawn {shortDay(one.withdrawn.on)}, {one.withdrawn.by}: {one.withdrawn.why}
                </span>
              ) : (
                mayChange && (
                  <a class="govuk-link" href={`/measures/rebases/${one.rebaseId}/withdraw`}>
                    Withdraw<span class="govuk-visually-hidden"> the new beginning of {shortDay(one.from)}</span>
                  </a>
                )
              ),
          },
        ]}
      />
    </>
  )
