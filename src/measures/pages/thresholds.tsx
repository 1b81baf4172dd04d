/** Where a measure is green and amber for this authority, in place of what its target or the measure itself gives. */
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { figureField } from '../figure-field.ts'
import type { Thresholds } from '../measure.ts'
import { settingsOn } from '../measure-settings.ts'
import { thresholdsInWords } from '../rag.ts'
import { findSettable, type Settable, written } from '../settable.ts'
import { addSetting, listSettings } from '../setting-store.ts'
import { crumbsOf, targetsAddress } from './measures-navigation.tsx'

const SHAPE = {
  usual: 'As the target or the measure has it',
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Good within a band',
  none: 'Not rated',
} as const

export const thresholdsPage = page({
  path: '/measures/thresholds',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, query, today }) {
    const measure = await findSettable(db, query.get('measure') ?? '')
    const now = settingsOn(await listSettings(db, measure.id), today).get('thresholds')?.value ?? null
    return { measure, now: now as Thresholds | null }
  },
  title: ({ measure }) => `Green and amber: ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    shape: oneOf(SHAPE, 'Select how it is rated'),
    green: figureField(),
    greenTo: figureField(),
    amber: figureField(),
    amberTo: figureField(),
    from: onDay({ missing: 'Enter the day from which it holds' }),
    why: text({ max: 1000, missing: 'Enter why it is changed' }),
    approver: text({ max: 200, missing: 'Enter who approved it' }),
  },
  view: ({ measure, now }, form, { today }) => {
    form.start({ from: today, shape: now?.shape ?? 'usual', ...edges(now) })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={measure.name}>Green and amber</Heading>
        <p class="govuk-body gt-measure">
          As the measure comes: {thresholdsInWords(measure.thresholds, written(measure.unit))} A figure is rated as it
          is, not as it is rounded; fewer than six cases are marked as small numbers.
        </p>
        <Radios name="shape" legend="How is it rated?" options={shapesFor(measure)} form={form} />
        <Edge name="green" label="Green at" measure={measure} form={form} />
        <Edge name="greenTo" label="Green up to, of a band" measure={measure} form={form} />
        <Edge name="amber" label="Amber at" measure={measure} form={form} />
        <Edge name="amberTo" label="Amber up to, of a band" measure={measure} form={form} />
        <DayInput name="from" label="From" form={form} />
        <Textarea name="why" label="Why?" rows={3} form={form} />
        <Input name="approver" label="Approved by" hint="A board, or a post" form={form} />
        <Button>Save</Button>
      </form>
    )
  },
  async save(asked, { measure }, { from, why, approver, ...given }) {
    const value = thresholdsGiven(measure, given)
    await addSetting(asked.db, doingOf(asked), measure.id, { name: 'thresholds', value, from: from!, why, approver })
    return targetsAddress(measure.id)
  },
})

/** A measure that is only compared, or good within a band, is never rated by its direction. */
const shapesFor = ({ polarity }: Settable): Partial<typeof SHAPE> => {
  const { usual, band, none } = SHAPE
  if (polarity === 'none') return { usual, none }
  return polarity === 'band' ? { usual, band, none } : { usual, [polarity]: SHAPE[polarity], band, none }
}

const Edge = ({
  name,
  label,
  measure,
  form,
}: {
  name: string
  label: string
  measure: Settable
  form: Parameters<typeof Input>[0]['form']
}) => <Input name={name} label={label} width={10} inputmode="decimal" suffix={measure.unit} form={form} />

function edges(now: Thresholds | null): Record<string, string> {
  if (now === null || now.shape === 'none') return {}
  if (now.shape === 'band')
    return {
      green: String(now.green[0]),
      greenTo: String(now.green[1]),
      amber: String(now.amber[0]),
      amberTo: String(now.amber[1]),
    }
  return { green: String(now.green), amber: String(now.amber) }
}

type Given = {
  shape: keyof typeof SHAPE
  green: number | null
  greenTo: number | null
  amber: number | null
  amberTo: number | null
}

/** Null where it is as it comes. Throws `Refused` where the edges do not make sense. */
function thresholdsGiven(measure: Settable, { shape, green, greenTo, amber, amberTo }: Given): Thresholds | null {
  if (!Object.hasOwn(shapesFor(measure), shape)) refuse('shape', 'This measure is not rated by its direction')
  if (shape === 'usual') return null
  if (shape === 'none') return { shape }
  if (green === null) return refuse('green', 'Enter where it is green')
  if (amber === null) return refuse('amber', 'Enter where it is amber')
  if (shape === 'band') {
    if (greenTo === null || greenTo <= green)
      return refuse('greenTo', 'Enter the upper end of green, above the lower end')
    if (amberTo === null || amberTo < greenTo)
      return refuse('amberTo', 'Enter the upper end of amber, no lower than that of green')
    if (amber > green) return refuse('amber', 'Amber begins below green, or where it begins')
    return { shape, green: [green, greenTo], amber: [amber, amberTo] }
  }
  const isWider = shape === 'higher' ? amber <= green : amber >= green
  if (!isWider)
    return refuse(
      'amber',
      shape === 'higher' ? 'Enter a figure no higher than green' : 'Enter a figure no lower than green',
    )
  return { shape, green, amber }
}

function refuse(field: string, words: string): never {
  throw new Refused([{ field, text: words }])
}
