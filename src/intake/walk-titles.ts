/** Themes and sections as a walk meets them: a title may stand again on the next page, or its objectives may. */
import { wordsOf } from './cell-words.ts'
import { columnsOf, type ThemeRows } from './plan-row.ts'
import { isNumberedTitle, readSection, themeOfHeading, type ThemeTitle } from './plan-sections.ts'
import type { PlanTable } from './plan-tables.ts'
import type { GridRow } from './table-grid.ts'
import type { Walk } from './walking.ts'

/** A number alone (`1. Leadership`) is a theme where none is known yet by a word or a heading; else a section. */
export function meetSection(walking: Walk, text: string, where: string) {
  const isTheme =
    isNumberedTitle(text) &&
    readSection(text).objectives.length === 0 &&
    (walking.theme === null || walking.theme.where.startsWith('number'))
  if (isTheme) beginTheme(walking, themeOfHeading(text), `number ${where}`)
  else beginSection(walking, text, where)
}

export function beginTheme(walking: Walk, { ref, title }: ThemeTitle, where: string) {
  const alike = walking.byTitle.get(letters(title)) ?? []
  const known = alike.find(theme => theme.ref === ref || ref === '' || theme.ref === '')
  if (known === walking.theme && known) return
  const theme = known ?? { ref, title, where, sections: [], byTitle: new Map(), rows: [], counted: 0 }
  if (!known) {
    walking.themes.push(theme)
    walking.byTitle.set(letters(title), [...alike, theme])
  }
  walking.theme = theme
  walking.section = null
  walking.last = null
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

export function beginSection(walking: Walk, text: string, where: string) {
  const theme = themeOf(walking, where)
  const words = readSection(text)
  const isAddition = words.title === '' && walking.section !== null && !hasActions(walking)
  const isUnlabelled =
    words.title !== '' &&
    words.objectives.length === 0 &&
    isOpen(walking) &&
    words.title.split(' ').length > 8 &&
    words.ref === null
  if (isUnlabelled) return void walking.section!.objectives.push({ text: words.title, where })
  if (!isAddition) {
    const known = words.title === '' ? undefined : theme.byTitle.get(letters(words.title))
    const { ref, title } = words.title === '' && walking.section ? walking.section : words
    const section = known ?? { ref, title, order: theme.sections.length + 1, where, objectives: [] }
    if (!known) theme.sections.push(section)
    if (words.title !== '') theme.byTitle.set(letters(words.title), section)
    walking.section = section
    walking.last = known ? walking.last : null
  }
  for (const objective of words.objectives)
    if (!walking.section!.objectives.some(one => one.text === objective))
      walking.section!.objectives.push({ text: objective, where })
}

/** A section that has a title and nothing else yet. */
const isOpen = (walking: Walk) =>
  walking.section !== null && walking.section.objectives.length === 0 && !hasActions(walking)
const hasActions = (walking: Walk) => walking.theme!.rows.at(-1)?.section === walking.section

/** The theme of here; a plan that names none is one theme with the plan's own name. */
export function themeOf(walking: Walk, where: string): ThemeRows {
  if (walking.theme === null) beginTheme(walking, { ref: '', title: '' }, where)
  return walking.theme!
}

/** A column that names the theme of each row: merged, repeated, or written once and left blank below. */
export function meetThemeColumn(walking: Walk, table: PlanTable, row: GridRow) {
  const column = columnsOf(table.layout.columns, 'theme')[0]
  const title = column && wordsOf(row.at.get(column.column))
  if (title) beginTheme(walking, themeOfHeading(title), row.where)
}
