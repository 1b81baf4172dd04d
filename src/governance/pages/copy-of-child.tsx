/** All that is held of a child, for the answer to a request for access: a page to print or save. */
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import { listLooks } from '../../store/look.ts'
import { shortDay } from '../../terms/day.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findChildByAddress, findChildByRef, listHeldOf, listReasonsOf } from '../retention-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'

export const copyOfChildPage = page({
  ...forOfficer,
  path: '/retention/copy',
  async load({ db, query }) {
    const address = query.get('child')
    if (address === null) return null
    const child = await findChildByAddress(db, address)
    const [held, reasons, looks] = [
      await listHeldOf(db, child.childId),
      await listReasonsOf(db, child.childId),
      await listLooks(db, child.childId, 10_000),
    ]
    return { child, held, reasons, looks }
  },
  title: () => 'What we hold of a child',
  breadcrumbs: crumbs,
  looks: loaded => (loaded ? { what: 'subject-access', children: [loaded.child.childId] } : null),
  form: { child: text({ max: 100, missing: 'Enter the number' }) },
  view: (loaded, form, { today }) =>
    loaded === null ? (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>What we hold of a child</Heading>
        <Input name="child" label="Number of the child in the case system" width={20} form={form} />
        <Button>Show it</Button>
      </form>
    ) : (
      <>
        <Heading caption={`As at ${shortDay(today)}`}>All that is held of {loaded.child.personRef}</Heading>
        <InsetText>
          Look for what tells of other people before it is handed over. Print it, or save it as a PDF.
        </InsetText>
        {[...Map.groupBy(loaded.held, ({ kind }) => kind)].map(([kind, rows]) => (
          <section>
            <h2 class="govuk-heading-m">{TABLE[kind as TableName] ?? kind}</h2>
            {rows.map(({ row, from, to }) => (
              <p class="govuk-body">
                {inWords(row)}{' '}
                <span class="govuk-hint">
                  Known from {shortDay(from)}
                  {to ? ` to ${shortDay(to)}` : ''}
                </span>
              </p>
            ))}
          </section>
        ))}
        <h2 class="govuk-heading-m">What was said here</h2>
        {loaded.reasons.map(said => (
          <p class="govuk-body">
            {shortDay(said.saidOn)}: {[said.reason, said.note, said.nextStep].filter(Boolean).join('. ')}
          </p>
        ))}
        <Table
          caption="Who has looked"
          rows={loaded.looks}
          columns={[
            { heading: 'When', names: true, cell: ({ at }) => at.toISOString().slice(0, 16).replace('T', ' ') },
            { heading: 'Post', cell: ({ post }) => post ?? '' },
            { heading: 'What', cell: ({ what }) => what },
          ]}
          empty="Nobody"
        />
      </>
    ),
  async save({ db }, _loaded, { child }) {
    const found = await findChildByRef(db, child)
    if (!found) throw new Refused([{ field: 'child', text: 'No child is held by that number' }])
    return `/retention/copy?child=${found.address}`
  },
})

/** `cpPlanId: 12; startOn: 2026-01-02`, without what is empty. */
const inWords = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => {
      const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
      return `${words}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
    })
    .join('; ')
