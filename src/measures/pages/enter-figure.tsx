/** Enter a figure of an entered measure for a period, or correct the one that is there; and take one back. What was there before stays. */
import { type Day, longDay, shortDay } from '../../terms/day.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Select, Textarea } from '../../web/fields.tsx'
import { type Form, onDay, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import type { Period } from '../../terms/period.ts'
import { doingOf } from '../doing.ts'
import { type EnteredFigure, type EnteredMeasure, type Frequency, lastPeriod, latestOfEach, periodsBack, problemsOf } from '../entered-measure.ts' // prettier-ignore
import { addEnteredFigure, findEnteredMeasure, listEnteredFigures, takeBackFigure } from '../entered-store.ts'
import { figureField } from '../figure-field.ts'
import { goalInWords } from '../settable.ts'
import { enteredAddress } from './entered.tsx'
import { enteredCrumb } from './measures-navigation.tsx'

type Loaded = { measure: EnteredMeasure; figures: EnteredFigure[] }

async function loadEntered({ db, params, today }: Asked): Promise<Loaded> {
  const measure = await findEnteredMeasure(db, Number(params['id']))
  const said = await listEnteredFigures(db, { enteredMeasureId: measure.enteredMeasureId, asAt: today })
  return { measure, figures: latestOfEach(said) }
}

const crumbs = ({ measure }: Loaded) => [
  enteredCrumb,
  { text: measure.name, href: enteredAddress(measure.enteredMeasureId) },
]

export const enterFigurePage = page({
  path: '/measures/entered/:id/enter',
  may: 'enter-measures',
  section: 'Measures',
  async load(asked) {
    const loaded = await loadEntered(asked)
    if (loaded.measure.isEnded) throw new NotFound('such measure that is still entered')
    return loaded
  },
  title: ({ measure }) => `Enter a figure of ${measure.name}`,
  breadcrumbs: crumbs,
  form: {
    to: onDay({ missing: 'Say for which period it is' }),
    numerator: figureField({ least: 0 }),
    denominator: figureField({ least: 0 }),
    value: figureField(),
    note: text({ max: 1000 }),
  },
  view: ({ measure, figures }, form, { today }) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={measure.name}>Enter a figure</Heading>
      <InsetText>
        {measure.definition} {measure.source && `Given by: ${measure.source}.`}
      </InsetText>
      <PeriodField measure={measure} figures={figures} today={today} form={form} />
      <FigureFields unit={measure.unit} form={form} />
      <Textarea
        name="note"
        label="Note"
        hint="Where it comes from. For a correction, why it is corrected. Never a child’s name"
        rows={3}
        form={form}
      />
      <Button>Enter the figure</Button>
    </form>
  ),
  async save(asked, { measure, figures }, { to, note, ...given }) {
    const period = periodEnding(measure.frequency, to!, asked.today)
    const problems = problemsOf(measure.unit, given)
    if (problems.length > 0) throw new Refused(problems.map(([field, words]) => ({ field, text: words })))
    if (note === '' && figures.some(one => one.period.to === period.to))
      throw new Refused([
        { field: 'note', text: 'There is a figure of this period already: enter why it is corrected' },
      ])
    await addEnteredFigure(asked.db, doingOf(asked), measure, { period, note, ...given })
    return enteredAddress(measure.enteredMeasureId)
  },
})

/** The last year of periods, those without a figure named so; a day where the measure comes whenever it comes. */
const PeriodField = ({ measure, figures, today, form }: Loaded & { today: Day; form: Form }) => {
  const last = lastPeriod(measure.frequency, today)
  if (last === null) return <DayInput name="to" label="Of which day?" form={form} />
  const entered = new Map(figures.map(({ period, value }) => [period.to, value]))
  const periods = periodsBack(measure.frequency, last).slice(0, 13)
  const missing = periods.filter(({ to }) => !entered.has(to) && to >= measure.from).at(-1)
  form.start({ to: (missing ?? last).to })
  const options = periods.map(({ from, to }) => ({
    value: to,
    text: `${shortDay(from)} to ${shortDay(to)}${stands(measure.unit, entered, to)}`,
  }))
  return <Select name="to" label="For which period?" options={options} form={form} />
}

const stands = (unit: string, entered: Map<Day, number | null>, to: Day): string => {
  if (!entered.has(to)) return ''
  const value = entered.get(to)!
  return value === null
    ? ': no cases'
    : `: ${goalInWords(unit, { value: Number(value.toFixed(1)), upTo: null })} stands`
}

const FigureFields = ({ unit, form }: { unit: string; form: Form }) =>
  unit === '%' ? (
    <>
      <Input name="numerator" label="How many were counted?" width={10} inputmode="decimal" form={form} />
      <Input
        name="denominator"
        label="Of how many?"
        hint="Enter 0 where there were none: that is “no cases”, not 0%"
        width={10}
        inputmode="decimal"
        form={form}
      />
      <Input
        name="value"
        label="Percentage"
        hint="Only where you were given no numbers"
        width={10}
        inputmode="decimal"
        suffix="%"
        form={form}
      />
    </>
  ) : (
    <Input name="value" label="Figure" width={10} inputmode="decimal" {...(unit && { suffix: unit })} form={form} />
  )

/** The period that ends with the day, or the day alone of what comes whenever it comes. Throws `Refused` where it is not over yet. */
function periodEnding(frequency: Frequency, to: Day, today: Day): Period {
  const refused = (words: string) => new Refused([{ field: 'to', text: words }])
  if (to > today) throw refused(`${longDay(to)} is still to come`)
  if (frequency === 'once') return { from: to, to }
  const period = lastPeriod(frequency, to)!
  if (period.to !== to) throw refused('Select the period from the list')
  return period
}

export const takeBackFigurePage = page({
  path: '/measures/entered/:id/take-back',
  may: 'enter-measures',
  section: 'Measures',
  load: loadEntered,
  title: ({ measure }) => `Take a figure of ${measure.name} back`,
  breadcrumbs: crumbs,
  form: {
    to: onDay({ missing: 'Select the period' }),
    note: text({ max: 1000, missing: 'Enter why it is taken back' }),
  },
  view: ({ measure, figures }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={measure.name}>Take a figure back</Heading>
      <p class="govuk-body gt-measure">
        The period then has no figure again. What was entered stays in the history of the measure. To put another figure
        in its place, enter that instead.
      </p>
      <Select
        name="to"
        label="Of which period?"
        blank="Select a period"
        options={figures
          .toReversed()
          .map(({ period }) => ({ value: period.to, text: `${shortDay(period.from)} to ${shortDay(period.to)}` }))}
        form={form}
      />
      <Textarea name="note" label="Why?" rows={3} form={form} />
      <Button>Take it back</Button>
    </form>
  ),
  async save(asked, { measure, figures }, { to, note }) {
    const figure = figures.find(one => one.period.to === to)
    if (!figure) throw new Refused([{ field: 'to', text: 'Select a period that has a figure' }])
    await takeBackFigure(asked.db, doingOf(asked), measure, figure.period, note)
    return enteredAddress(measure.enteredMeasureId)
  },
})
