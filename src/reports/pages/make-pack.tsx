/** Make a board pack: for a day, against the day of the last one. It is frozen as it is made. */
import { type Day, longDay } from '../../terms/day.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary } from '../../web/fields.tsx'
import { onDay, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import type { Db } from '../../store/database.ts'
import { NotFound } from '../../store/not-found.ts'
import { findCurrentPlanId } from '../../plan/store.ts'
import { findPackOf, findSince } from '../find-pack-of.ts'
import { freeze } from '../freeze.ts'
import { describePack } from '../pack.ts'
import { addPack, findLastPackAsAt } from '../store.ts'
import { packAddress } from './addresses.ts'

export const makePack = page({
  path: '/reports/packs/make',
  may: 'make-pack',
  section: 'Reports',
  async load({ db, today }) {
    const planId = await findCurrentPlanId(db)
    if (planId === null) return null
    const lastPackAsAt = await findLastPackAsAt(db, planId, today)
    return { planId, lastPackAsAt, since: await findSince(db, lastPackAsAt, today) }
  },
  title: () => 'Make a board pack',
  breadcrumbs: () => [{ text: 'Reports', href: '/reports' }],
  form: {
    asAt: onDay({ missing: 'Enter the day that the pack tells of' }),
    since: onDay(),
  },
  view: (loaded, form, { today }) => {
    if (loaded === null)
      return <Empty title="There is no plan yet">A pack is made from the plan: load the improvement plan first.</Empty>
    form.start({ asAt: today, since: loaded.since })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Make a board pack</Heading>
        <DayInput
          name="asAt"
          label="Position as at"
          hint="Today, or an earlier day to see the plan as it stood then"
          form={form}
        />
        <DayInput
          name="since"
          label="Changes since"
          hint={
            loaded.lastPackAsAt
              ? `The last pack told of ${longDay(loaded.lastPackAsAt)}. Leave empty for a pack that compares with nothing`
              : 'No pack was made before. Leave empty for a first pack, which compares with nothing'
          }
          form={form}
        />
        <Button>Make the pack</Button>
      </form>
    )
  },
  async prepare({ asAt, since }, { today, reading }) {
    if (asAt! > today) throw new Refused([{ field: 'asAt', text: 'The day must be today or earlier' }])
    if (since !== null && since >= asAt!)
      throw new Refused([
        { field: 'since', text: 'The day to compare with must be before the day that the pack tells of' },
      ])
    const { planId, packOf } = await reading(({ db }) => findToPack(db, asAt!, since))
    return { planId, frozen: freeze(describePack(packOf)), since: packOf.before && since }
  },
  async save({ db, person }, _loaded, _given, { planId, frozen, since }) {
    const packId = await addPack(db, person, planId, frozen, since)
    return packAddress(packId)
  },
})

/** All that the pack tells of, as it stood at one moment. Throws `Refused` where there is nothing to tell. */
async function findToPack(db: Db, asAt: Day, since: Day | null) {
  const planId = await findCurrentPlanId(db)
  if (planId === null) throw new Refused([{ field: null, text: 'There is no plan to make a pack from' }])
  const packOf = await findPackOf(db, planId, asAt, since).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error
    throw new Refused([{ field: 'asAt', text: 'The plan had not begun on that day: choose a later one' }])
  })
  return { planId, packOf }
}
