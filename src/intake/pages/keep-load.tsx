/** Keep a staged load. What looks as if it were another council's, or half an extract, is asked about first. */
import { NotFound } from '../../store/not-found.ts'
import { addEvent } from '../../store/event.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Heading, InsetText, WarningText } from '../../web/components.tsx'
import { Checkboxes, ErrorSummary, Textarea } from '../../web/fields.tsx'
import { Refused, text, texts } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findLoad } from '../load-store.ts'
import { askToKeep, setAsideBy } from '../load-work.ts'
import { rowsRead } from '../load.ts'
import { standsAgainst } from '../load-doubts.ts'
import { byOf } from './load-actions.ts'
import { figure, loadAddress, loadCrumbs, loadName } from './load-words.tsx'

export const keepLoadPage = page({
  path: '/data/loads/:id/keep',
  may: 'load-children',
  section: 'Data',
  async load({ db, params }) {
    const load = await findLoad(db, Number(params['id']))
    return { load, against: await standsAgainst(db, load) }
  },
  title: ({ load }) => `Keep ${loadName(load)}`,
  breadcrumbs: ({ load }) => loadCrumbs(load),
  form: { sure: texts() },
  view: ({ load, against: { refused, doubts } }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={loadName(load)}>Keep this load</Heading>
      {refused ? (
        <>
          <WarningText>{refused}</WarningText>
          <Button kind="secondary" href={loadAddress(load)}>
            Back to the load
          </Button>
        </>
      ) : (
        <>
          <InsetText>
            {figure(rowsRead(load).kept)} rows become the records as at {longDay(load.asAt)}. Figures are worked out
            from them at once. What was known before stays as it was.
          </InsetText>
          {doubts.length > 0 && (
            <Checkboxes
              name="sure"
              legend="Look at this first, and tick what is as it should be"
              options={doubts.map(({ id, doubt }) => ({ value: id, text: doubt }))}
              form={form}
            />
          )}
          <Button>Keep this load</Button>
        </>
      )}
    </form>
  ),
  async save({ db, person }, { load, against: { refused, doubts } }, { sure }) {
    if (refused) throw new Refused([{ field: null, text: refused }])
    const unseen = doubts.filter(({ id }) => !sure.includes(id))
    if (unseen.length > 0)
      throw new Refused([
        { field: 'sure', text: 'Tick what is as it should be. Where it is not, go back and set the load aside' },
      ])
    const by = byOf(person)
    if (doubts.length > 0)
      await addEvent(db, by, 'answer-doubts', 'snapshot', load.snapshotId, { doubts: doubts.map(({ id }) => id) })
    await askToKeep(db, load.snapshotId, by)
    return loadAddress(load)
  },
})

export const setAsideLoad = page({
  path: '/data/loads/:id/set-aside',
  may: 'load-children',
  section: 'Data',
  async load({ db, params }) {
    const load = await findLoad(db, Number(params['id']))
    if (!['reading', 'refused', 'staged'].includes(load.state)) throw new NotFound('load that can be set aside')
    return load
  },
  title: load => `Set aside ${loadName(load)}`,
  breadcrumbs: load => loadCrumbs(load),
  form: { why: text({ max: 500, missing: 'Say why it is set aside' }) },
  view: (load, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={loadName(load)}>Set this load aside</Heading>
      <p class="govuk-body gt-measure">
        None of its records are kept, and its files are removed. What was wrong in it stays to look at.
      </p>
      <Textarea name="why" label="Why?" rows={2} form={form} />
      <Button kind="warning">Set aside</Button>
    </form>
  ),
  async save({ db, person }, load, { why }) {
    await setAsideBy(db, load.snapshotId, byOf(person), why)
    return loadAddress(load)
  },
})
