/** Every setting of the council on one page, for whoever administers and whoever may set or check a part of it. */
import { AccountNavigation } from '../../people/account-navigation.tsx'
import { may } from '../../terms/permission.ts'
import { Heading, SummaryList } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
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
        <section class="gt-section">
          <h2 class="govuk-heading-m">{title}</h2>
          <SummaryList
            rows={settings.map(({ name, now, from, change }) => {
              const opens = change !== null && may(person, change.may)
              const changes = opens && may(person, change.changes ?? change.may)
              return {
                key: name,
                value: (
                  <>
                    {opens && !changes ? (
                      <a class="govuk-link" href={change.href}>
                        {now}
                      </a>
                    ) : (
                      now
                    )}
                    <div class="gt-small">{from}</div>
                  </>
                ),
                ...(changes && { change: change.href }),
              }
            })}
          />
        </section>
      ))}
    </>
  ),
})
