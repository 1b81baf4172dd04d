/** What falls due next for the children of a meeting's teams, by worker: this week and the one after. */
import { addDays, shortDay } from '../../terms/day.ts'
import { dayNumber } from '../../terms/day-number.ts'
import { Empty } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { workerName } from '../case-list.ts'
import { dueWeeks } from '../due-weeks.ts'
import { isPast } from '../exceptions.ts'
import type { MeetingShown } from './meeting-shown.ts'

const DAYS = 14

export const DueByWorker = ({ shown: { meeting, clocks, history, gathering } }: { shown: MeetingShown }) => {
  const from = dayNumber(meeting.heldOn)
  const soon = clocks.filter(clock => !isPast(clock, from) && clock.due < from + DAYS && clock.due >= from)
  const { weeks, groups } = dueWeeks(
    soon.map(({ due, workerId }) => ({ due, group: workerId ?? '' })),
    meeting.heldOn,
  )
  const named = groups.map(group => ({ ...group, worker: history ? workerName(history, group.name || null) : '' }))
  const narrowed = (worker: string) =>
    `/children/due?${new URLSearchParams({ ...(gathering.teamRef && { team: gathering.teamRef }), worker }).toString()}`
  return (
    <Table
      caption={`Falls due by ${shortDay(addDays(meeting.heldOn, DAYS - 1))}, by worker`}
      rows={named.sort((one, other) => one.worker.localeCompare(other.worker, 'en-GB'))}
      empty={<Empty title="Nothing falls due in the next two weeks" />}
      columns={[
        {
          heading: 'Worker',
          names: true,
          cell: ({ name, worker }) =>
            name === '' ? (
              <strong class="gt-late">nobody</strong>
            ) : (
              <a class="govuk-link" href={narrowed(name)}>
                {worker}
              </a>
            ),
        },
        ...weeks.slice(0, 2).map((week, at) => ({
          heading: `Week to ${shortDay(week.to)}`,
          number: true,
          cell: ({ byWeek }: (typeof named)[number]) => byWeek[at] || '',
        })),
      ]}
    />
  )
}
