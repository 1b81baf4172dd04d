/** What the pages of bank holidays have in common: what they are changed in the sight of, what each asks, and the words of an entry. */
import type { HolidayTable } from '../../terms/bank-holiday.ts'
import { type Day, longDay, shortDay, weekday } from '../../terms/day.ts'
import { InsetText } from '../../web/components.tsx'
import { DayInput, Input, Textarea } from '../../web/fields.tsx'
import { type Form, onDay, Refused, text } from '../../web/form.ts'
import type { Asked, Before } from '../../web/page.tsx'
import type { History } from '../history.ts'
import { effectInWords, effectOf } from '../holiday-effect.ts'
import { listHolidayEntries } from '../holiday-store.ts'
import { type HolidayEntry, type OwnTable, tableWith } from '../holidays.ts'
import { historyAt } from '../kept-history.ts'
import { findLatestRun } from '../run-store.ts'
import type { OwnSettings } from '../work-out.ts'

export const HOLIDAYS = '/settings/holidays'
export const holidayCrumbs = () => [
  { text: 'Settings', href: '/settings' },
  { text: 'Bank holidays', href: HOLIDAYS },
]

export type Ground = {
  entries: HolidayEntry[]
  own: OwnTable
  /** The clocks that run by the latest records; null before there are any. */
  running: { history: History; settings: OwnSettings } | null
}

export async function loadGround({ db }: Pick<Asked, 'db'>): Promise<Ground> {
  const [entries, run] = [await listHolidayEntries(db), await findLatestRun(db)]
  const history = run && (await historyAt(db, run.snapshotId))
  const running = run && history && { history, settings: new Map(Object.entries(run.settings)) }
  return { entries, own: tableWith(entries), running }
}

/** Has the records in memory before anything is kept: reading them would make everyone who keeps something wait. */
export const readBefore = async (_given: unknown, { reading }: Before): Promise<void> =>
  void (await reading(loadGround))

/** What saving would do to the clocks that run. */
export const Effect = ({ running, table }: Pick<Ground, 'running'> & { table: HolidayTable }) => (
  <InsetText>
    {running
      ? effectInWords(effectOf(running.history, running.settings, table))
      : 'No records have been brought in yet, so no clock runs.'}{' '}
    Every figure is worked out again; what was reported before stays as it was reported, and a figure that moves says
    why.
  </InsetText>
)

export const publishedFields = {
  madeKnownOn: onDay({ missing: 'Enter the day on which it was made known' }),
  published: text({ max: 300, missing: 'Enter where it was published' }),
  why: text({ max: 1000, missing: 'Enter why it is changed here' }),
}

export const PublishedFields = ({ form }: { form: Form }) => (
  <>
    <DayInput name="madeKnownOn" label="On which day was it made known?" form={form} />
    <Input
      name="published"
      label="Where was it published?"
      hint="The proclamation in The London Gazette, or GOV.UK"
      form={form}
    />
    <Textarea name="why" label="Why is it changed here?" rows={2} form={form} />
  </>
)

export function refuseLater(madeKnownOn: Day, today: Day): void {
  if (madeKnownOn > today) throw new Refused([{ field: 'madeKnownOn', text: 'Enter a day that has come' }])
}

/** `Added Tuesday 1 June 2027, Coronation`. */
export function entryWords({ kind, days, withdraws }: HolidayEntry, entries: readonly HolidayEntry[]): string {
  if (kind === 'withdraw') {
    const of = entries.find(({ entryId }) => entryId === withdraws)
    return of?.kind === 'withdraw' ? `Put back entry ${of.withdraws}` : `Withdrew entry ${withdraws}`
  }
  const [first] = days
  if (kind === 'year')
    return `Added the year ${first!.on.slice(0, 4)}: ${days.map(({ on }) => shortDay(on)).join(', ')}`
  return `${kind === 'add' ? 'Added' : 'Took away'} ${weekday(first!.on)} ${longDay(first!.on)}, ${first!.name}`
}
