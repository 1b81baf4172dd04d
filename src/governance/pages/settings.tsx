/** Every setting of the council on one page, for whoever administers and whoever may set or check a part of it. */
import { AccountNavigation } from '../../people/account-navigation.tsx'
import { may } from '../../terms/permission.ts'
import { Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { listSettingGroups } from '../settings.ts'

export const settingsPage = page({
  path: '/settings',
  may: 'see-settings',
  section: 'Account',
  wide: true,
  load: listSettingGroups,
  title: () => 'Settings',
  breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
  view: (groups, _form, { person }) => (
    <>
      <Heading>Settings</Heading>
      <AccountNavigation current="/settings" person={person} />
      <p class="govuk-body gt-measure">
        What is set for this council, and where each comes from. Where a setting can be changed, its page has everything
        it was before, by whom and why, and puts any of it back.
      </p>
      {groups.map(({ title, settings }) => (
        <Table
          caption={title}
          rows={settings}
          columns={[
            { heading: 'Setting', names: true, width: 'middle', cell: ({ name }) => name },
            { heading: 'Now', width: 'middle', cell: ({ now }) => now },
            { heading: 'Where it comes from', width: 'wide', cell: ({ from }) => from },
            {
              heading: 'Change and history',
              cell: ({ name, change }) =>
                change !== null &&
                may(person, change.may) && (
                  <a class="govuk-link" href={change.href}>
                    Open<span class="govuk-visually-hidden"> {name}</span>
                  </a>
                ),
            },
          ]}
        />
      ))}
    </>
  ),
})
