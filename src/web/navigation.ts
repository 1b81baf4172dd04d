/** The one row of navigation: the sections that have a page this person may see, in the order of the thread. */
import { may, type Person } from '../terms/permission.ts'
import type { AnyPage, Page, Section } from './page.tsx'

export type NavigationItem = { text: Section; href: string }

const ORDER: Section[] = ['Home', 'Findings', 'Plan', 'Measures', 'Children', 'Boards', 'Reports', 'Data']

/** A section opens at the page with its shortest address, of those that need nothing to be named. */
export function navigationFor(pages: AnyPage[], person: Person): NavigationItem[] {
  const entrances = pages.filter(
    (page): page is Page<any, any> => page.kind === 'page' && !page.path.includes(':') && may(person, page.may),
  )
  return ORDER.flatMap(section => {
    const [first] = entrances
      .filter(page => page.section === section)
      .map(({ path }) => path)
      .sort((one, other) => one.length - other.length)
    return first === undefined ? [] : [{ text: section, href: first }]
  })
}
