/** Tables tell what they hold to those who see them and those who hear them. */
import { expect, test } from 'vitest'
import { Empty } from './components.tsx'
import { htmlOf } from './html.ts'
import { Table } from './table.tsx'

type Row = { ref: string; updates: number }
const rows: Row[] = [{ ref: '1.1 <b>', updates: 3 }]
const columns = [
  { heading: 'Ref', cell: (row: Row) => row.ref, names: true, sort: 'ref' },
  { heading: 'Updates', cell: (row: Row) => row.updates, number: true, sort: 'updates' },
  { heading: 'Next', cell: () => '' },
]
const sorting = (descending: boolean) => ({
  by: 'ref',
  descending,
  href: (by: string, down: boolean) => `?sort=${by}&down=${down}`,
})

test('a row is named by its header, numbers stand right, and cells are escaped', () => {
  const html = htmlOf(<Table caption="Actions" rows={rows} columns={columns} />)
  expect(html).toContain('<th scope="row" class="govuk-table__header gt-table__name">1.1 &lt;b&gt;</th>')
  expect(html).toContain('<td class="govuk-table__cell gt-table__number">3</td>')
  expect(html).toContain('role="region" aria-label="Actions" tabindex="0"')
})

test('the sorted column says so, and its link turns the order round', () => {
  const html = htmlOf(<Table caption="Actions" rows={rows} columns={columns} sorting={sorting(false)} />)
  expect(html).toMatch(/aria-sort="ascending"><a class="gt-table__sort" href="\?sort=ref&amp;down=true">Ref/)
  expect(html).toMatch(/aria-sort="none"><a class="gt-table__sort" href="\?sort=updates&amp;down=false">Updates/)
  expect(html).toMatch(/<th scope="col" class="govuk-table__header">Next/)
})

test('sorted the other way it says descending', () => {
  expect(htmlOf(<Table caption="Actions" rows={rows} columns={columns} sorting={sorting(true)} />)).toContain(
    'aria-sort="descending"',
  )
})

test('without rows it shows what to do instead', () => {
  const empty = (
    <Empty title="No actions yet">
      <a href="/plan/upload">Upload a plan</a>
    </Empty>
  )
  const html = htmlOf(<Table caption="Actions" rows={[]} columns={columns} empty={empty} />)
  expect(html).toContain('Upload a plan')
  expect(html).not.toContain('<table')
})
