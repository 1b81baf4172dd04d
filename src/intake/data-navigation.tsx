/** The parts of the data, the same on each of them: what each person may open. Nothing where that is one page. */
import { may, type Permission, type Person } from '../terms/permission.ts'
import { SubNavigation } from '../web/components.tsx'

const PAGES = {
  loads: { text: 'Loads', href: '/data', may: 'load-children' },
  values: { text: 'Your words and the standard’s', href: '/data/values', may: 'load-children' },
  quality: { text: 'Data quality', href: '/data/quality', may: 'see-figures' },
  extracts: { text: 'Extracts for analysis', href: '/data/extracts', may: 'take-extract' },
} as const satisfies Record<string, { text: string; href: string; may: Permission }>

export const DataNavigation = ({ current, person }: { current: keyof typeof PAGES; person: Person }) => {
  const items = Object.entries(PAGES)
    .filter(([, page]) => may(person, page.may))
    .map(([name, { text, href }]) => ({ text, href, current: name === current }))
  return items.length > 1 ? <SubNavigation label="Data" items={items} /> : <></>
}
