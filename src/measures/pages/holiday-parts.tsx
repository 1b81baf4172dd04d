/** What the pages of bank holidays have in common: what they are changed in the sight of, what each asks, and the words of an entry. */
import { type Day, longDay, shortDay, weekday } from '../../terms/day.ts'
import { InsetText } from '../../web/components.tsx'
import { DayInput, Input, Textarea } from '../../web/fields.tsx'
import { type Form, onDay, Refused, text } from '../../web/form.ts'
import type { Asked, Before } from '../../web/page.tsx'
import { effectInWords, effectOf, type HolidayEffect } from '../holiday-effect.ts'
import { listHolidayEntries } from '../holiday-store.ts'
import { type EntrySaid, type HolidayEntry, NEXT, type OwnTable, tableWith } from '../holidays.ts'
import { historyAt } from '../kept-history.ts'
import { findLatestRun } from '../run-store.ts'

export const HOLIDAYS = '/settings/holidays'
export const holidayCrumbs = () => [
  { text: 'Settings', href: '/settings' },
  { text: 'Bank holidays', href: HOLIDAYS },
]

export type Ground = {
  entries: HolidayEntry[]
  own: OwnTable
  /** What entries beside these would do to the clocks that run by the latest records; null before there are any. */
  effectWith(entry: Partial<EntrySaid>): Promise<HolidayEffect | null>
}

export async function loadGround({ db }: Pick<Asked, 'db'>): Promise<Ground> {
  const [entries, run] = [await listHolidayEntries(db), await findLatestRun(db)]
  const history = run && (await historyAt(db, run.snapshotId))
  return {
    entries,
    own: tableWith(entries),
    effectWith: async entry =>
      run &&
      history &&
      effectOf(history, new Map(Object.entries(run.settings)), tableWith([...entries, { ...NEXT, ...entry }]).table),
  }
}

/** What the page loads is worked out before anything is kept, and held: everyone else who keeps something would wait for it. */
export const readyBefore =
  (load: (asked: Asked) => Promise<unknown>) =>
  async (_given: unknown, { reading }: Before): Promise<void> =>
    void (await reading(load))

/** What saving would do to the clocks that run. */
export const Effect = ({ effect }: { effect: HolidayEffect | null }) => (
  <InsetText>
    {effect ? effectInWords(effect) : 'No records have been brought in yet, so no clock runs.'} Every figure is worked
    out again; what was reported before stays as it was reported, and a figure that moves says why.
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
