/** Saved views of the register: saving the present one by a name, and removing one. */
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { listViews, removeView, saveView } from '../view-store.ts'
import { idIn } from './crumbs.ts'

export const saveViewPage = page({
  path: '/plan/views',
  may: 'read-plan',
  section: 'Plan',
  load: async ({ query }) => query.toString(),
  title: () => 'Save this view',
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  form: { name: text({ max: 60, missing: 'Enter a name for the view' }) },
  view: (_query, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Save this view</Heading>
      <Input name="name" label="Name" hint="A view saved under the same name is replaced" form={form} width={20} />
      <Button>Save view</Button>
    </form>
  ),
  async save({ db, person }, query, { name }) {
    await saveView(db, person.personId, { name, query })
    return query === '' ? '/plan' : `/plan?${query}`
  },
})

export const removeViewPage = page({
  path: '/plan/views/:id/remove',
  may: 'read-plan',
  section: 'Plan',
  async load({ db, person, params }) {
    const view = (await listViews(db, person.personId)).find(one => one.savedViewId === idIn(params))
    if (!view) throw new NotFound('such saved view of yours')
    return view
  },
  title: view => `Remove the view ${view.name}`,
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  form: {},
  view: view => (
    <form method="post">
      <Heading>Remove the view “{view.name}”?</Heading>
      <p class="govuk-body">Only your saved view goes; no action changes.</p>
      <Button kind="warning">Remove the view</Button>
    </form>
  ),
  async save({ db, person }, view) {
    await removeView(db, person.personId, view.savedViewId)
    return '/plan'
  },
})
