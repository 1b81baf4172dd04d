/**
 * What a form is made of. Each takes the name of the field, its label and the form, and shows what was typed and what is
 * wrong with it. `Radios` and `Checkboxes` have a `legend`, as they are a group.
 */
import { isDay } from '../terms/day.ts'
import type { FieldProblem, Form } from './form.ts'
import { govuk } from './macros.ts'

type Asked = { name: string; label: string; hint?: string; form: Form }
type Grouped = { name: string; legend: string; hint?: string; form: Form }

/** Options by their key, or as a list where they need a hint of their own. */
export type Options = Readonly<Record<string, string>> | readonly Option[]
export type Option = { value: string | number; text: string; hint?: string }

const listed = (options: Options): readonly Option[] =>
  Array.isArray(options)
    ? (options as readonly Option[])
    : Object.entries(options as Record<string, string>).map(([value, text]) => ({ value, text }))

const common = ({ name, hint, form }: { name: string; hint?: string; form: Form }) => {
  const problem = form.problem(name)
  return { name, ...(hint && { hint: { text: hint } }), ...(problem && { errorMessage: { text: problem } }) }
}
const labelOf = (label: string) => ({ text: label, classes: 'govuk-label--s' })
const legendOf = (legend: string) => ({ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } })
const hintOf = (hint?: string) => (hint ? { hint: { text: hint } } : {})

/** Everything that is to be put right, above the form; nothing where nothing is. */
export const ErrorSummary = ({ problems }: { problems: FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <>
      {govuk('error-summary', {
        titleText: 'There is a problem',
        errorList: problems.map(({ field, text }) => (field ? { text, href: `#${field}` } : { text })),
      })}
    </>
  )

type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30
/** One line of text. `width` is in characters. `autocomplete` as HTML names it, for what is about the person themselves. */
export const Input = (
  asked: Asked & {
    width?: InputWidth
    type?: 'text' | 'email' | 'search'
    autocomplete?: string
    inputmode?: 'numeric' | 'decimal'
    prefix?: string
    suffix?: string
  },
) => (
  <>
    {govuk('input', {
      ...common(asked),
      id: asked.name,
      label: labelOf(asked.label),
      value: asked.form.text(asked.name),
      ...(asked.width && { classes: `govuk-input--width-${asked.width}` }),
      ...(asked.type && { type: asked.type }),
      ...(asked.type === 'email' && { spellcheck: false }),
      ...(asked.autocomplete && { autocomplete: asked.autocomplete }),
      ...(asked.inputmode && { inputmode: asked.inputmode }),
      ...(asked.prefix && { prefix: { text: asked.prefix } }),
      ...(asked.suffix && { suffix: { text: asked.suffix } }),
    })}
  </>
)

/** A secret: never shown again, whatever was typed. */
export const PasswordInput = (asked: Asked & { autocomplete: 'current-password' | 'new-password' }) => (
  <>
    {govuk('password-input', {
      ...common(asked),
      id: asked.name,
      label: labelOf(asked.label),
      autocomplete: asked.autocomplete,
    })}
  </>
)

/** Several lines. `max` shows how many characters are left, where the browser runs scripts. */
export const Textarea = (asked: Asked & { rows?: number; max?: number }) => {
  const options = {
    ...common(asked),
    id: asked.name,
    label: labelOf(asked.label),
    value: asked.form.text(asked.name),
    rows: String(asked.rows ?? 4),
  }
  return (
    <>
      {asked.max
        ? govuk('character-count', { ...options, maxlength: String(asked.max), threshold: '75' })
        : govuk('textarea', options)}
    </>
  )
}

/** A list to choose one from. `blank` is what its first, empty line says; without it there is none. */
export const Select = (asked: Asked & { options: Options; blank?: string }) => (
  <>
    {govuk('select', {
      ...common(asked),
      id: asked.name,
      label: labelOf(asked.label),
      items: [...(asked.blank === undefined ? [] : [{ value: '', text: asked.blank }]), ...listed(asked.options)].map(
        ({ value, text }) => ({ value: String(value), text, selected: asked.form.text(asked.name) === String(value) }),
      ),
    })}
  </>
)

export const Radios = (asked: Grouped & { options: Options; small?: boolean; inline?: boolean }) => (
  <>
    {govuk('radios', {
      ...common(asked),
      fieldset: legendOf(asked.legend),
      classes: [asked.small && 'govuk-radios--small', asked.inline && 'govuk-radios--inline'].filter(Boolean).join(' '),
      items: listed(asked.options).map(({ value, text, hint }) => ({
        value: String(value),
        text,
        ...hintOf(hint),
        checked: asked.form.text(asked.name) === String(value),
      })),
    })}
  </>
)

export const Checkboxes = (asked: Grouped & { options: Options; small?: boolean }) => (
  <>
    {govuk('checkboxes', {
      ...common(asked),
      fieldset: legendOf(asked.legend),
      classes: asked.small ? 'govuk-checkboxes--small' : '',
      items: listed(asked.options).map(({ value, text, hint }) => ({
        value: String(value),
        text,
        ...hintOf(hint),
        checked: asked.form.texts(asked.name).includes(String(value)),
      })),
    })}
  </>
)

/** One box to tick, for `ticked()`. */
export const Checkbox = (asked: Asked & { small?: boolean }) => (
  <>
    {govuk('checkboxes', {
      ...common({ name: asked.name, form: asked.form }),
      classes: asked.small ? 'govuk-checkboxes--small' : '',
      items: [
        { value: 'yes', text: asked.label, ...hintOf(asked.hint), checked: asked.form.texts(asked.name).length > 0 },
      ],
    })}
  </>
)

/** A day in one box, as people write it: 22/11/2026. */
export const DayInput = (asked: Asked) => (
  <>
    {govuk('input', {
      ...common({ ...asked, hint: asked.hint ?? 'For example, 22/11/2026' }),
      id: asked.name,
      label: labelOf(asked.label),
      value: asWritten(asked.form.text(asked.name)),
      classes: 'govuk-input--width-10',
      inputmode: 'numeric',
      spellcheck: false,
    })}
  </>
)

const asWritten = (typed: string) => (isDay(typed) ? typed.split('-').reverse().join('/') : typed)

/** A file. `accept` is what the browser offers first (`.docx,.xlsx`); what came is checked all the same. The form must say `enctype="multipart/form-data"`. */
export const FileUpload = (asked: Asked & { accept?: string; multiple?: boolean }) => (
  <>
    {govuk('file-upload', {
      ...common(asked),
      id: asked.name,
      label: labelOf(asked.label),
      javascript: true,
      ...(asked.multiple && { multiple: true }),
      ...(asked.accept && { attributes: { accept: asked.accept } }),
    })}
  </>
)

/** What the form carries along without showing it. */
export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={String(value)} />
)
