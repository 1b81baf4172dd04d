/** What is asked of a team, for adding one and for changing it. */
import type { Form } from '../../web/form.ts'
import { Refused, text } from '../../web/form.ts'
import { Input, Select } from '../../web/fields.tsx'
import type { PostHeld } from '../appointment-store.ts'
import type { TeamGiven } from '../team.ts'

export const teamFields = {
  name: text({ max: 120, missing: 'Enter the name of the team' }),
  teamRef: text({ max: 60 }),
  service: text({ max: 120 }),
  manager: text({ max: 9 }),
}

export const TeamFields = ({ posts, services, form }: { posts: PostHeld[]; services: string[]; form: Form }) => (
  <>
    <Input name="name" label="Name" hint="Such as Assessment North" form={form} />
    <Input
      name="teamRef"
      label="Its number in the case system"
      hint="As extracts name the team, so that its children are found"
      width={20}
      form={form}
    />
    <Input
      name="service"
      label="Service"
      hint={
        services.length > 0 ? `One that is there: ${services.join(', ')}; or a new one` : 'Such as Help and Protection'
      }
      form={form}
    />
    <Select
      name="manager"
      label="Which post manages it?"
      blank="Not named"
      options={posts.map(post => ({ value: post.postId, text: post.title }))}
      form={form}
    />
  </>
)

type Typed = { name: string; teamRef: string; service: string; manager: string }

/** A service that is there is meant by its name however it is written. */
export function teamGiven(
  { name, teamRef, service, manager }: Typed,
  posts: PostHeld[],
  services: string[],
): TeamGiven {
  const managing = posts.find(post => String(post.postId) === manager)
  if (manager !== '' && !managing) throw new Refused([{ field: 'manager', text: 'Select the post from the list' }])
  return {
    name,
    teamRef: teamRef === '' ? null : teamRef,
    service: services.find(known => known.toLowerCase() === service.toLowerCase()) ?? service,
    managerPostId: managing?.postId ?? null,
  }
}
