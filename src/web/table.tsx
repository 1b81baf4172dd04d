/**
 * A table for work: dense, its heading in view while it scrolls, in a region of its own so that the page never scrolls
 * sideways. Each column says how it shows a row; nothing else is between the rows and the page.
 */
import type { Child } from 'hono/jsx'
import { Empty } from './components.tsx'
import { Shape } from './shape.tsx'

export type Column<Row> = {
  heading: string
  /** True where the heading is only for those who hear it: a column of boxes to tick. */
  headingHidden?: boolean
  cell: (row: Row) => Child
  /** Numbers stand right-aligned. */
  number?: boolean
  /** The column that names the row: a row header. */
  names?: boolean
  /** The key it sorts by in the address; columns without one do not sort. */
  sort?: string
  /** How wide it would like to be; without one, as its words need. */
  width?: 'narrow' | 'middle' | 'wide' | 'nowrap'
}

/** What the table is sorted by now, and the address that sorts it otherwise. */
export type Sorting = { by: string; descending: boolean; href: (by: string, descending: boolean) => string }

/** `caption` names the table; `captionHidden` where a heading above it says the same. `empty` is what is shown where there are no rows: what to do. */
export type TableOptions<Row> = {
  caption: string
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  empty?: Child
  sorting?: Sorting
  /** The id of the row in the page, for links to it. */
  rowId?: (row: Row) => string
  /** A total or a note about all rows. */
  foot?: Child
}

export function Table<Row>({ caption, captionHidden, columns, rows, empty, sorting, rowId, foot }: TableOptions<Row>) {
  if (rows.length === 0)
    return typeof empty === 'object' ? <>{empty}</> : <Empty title={empty ? String(empty) : caption} />
  return (
    <div class="gt-table-region" role="region" aria-label={caption} tabindex={0}>
      <table class="govuk-table gt-table">
        <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(column => (
              <Heading column={column} {...(sorting && { sorting })} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(row => (
            <tr class="govuk-table__row" {...(rowId && { id: rowId(row) })}>
              {columns.map(column => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <td class="govuk-table__cell gt-table__foot" colspan={columns.length}>
                {foot}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Heading({ column, sorting }: { column: Column<any>; sorting?: Sorting }) {
  const sorted = sorting !== undefined && column.sort !== undefined && sorting.by === column.sort
  return (
    <th
      scope="col"
      class={`govuk-table__header${classesOf(column)}`}
      {...(column.sort &&
        sorting && { 'aria-sort': sorted ? (sorting.descending ? 'descending' : 'ascending') : 'none' })}
    >
      {column.sort && sorting ? (
        <a class="gt-table__sort" href={sorting.href(column.sort, sorted && !sorting.descending)}>
          {column.heading}
          {sorted && <Shape name={sorting.descending ? 'down' : 'up'} />}
        </a>
      ) : column.headingHidden ? (
        <span class="govuk-visually-hidden gt-table__unprinted">{column.heading}</span>
      ) : (
        column.heading
      )}
    </th>
  )
}

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.names ? (
    <th scope="row" class={`govuk-table__header gt-table__name${classesOf(column)}`}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={`govuk-table__cell${classesOf(column)}`}>{column.cell(row)}</td>
  )

const classesOf = ({ number, width }: Column<any>) =>
  `${number ? ' gt-table__number' : ''}${width ? ` gt-table__${width}` : ''}`
