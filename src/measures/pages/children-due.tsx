/** What falls due in the next four weeks, and what is overdue, for the children in somebody's reach: by week and team first, then child by child. */
import { addDays, longDay, shortDay } from '../../terms/day.ts'
import { type DayNumber, dayNumber, dayNumbered } from '../../terms/day-number.ts'
import { Empty, Heading } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { type ChildRow, choicesOf, filterIn, narrowedTo } from '../child-rows.ts'
import { type DueWeek, dueWeeks } from '../due-weeks.ts'
import type { OpenClock } from '../open-clocks.ts'
import { Days } from './child.tsx'
import { findChildRows } from './children.tsx'
import { ChildrenNavigation, Narrow } from './children-navigation.tsx'

type Due = { child: ChildRow; clock: OpenClock }

const dueOf = (rows: readonly ChildRow[], to: DayNumber): Due[] =>
  rows
    .flatMap(child => child.clocks.filter(({ due }) => due <= to).map(clock => ({ child, clock })))
    .sort((one, other) => one.clock.due - other.clock.due)

/** More than anybody reads on one page. */
const MOST = 500

export const childrenDuePage = page({
  path: '/children/due',
  may: 'see-children',
  section: 'Children',
  wide: true,
  load: findChildRows,
  looks: (loaded, { query, today }) =>
    loaded && {
      what: 'due-list',
      children: dueOf(narrowedTo(loaded.rows, filterIn(query)), dayNumber(addDays(today, 27)))
        .slice(0, MOST)
        .map(({ child }) => child.childId),
    },
  title: () => 'Next four weeks',
  view(loaded, _form, asked) {
    if (loaded === null)
      return (
        <>
          <Heading>Next four weeks</Heading>
          <Empty title="No records of children have been brought in yet" />
        </>
      )
    const { today, query } = asked
    const rows = narrowedTo(loaded.rows, filterIn(query))
    const due = dueOf(rows, dayNumber(addDays(today, 27)))
    const { teams, workers } = choicesOf(loaded.rows)
    return (
      <>
        <Heading caption={`Records to ${longDay(loaded.asAt)}. What has been done since is not in them yet.`}>
          Next four weeks
        </Heading>
        <ChildrenNavigation current="due" asked={asked} />
        <Narrow action="/children/due" query={query} teams={teams} workers={workers} />
        <Weeks due={due} by={query.get('team') ? 'worker' : 'team'} asked={asked} />
        <Table<Due>
          caption={
            due.length > MOST
              ? `The first ${MOST} of ${due.length.toLocaleString('en-GB')}, by day`
              : `${due.length} due or overdue, by day`
          }
          rows={due.slice(0, MOST)}
          empty={<Empty title="Nothing falls due in these weeks" />}
          columns={[
            { heading: 'Due', width: 'nowrap', cell: ({ clock: { due } }) => shortDay(dayNumbered(due)) },
            {
              heading: 'Days',
              width: 'nowrap',
              cell: ({ clock: { due, isOverdue } }) => <Days days={due - dayNumber(today)} isOverdue={isOverdue} />,
            },
            {
              heading: 'Child',
              names: true,
              cell: ({ child: { name, ref, address } }) => (
                <>
                  <a class="govuk-link" href={`/children/${address}`}>
                    {name}
                  </a>{' '}
                  <span class="gt-figure__of">{ref}</span>
                </>
              ),
            },
            { heading: 'What', width: 'wide', cell: ({ clock: { clock } }) => clock.name },
            {
              heading: 'Arrange by',
              width: 'nowrap',
              cell: ({ clock: { arrangeBy, isOverdue } }) =>
                arrangeBy === null || isOverdue ? '' : shortDay(dayNumbered(arrangeBy)),
            },
            { heading: 'Worker', cell: ({ child: { worker } }) => worker || <strong class="gt-late">nobody</strong> },
            { heading: 'Team', cell: ({ child: { team } }) => team },
          ]}
        />
      </>
    )
  },
})

const NOBODY = { team: 'No team', worker: 'Nobody' } as const

/** By team, each a way to its workers; of one team by worker, each a way to their children. */
const Weeks = ({ due, by, asked }: { due: readonly Due[]; by: 'team' | 'worker'; asked: Asked }) => {
  const { weeks, groups } = dueWeeks(
    due.map(({ clock, child }) => ({ due: clock.due, group: child[by] || NOBODY[by] })),
    asked.today,
  )
  const ids = new Map(due.map(({ child }) => [child[by], by === 'team' ? child.teamId : child.workerId]))
  return (
    <Table
      caption={`How much falls due, by ${by} and week`}
      rows={groups}
      empty={<Empty title="Nothing falls due in these weeks" />}
      columns={[
        {
          heading: by === 'team' ? 'Team' : 'Worker',
          names: true,
          cell: ({ name }) => {
            const id = ids.get(name)
            return id ? (
              <a class="govuk-link" href={addressWith(asked.query, by, id)}>
                {name}
              </a>
            ) : (
              name
            )
          },
        },
        {
          heading: 'Overdue',
          number: true,
          cell: ({ overdue }) => (overdue > 0 ? <strong class="gt-late">{overdue}</strong> : ''),
        },
        ...weeks.map((week: DueWeek, at) => ({
          heading: `Week to ${shortDay(week.to)}`,
          number: true,
          cell: (group: (typeof groups)[number]) => group.byWeek[at] || '',
        })),
      ]}
    />
  )
}

function addressWith(query: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams(query)
  next.set(name, value)
  return `/children/due?${next.toString()}`
}
