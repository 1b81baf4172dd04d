/** One child: what is running for them, what is due when, and their chronology as one line and as a table. Shown as far as the person's post reaches. */
import { raw } from 'hono/html'
import { birthOf, SEX } from '../../children/person.ts'
import { chronologyOf, type Entry, LANE } from '../../children/chronology.ts'
import { recordsAt } from '../../children/record-store.ts'
import { findChildAt } from '../../people/reach-store.ts'
import { WhoHasLooked } from '../../people/who-has-looked.tsx'
import { listLooks } from '../../store/look.ts'
import { NotFound } from '../../store/not-found.ts'
import { type Day, longDay, shortDay } from '../../terms/day.ts'
import { dayNumber, dayNumbered } from '../../terms/day-number.ts'
import { may } from '../../terms/permission.ts'
import { Button, Details, Empty, Heading, Tag } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { chronologySvg } from '../chronology-chart.ts'
import { ageWords, CHILD_STATUS, heldBy, statusOf } from '../child-standing.ts'
import { clockNames, clocksOfRun } from '../clocks-of-run.ts'
import type { History } from '../history.ts'
import { historyOfRun } from '../kept-history.ts'
import { nameOf, teamName, workerName } from '../case-list.ts'
import { daysWords } from '../due-words.ts'
import type { OpenClock } from '../open-clocks.ts'
import { listReasons } from '../reason-store.ts'
import { findRunAsAt } from '../run-store.ts'
import { Reasons } from './child-reasons.tsx'

const load = async ({ db, params, asAt, today }: Asked) => {
  const child = await findChildAt(db, params['address']!)
  const run = await findRunAsAt(db, asAt)
  if (!run) throw new NotFound('records of this child by this day')
  const history = await historyOfRun(db, run)
  const records = await recordsAt(db, run.snapshotId, { childId: child.childId })
  const person = records.people.find(({ id }) => id === child.personRef)
  if (!person) throw new NotFound('records of this child by this day')
  return {
    child,
    person,
    asAt: run.asAt,
    today,
    name: nameOf(history, child.personRef),
    status: statusOf(history, child.personRef),
    holder: holderOf(history, child.personRef),
    clocks: (await clocksOfRun(db, run, history)).filter(({ one }) => one.personId === child.personRef),
    chronology: chronologyOf(records, child.personRef),
    reasons: await listReasons(db, child.childId),
    called: await clockNames(db),
    looks: await listLooks(db, child.childId, 20),
  }
}
type Loaded = Awaited<ReturnType<typeof load>>

const holderOf = (history: History, personRef: string) => {
  const holding = heldBy(history, personRef)
  return { worker: workerName(history, holding?.workerId ?? null), team: teamName(history, holding?.teamId ?? null) }
}

export const childPage = page({
  path: '/children/:address',
  may: 'see-children',
  section: 'Children',
  dated: true,
  wide: true,
  load,
  looks: ({ child }) => ({ what: 'child-page', children: [child.childId] }),
  title: () => 'Child',
  breadcrumbs: () => [{ text: 'Children', href: '/children' }],
  view: (loaded, _form, asked) => (
    <>
      <Heading caption={captionOf(loaded)} actions={<Doings loaded={loaded} asked={asked} />}>
        {loaded.name}
      </Heading>
      <p class="govuk-body">
        <Tag colour={loaded.status === 'closed' ? 'grey' : 'blue'}>{CHILD_STATUS[loaded.status]}</Tag>{' '}
        {workedBy(loaded)} Records to {longDay(loaded.asAt)}.
      </p>
      <h2 class="govuk-heading-m">What is due</h2>
      <Clocks clocks={loaded.clocks.filter(({ isLongPast }) => !isLongPast)} today={loaded.today} />
      <LongPast clocks={loaded.clocks.filter(({ isLongPast }) => isLongPast)} />
      <Reasons reasons={loaded.reasons} called={loaded.called} />
      <h2 class="govuk-heading-m">Chronology</h2>
      <Line loaded={loaded} />
      <Entries entries={loaded.chronology} />
      <WhoHasLooked looks={loaded.looks} />
    </>
  ),
})

/** As many as are read on a screen or two; the rest opens in place, and is there in print. */
const LATEST = 30

const Entries = ({ entries }: { entries: readonly Entry[] }) => {
  const earlier = entries.slice(LATEST)
  return (
    <>
      <EntryTable caption="Chronology, latest first" entries={entries.slice(0, LATEST)} />
      {earlier.length > 0 && (
        <div class="gt-print-open">
          <Details summary={`${earlier.length} earlier entries, back to ${longDay(earlier.at(-1)!.on)}`}>
            <EntryTable caption="Earlier entries" entries={earlier} />
          </Details>
        </div>
      )}
    </>
  )
}

const EntryTable = ({ caption, entries }: { caption: string; entries: readonly Entry[] }) => (
  <Table<Entry>
    caption={caption}
    captionHidden
    rows={[...entries]}
    empty="Nothing is recorded"
    columns={[
      { heading: 'From', names: true, width: 'nowrap', cell: ({ on }) => shortDay(on) },
      {
        heading: 'To',
        width: 'nowrap',
        cell: ({ until }) => (until === undefined ? '' : until === null ? 'still open' : shortDay(until)),
      },
      { heading: 'Kind', width: 'nowrap', cell: ({ lane }) => LANE[lane] },
      { heading: 'What', width: 'wide', cell: ({ words }) => words },
    ]}
  />
)

function captionOf({ child, person, asAt }: Loaded): string {
  const born = birthOf(person)
  const age = ageWords(born === null ? null : dayNumber(born), dayNumber(asAt))
  return [child.personRef, age, born && `born ${shortDay(born)}`, person.sex && SEX[person.sex].toLowerCase()]
    .filter(Boolean)
    .join(' · ')
}

const workedBy = ({ holder: { worker, team }, status }: Loaded): string => {
  if (worker !== '')
    return `${status === 'care-leaver' ? 'With' : 'Held by'} ${worker}${team === '' ? '' : `, ${team}`}.`
  return status === 'closed' ? '' : 'Nobody holds the case.'
}

const Doings = ({ loaded: { child, clocks }, asked: { person } }: { loaded: Loaded; asked: Asked }) => (
  <>
    {may(person, 'give-reasons') && clocks.some(({ isOverdue, isLongPast }) => isOverdue && !isLongPast) && (
      <Button small href={`/children/${child.address}/reason`}>
        Say why something is late
      </Button>
    )}
    {may(person, 'see-why-children') && (
      <Button small kind="secondary" href={`/children/${child.address}/who-may-see`}>
        Who may see this child
      </Button>
    )}
  </>
)

/** Every clock that runs, in the order it is due; days are told from today, for what is due is due whichever day the extract is of. */
const Clocks = ({ clocks, today }: { clocks: readonly OpenClock[]; today: Day }) => (
  <Table
    caption="What is due"
    captionHidden
    rows={[...clocks]}
    empty={<Empty title="No clock is running for this child" />}
    columns={[
      { heading: 'What', names: true, cell: ({ clock }) => clock.name },
      { heading: 'Due', width: 'nowrap', cell: ({ due }) => shortDay(dayNumbered(due)) },
      {
        heading: 'Days',
        width: 'nowrap',
        cell: ({ due, isOverdue }) => <Days days={due - dayNumber(today)} isOverdue={isOverdue} />,
      },
      {
        heading: 'Arrange by',
        width: 'nowrap',
        cell: ({ arrangeBy, isOverdue }) => (arrangeBy === null || isOverdue ? '' : shortDay(dayNumbered(arrangeBy))),
      },
      {
        heading: 'Running since',
        width: 'nowrap',
        cell: ({ one }) => (one.start === null ? '' : shortDay(dayNumbered(one.start))),
      },
      { heading: 'Rule', width: 'wide', cell: ({ clock }) => clock.rule },
    ]}
  />
)

/** What was never done, and is too long past to be work. */
const LongPast = ({ clocks }: { clocks: readonly OpenClock[] }) =>
  clocks.length === 0 ? null : (
    <p class="govuk-body-s">
      Never recorded as done, more than a year past:{' '}
      {clocks.map(({ clock, due }) => `${clock.name.toLowerCase()} (due ${shortDay(dayNumbered(due))})`).join('; ')}.
    </p>
  )

export const Days = ({ days, isOverdue }: { days: number; isOverdue: boolean }) =>
  isOverdue || days < 0 ? <strong class="gt-late">{daysWords(days)}</strong> : <>{daysWords(days)}</>

const Line = ({ loaded: { chronology, clocks, asAt } }: { loaded: Loaded }) => {
  const due = clocks
    .filter(({ isLongPast }) => !isLongPast)
    .map(({ clock, due, isOverdue }) => ({ on: dayNumbered(due), words: clock.name, isOverdue }))
  return (
    <div class="gt-chart" role="region" aria-label="Chronology" tabindex={0}>
      {raw(chronologySvg(chronology, due, asAt))}
    </div>
  )
}
