/** The form for a piece of evidence, whatever it is given to: what it is, what it shows, and the day it speaks of. */
import type { Day } from '../../terms/day.ts'
import { DayInput, Input, Radios, Textarea } from '../../web/fields.tsx'
import { type Form, oneOf, onDay, Refused, text } from '../../web/form.ts'
import { EVIDENCE, SHOWS } from '../action.ts'

export const evidenceForm = {
  kind: oneOf(EVIDENCE, 'Select what kind of evidence it is'),
  title: text({ max: 200, missing: 'Enter what it is' }),
  text: text({ max: 4000 }),
  shows: oneOf(SHOWS, 'Select what it shows'),
  speaksOfOn: onDay({ missing: 'Enter the day it speaks of' }),
}

export const EvidenceFields = ({ form }: { form: Form }) => (
  <>
    <Radios name="kind" legend="What kind of evidence is it?" options={EVIDENCE} form={form} small />
    <Input
      name="title"
      label="What is it?"
      hint="Case file audit of 20 assessments, October 2026. Never a child's name"
      form={form}
    />
    <Textarea
      name="text"
      label="What does it say?"
      hint="Board members and partners read it: no number of one to five children either"
      rows={4}
      max={4000}
      form={form}
    />
    <Radios name="shows" legend="What does it show?" options={SHOWS} form={form} small />
    <DayInput
      name="speaksOfOn"
      label="Which day does it speak of?"
      hint="The last day of the period it looks at. For example, 31/10/2026"
      form={form}
    />
  </>
)

/** Evidence looks back. Throws `Refused` for a day to come. */
export function refuseDayToCome(speaksOfOn: Day, today: Day) {
  if (speaksOfOn > today) throw new Refused([{ field: 'speaksOfOn', text: 'Evidence cannot speak of a day to come' }])
}
