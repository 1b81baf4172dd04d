/** The pages of one's own account. */
import { may, type Person } from '../terms/permission.ts'
import { SubNavigation } from '../web/components.tsx'

const PAGES = [
  { text: 'You and your posts', href: '/account' },
  { text: 'What you may do', href: '/account/permissions' },
  { text: 'Where you are signed in', href: '/account/sessions' },
  { text: 'Password', href: '/account/password' },
  { text: 'Second step', href: '/account/second-step' },
]
const PEOPLE = [
  { text: 'People and posts', href: '/people' },
  { text: 'Teams', href: '/people/teams' },
  { text: 'Organisations', href: '/people/organisations' },
]

const RECORD = [
  { text: 'The record', href: '/record' },
  { text: 'Retention', href: '/retention' },
]

const ACCESS = { text: 'Requests for access', href: '/subject-access' }

/** Who may add people, or read the record, finds them here too. */
export const AccountNavigation = ({ current, person }: { current: string; person: Person }) => (
  <SubNavigation
    label="Your account"
    items={[
      ...PAGES,
      ...(may(person, 'manage-people') ? PEOPLE : []),
      ...(may(person, 'read-record') ? RECORD : []),
      ...(may(person, 'answer-access-requests') ? [ACCESS] : []),
      ...(may(person, 'see-settings') ? [{ text: 'Settings', href: '/settings' }] : []),
    ].map(item => ({
      ...item,
      current: item.href === current,
    }))}
  />
)
