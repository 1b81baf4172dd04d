/** The minutes of a performance meeting: to read and print, to take away as Excel, and to write and close. */
import { longDay, shortDay } from '../../terms/day.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { type Form, Refused, text } from '../../web/form.ts'
import { download, page } from '../../web/page.tsx'
import { excelFile, type Sheet } from '../../web/sheet.ts'
import { Table } from '../../web/table.tsx'
import { doingOf } from '../doing.ts'
import { stepWords } from '../escalation.ts'
import type { Exception } from '../exceptions.ts'
import { closeMeeting, keepMinutes, type Meeting } from '../meeting-store.ts'
import { NEVER_IN_TIME, REASON, type Reason } from '../reason.ts'
import { weekWords } from '../week.ts'
import { captionOf, caseColumns, ReasonWords } from './meeting-rows.tsx'
import { lookAtMeeting, meetingAddress, showMeeting } from './meeting-shown.ts'

export const meetingMinutes = page({
  path: '/children/meetings/:id/minutes',
  may: 'run-performance-meeting',
  section: 'Children',
  wide: true,
  load: showMeeting,
  looks: shown => ({ ...lookAtMeeting(shown), what: 'meeting-minutes' }),
  title: ({ gathering }) => `Minutes: ${gathering.name}`,
  breadcrumbs: ({ meeting, gathering }) => [
    { text: 'Weekly meetings', href: '/children/meetings' },
    { text: gathering.name, href: meetingAddress(meeting) },
  ],
  form: {
    chair: text({ max: 200, missing: 'Enter who chairs the meeting' }),
    attendance: text({ max: 4000 }),
    notes: text({ max: 20_000 }),
    close: text(),
  },
  view: ({ meeting, gathering, exceptions, recordsTo }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading
        caption={`Weekly performance meeting, ${weekWords(meeting.week)}`}
        actions={
          <Button small kind="secondary" href={`${meetingAddress(meeting)}/minutes.xlsx`}>
            Excel
          </Button>
        }
      >
        {meeting.closed ? 'Minutes' : 'Draft minutes'}: {gathering.name}
      </Heading>
      <p class="govuk-body">
        Held {longDay(meeting.heldOn)}, chaired by {meeting.chair || 'nobody yet'}.
        {recordsTo && ` Records to ${longDay(recordsTo)}.`}
        {meeting.closed && ` Closed by ${meeting.closed.by}.`}
      </p>
      <h2 class="govuk-heading-m">Who was there</h2>
      <p class="govuk-body gt-verbatim">{meeting.attendance || 'Not recorded.'}</p>
      <h2 class="govuk-heading-m">Cases past their day</h2>
      <p class="govuk-body">{NEVER_IN_TIME}</p>
      <KeptRows rows={exceptions.rows} />
      <h2 class="govuk-heading-m">Notes</h2>
      <p class="govuk-body gt-verbatim">{meeting.notes || 'None.'}</p>
      {!meeting.closed && (
        <div class="gt-screen">
          <MinutesForm meeting={meeting} form={form} />
        </div>
      )}
    </>
  ),
  prepare: (_given, { reading }) => reading(async asked => void (await showMeeting(asked))),
  async save(asked, { meeting, exceptions, recordsTo }, { close, ...minutes }) {
    if (meeting.closed)
      throw new Refused([{ field: null, text: `${meeting.closed.by} closed this meeting: nothing was kept` }])
    if (close === 'yes' && recordsTo === null)
      throw new Refused([{ field: null, text: 'There are no records of children to close this meeting on' }])
    if (close === 'yes' && meeting.heldOn > asked.today)
      throw new Refused([
        { field: null, text: `This meeting is held on ${longDay(meeting.heldOn)}: it can be closed then` },
      ])
    await keepMinutes(asked.db, doingOf(asked), meeting.meetingId, minutes)
    if (close === 'yes')
      await closeMeeting(asked.db, doingOf(asked), meeting.meetingId, { ...exceptions, recordsTo: recordsTo! })
    return meetingAddress(meeting)
  },
})

/** Sent to the minutes' own page, wherever it is shown. */
export const MinutesForm = ({ meeting, form }: { meeting: Meeting; form: Form }) => {
  const { chair, attendance, notes } = meeting
  const started = form.start({ chair, attendance, notes })
  return (
    <form method="post" action={`${meetingAddress(meeting)}/minutes`} novalidate>
      <h2 class="govuk-heading-m">Minutes</h2>
      <Input name="chair" label="Chair" form={started} />
      <Textarea name="attendance" label="Who was there" rows={2} form={started} />
      <Textarea
        name="notes"
        label="Notes"
        hint="What was decided for the team. What is said of one child belongs in its row."
        rows={4}
        form={started}
      />
      <div class="govuk-button-group">
        <Button small>Save minutes</Button>
        <Button small kind="secondary" name="close" value="yes">
          Save and close the meeting
        </Button>
      </div>
      <p class="gt-small">Closed, neither its minutes nor its cases can be changed.</p>
    </form>
  )
}

/** The cases with what stands for each, to be read. */
export const KeptRows = ({ rows }: { rows: readonly Exception[] }) => (
  <Table<Exception>
    caption={captionOf(rows)}
    rows={[...rows]}
    empty={<Empty title="No case was past its day" />}
    columns={[
      ...caseColumns<Exception>(),
      {
        heading: 'Reason',
        width: 'middle',
        cell: ({ said: [stands] }) =>
          stands ? <ReasonWords said={stands} /> : <strong class="gt-late">none given</strong>,
      },
      { heading: 'Owner', cell: ({ said: [stands] }) => stands?.owner },
      { heading: 'Next step', cell: ({ said: [stands] }) => stands?.nextStep },
      { heading: 'Review', width: 'nowrap', cell: ({ said: [stands] }) => stands?.review && shortDay(stands.review) },
    ]}
  />
)

export const meetingExcel = download({
  path: '/children/meetings/:id/minutes.xlsx',
  may: 'run-performance-meeting',
  asksAgain: true,
  asksWhy: true,
  async make(asked) {
    const shown = await showMeeting(asked)
    return {
      ...excelFile(
        `performance-meeting-${shown.meeting.week}`,
        `${shown.gathering.name}, ${weekWords(shown.meeting.week)}`,
        sheetOf(shown.exceptions.rows),
      ),
      look: { ...lookAtMeeting(shown), what: 'meeting-export' },
    }
  },
})

const sheetOf = (rows: readonly Exception[]): Sheet => ({
  headings: [
    'Number', 'Child', 'What', 'Due', 'Days over', 'Step', 'Escalation', 'Worker', 'Times carried over', 'Late before within a year', 'Reason', 'Note', 'Owner',
    'Next step', 'Review', 'Said by', 'Said on',
  ],
  rows: rows.map(({ child, what, due, over, step, isUrgent, worker, carried, isRepeat, said: [stands] }) => [
    child.ref, child.name, what, due, String(over), step, stepWords(step, isUrgent), worker, String(carried), isRepeat ? 'Yes' : '',
    stands ? REASON[stands.reason as Reason] : '', stands?.note ?? '', stands?.owner ?? '', stands?.nextStep ?? '', stands?.review ?? '', stands?.by ?? '', stands?.said ?? '',
  ]),
}) // prettier-ignore
