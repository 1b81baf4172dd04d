/** The bank holidays that working days are counted by: those built in by year, and what the council entered since, with its history. */
import type { Child } from 'hono/jsx'
import { lower } from '../../terms/first-letter.ts'
import { type Day, longDay, shortDay, weekday } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Details, Empty, Heading, NotificationBanner, SummaryList, Timeline } from '../../web/components.tsx'
import { DayInput } from '../../web/fields.tsx'
import { blankForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findHolidays, listHolidayEntries } from '../holiday-store.ts'
import { type HolidayEntry, nextYear, type OwnTable, withdrawnEntries } from '../holidays.ts'
import { findLatestRun } from '../run-store.ts'
import { entryWords, HOLIDAYS } from './holiday-parts.tsx'

export const holidaysPage = page({
  path: HOLIDAYS,
  may: 'see-settings',
  section: 'Account',
  async load({ db, query, today }) {
    const [entries, own, run] = [await listHolidayEntries(db), await findHolidays(db), await findLatestRun(db)]
    const years = [...new Set(own.listed.map(({ on }) => on.slice(0, 4)))]
    const asked = query.get('year') ?? today.slice(0, 4)
    return { entries, own, run, years, year: years.includes(asked) ? asked : years.at(-1)! }
  },
  title: () => 'Bank holidays',
  breadcrumbs: () => [{ text: 'Settings', href: '/settings' }],
  view: ({ entries, own, run, years, year }, _form, { person }) => {
    const mayChange = may(person, 'administer')
    return (
      <>
        <Heading
          caption="England and Wales"
          actions={
            mayChange && (
              <Button small kind="secondary" href={`${HOLIDAYS}/year`}>
                Add the year {nextYear(own)}
              </Button>
            )
          }
        >
          Bank holidays
        </Heading>
        {run && run.holidays !== own.table.version && (
          <NotificationBanner>
            Figures are being worked out again. Until that is done they name the table before: {run.holidays}.
          </NotificationBanner>
        )}
        <SummaryList
          rows={[
            { key: 'Table', value: own.table.version },
            { key: 'Source', value: own.table.source },
            { key: 'Covers', value: `${longDay(own.table.from)} to ${longDay(own.table.to)}. A clock of working days that would be due later has no due day` }, // prettier-ignore
            { key: 'Figures', value: !run ? 'None yet' : run.holidays === own.table.version ? 'Worked out by this table' : `Worked out by ${run.holidays}` }, // prettier-ignore
          ]}
        />
        <OfYear own={own} year={year} years={years} />
        {mayChange && <PickDay on={null} />}
        <NoClosure />
        <Entries entries={entries} counted={own.counted} mayChange={mayChange} />
      </>
    )
  },
})

const OfYear = ({ own, year, years }: { own: OwnTable; year: string; years: string[] }) => (
  <>
    <form method="get" action={HOLIDAYS} class="gt-toolbar gt-screen" aria-label="Another year">
      <span class="gt-pick">
        <label class="gt-filters__label" for="year">
          Year
        </label>
        <select class="govuk-select gt-filters__input" id="year" name="year">
          {years.map(one => (
            <option value={one} selected={one === year}>
              {one}
            </option>
          ))}
        </select>
      </span>
      <Button small kind="secondary">
        Show
      </Button>
    </form>
    <Table
      caption={`Bank holidays of ${year}`}
      rows={own.listed.filter(({ on }) => on.startsWith(year))}
      columns={[
        { heading: 'Day', names: true, cell: ({ on }) => `${weekday(on)} ${longDay(on)}` },
        { heading: 'What it is', cell: ({ name }) => name },
        {
          heading: 'From',
          width: 'nowrap',
          cell: ({ entryId }) => (entryId === null ? 'Built in' : `Entry ${entryId}`),
        },
      ]}
    />
  </>
)

/** Asks for the day to be added or taken away: which of the two it can be is told on the page it leads to. */
export const PickDay = ({ on }: { on: Day | null }) => (
  <form method="get" action={`${HOLIDAYS}/change`} class="gt-screen">
    <h2 class="govuk-heading-m">A day was proclaimed, or moved</h2>
    <DayInput
      name="on"
      label="Which day?"
      hint="One to add, or one of the table to take away. For example, 8/5/2023"
      form={blankForm().start({ on })}
    />
    <Button kind="secondary">Go on</Button>
  </form>
)

const NoClosure = () => (
  <Details summary="Days on which our offices are closed">
    <p class="govuk-body">
      They are no bank holidays. The days between Christmas and New Year on which a council shuts are working days of
      every clock that the law sets: a child who was referred on 23 December waits as long as any other. Only a clock of
      the council’s own rules might leave such days out; those that come with this service do not.
    </p>
  </Details>
)

type Shown = { entries: HolidayEntry[]; counted: number[]; mayChange: boolean }

/** Each with its number, which the version of the table names. */
const Entries = ({ entries, counted, mayChange }: Shown) => {
  const withdrawn = withdrawnEntries(entries)
  const isIdle = ({ entryId, kind }: HolidayEntry) =>
    kind !== 'withdraw' && !withdrawn.has(entryId) && !counted.includes(entryId)
  return (
    <section class="gt-section">
      <h2 class="govuk-heading-m">What this council changed</h2>
      {entries.length === 0 ? (
        <Empty title="Nothing: the table is the one built in" />
      ) : (
        <Timeline
          items={entries.toReversed().map(entry => ({
            title: `Entry ${entry.entryId}: ${lower(entryWords(entry, entries))}`,
            when: longDay(entry.said),
            by: entry.saidBy,
            children: (
              <>
                <p class="govuk-body gt-measure">
                  {entry.why}
                  {entry.madeKnownOn && `. Made known ${shortDay(entry.madeKnownOn)}: ${entry.published}`}
                </p>
                <p class="gt-small">
                  {isIdle(entry) && 'It is built in by now and changes nothing. '}
                  {stateOf(entry, entries, withdrawn, mayChange)}
                </p>
              </>
            ),
          }))}
        />
      )}
    </section>
  )
}

/** Whether it stands, or what took it away; for those who may, as the link that changes that. */
function stateOf(entry: HolidayEntry, entries: HolidayEntry[], withdrawn: Set<number>, mayChange: boolean): Child {
  const { entryId, kind } = entry
  if (kind === 'withdraw') return null
  if (!withdrawn.has(entryId))
    return mayChange ? <Undo entryId={entryId} words={`Withdraw entry ${entryId}`} /> : 'Stands'
  const by = entries.find(one => one.withdraws === entryId && !withdrawn.has(one.entryId))!.entryId
  return mayChange ? <Undo entryId={by} words={`Put back entry ${entryId}`} /> : `Withdrawn by entry ${by}`
}

const Undo = ({ entryId, words }: { entryId: number; words: string }) => (
  <a class="govuk-link" href={`${HOLIDAYS}/${entryId}/withdraw`}>
    {words}
  </a>
)
