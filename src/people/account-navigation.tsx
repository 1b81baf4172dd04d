/** The pages of one's own account. */
import { SubNavigation } from '../web/components.tsx'

const PAGES = [
  { text: 'You and your posts', href: '/account' },
  { text: 'Where you are signed in', href: '/account/sessions' },
  { text: 'Password', href: '/account/password' },
]

export const AccountNavigation = ({ current }: { current: string }) => (
  <SubNavigation label="Your account" items={PAGES.map(item => ({ ...item, current: item.href === current }))} />
)
