/** One person: what they may do and why, and their number in the case system, by which children are allocated to them. */
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findColleague } from '../appointment-store.ts'
import { giveWorkerNumber } from '../appointing.ts'
import { doingOf, peopleCrumbs } from '../people-words.tsx'
import { PermissionsView } from '../permissions-view.tsx'
import { listPostsInForce } from '../reach-store.ts'

export const personPage = page({
  path: '/people/:id',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: async ({ db, params, today }) => ({
    colleague: await findColleague(db, Number(params['id']), today),
    posts: await listPostsInForce(db, Number(params['id']), today),
  }),
  title: ({ colleague }) => `What ${colleague.name} may do`,
  breadcrumbs: () => peopleCrumbs,
  form: { workerRef: text({ max: 60 }) },
  view: ({ colleague, posts }, form) => {
    form.start({ workerRef: colleague.workerRef ?? '' })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption="What they may do, and why">{colleague.name}</Heading>
        <SummaryList rows={[{ key: 'E-mail address', value: colleague.email }]} />
        <PermissionsView posts={posts} />
        <form method="post" novalidate>
          <Input
            name="workerRef"
            label="Their number in the case system"
            hint="Children are allocated to it. Leave it empty for someone who works with no child"
            width={20}
            form={form}
          />
          <Button>Save the number</Button>
        </form>
      </>
    )
  },
  async save(asked, { colleague }, { workerRef }) {
    await giveWorkerNumber(asked.db, doingOf(asked), colleague.personId, workerRef === '' ? null : workerRef)
    return `/people/${colleague.personId}`
  },
})
