/** Add evidence to an action: what it is, what it shows, and the day it speaks of apart from the day it is added. */
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text } from '../../web/form.ts'
import { NotAllowed, page } from '../../web/page.tsx'
import { EVIDENCE, SHOWS } from '../action.ts'
import { addEvidence } from '../action-store.ts'
import { doingOf, mayUpdate } from '../doing.ts'
import { findAction } from '../store.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'

export const addActionEvidence = page({
  path: '/plan/actions/:id/evidence',
  may: 'update-own-actions',
  section: 'Plan',
  async load({ db, today, params, person }) {
    const action = await findAction(db, idIn(params), today)
    if (!mayUpdate(person, action))
      throw new NotAllowed(
        'Only the posts that lead this action, or those who may edit the plan, can add evidence to it',
      )
    return action
  },
  title: action => `Add evidence to action ${action.ref}`,
  breadcrumbs: actionCrumbs,
  form: {
    kind: oneOf(EVIDENCE, 'Select what kind of evidence it is'),
    title: text({ max: 200, missing: 'Enter what it is' }),
    text: text({ max: 4000 }),
    shows: oneOf(SHOWS, 'Select what it shows'),
    speaksOfOn: onDay({ missing: 'Enter the day it speaks of' }),
  },
  view: (action, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>Add evidence</Heading>
      <p class="govuk-body gt-measure">{action.text}</p>
      <Radios name="kind" legend="What kind of evidence is it?" options={EVIDENCE} form={form} small />
      <Input
        name="title"
        label="What is it?"
        hint="Case file audit of 20 assessments, October 2026. Never a child's name"
        form={form}
      />
      <Textarea name="text" label="What does it say?" rows={4} max={4000} form={form} />
      <Radios name="shows" legend="What does it show?" options={SHOWS} form={form} small />
      <DayInput
        name="speaksOfOn"
        label="Which day does it speak of?"
        hint="The last day of the period it looks at. For example, 31/10/2026"
        form={form}
      />
      <Button>Add evidence</Button>
    </form>
  ),
  async save(asked, action, given) {
    if (given.speaksOfOn! > asked.today)
      throw new Refused([{ field: 'speaksOfOn', text: 'Evidence cannot speak of a day to come' }])
    await addEvidence(asked.db, doingOf(asked), {
      ...given,
      speaksOfOn: given.speaksOfOn!,
      actionId: action.actionId,
      findingId: null,
      documentId: null,
    })
    return `${actionAddress(action.actionId)}#evidence`
  },
})
