/** What is set of measures: their targets, where a series begins anew, how each is counted and rated. Of all, or of one (`?measure=`). */
import { type Day, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { linkAsAt } from '../../web/as-at.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { goalInWords, listSettable, type Settable } from '../settable.ts'
import { settingsAsAt, type SettingSaid } from '../setting-store.ts'
import { type MeasureTarget, type Rebase, rebasesAsAt, targetsAsAt } from '../target-store.ts'
import { nextTarget, reachedOn, targetInForce } from '../target.ts'
import { findMeasureSet, MeasureSet } from './measure-set.tsx'
import { MeasuresNavigation, targetsAddress } from './measures-navigation.tsx'

export const targetsPage = page({
  path: '/measures/targets',
  may: 'see-public-figures',
  section: 'Measures',
  dated: true,
  async load({ db, person, asAt, query }) {
    const id = query.get('measure')
    if (id) return { one: await findMeasureSet(db, person, id, asAt), all: null }
    const [measures, targets, rebases, settings] = await Promise.all([
      listSettable(db),
      targetsAsAt(db, asAt),
      rebasesAsAt(db, asAt),
      settingsAsAt(db, asAt),
    ])
    return { one: null, all: { measures, targets, rebases, settings } }
  },
  title: ({ one }) => (one ? `${one.measure.name}: targets and settings` : 'Targets'),
  view: ({ one, all }, _form, asked) =>
    one ? (
      <MeasureSet set={one} asked={asked} />
    ) : (
      <>
        <Heading>Targets</Heading>
        <MeasuresNavigation current="targets" asked={asked} />
        <WhatIsSet all={all!} asked={asked} />
      </>
    ),
})

type All = {
  measures: Settable[]
  targets: Map<string, MeasureTarget[]>
  rebases: Map<string, Rebase[]>
  settings: SettingSaid[]
}

const WhatIsSet = ({ all, asked }: { all: All; asked: Asked }) => {
  const { measures, targets, rebases, settings } = all
  const changed = Map.groupBy(settings, ({ measure }) => measure)
  const set = measures.filter(({ id }) => targets.has(id) || rebases.has(id) || changed.has(id))
  return (
    <>
      <Table
        caption="Measures of which something is set"
        captionHidden
        rows={set}
        columns={[
          {
            heading: 'Measure',
            names: true,
            width: 'wide',
            cell: one => (
              <a class="govuk-link" href={linkAsAt(asked, targetsAddress(one.id))}>
                {one.name}
              </a>
            ),
          },
          { heading: 'Target in force', cell: one => inForceWords(one, targets.get(one.id), asked.asAt) },
          { heading: 'Next', cell: one => nextWords(one, targets.get(one.id), asked.asAt) },
          {
            heading: 'Begins anew',
            cell: one =>
              rebases
                .get(one.id)
                ?.map(({ from }) => shortDay(from))
                .join(', '),
          },
          { heading: 'Settings changed', number: true, cell: one => changed.get(one.id)?.length ?? '' },
        ]}
        empty={
          <Empty title="Nothing is set yet">
            Every measure is counted and rated as it comes, and has no target until the authority sets its own.
          </Empty>
        }
      />
      {may(asked.person, 'set-measures') && <PickMeasure measures={measures} />}
    </>
  )
}

const inForceWords = ({ unit }: Settable, targets: MeasureTarget[] = [], on: Day) => {
  const target = targetInForce(targets, on)
  return target && `${goalInWords(unit, target)}, since ${shortDay(reachedOn(target))}`
}

const nextWords = ({ unit }: Settable, targets: MeasureTarget[] = [], on: Day) => {
  const target = nextTarget(targets, on)
  return target && `${goalInWords(unit, target)} by ${shortDay(reachedOn(target))}`
}

/** Goes to what is set of a measure, where it is changed. */
const PickMeasure = ({ measures }: { measures: Settable[] }) => (
  <form method="get" action="/measures/targets">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="measure">
        Set something of a measure
      </label>
      <select class="govuk-select gt-wide-select" id="measure" name="measure">
        {[...Map.groupBy(measures, ({ area }) => area)].map(([area, own]) => (
          <optgroup label={area}>
            {own.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
    <Button kind="secondary">Go to the measure</Button>
  </form>
)
