/**
 * Edit an action's words. Where two people edit at once, the second is shown what the first changed: what only one of them
 * touched is merged, what both touched is theirs to settle. Nothing is overwritten unseen.
 */
import { Button, Details, Heading, InsetText, WarningText } from '../../web/components.tsx'
import { ErrorSummary, Hidden, Input, Textarea } from '../../web/fields.tsx'
import { type Form, idOf, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import {
  addWording,
  type EditableWords,
  findNewestWording,
  findWording,
  listWordings,
  type Wording,
} from '../action-store.ts'
import { doingOf } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { bothTouched, EDITABLE, mergeWords } from '../merge-words.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'

export const editAction = page({
  path: '/plan/actions/:id/edit',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const action = await findActionToChange(db, idIn(params), today)
    const wordings = await listWordings(db, action.actionId)
    return { action, wordings, now: wordings[0]! }
  },
  title: ({ action }) => `Edit action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: {
    seen: idOf('Open the action again before you edit it'),
    text: text({ max: 20_000, missing: 'Enter the action' }),
    desiredOutcome: text({ max: 20_000 }),
    measureText: text({ max: 20_000 }),
    monitoredBy: text({ max: 2000 }),
    reason: text({ max: 1000, missing: 'Enter why the words change and who agreed it' }),
  },
  view: ({ action, now, wordings }, asTyped) => {
    asTyped.start({ seen: String(now.actionWordingId), ...wordsOf(field => now[field]) })
    const seen = wordings.find(wording => String(wording.actionWordingId) === asTyped.text('seen')) ?? now
    const overtaken = seen !== now
    const form = overtaken ? mergedForm(asTyped, seen, now) : asTyped
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Action ${action.ref}`}>Edit the action</Heading>
        {overtaken && <Overtaken form={form} now={now} />}
        <Hidden name="seen" value={now.actionWordingId} />
        <Textarea name="text" label={FIELD_NAME.text} rows={5} form={form} />
        <Textarea name="desiredOutcome" label={FIELD_NAME.desiredOutcome} rows={3} form={form} />
        <Textarea name="measureText" label={FIELD_NAME.measureText} rows={4} form={form} />
        <Input name="monitoredBy" label={FIELD_NAME.monitoredBy} form={form} />
        <Textarea name="reason" label="Why do the words change, and who agreed it?" rows={2} form={form} />
        <Details summary="What happens to the words as they are now?">
          They stay in the action's history, with who changed them, when and why.
        </Details>
        <Button>{overtaken ? 'Save the words above' : 'Save'}</Button>
      </form>
    )
  },
  async save(asked, { action }, given) {
    const now = await findNewestWording(asked.db, action.actionId)
    const seen = (await findWording(asked.db, action.actionId, given.seen)) ?? now
    const clashes = bothTouched(seen, now, given)
    if (clashes.length > 0)
      throw new Refused(
        clashes.map(field => ({
          field,
          text: `${FIELD_NAME[field]} was changed by ${now.by} while you were editing: settle the words, then save`,
        })),
      )
    const merged = mergeWords(seen, now, given)
    if (EDITABLE.every(field => merged[field] === now[field]))
      throw new Refused([{ field: 'text', text: 'Nothing was changed' }])
    await addWording(asked.db, doingOf(asked), action.actionId, merged, given.reason)
    return actionAddress(action.actionId)
  },
})

/** What the other person left, beside what this one typed, for each part that still differs. */
const Overtaken = ({ form, now }: { form: Form; now: Wording }) => (
  <>
    <WarningText>
      {now.by} changed this action while you were editing it: {now.reason || 'no reason given'}
    </WarningText>
    {EDITABLE.filter(field => now[field] !== form.text(field)).map(field => (
      <InsetText>
        <strong>
          {FIELD_NAME[field]} as {now.by} left it
        </strong>
        <br />
        {now[field] || 'Empty'}
      </InsetText>
    ))}
  </>
)

const wordsOf = (text: (field: keyof EditableWords) => string) =>
  Object.fromEntries(EDITABLE.map(field => [field, text(field)])) as EditableWords

/** The form with what only the other person changed taken in, so that saving it again loses nothing of theirs. */
function mergedForm(form: Form, seen: EditableWords, now: EditableWords): Form {
  const merged: Record<string, string> = mergeWords(seen, now, wordsOf(form.text))
  return {
    ...form,
    text: field => merged[field] ?? form.text(field),
    texts: field => (field in merged ? [merged[field]!] : form.texts(field)),
  }
}

const FIELD_NAME: Record<keyof EditableWords, string> = {
  text: 'Action',
  desiredOutcome: 'Desired outcome',
  measureText: 'How we will measure it',
  monitoredBy: 'Monitored by',
}
