/* A performance meeting by keyboard: down and up between rows, r for reason, n for note, s to save, Escape back to the row. Never needed. */
const form = document.querySelector('[data-meeting]')
const rows = [...form.querySelectorAll('tbody tr')]
form.querySelector('[data-keys]').hidden = false

/** One row at a time can be reached by Tab, so that the table is one stop and its fields follow. */
const goTo = row => {
  if (!row) return
  for (const other of rows) other.tabIndex = other === row ? 0 : -1
  row.focus()
}
for (const row of rows) row.tabIndex = -1
if (rows[0]) rows[0].tabIndex = 0

const KEYS = {
  ArrowDown: row => goTo(rows[rows.indexOf(row) + 1]),
  ArrowUp: row => goTo(rows[rows.indexOf(row) - 1]),
  r: row => row.querySelector('[data-reason]').focus(),
  n: row => row.querySelector('[data-note]').focus(),
  s: row => row.querySelector('[data-save]').click(),
}

// Letters count only while the row itself has the focus: in a field they are what is typed.
form.addEventListener('keydown', event => {
  const row = event.target.closest('tbody tr')
  if (!row || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'Escape') goTo(row)
  else if (event.target === row && Object.hasOwn(KEYS, event.key)) {
    event.preventDefault()
    KEYS[event.key](row)
  }
})

// Enter in a field saves its own row, not the first one.
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return
  event.preventDefault()
  event.target.closest('tbody tr').querySelector('[data-save]').click()
})

goTo(rows.find(row => `#${row.id}` === location.hash))
