/** Weekly performance meetings: teams and services with how much is past its day, the last meeting of each and the one that is open; and opening one. */
import { type Day, longDay, shortDay } from '../../terms/day.ts'
import { dayNumber } from '../../terms/day-number.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Select } from '../../web/fields.tsx'
import { type Form, onDay, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { clocksOfRun } from '../clocks-of-run.ts'
import { doingOf } from '../doing.ts'
import { escalationOn } from '../escalation.ts'
import { isPast } from '../exceptions.ts'
import { type Gathering, listGatherings } from '../gathering.ts'
import type { History } from '../history.ts'
import { historyOfRun } from '../kept-history.ts'
import { listMeetings, type Meeting, openMeeting } from '../meeting-store.ts'
import type { OpenClock } from '../open-clocks.ts'
import { findRunAsAt } from '../run-store.ts'
import { weekOf } from '../week.ts'
import { ChildrenNavigation } from './children-navigation.tsx'
import { meetingAddress } from './meeting-shown.ts'

type Line = Gathering & {
  readonly past: number
  /** Of them so long past that the head of service is told, or higher. */
  readonly high: number
  readonly last: Meeting | null
  readonly open: Meeting | null
}

async function load({ db, today }: Asked) {
  const run = await findRunAsAt(db, today)
  const history = run && (await historyOfRun(db, run))
  const past =
    run && history ? (await clocksOfRun(db, run, history)).filter(clock => isPast(clock, dayNumber(today))) : []
  const [gatherings, meetings] = [await listGatherings(db, history), await listMeetings(db)]
  const lines = gatherings.map((gathering): Line => {
    const own = past.filter(({ teamId }) => teamId !== null && gathering.teams.has(teamId))
    const met = meetings.filter(
      ({ teamRef, service }) => teamRef === gathering.teamRef && service === gathering.service,
    )
    return {
      ...gathering,
      past: own.length,
      high: own.filter(clock => isHigh(clock, history!, today)).length,
      last: met.find(({ closed }) => closed) ?? null,
      open: met.find(({ closed }) => !closed) ?? null,
    }
  })
  return { lines, asAt: run?.asAt ?? null, teamless: past.filter(({ teamId }) => teamId === null).length }
}

function isHigh({ one, due, arrangeBy, clock }: OpenClock, history: History, today: Day): boolean {
  const climbing = { start: one.start!, due: one.lastInTime ?? due, arrangeBy, isUrgent: clock.isUrgent }
  const { step } = escalationOn(climbing, dayNumber(today), history.calendar)
  return step === 'E4' || step === 'E5'
}

export const meetingsPage = page({
  path: '/children/meetings',
  may: 'run-performance-meeting',
  section: 'Children',
  wide: true,
  load,
  title: () => 'Weekly meetings',
  breadcrumbs: () => [{ text: 'Children', href: '/children' }],
  form: {
    team: text({ missing: 'Select the team or service that meets' }),
    heldOn: onDay({ missing: 'Enter the day of the meeting' }),
    chair: text({ max: 200, missing: 'Enter who chairs the meeting' }),
  },
  view: ({ lines, asAt, teamless }, form, asked) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading {...(asAt && { caption: `Records to ${longDay(asAt)}` })}>Weekly meetings</Heading>
      <ChildrenNavigation current="meetings" asked={asked} />
      <Lines lines={lines} />
      {teamless > 0 && (
        <p class="govuk-body">
          <strong class="gt-late">{teamless.toLocaleString('en-GB')} past their day have no team</strong>, and so are in
          no meeting of one.{' '}
          <a class="govuk-link" href="/children/due">
            See the children in your reach
          </a>
          .
        </p>
      )}
      {lines.length > 0 && <OpenForm lines={lines} form={form.start(startOf(lines, asked))} />}
    </>
  ),
  async save(asked, { lines }, { team, heldOn, chair }) {
    const gathering = lines.find(({ key }) => key === team)
    if (!gathering) throw new Refused([{ field: 'team', text: 'Select one of the teams and services in your reach' }])
    const meetingId = await openMeeting(asked.db, doingOf(asked), gathering, {
      week: weekOf(heldOn!),
      heldOn: heldOn!,
      chair,
    })
    return meetingAddress({ meetingId })
  },
})

const startOf = (lines: readonly Line[], { today, person }: Asked) => ({
  team: lines.length === 1 ? lines[0]!.key : null,
  heldOn: today,
  chair: person.name,
})

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <Table<Line>
    caption="Teams and services in your reach"
    captionHidden
    rows={[...lines]}
    empty={<Empty title="No team is in your reach">Your post names no team whose children it reaches.</Empty>}
    columns={[
      { heading: 'Team or service', names: true, cell: ({ name }) => name },
      {
        heading: 'Past their day',
        number: true,
        cell: ({ past }) => (past > 0 ? <strong class="gt-late">{past.toLocaleString('en-GB')}</strong> : 0),
      },
      { heading: 'For the head of service or above', number: true, cell: ({ high }) => high || '' },
      {
        heading: 'Last meeting',
        width: 'nowrap',
        cell: ({ last }) => (last ? <MeetingLink meeting={last} /> : 'None yet'),
      },
      { heading: 'Open', width: 'nowrap', cell: ({ open }) => open && <MeetingLink meeting={open} /> },
    ]}
  />
)

const MeetingLink = ({ meeting }: { meeting: Meeting }) => (
  <a class="govuk-link" href={meetingAddress(meeting)}>
    {shortDay(meeting.heldOn)}
    <span class="govuk-visually-hidden">, {meeting.name}</span>
  </a>
)

const OpenForm = ({ lines, form }: { lines: readonly Line[]; form: Form }) => (
  <form method="post" novalidate class="gt-section">
    <h2 class="govuk-heading-m">Open a meeting</h2>
    <Select
      name="team"
      label="Team or service"
      blank="Select"
      options={lines.map(({ key, name }) => ({ value: key, text: name }))}
      form={form}
    />
    <DayInput
      name="heldOn"
      label="Held on"
      hint="One meeting a week: where there is one already, it opens"
      form={form}
    />
    <Input name="chair" label="Chair" width={20} form={form} />
    <Button>Open the meeting</Button>
  </form>
)
