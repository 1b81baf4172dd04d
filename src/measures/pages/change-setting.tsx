/** Change how a measure is counted, one setting at a time, from a day and with the reason; and put back what was before a change. */
import { shortDay } from '../../terms/day.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, InsetText, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { figureIn } from '../figure-field.ts'
import { AMBER, type Asked, settingInWords, settingsAsked, settingsOn, valueBefore } from '../measure-settings.ts'
import { findSettable } from '../settable.ts'
import { addSetting, findSetting, listSettings, type SettingValue } from '../setting-store.ts'
import { crumbsOf, targetsAddress } from './measures-navigation.tsx'

/** What the form sends for "as it comes": no setting has it as a value. */
const AS_IT_COMES = 'as-it-comes'

export const changeSettingPage = page({
  path: '/measures/settings',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, query, today }) {
    const measure = await findSettable(db, query.get('measure') ?? '')
    const setting = [...settingsAsked(measure.measure), AMBER].find(({ name }) => name === query.get('name'))
    if (!setting) throw new NotFound('such setting')
    const now = settingsOn(await listSettings(db, measure.id), today).get(setting.name)?.value ?? null
    return { measure, setting, now }
  },
  title: ({ measure, setting }) => `${setting.words.replace(/\?$/, '')}: ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    value: text({ max: 40, missing: 'Say what it is from then on' }),
    from: onDay({ missing: 'Enter the day from which it holds' }),
    why: text({ max: 1000, missing: 'Enter why it is changed' }),
    approver: text({ max: 200 }),
  },
  view: ({ measure, setting, now }, form, { today }) => {
    form.start({ from: today, value: typedAs(setting, now) })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={measure.name}>{setting.words}</Heading>
        <InsetText>
          {setting.name === AMBER.name
            ? 'It changes how figures are rated, and no figure. Thresholds of the authority’s own go before it.'
            : 'Figures are worked out with it when records are next brought in, for every month shown: a series is never counted in two ways. What was reported before stays as it was reported.'}
        </InsetText>
        {setting.options ? (
          <Radios
            name="value"
            legend={setting.words}
            hint={setting.hint}
            options={{ [AS_IT_COMES]: usualWords(setting), ...setting.options }}
            form={form}
          />
        ) : (
          <Input
            name="value"
            label={setting.words}
            hint={`As it comes: ${setting.usual}`}
            width={10}
            inputmode="decimal"
            form={form}
          />
        )}
        <DayInput name="from" label="From" form={form} />
        <Textarea name="why" label="Why?" hint="The protocol or policy that says so" rows={3} form={form} />
        <Input name="approver" label="Approved by" form={form} />
        <Button>Change it</Button>
      </form>
    )
  },
  async save(asked, { measure, setting }, { value, from, why, approver }) {
    const given = valueGiven(setting, value)
    await addSetting(asked.db, doingOf(asked), measure.id, {
      name: setting.name,
      value: given,
      from: from!,
      why,
      approver,
    })
    return targetsAddress(measure.id)
  },
})

/** The choice or number that stands now, as the form has it. */
function typedAs({ options, usual }: Asked, now: SettingValue): string {
  if (now === null) return options ? AS_IT_COMES : String(usual ?? '')
  return typeof now === 'object' && 'points' in now ? String(now.points) : String(now)
}

const usualWords = (setting: Asked): string =>
  setting.usual === null
    ? 'As its clock has it'
    : `As it comes: ${settingInWords(setting, setting.usual).toLowerCase()}`

/** Null where it is as it comes. Throws `Refused` where it is none of the choices, or no number of 0 or more. */
function valueGiven({ name, options, usual }: Asked, typed: string): SettingValue {
  if (typed === AS_IT_COMES) return null
  if (options && !Object.hasOwn(options, typed))
    throw new Refused([{ field: 'value', text: 'Select one of the options' }])
  if (options && typeof usual !== 'number') return typed
  const value = figureIn(typed)
  if (value === null || value < 0)
    throw new Refused([{ field: 'value', text: `Enter a number of 0 or more: "${typed.slice(0, 20)}" is not one` }])
  if (value === usual) return null
  return name === AMBER.name ? { points: value, share: value / 100 } : value
}

export const putBackPage = page({
  path: '/measures/settings/:id/put-back',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, params }) {
    const change = await findSetting(db, Number(params['id']))
    const measure = await findSettable(db, change.measure)
    const setting = [...settingsAsked(measure.measure), AMBER].find(({ name }) => name === change.name)
    return { change, measure, setting, before: valueBefore(await listSettings(db, measure.id), change) }
  },
  title: ({ measure }) => `Put back a setting of ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    from: onDay({ missing: 'Enter the day from which it is put back' }),
    why: text({ max: 1000, missing: 'Enter why it is put back' }),
  },
  view: ({ change, measure, setting, before }, form, { today }) => {
    form.start({ from: today })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={measure.name}>Put back a setting</Heading>
        <SummaryList
          rows={[
            { key: 'Setting', value: setting?.words ?? 'Green and amber' },
            { key: 'Set to', value: `${settingInWords(setting, change.value)}, from ${shortDay(change.from)}` },
            { key: 'Put back to', value: settingInWords(setting, before) },
          ]}
        />
        <DayInput name="from" label="From" form={form} />
        <Textarea name="why" label="Why?" rows={3} form={form} />
        <Button>Put it back</Button>
      </form>
    )
  },
  async save(asked, { change, measure, before }, { from, why }) {
    const given = { name: change.name, value: before, from: from!, why, approver: '' }
    await addSetting(asked.db, doingOf(asked), measure.id, given)
    return targetsAddress(measure.id)
  },
})
