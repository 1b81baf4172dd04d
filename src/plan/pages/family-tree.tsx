/** Where an action came from and where it went, through the versions of the plan. */
import { shortDay } from '../../terms/day.ts'
import type { Kin, listVersionsOfAction } from '../history-store.ts'
import type { Asked } from '../../web/page.tsx'
import { actionAddress, ActionLink } from '../words.tsx'

type Versions = Awaited<ReturnType<typeof listVersionsOfAction>>

const WENT: Record<string, string> = {
  replaced: 'Replaced by',
  split: 'Split into',
  merged: 'Merged into',
  completed: 'Completed, and left out',
  dropped: 'Dropped',
}
const CAME: Record<string, string> = { replaced: 'Replaces', split: 'Split from', merged: 'Merged from' }

/** Says above everything else that the version in force leaves this action out, where it went, and how it went through the versions. */
export function LeftThePlan({ kin, versions, asked }: { kin: Kin[]; versions: Versions; asked: Asked }) {
  const left = kin.filter(one => one.direction === 'to' && one.versionOn <= asked.asAt)
  const last = Math.max(...left.map(one => one.number))
  const went = left.filter(one => one.number === last)
  return (
    <>
      <p class="gt-notice">
        <strong>
          {went.length === 0
            ? 'Not in the plan that is in force.'
            : `No longer in the plan since ${shortDay(went[0]!.versionOn)}.`}
        </strong>{' '}
        {went.length > 0 && (WENT[went[0]!.kind] ?? went[0]!.kind)}{' '}
        {went
          .filter(one => one.actionId !== null)
          .map((one, index) => (
            <>
              {index > 0 && ', '}
              action <ActionLink action={{ actionId: one.actionId!, ref: one.ref! }} asked={asked} />
            </>
          ))}
      </p>
      <FamilyTree kin={kin} versions={versions} />
    </>
  )
}

export const FamilyTree = ({ kin, versions }: { kin: Kin[]; versions: Versions }) =>
  versions.length < 2 && kin.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m" id="family-tree">
        Through the versions
      </h2>
      <ol class="govuk-list gt-family">
        {versions.map((version, index) => (
          <li>
            <strong>
              Version {version.number}, {shortDay(version.fromOn)}:
            </strong>{' '}
            action {version.ref}
            {index > 0 && versions[index - 1]!.text !== version.text && ', in other words'}
          </li>
        ))}
        {kin.map(one => (
          <li>
            <strong>
              Version {one.number}, {shortDay(one.versionOn)}:
            </strong>{' '}
            {(one.direction === 'to' ? WENT : CAME)[one.kind] ?? one.kind}{' '}
            {one.actionId !== null && (
              <a class="govuk-link" href={actionAddress(one.actionId)}>
                action {one.ref}
              </a>
            )}
            {one.note && `. ${one.note}`}
          </li>
        ))}
      </ol>
    </>
  )
