/** Disposal of all that is held of children who are due and not on hold, after a review. */
import { Button, Heading, WarningText } from '../../web/components.tsx'
import { ErrorSummary, Hidden, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { disposeOfDue, listDue } from '../retention-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'

export const disposePage = page({
  ...forOfficer,
  path: '/retention/dispose',
  load: async ({ db, today }) => (await listDue(db, today)).filter(({ isHeld }) => !isHeld),
  title: () => 'Dispose of what is held',
  breadcrumbs: crumbs,
  looks: due => ({ what: 'disposal', children: due.map(({ childId }) => childId) }),
  form: {
    shown: text({ max: 2_000_000 }),
    why: text({ max: 1000, missing: 'Enter who reviewed it and why it may go' }),
  },
  view: (due, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Dispose of all that is held of {due.length === 1 ? '1 child' : `${due.length} children`}</Heading>
      <WarningText>It cannot be undone. Backups made before still hold it until they are gone too.</WarningText>
      <p class="govuk-body">{due.map(({ personRef }) => personRef).join(', ')}</p>
      <Hidden name="shown" value={due.map(({ childId }) => childId).join(' ')} />
      <Textarea name="why" label="Who reviewed it, and why may it go?" rows={3} form={form} />
      <Button kind="warning">Dispose of it</Button>
    </form>
  ),
  async save({ db, person, today }, _due, { shown, why }) {
    const these = shown
      .split(' ')
      .filter(one => /^\d{1,9}$/.test(one))
      .map(Number)
    const gone = await disposeOfDue(db, person, today, { shown: these, why })
    if (gone === 0) throw new Refused([{ field: null, text: 'Nothing is due that was shown: look at the list again' }])
    return '/retention'
  },
})
