/** One weekly performance meeting: every case past its clock with why, who and what next, what falls due by worker, and the minutes. */
import { longDay } from '../../terms/day.ts'
import { Button, Empty, Heading, Pagination, Split } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { blankForm, type Form, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { addReason } from '../reason-store.ts'
import { NEVER_IN_TIME } from '../reason.ts'
import { readRows, ROW_FIELDS, rowsTyped } from '../typed-reasons.ts'
import { weekWords } from '../week.ts'
import { DueByWorker } from './meeting-due.tsx'
import { KeptRows, MinutesForm } from './meeting-minutes.tsx'
import { firstOf, MeetingRows, ROWS_A_PAGE } from './meeting-rows.tsx'
import { lookAtMeeting, meetingAddress, type MeetingShown, showMeeting } from './meeting-shown.ts'

export const meetingPage = page({
  path: '/children/meetings/:id',
  may: 'run-performance-meeting',
  section: 'Children',
  wide: true,
  load: showMeeting,
  looks: (shown, { query }) =>
    shown.meeting.closed
      ? lookAtMeeting(shown)
      : lookAtMeeting(shown, firstOf(query, shown.exceptions.rows), ROWS_A_PAGE),
  title: ({ gathering }) => `Performance meeting: ${gathering.name}`,
  breadcrumbs: () => [
    { text: 'Children', href: '/children' },
    { text: 'Weekly meetings', href: '/children/meetings' },
  ],
  form: { ...ROW_FIELDS, save: text() },
  view: (shown, form, { query }) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading caption={captionOf(shown)} actions={<Doings shown={shown} />}>
        {shown.gathering.name}
      </Heading>
      {shown.meeting.closed ? (
        <Closed shown={shown} />
      ) : (
        <Open shown={shown} form={form} first={firstOf(query, shown.exceptions.rows)} />
      )}
    </>
  ),
  /** The records are read into memory before anybody waits for them. */
  prepare: (_given, { reading }) => reading(async asked => void (await showMeeting(asked))),
  async save(asked, shown, given) {
    const { meeting, exceptions } = shown
    if (meeting.closed)
      throw new Refused([{ field: null, text: `${meeting.closed.by} closed this meeting: nothing was kept` }])
    const { keep, problems } = readRows(exceptions.rows, rowsTyped(given), asked.today)
    if (problems.length > 0) throw new Refused(problems)
    for (const { key, given: reason } of keep) await addReason(asked.db, doingOf(asked), key, reason, meeting.meetingId)
    const row = /^[1-9]\d{0,3}$/.test(given.save) ? `#row-${given.save}` : ''
    const first = firstOf(asked.query, exceptions.rows)
    return `${meetingAddress(meeting)}${first > 0 ? `?page=${first / ROWS_A_PAGE + 1}` : ''}${row}`
  },
})

const captionOf = ({ meeting, recordsTo }: MeetingShown): string =>
  [
    `Weekly performance meeting, ${weekWords(meeting.week)}, held ${longDay(meeting.heldOn)}`,
    recordsTo && `Records to ${longDay(recordsTo)}`,
  ]
    .filter(Boolean)
    .join('. ')

const Doings = ({ shown: { meeting } }: { shown: MeetingShown }) => (
  <>
    <Button small kind="secondary" href={`${meetingAddress(meeting)}/minutes`}>
      Minutes to print
    </Button>
    <Button small kind="secondary" href={`${meetingAddress(meeting)}/minutes.xlsx`}>
      Excel
    </Button>
  </>
)

const Open = ({ shown, form, first }: { shown: MeetingShown; form: Form; first: number }) => {
  const { exceptions, meeting, recordsTo } = shown
  return (
    <>
      <p class="govuk-body">{NEVER_IN_TIME} What was done since the last day of the records is not in them yet.</p>
      {exceptions.rows.length === 0 ? (
        <Empty
          title={
            recordsTo === null ? 'No records of children had been brought in by this day' : 'No case is past its day'
          }
        />
      ) : (
        <form method="post" novalidate data-meeting class="gt-meeting">
          <p class="gt-small gt-screen" data-keys hidden>
            Keys, on a row: down and up to move, r for reason, n for note, s to save. Escape goes back to the row.
          </p>
          <MeetingRows rows={exceptions.rows} first={first} form={form} heldOn={meeting.heldOn} />
          <p class="gt-small">Each Save keeps every row that you changed.</p>
          <Pagination
            page={first / ROWS_A_PAGE + 1}
            pages={Math.ceil(exceptions.rows.length / ROWS_A_PAGE)}
            href={number => `${meetingAddress(meeting)}?page=${number}`}
          />
        </form>
      )}
      <Unseen unseen={exceptions.unseen} />
      <Split side={<MinutesForm meeting={meeting} form={blankForm()} />}>
        <DueByWorker shown={shown} />
      </Split>
    </>
  )
}

const Closed = ({ shown }: { shown: MeetingShown }) => (
  <>
    <p class="govuk-body">
      Closed by {shown.meeting.closed!.by}. This is how its cases stood then. {NEVER_IN_TIME}
    </p>
    <KeptRows rows={shown.exceptions.rows} />
    <Unseen unseen={shown.exceptions.unseen} />
  </>
)

const Unseen = ({ unseen }: { unseen: number }) =>
  unseen > 0 ? (
    <p class="govuk-body">
      {unseen.toLocaleString('en-GB')} more {unseen === 1 ? 'is of a child' : 'are of children'} whom your post does not
      reach.
    </p>
  ) : null
