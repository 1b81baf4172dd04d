/** Make a board pack: for a day, against the day of the last one. It is frozen as it is made. */
import { longDay } from '../../terms/day.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary } from '../../web/fields.tsx'
import { onDay, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
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
  async save({ db, person, today }, loaded, { asAt, since }) {
    if (loaded === null) throw new Refused([{ field: null, text: 'There is no plan to make a pack from' }])
    if (asAt! > today) throw new Refused([{ field: 'asAt', text: 'The day must be today or earlier' }])
    if (since !== null && since >= asAt!)
      throw new Refused([
        { field: 'since', text: 'The day to compare with must be before the day that the pack tells of' },
      ])
    const packOf = await findPackOf(db, loaded.planId, asAt!, since).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
      throw new Refused([{ field: 'asAt', text: 'The plan had not begun on that day: choose a later one' }])
    })
    const packId = await addPack(db, person, loaded.planId, freeze(describePack(packOf)), packOf.before && since)
    return packAddress(packId)
  },
})
