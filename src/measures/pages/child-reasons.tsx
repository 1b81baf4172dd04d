/** Why this child was past a clock, as it was said at meetings and by whoever works with them: the latest first, nothing left out. */
import { shortDay } from '../../terms/day.ts'
import { Table } from '../../web/table.tsx'
import { NEVER_IN_TIME } from '../reason.ts'
import type { CaseReason } from '../reason-store.ts'
import { ReasonWords } from './meeting-rows.tsx'

/** Nothing where nothing was ever said. */
export const Reasons = ({ reasons, called }: { reasons: readonly CaseReason[]; called(clock: string): string }) =>
  reasons.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Why it was late</h2>
      <p class="govuk-body-s">{NEVER_IN_TIME}</p>
      <Table<CaseReason>
        caption="Reasons, latest first"
        captionHidden
        rows={[...reasons]}
        columns={[
          { heading: 'Said', names: true, width: 'nowrap', cell: ({ said }) => shortDay(said) },
          { heading: 'What', cell: ({ clock }) => called(clock) },
          { heading: 'Due', width: 'nowrap', cell: ({ due }) => shortDay(due) },
          { heading: 'Why', width: 'wide', cell: one => <ReasonWords said={one} /> },
          { heading: 'Owner', cell: ({ owner }) => owner },
          { heading: 'Next step', cell: ({ nextStep }) => nextStep },
          { heading: 'Review', width: 'nowrap', cell: ({ review }) => review && shortDay(review) },
          {
            heading: 'By',
            cell: ({ by, post, meetingId }) =>
              `${by}${post ? `, ${post}` : ''}${meetingId === null ? '' : ', at a performance meeting'}`,
          },
        ]}
      />
    </>
  )
