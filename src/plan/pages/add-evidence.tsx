/** Add evidence to an action: what it is, what it shows, and the day it speaks of apart from the day it is added. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { NotAllowed, page } from '../../web/page.tsx'
import { addEvidence } from '../action-store.ts'
import { attach, AttachFields, attachForm, readyFiles } from '../attach.tsx'
import { MOST_AT_ONCE } from '../attachment.ts'
import { doingOf, mayUpdate } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { EvidenceFields, evidenceForm, refuseDayToCome } from './evidence-form.tsx'

export const addActionEvidence = page({
  path: '/plan/actions/:id/evidence',
  may: 'update-own-actions',
  section: 'Plan',
  async load({ db, today, params, person }) {
    const action = await findActionToChange(db, idIn(params), today)
    if (!mayUpdate(person, action))
      throw new NotAllowed(
        'Only the posts that lead this action, or those who may edit the plan, can add evidence to it',
      )
    return action
  },
  title: action => `Add evidence to action ${action.ref}`,
  breadcrumbs: actionCrumbs,
  form: { ...evidenceForm, ...attachForm() },
  view: (action, form) => (
    <form method="post" enctype="multipart/form-data" novalidate data-most-bytes={String(MOST_AT_ONCE)}>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>Add evidence</Heading>
      <p class="govuk-body gt-measure">{action.text}</p>
      <EvidenceFields form={form} />
      <AttachFields label="Files, if there are any" form={form} />
      <Button>Add evidence</Button>
    </form>
  ),
  prepare: given => readyFiles(given.files),
  async save(asked, action, given, files) {
    refuseDayToCome(given.speaksOfOn!, asked.today)
    const evidenceId = await addEvidence(asked.db, doingOf(asked), {
      ...given,
      speaksOfOn: given.speaksOfOn!,
      actionId: action.actionId,
      findingId: null,
    })
    await attach(asked, evidenceId, files, given.audience)
    return `${actionAddress(action.actionId)}#evidence`
  },
})
