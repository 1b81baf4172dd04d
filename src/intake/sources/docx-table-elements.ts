/** What the elements of a Word table mean: its rows and cells, what is merged, what was deleted or is hidden. */
import { enter, leave, properties, type State } from './docx-state.ts'
import {
  addRow,
  cellDraft,
  finishTable,
  rowDraft,
  span,
  tableDraft,
  type CellDraft,
  type RowDraft,
} from './docx-table.ts'
import { isOn, type Attributes, type Element, type Elements } from './xml.ts'

export const tableElements = (state: State): Elements => ({
  tbl: {
    open: () => void (state.place.table = { draft: tableDraft(), row: null, cell: null }),
    close() {
      const { place } = state
      const read = place.table ? finishTable(place.table.draft) : []
      for (const block of read) place.blocks.push(block)
      place.table = null
    },
  },
  tr: { open: () => startRow(state), close: () => endRow(state) },
  tc: { open: () => startCell(state), close: () => endCell(state) },
  ...rowProperties(state),
  ...cellProperties(state),
})

function startRow({ place }: State): void {
  if (place.table) place.table.row = rowDraft()
}

function endRow(state: State): void {
  const { table } = state.place
  const row = table?.row
  if (!table || !row) return
  table.row = null
  if (row.gone === 'hidden') state.odd.add('A table has hidden rows; they were left out ({n})')
  if (row.gone !== null || row.cells.length === 0) return
  state.allowed.keep('')
  for (const words of addRow(table.draft, row)) {
    state.odd.add(
      `There are words under a merged cell, where Word does not show them; they were left out: ‘${words.slice(0, 200)}’`,
    )
  }
}

function startCell(state: State): void {
  if (state.place.table?.row) state.place.table.cell = cellDraft()
  enter(state)
}

function endCell(state: State): void {
  const { blocks, shades } = leave(state)
  const { table } = state.place
  if (!table?.row || !table.cell) return
  const cell = table.cell
  table.cell = null
  cell.blocks = cell.gone ? [] : blocks
  if (shades.size === 1) cell.colour ??= [...shades][0] ?? null
  table.row.cells.push(cell)
  state.allowed.keep('')
}

function rowProperties(state: State): Elements {
  const set = (change: (attributes: Attributes) => Partial<RowDraft>): Element => ({
    open(attributes) {
      const row = state.place.table?.row
      if (state.of === 'row' && row) Object.assign(row, change(attributes))
    },
  })
  return {
    trPr: properties(state, 'row'),
    gridBefore: set(({ val }) => ({ before: val === '0' ? 0 : span(val) })),
    tblHeader: set(on => ({ heading: isOn(on) })),
    hidden: set(on => (isOn(on) ? { gone: 'hidden' } : {})),
  }
}

/** `w:tcPr` stands inside the cell, whose own place is already entered: the cell is that of the place around it. */
function cellProperties(state: State): Elements {
  const set = (change: (attributes: Attributes) => Partial<CellDraft>): Element => ({
    open(attributes) {
      const cell = state.outer.at(-1)?.table?.cell
      if (state.of === 'cell' && cell) Object.assign(cell, change(attributes))
    },
  })
  return {
    tcPr: properties(state, 'cell'),
    gridSpan: set(({ val }) => ({ span: span(val) })),
    vMerge: set(({ val }) => ({ down: val === 'restart' ? 'restart' : 'continue' })),
    hMerge: set(({ val }) => ({ across: val === 'restart' ? 'restart' : 'continue' })),
    cellDel: set(() => ({ gone: true })),
  }
}
