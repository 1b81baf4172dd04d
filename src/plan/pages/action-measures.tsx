/** The measures that tell whether an action works: tie another, or end a tie with a reason. */
import { NotFound } from '../../store/not-found.ts'
import { measureAddress } from '../../measures/asked.ts'
import { MEASURE_AREA } from '../../measures/measure.ts'
import { type Catalogue, catalogueOf } from '../../measures/whole-catalogue.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { ErrorSummary, Select, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { listMeasuresOf, tieMeasure, untieMeasure } from '../action-measure-store.ts'
import { doingOf } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'

const nameIn = (catalogue: Catalogue, id: string) => catalogue.named(id)?.name ?? id

export const actionMeasures = page({
  path: '/plan/actions/:id/measures',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const id = idIn(params)
    const [action, tied] = await Promise.all([findActionToChange(db, id, today), listMeasuresOf(db, id, today)])
    return { action, tied, catalogue: await catalogueOf(db) }
  },
  title: ({ action }) => `Measures of action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: { measure: text({ max: 100, missing: 'Select a measure' }) },
  view: ({ action, tied, catalogue }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>Measures that tell whether it works</Heading>
      <p class="govuk-body gt-measure">{action.text}</p>
      {tied.length === 0 ? (
        <Empty title="It is followed by no measure yet" />
      ) : (
        <ul class="govuk-list">
          {tied.map(({ measure, actionMeasureId }) => (
            <li>
              <a class="govuk-link" href={measureAddress(measure)}>
                {nameIn(catalogue, measure)}
              </a>{' '}
              <a class="govuk-link gt-small" href={actionAddress(action.actionId, `/measures/${actionMeasureId}/end`)}>
                End this tie<span class="govuk-visually-hidden"> to {nameIn(catalogue, measure)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" novalidate>
        <Select
          name="measure"
          label="Follow it by another measure"
          blank="Select a measure"
          options={catalogue.measures.map(({ id, name, area }) => ({
            value: id,
            text: `${MEASURE_AREA[area]}: ${name}`,
          }))}
          form={form}
        />
        <Button>Tie</Button>
      </form>
    </>
  ),
  async save(asked, { action, tied, catalogue }, { measure }) {
    if (!catalogue.measures.some(({ id }) => id === measure))
      throw new Refused([{ field: 'measure', text: 'Select a measure' }])
    if (tied.some(one => one.measure === measure))
      throw new Refused([{ field: 'measure', text: 'The action is followed by this measure already' }])
    await tieMeasure(asked.db, doingOf(asked), action.actionId, measure)
    return actionAddress(action.actionId, '/measures')
  },
})

export const endActionMeasure = page({
  path: '/plan/actions/:id/measures/:number/end',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const action = await findActionToChange(db, idIn(params), today)
    const tie = (await listMeasuresOf(db, action.actionId, today)).find(
      one => String(one.actionMeasureId) === params['number'],
    )
    if (!tie) throw new NotFound('such measure of this action')
    return { action, tie, name: nameIn(await catalogueOf(db), tie.measure) }
  },
  title: ({ action, name }) => `End the tie of action ${action.ref} to ${name}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: { reason: text({ max: 1000, missing: 'Enter why the tie ends' }) },
  view: ({ action, name }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>End the tie to {name}</Heading>
      <p class="govuk-body gt-measure">
        From today the measure no longer stands beside this action; earlier days still show that it did.
      </p>
      <Textarea name="reason" label="Reason" rows={3} form={form} />
      <Button kind="warning">End the tie</Button>
    </form>
  ),
  async save(asked, { action, tie }, { reason }) {
    await untieMeasure(asked.db, doingOf(asked), tie.actionMeasureId, reason)
    return actionAddress(action.actionId, '/measures')
  },
})
