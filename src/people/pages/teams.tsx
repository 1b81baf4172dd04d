/** The teams that work with children: their service, their number in the case system, and who is in them. */
import { Button, Empty, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { peopleCrumbs } from '../people-words.tsx'
import { listTeams } from '../team-store.ts'

export const teamsPage = page({
  path: '/people/teams',
  may: 'manage-people',
  section: 'Account',
  wide: true,
  load: ({ db, today }) => listTeams(db, today),
  title: () => 'Teams',
  breadcrumbs: () => peopleCrumbs,
  view: (teams, _form, { person }) => (
    <>
      <Heading
        actions={
          <Button small href="/people/teams/add">
            Add a team
          </Button>
        }
      >
        Teams
      </Heading>
      <AccountNavigation current="/people/teams" person={person} />
      <p class="govuk-body gt-measure">
        Children are with a team by its number in the case system. Its manager sees them, and so does whoever answers
        for its service.
      </p>
      <Table
        caption="Teams"
        captionHidden
        rows={teams}
        columns={[
          {
            heading: 'Team',
            names: true,
            cell: team => (
              <a class="govuk-link govuk-link--no-visited-state" href={`/people/teams/${team.teamId}`}>
                {team.name}
              </a>
            ),
          },
          { heading: 'Service', cell: team => team.service || 'None' },
          { heading: 'Number in the case system', cell: team => team.teamRef ?? 'None: it has no children here' },
          { heading: 'Manager', cell: team => team.managerPost ?? 'Not named' },
          { heading: 'Posts', cell: team => team.posts.map(post => post.title).join(', ') || 'None' },
        ]}
        empty={<Empty title="No teams yet">Add the first, with its number in the case system.</Empty>}
      />
    </>
  ),
})
