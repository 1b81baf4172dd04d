/** Add a bank holiday that was proclaimed or take away one that was moved; add a further year; withdraw an entry or put it back. */
import { type Day, longDay, shortDay, weekday } from '../../terms/day.ts'
import { usualHolidays } from '../../terms/usual-holidays.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, InsetText, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { addHolidayEntry } from '../holiday-store.ts'
import { type HolidayEntry, mayBeSaid, nextYear, readYear, whyNoBankHoliday, whyNotWithdrawn, withdrawnEntries } from '../holidays.ts' // prettier-ignore
import { Effect, entryWords, HOLIDAYS, holidayCrumbs, loadGround, PublishedFields, publishedFields, readyBefore, refuseLater } from './holiday-parts.tsx' // prettier-ignore
import { PickDay } from './holidays.tsx'

const forAdministrators = { may: 'administer', section: 'Account', asksAgain: 'to-save' } as const

async function loadChange(asked: Asked) {
  const { own, effectWith } = await loadGround(asked)
  const read = onDay().read({ texts: [asked.query.get('on') ?? ''], files: [] })
  const on = 'value' in read ? read.value : null
  const told = on === null ? { not: 'problem' in read ? read.problem : 'Enter the day' } : mayBeSaid(own, on)
  const isAsked = on !== null && 'kind' in told
  const effect = isAsked ? await effectWith({ kind: told.kind, days: [{ on, name: '' }] }) : null
  return { own, on, told, effect }
}

export const changeHolidayPage = page({
  ...forAdministrators,
  path: `${HOLIDAYS}/change`,
  load: loadChange,
  title: ({ on }) => (on === null ? 'Add or take away a bank holiday' : `${weekday(on)} ${longDay(on)}`),
  breadcrumbs: holidayCrumbs,
  form: { name: text({ max: 100 }), ...publishedFields },
  view: ({ own, on, told, effect }, form) => {
    if (on === null || 'not' in told || 'entryId' in told)
      return (
        <>
          <Heading>{on === null ? 'Add or take away a bank holiday' : `${weekday(on)} ${longDay(on)}`}</Heading>
          {'not' in told ? <InsetText>{told.not}</InsetText> : 'entryId' in told && <AddedHere {...told} />}
          <PickDay on={on} />
        </>
      )
    const name = own.listed.find(one => one.on === on)?.name
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={name ?? 'A working day now'}>
          {told.kind === 'add' ? 'Add' : 'Take away'} {weekday(on)} {longDay(on)}
        </Heading>
        <Effect effect={effect} />
        {told.kind === 'add' && (
          <Input
            name="name"
            label="What is it called?"
            hint="As it was proclaimed. A day on which our offices are closed is no bank holiday"
            form={form}
          />
        )}
        <PublishedFields form={form} />
        <Button>{told.kind === 'add' ? 'Add this bank holiday' : 'Take this bank holiday away'}</Button>
      </form>
    )
  },
  prepare: readyBefore(loadChange),
  async save(asked, { own, on, told }, { name, madeKnownOn, ...given }) {
    if (on === null || !('kind' in told)) throw new Refused([{ field: null, text: 'Enter another day' }])
    if (told.kind === 'add' && name === '') throw new Refused([{ field: 'name', text: 'Enter what it is called' }])
    const not = told.kind === 'add' ? whyNoBankHoliday(name) : null
    if (not) throw new Refused([{ field: 'name', text: not }])
    refuseLater(madeKnownOn!, asked.today)
    const called = told.kind === 'add' ? name : own.listed.find(one => one.on === on)!.name
    const days = [{ on, name: called }]
    await addHolidayEntry(asked.db, doingOf(asked), { ...given, kind: told.kind, days, madeKnownOn, withdraws: null })
    return `${HOLIDAYS}?year=${on.slice(0, 4)}`
  },
})

const AddedHere = ({ entryId }: { entryId: number }) => (
  <InsetText>
    It was added here, by entry {entryId}.{' '}
    <a class="govuk-link" href={`${HOLIDAYS}/${entryId}/withdraw`}>
      Withdraw entry {entryId}
    </a>{' '}
    to take it away again.
  </InsetText>
)

async function loadYear(asked: Asked) {
  const { own, effectWith } = await loadGround(asked)
  const year = nextYear(own)
  const usual = usualHolidays(year)
  return { year, usual, effect: await effectWith({ kind: 'year', days: usual }) }
}

/** They are published two or three years ahead. [D] */
const MOST_AHEAD = 5

export const addYearPage = page({
  ...forAdministrators,
  path: `${HOLIDAYS}/year`,
  load: loadYear,
  title: ({ year }) => `Add the bank holidays of ${year}`,
  breadcrumbs: holidayCrumbs,
  form: { days: text({ max: 2000, missing: 'Enter the bank holidays of the year' }), ...publishedFields },
  view: ({ year, usual, effect }, form) => {
    form.start({ days: usual.map(({ on, name }) => `${written(on)} ${name}`).join('\n') })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Add the bank holidays of {year}</Heading>
        <Effect effect={effect} />
        <Textarea
          name="days"
          label="Bank holidays, one on each line"
          hint="These are the usual ones, with a weekday for each that falls at a weekend. Check them against what was published"
          rows={10}
          form={form}
        />
        <PublishedFields form={form} />
        <Button>Add the year {String(year)}</Button>
      </form>
    )
  },
  prepare: readyBefore(loadYear),
  async save(asked, { year }, { days: typed, madeKnownOn, ...given }) {
    if (year > Number(asked.today.slice(0, 4)) + MOST_AHEAD)
      throw new Refused([{ field: null, text: `Nobody has published the bank holidays of ${year} yet` }])
    const read = readYear(typed, year)
    if ('problem' in read) throw new Refused([{ field: 'days', text: read.problem }])
    refuseLater(madeKnownOn!, asked.today)
    await addHolidayEntry(asked.db, doingOf(asked), { ...given, ...read, kind: 'year', madeKnownOn, withdraws: null })
    return `${HOLIDAYS}?year=${year}`
  },
})

const written = (on: Day) => on.split('-').reverse().join('/')

async function loadWithdrawal(asked: Asked) {
  const { entries, effectWith } = await loadGround(asked)
  const entry = entries.find(({ entryId }) => entryId === Number(asked.params['id']))
  if (!entry) throw new NotFound('such entry')
  const isOver = withdrawnEntries(entries).has(entry.entryId)
  const not = isOver ? 'That has been done already' : whyNotWithdrawn(entries, entry.entryId)
  const effect = not ? null : await effectWith({ kind: 'withdraw', withdraws: entry.entryId })
  return { entries, entry, not, effect }
}

export const withdrawHolidayPage = page({
  ...forAdministrators,
  path: `${HOLIDAYS}/:id/withdraw`,
  load: loadWithdrawal,
  title: ({ entry }) => headingOf(entry),
  breadcrumbs: holidayCrumbs,
  form: { why: text({ max: 1000, missing: 'Enter why' }) },
  view: ({ entries, entry, not, effect }, form) => {
    const of = entry.kind === 'withdraw' ? entries.find(({ entryId }) => entryId === entry.withdraws)! : entry
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>{headingOf(entry)}</Heading>
        <SummaryList
          rows={[
            { key: 'What', value: entryWords(of, entries) },
            { key: 'Why', value: `${of.why} (${of.saidBy}, ${shortDay(of.said)})` },
            ...(of === entry ? [] : [{ key: 'Withdrawn', value: `${entry.why} (${entry.saidBy}, ${shortDay(entry.said)})` }]), // prettier-ignore
          ]}
        />
        {not ? (
          <InsetText>{not}</InsetText>
        ) : (
          <>
            <Effect effect={effect} />
            <Textarea name="why" label="Why?" rows={3} form={form} />
            <Button>{entry.kind === 'withdraw' ? 'Put it back' : 'Withdraw it'}</Button>
          </>
        )}
      </form>
    )
  },
  prepare: readyBefore(loadWithdrawal),
  async save(asked, { entry, not }, { why }) {
    if (not) throw new Refused([{ field: null, text: not }])
    const given = {
      kind: 'withdraw',
      days: [],
      withdraws: entry.entryId,
      madeKnownOn: null,
      published: '',
      why,
    } as const
    await addHolidayEntry(asked.db, doingOf(asked), { ...given, days: [] })
    return HOLIDAYS
  },
})

const headingOf = ({ entryId, kind, withdraws }: HolidayEntry): string =>
  kind === 'withdraw' ? `Put back entry ${withdraws}` : `Withdraw entry ${entryId}`
