/** Set a target or a milestone of a measure, with who agreed it and why; and withdraw one. Neither changes what was set before. */
import { isDay, shortDay } from '../../terms/day.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { figureField, figureIn } from '../figure-field.ts'
import { findSettable, goalInWords, type Settable } from '../settable.ts'
import { addTarget, findTarget, withdrawTarget } from '../target-store.ts'
import type { PlannedPoint } from '../target.ts'
import { crumbsOf, targetsAddress } from './measures-navigation.tsx'

export const setTargetPage = page({
  path: '/measures/targets/set',
  may: 'set-measures',
  section: 'Measures',
  load: async ({ db, query }) => ({ measure: await findSettable(db, query.get('measure') ?? '') }),
  title: ({ measure }) => `Set a target of ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    value: figureField({ missing: 'Enter the target' }),
    upTo: figureField(),
    from: onDay({ missing: 'Enter the day from which it holds' }),
    by: onDay(),
    trajectory: text({ max: 2000 }),
    why: text({ max: 1000, missing: 'Enter why this is the target' }),
    approver: text({ max: 200, missing: 'Enter who approved it' }),
  },
  view: ({ measure }, form, { today }) => {
    form.start({ from: today })
    const isShare = measure.unit === '%'
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={measure.name}>Set a target</Heading>
        <Input
          name="value"
          label={measure.polarity === 'band' ? 'From' : 'Target'}
          width={10}
          inputmode="decimal"
          suffix={measure.unit}
          form={form}
        />
        <Input
          name="upTo"
          label={measure.polarity === 'band' ? 'To' : 'Up to'}
          hint={
            measure.polarity === 'band'
              ? 'This measure is good within a band: give both ends'
              : 'Only where the target is a band'
          }
          width={10}
          inputmode="decimal"
          suffix={measure.unit}
          form={form}
        />
        <DayInput name="from" label="Agreed to hold from" form={form} />
        <DayInput
          name="by"
          label="To be reached by"
          hint="For a milestone, such as 31/03/2027. Leave empty where it holds from the start"
          form={form}
        />
        <Textarea
          name="trajectory"
          label="The line towards it"
          hint={`One point on each line, a date and a figure: 31/12/2026 ${isShare ? '75%' : '75'}. Leave empty for a straight line`}
          rows={3}
          form={form}
        />
        <Textarea
          name="why"
          label="Why?"
          hint="The finding, notice or agreement that it comes from"
          rows={3}
          form={form}
        />
        <Input name="approver" label="Approved by" hint="A board, or a post" form={form} />
        <Button>Set the target</Button>
      </form>
    )
  },
  async save(asked, { measure }, { value, upTo, from, by, trajectory, why, approver }) {
    refuseUnfit(measure, value!, upTo)
    if (by !== null && by < from!)
      throw new Refused([{ field: 'by', text: `It holds from ${shortDay(from!)}: enter that day or a later one` }])
    const points = pointsIn(trajectory)
    await addTarget(asked.db, doingOf(asked), measure.id, {
      value: value!,
      upTo,
      from: from!,
      by,
      trajectory: points,
      why,
      approver,
    })
    return targetsAddress(measure.id)
  },
})

function refuseUnfit({ unit, polarity }: Settable, value: number, upTo: number | null): void {
  if (upTo !== null && upTo <= value)
    throw new Refused([{ field: 'upTo', text: 'Enter a figure above the lower end of the band' }])
  if (polarity === 'band' && upTo === null)
    throw new Refused([{ field: 'upTo', text: 'Enter the upper end: this measure is good within a band' }])
  const beyond = [value, upTo ?? value].some(figure => figure < 0 || figure > 100)
  if (unit === '%' && beyond) throw new Refused([{ field: 'value', text: 'Enter a percentage from 0 to 100' }])
}

/** A point a line: `31/12/2026 75%`. Throws `Refused` naming the line that is none. */
function pointsIn(typed: string): PlannedPoint[] {
  const lines = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines
    .map(line => {
      const [, date = '', figure = ''] = /^(\S+)[\s,:;]+(\S.*)$/.exec(line) ?? []
      const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date)
      const on = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : date
      const value = figureIn(figure)
      if (!isDay(on) || value === null)
        throw new Refused([
          { field: 'trajectory', text: `Enter a date and a figure: "${line.slice(0, 40)}" is not that` },
        ])
      return { on, value }
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1))
}

export const withdrawTargetPage = page({
  path: '/measures/targets/:id/withdraw',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, params }) {
    const target = await findTarget(db, Number(params['id']))
    return { target, measure: await findSettable(db, target.measure) }
  },
  title: ({ measure }) => `Withdraw a target of ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    why: text({ max: 1000, missing: 'Enter why it is withdrawn' }),
    approver: text({ max: 200, missing: 'Enter who approved that' }),
  },
  view: ({ target, measure }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={measure.name}>Withdraw a target</Heading>
      <SummaryList
        rows={[
          { key: 'Target', value: goalInWords(measure.unit, target) },
          { key: 'To be reached', value: target.by ? `by ${shortDay(target.by)}` : `from ${shortDay(target.from)}` },
          { key: 'Set', value: `${shortDay(target.said)}, ${target.saidBy}: ${target.why}` },
        ]}
      />
      <p class="govuk-body gt-measure">It stays in sight as withdrawn, and any earlier day shows it as it stood.</p>
      <Textarea name="why" label="Why is it withdrawn?" rows={3} form={form} />
      <Input name="approver" label="Approved by" form={form} />
      <Button>Withdraw it</Button>
    </form>
  ),
  async save(asked, { target, measure }, given) {
    if (target.withdrawn) throw new Refused([{ field: null, text: 'This target was withdrawn already' }])
    await withdrawTarget(asked.db, doingOf(asked), target, given)
    return targetsAddress(measure.id)
  },
})
