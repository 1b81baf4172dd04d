/** The document as it was found, table by table, with what each column was taken for above it: to compare with the plan as it will be. */
import type { Cell, Document, Table } from '../../intake/document.ts'
import { type Layout, PLAN_FIELD } from '../../intake/plan-reading.ts'
import { colourName } from '../../intake/rating-colour.ts'
import { readDocument } from '../../intake/read-document.ts'
import { Empty, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { findDocument } from '../draft-store.ts'
import { draftCrumbs, DraftNavigation, loadDraft } from './plan-draft.tsx'

/** How many rows of one table are shown; a longer one says how many more there are. */
const MOST_ROWS = 200

export const draftDocument = page({
  path: '/plan/drafts/:id/document',
  may: 'load-plan',
  section: 'Plan',
  wide: true,
  async load(asked) {
    const draft = await loadDraft(asked)
    const { name, content } = await findDocument(asked.db, draft.documentId)
    return { draft, document: await readDocument(name, content) }
  },
  title: ({ draft }) => `${draft.name} as it was found`,
  breadcrumbs: ({ draft }) => draftCrumbs(draft),
  view: ({ draft, document }) => (
    <>
      <Heading caption={draft.name}>The document as it was found</Heading>
      <DraftNavigation draft={draft} current="document" />
      {tablesOf(document).length === 0 && <Empty title="The document has no tables" />}
      {tablesOf(document).map(table => (
        <FoundTable
          table={table}
          layout={draft.reading.layouts.find(layout => layout.tables.includes(table.where)) ?? null}
        />
      ))}
    </>
  ),
})

const tablesOf = (document: Document): Table[] => document.blocks.filter(block => block.kind === 'table')

function FoundTable({ table, layout }: { table: Table; layout: Layout | null }) {
  const name = table.name ?? table.where.replace(/^\w/, letter => letter.toUpperCase())
  return (
    <section>
      <h2 class="govuk-heading-m">{name}</h2>
      {layout === null && <p class="govuk-body">Not read as a table of the plan. Its words are kept with it.</p>}
      <div class="gt-table-region gt-found-region" role="region" aria-label={name} tabindex={0}>
        <table class="govuk-table gt-table gt-found">
          {layout && <TakenFor layout={layout} width={table.width} />}
          <tbody class="govuk-table__body">
            {placesOf(table).map(places => (
              <tr class="govuk-table__row">
                {places.map(cell =>
                  cell === 'empty' ? (
                    <td class="govuk-table__cell" />
                  ) : cell === 'covered' ? null : (
                    <FoundCell cell={cell} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length > MOST_ROWS && <p class="gt-small">And {table.rows.length - MOST_ROWS} more rows.</p>}
    </section>
  )
}

/** What stands at each place of each row: a cell where it begins, nothing under a merged one, and an empty place where the file has no cell. */
function placesOf(table: Table): (Cell | 'covered' | 'empty')[][] {
  const covered = new Set<string>()
  return table.rows.slice(0, MOST_ROWS).map((row, at) => {
    const begins = new Map(row.cells.map(cell => [cell.column, cell]))
    return Array.from({ length: table.width }, (_, column) => {
      const cell = begins.get(column)
      if (!cell) return covered.has(`${at} ${column}`) ? 'covered' : 'empty'
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.columnSpan; across++) covered.add(`${at + down} ${column + across}`)
      return cell
    })
  })
}

/** What each column was taken for, in words over it. */
const TakenFor = ({ layout, width }: { layout: Layout; width: number }) => (
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      {Array.from({ length: width }, (_, at) => layout.columns.find(column => column.column === at)).map(column => (
        <th scope="col" class="govuk-table__header">
          {column ? (
            column.fields.map(field => <Tag colour={field === 'unmapped' ? 'grey' : 'blue'}>{PLAN_FIELD[field]}</Tag>)
          ) : (
            <Tag>Kept as it is</Tag>
          )}
        </th>
      ))}
    </tr>
  </thead>
)

/** A cell in its place, merged as it is, with its colour as a patch and in words. */
const FoundCell = ({ cell }: { cell: Cell }) => (
  <td class="govuk-table__cell gt-verbatim" colspan={cell.columnSpan} rowspan={cell.rowSpan}>
    {cell.colour && (
      <span class="gt-small">
        <svg class="gt-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
          <rect width="12" height="12" fill={`#${cell.colour}`} stroke="#505a5f" />
        </svg>{' '}
        {colourName(cell.colour) ?? 'Coloured'}{' '}
      </span>
    )}
    {cell.text}
  </td>
)
