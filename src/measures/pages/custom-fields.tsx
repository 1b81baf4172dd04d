/** The fields of the form of a measure of the authority's own, for the rows that were chosen. */
import type { Team } from '../../people/team.ts'
import { Details } from '../../web/components.tsx'
import { Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import type { Form } from '../../web/form.ts'
import type { Countable } from '../custom/countable.ts'
import { CUSTOM_POLARITY, CUSTOM_UNIT, STANDING_OF, TEST_KIND } from '../custom-definition.ts'
import { doneChoices, endReasons, startChoices } from '../custom-form.ts'
import { BASIS, MEASURE_AREA } from '../measure.ts'

type Asked = { rows: Countable; teams: readonly Team[]; form: Form }

export const CustomFields = (asked: Asked) => (
  <>
    <Words form={asked.form} />
    <Population {...asked} />
    <Days {...asked} />
    <Test {...asked} />
    <Rating form={asked.form} />
  </>
)

const Words = ({ form }: { form: Form }) => (
  <>
    <Input name="name" label="What is it called?" hint="As it stands in the performance book" form={form} />
    <Textarea name="tells" label="What does it tell?" hint="For a board, in plain words" rows={3} form={form} />
    <Input name="source" label="Where does the rule come from?" hint="The policy, guidance or decision" form={form} />
    <Select name="area" label="Which area is it of?" blank="Select an area" options={MEASURE_AREA} form={form} />
  </>
)

const Population = ({ rows, teams, form }: Asked) => (
  <>
    <h2 class="govuk-heading-m">Who is counted</h2>
    <Radios name="standing" legend="Which children?" options={STANDING_OF} form={form} small />
    <Input name="ageFrom" label="Aged from" hint="In years on the first day; empty for any age" width={2} inputmode="numeric" form={form} />
    <Input name="ageTo" label="Aged up to" width={2} inputmode="numeric" form={form} />
    <Problem form={form} name="where" />
    {rows.fields
      .filter(({ kind }) => kind === 'code' || kind === 'yes-no')
      .map(({ field, words, codes }) => (
        <Choose
          form={form}
          name="where"
          summary={`Only some by ${words}`}
          options={Object.entries(codes).map(([code, text]) => [`${field}:${code}`, text])}
        />
      ))}
    <Choose
      form={form}
      name="teams"
      summary="Only some teams, by who held the case on the first day"
      options={teams.flatMap(({ teamRef, name }) => (teamRef === null ? [] : [[teamRef, name] as [string, string]]))}
    />
  </>
) // prettier-ignore

const Days = ({ rows, form }: Asked) => {
  const starts = startChoices(rows)
  return (
    <>
      <h2 class="govuk-heading-m">From when to when</h2>
      <Select
        name="start"
        label="From which day?"
        hint="A day of a record it names holds for the first on that record; later ones run from their own day"
        blank="Select a day"
        options={starts}
        form={form}
      />
      <Select
        name="done"
        label="To which day?"
        hint="A day of its own, or the next event for the same child. Not needed to count how many"
        blank="None"
        options={doneChoices(rows)}
        form={form}
      />
      <Select
        name="ended"
        label="Is it no longer asked for after a day?"
        hint="Ended by then and not done, it is left out"
        blank="No"
        options={starts}
        form={form}
      />
      {endReasons(rows).map(({ of, codes }) => (
        <Choose form={form} name="endedWhere" summary={`Only where it ended for some of ${of}`} options={Object.entries(codes)} />
      ))}
    </>
  ) // prettier-ignore
}

const Test = ({ rows, form }: Asked) => (
  <>
    <h2 class="govuk-heading-m">What counts</h2>
    <Radios name="test" legend="What is the figure?" options={TEST_KIND} form={form} small />
    <Input name="count" label="Within how many?" hint="Of a length of time" width={4} inputmode="numeric" form={form} />
    <Select
      name="unit"
      label="Of what?"
      hint="Of a length of time; for an average, days or working days"
      blank="None"
      options={CUSTOM_UNIT}
      form={form}
    />
    <Select
      name="yesField"
      label="Which field says yes or no?"
      blank="None"
      options={rows.fields.flatMap(({ field, kind, words }) =>
        kind === 'yes-no' ? [{ value: field, text: words }] : [],
      )}
      form={form}
    />
    <Radios name="basis" legend="Which cases does a period hold?" options={BASIS} form={form} small />
  </>
)

const Rating = ({ form }: { form: Form }) => (
  <>
    <h2 class="govuk-heading-m">How it is rated</h2>
    <Radios name="polarity" legend="Which way is better?" options={CUSTOM_POLARITY} form={form} small />
    <Input name="green" label="Green from" hint="Empty where it is not rated" width={5} form={form} />
    <Input name="amber" label="Amber from" width={5} form={form} />
  </>
)

const Problem = ({ form, name }: { form: Form; name: string }) => {
  const problem = form.problem(name)
  return problem === null ? null : (
    <p class="govuk-error-message" id={name}>
      {problem}
    </p>
  )
}

/** Boxes to tick, folded away until they are wanted: open where some are ticked. */
const Choose = ({ form, name, summary, options }: { form: Form; name: string; summary: string; options: readonly (readonly [string, string])[] }) => {
  const chosen = form.texts(name)
  return options.length === 0 ? null : (
    <Details summary={summary} open={options.some(([value]) => chosen.includes(value))}>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">{summary}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {options.map(([value, text]) => (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`${name}-${value}`}
                name={name}
                type="checkbox"
                value={value}
                checked={chosen.includes(value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`${name}-${value}`}>
                {text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </Details>
  )
} // prettier-ignore
