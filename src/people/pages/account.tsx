/** Your account: who you are here, the posts you hold, and acting in another of them. */
import { longDay } from '../../terms/day.ts'
import { PERMISSION, ROLE } from '../../terms/permission.ts'
import { addEvent } from '../../store/event.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Radios } from '../../web/fields.tsx'
import { type Form, idOf, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import type { HeldPost } from '../post.ts'
import { actIn, findPerson, listHeldPosts } from '../store.ts'

export const accountPage = page({
  path: '/account',
  may: 'be-signed-in',
  section: 'Account',
  load: async ({ db, person, today }) => ({
    person,
    known: await findPerson(db, person.personId),
    posts: await listHeldPosts(db, person.personId, today),
  }),
  form: { post: idOf('Select the post to act in') },
  title: () => 'Your account',
  view: ({ person, known, posts }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading>Your account</Heading>
      <AccountNavigation current="/account" person={person} />
      <SummaryList
        rows={[
          { key: 'Name', value: known.name },
          { key: 'E-mail address', value: known.email },
          { key: 'You act as', value: person.postTitle ?? 'Nothing: you hold no post at the moment' },
          { key: 'You may', value: <Permissions role={person.role} /> },
        ]}
      />
      {posts.length > 1 && <ActInAnother posts={posts} form={form.start({ post: String(person.postId ?? '') })} />}
    </>
  ),
  async save({ db, person, session, today }, _, given) {
    const posts = await listHeldPosts(db, person.personId, today)
    if (!posts.some(({ postId }) => postId === given.post))
      throw new Refused([{ field: 'post', text: 'Select a post that you hold' }], 'post-not-held')
    await actIn(db, session, given.post)
    await addEvent(db, { ...person, postId: given.post }, 'change-post', 'post', given.post)
    return '/account'
  },
})

const Permissions = ({ role }: { role: keyof typeof ROLE | null }) => (
  <ul class="govuk-list gt-tight">
    {role === null ? (
      <li>Only see your own account</li>
    ) : (
      ROLE[role].may.map(permission => <li>{PERMISSION[permission]}</li>)
    )}
  </ul>
)

const ActInAnother = ({ posts, form }: { posts: HeldPost[]; form: Form }) => (
  <form method="post">
    <Radios
      name="post"
      legend="Act in another of your posts"
      hint="What you may see and do is what the post may. What you do is recorded under it."
      options={posts.map(({ postId, title, organisation, from }) => ({
        value: postId,
        text: title,
        hint: `${organisation}, since ${longDay(from)}`,
      }))}
      form={form}
      small
    />
    <Button kind="secondary">Act in this post</Button>
  </form>
)
