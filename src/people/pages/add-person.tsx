/** Add a person: who they are, the post they hold, and the one-time password that they are told. */
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Select } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { listPostsHeld, type PostHeld } from '../appointment-store.ts'
import { addColleague, appoint } from '../appointing.ts'
import { hashPassword, oneTimePassword } from '../password.ts'
import { doingOf, holdingsOn, peopleCrumbs } from '../people-words.tsx'
import { oneTime, OneTimePassword } from './one-time-password.tsx'

export const addPersonPage = page({
  path: '/people/add',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: ({ db }) => listPostsHeld(db),
  title: () => 'Add a person',
  breadcrumbs: () => peopleCrumbs,
  form: {
    name: text({ max: 120, missing: 'Enter their name' }),
    email: text({ max: 254, missing: 'Enter their e-mail address' }),
    post: text({ max: 9 }),
    from: onDay(),
    password: oneTime,
  },
  view: (posts, form, { today }) => {
    form.start({ from: today, password: oneTimePassword() })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Add a person</Heading>
        <Input name="name" label="Name" form={form} />
        <Input name="email" label="E-mail address" type="email" hint="They sign in with it" form={form} />
        <Select
          name="post"
          label="Post"
          hint="Whoever holds it now ends the day before. Without a post they see only their own account"
          blank="No post yet"
          options={posts
            .filter(post => post.role !== null)
            .map(post => ({ value: post.postId, text: namedWithHolder(post, today) }))}
          form={form}
        />
        <DayInput name="from" label="Holds it from" form={form} />
        <OneTimePassword form={form} />
        <Button>Add this person</Button>
      </form>
    )
  },
  prepare: async ({ password }) => hashPassword(password),
  async save(asked, posts, { name, email, post, from }, passwordHash) {
    const chosen = posts.find(one => String(one.postId) === post) ?? null
    if (post !== '' && (chosen === null || chosen.role === null))
      throw new Refused([{ field: 'post', text: 'Select the post from the list' }])
    if (chosen && from === null) throw new Refused([{ field: 'from', text: 'Enter the day from which they hold it' }])
    const personId = await addColleague(asked.db, doingOf(asked), { name, email, passwordHash })
    if (chosen) await appoint(asked.db, doingOf(asked), { postId: chosen.postId, personId, from: from! })
    return '/people'
  },
})

const namedWithHolder = (post: PostHeld, today: Parameters<typeof holdingsOn>[1]): string => {
  const holders = holdingsOn(post.holdings, today).map(one => one.name)
  return holders.length > 0 ? `${post.title} (${holders.join(', ')})` : post.title
}
