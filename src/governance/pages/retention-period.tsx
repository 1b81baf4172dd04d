/** Changes how long a kind of record is kept, or puts back what it comes with. */
import { shortDay } from '../../terms/day.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { NotFound } from '../../store/not-found.ts'
import { GOES, isKind, KIND, lengthText, wrongLength } from '../retention.ts'
import { listPeriods, setPeriod } from '../retention-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'

export const retentionPeriodPage = page({
  ...forOfficer,
  path: '/retention/period',
  async load({ db, query }) {
    const kind = query.get('kind') ?? 'children'
    if (!isKind(kind) || !KIND[kind].isOurs) throw new NotFound('kind of record')
    return { kind, said: (await listPeriods(db)).filter(one => one.kind === kind) }
  },
  title: () => 'Change how long a kind of record is kept',
  breadcrumbs: crumbs,
  form: {
    length: text({ max: 10 }),
    why: text({ max: 1000, missing: 'Enter why' }),
  },
  view: ({ kind, said }, form) => {
    const { words, length, unit, from, goes, source } = KIND[kind]
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={words}>How long is it kept?</Heading>
        <p class="govuk-body">
          It goes {GOES[goes].toLowerCase()}. {source}.
        </p>
        <Input
          name="length"
          label={`${unit[0]!.toUpperCase()}${unit.slice(1)} from ${from}`}
          hint={`Leave empty to put back what it comes with: ${length}`}
          width={4}
          inputmode="numeric"
          form={form}
        />
        <Textarea name="why" label="Why?" hint="The schedule that says so" rows={3} form={form} />
        <Button>Change it</Button>
        {said.length > 0 && (
          <Table
            caption="What was said before"
            rows={said.toReversed()}
            columns={[
              { heading: 'Day', names: true, cell: ({ saidOn }) => shortDay(saidOn) },
              {
                heading: 'How long',
                cell: one => (one.length === null ? 'As it comes' : lengthText({ length: one.length, unit: one.unit })),
              },
              { heading: 'Why, and who', cell: ({ why, by }) => `${why} (${by})` },
            ]}
            empty=""
          />
        )}
      </form>
    )
  },
  async save({ db, person, today }, { kind }, { length, why }) {
    const { unit } = KIND[kind]
    const wrong = length === '' ? null : wrongLength(length, unit)
    if (wrong) throw new Refused([{ field: 'length', text: wrong }])
    await setPeriod(db, person, today, { kind, length: length === '' ? null : Number(length), unit, why })
    return '/retention'
  },
})
