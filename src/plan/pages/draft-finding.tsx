/** Correct one finding of a source that was read: its number, heading or lead, or leave it out with a reason. Its words are never edited. */
import type { SourceReading } from '../../intake/plan-reading.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, Input, Radios } from '../../web/fields.tsx'
import { oneOf, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { correctDraft, findDraft } from '../draft-store.ts'
import { idIn } from './crumbs.ts'

const IT_IS = { finding: 'A finding, as below', 'left-out': 'No finding: leave it out' } as const

/** What was left out and why, for whoever looks at the draft later. */
export type SourceCorrections = { leftOut?: { ref: string; text: string; reason: string }[] }

export const draftFinding = page({
  path: '/findings/drafts/:id/findings/:number',
  may: 'load-plan',
  section: 'Findings',
  async load({ db, params }) {
    const draft = await findDraft<'source', SourceCorrections>(db, 'source', idIn(params))
    const at = idIn(params, 'number') - 1
    const finding = draft.reading.findings[at]
    if (!finding) throw new NotFound('such finding in this reading')
    return { draft, at, finding }
  },
  title: ({ finding }) => `Correct finding ${finding.ref}`,
  breadcrumbs: ({ draft }) => [
    { text: 'Findings', href: '/findings' },
    { text: draft.name, href: `/findings/drafts/${draft.planDraftId}` },
  ],
  form: {
    is: oneOf(IT_IS, 'Select what it is'),
    was: text(),
    ref: text({ max: 60 }),
    heading: text({ max: 1000 }),
    lead: text({ max: 300 }),
    reason: text({ max: 500 }),
  },
  view: ({ finding, draft }, form) => {
    form.start({ is: 'finding', was: finding.ref, ref: finding.ref, heading: finding.heading, lead: finding.lead })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={draft.name}>Correct a finding</Heading>
        <InsetText>{finding.text}</InsetText>
        <p class="gt-small">It stands at {finding.where}. Its words stay as the document has them.</p>
        <input type="hidden" name="was" value={finding.ref} />
        <Radios name="is" legend="What is it?" options={IT_IS} form={form} small />
        <Input name="ref" label="Reference, as citations give it" form={form} width={10} />
        <Input name="heading" label="Heading it stands under" form={form} />
        <Input name="lead" label="Lead officer" form={form} />
        <Input name="reason" label="Why, if it is left out" form={form} />
        <Button>Save the correction</Button>
      </form>
    )
  },
  async save({ db }, { draft, at, finding }, given) {
    if (draft.kept) throw new Refused([{ field: null, text: 'This source was kept already' }])
    if (given.was !== finding.ref)
      throw new Refused([
        { field: null, text: 'This reading was corrected while you had the page open. Look again, then save' },
      ])
    if (given.is === 'left-out' && given.reason === '')
      throw new Refused([{ field: 'reason', text: 'Enter why it is left out' }])
    if (given.is === 'finding' && given.ref === '') throw new Refused([{ field: 'ref', text: 'Enter its reference' }])
    const leftOut = [
      ...(draft.corrections.leftOut ?? []),
      { ref: finding.ref, text: finding.text, reason: given.reason },
    ]
    const corrected = { ...finding, ref: given.ref, heading: given.heading, lead: given.lead || null }
    const findings: SourceReading['findings'] = draft.reading.findings.flatMap((one, place) =>
      place !== at ? [one] : given.is === 'left-out' ? [] : [corrected],
    )
    await correctDraft(
      db,
      draft.planDraftId,
      { ...draft.reading, findings },
      given.is === 'left-out' ? { ...draft.corrections, leftOut } : draft.corrections,
    )
    return `/findings/drafts/${draft.planDraftId}`
  },
})
