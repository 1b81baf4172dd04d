/** The team a post is in and the service it answers for: asked where a post is added and where its role is changed. */
import { Select } from '../../web/fields.tsx'
import { type Form, Refused } from '../../web/form.ts'
import type { Team } from '../team.ts'

export const PlaceFields = ({ teams, services, form }: { teams: Team[]; services: string[]; form: Form }) => (
  <>
    <Select
      name="team"
      label="Team"
      hint="A team manager sees the children of this team"
      blank="In no team"
      options={teams.map(team => ({ value: team.teamId, text: team.name }))}
      form={form}
    />
    <Select
      name="service"
      label="Service it answers for"
      hint="A head of service or service manager sees the children of its teams. A service is named where a team is"
      blank="No service"
      options={services.map(service => ({ value: service, text: service }))}
      form={form}
    />
  </>
)

/** What was chosen, where it is among what there is. */
export function placeGiven(
  { team, service }: { team: string; service: string },
  teams: Team[],
  services: string[],
): { teamId: number | null; service: string } {
  const chosen = teams.find(one => String(one.teamId) === team)
  if (team !== '' && !chosen) throw new Refused([{ field: 'team', text: 'Select the team from the list' }])
  if (service !== '' && !services.includes(service))
    throw new Refused([{ field: 'service', text: 'Select the service from the list' }])
  return { teamId: chosen?.teamId ?? null, service }
}
