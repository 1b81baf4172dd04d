/** Legal holds: what may not be disposed of, and why; added and lifted. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { idOf, oneOf, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { addHold, findChildByRef, findStaffByEmail, liftHold, listHolds } from '../retention-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'

const HELD = {
  child: 'What is held of one child',
  staff: 'What is held of one member of staff, partner or board member',
  everything: 'Everything that is held of anybody',
} as const

export const legalHoldPage = page({
  ...forOfficer,
  path: '/retention/hold',
  load: async () => null,
  title: () => 'Add a legal hold',
  breadcrumbs: crumbs,
  form: {
    of: oneOf(HELD, 'Select what it keeps'),
    child: text({ max: 100 }),
    email: text({ max: 254 }),
    reason: text({ max: 1000, missing: 'Enter the reason' }),
  },
  view: (_loaded, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a legal hold</Heading>
      <Radios name="of" legend="What does it keep?" options={HELD} form={form} />
      <Input
        name="child"
        label="Number of the child in the case system"
        hint="For a hold on one child"
        width={20}
        form={form}
      />
      <Input name="email" label="E-mail address of the person" hint="For a hold on one member of staff" form={form} />
      <Textarea
        name="reason"
        label="Reason"
        hint="The inquiry, claim or investigation; no name of a child"
        rows={3}
        form={form}
      />
      <Button>Add it</Button>
    </form>
  ),
  async save({ db, person, today }, _loaded, { of, child, email, reason }) {
    const found = of === 'child' ? await findChildByRef(db, child) : null
    if (of === 'child' && !found) throw new Refused([{ field: 'child', text: 'No child is held by that number' }])
    const staff = of === 'staff' ? await findStaffByEmail(db, email) : null
    if (of === 'staff' && !staff) throw new Refused([{ field: 'email', text: 'Nobody is held by that e-mail address' }])
    await addHold(db, person, today, { childId: found?.childId ?? null, staffId: staff?.personId ?? null, reason })
    return '/retention'
  },
})

export const liftHoldPage = page({
  ...forOfficer,
  path: '/retention/lift',
  load: async ({ db }) => (await listHolds(db)).filter(({ liftedOn }) => liftedOn === null),
  title: () => 'Lift a legal hold',
  breadcrumbs: crumbs,
  form: { hold: idOf('Enter the number of the hold'), why: text({ max: 1000, missing: 'Enter why it is lifted' }) },
  view: (_holds, form, { query }) => {
    form.start({ hold: query.get('hold') ?? '' })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Lift a legal hold</Heading>
        <Input name="hold" label="Number of the hold" width={5} inputmode="numeric" form={form} />
        <Textarea name="why" label="Why?" rows={3} form={form} />
        <Button>Lift it</Button>
      </form>
    )
  },
  async save({ db, person, today }, _holds, { hold, why }) {
    if (!(await liftHold(db, person, today, hold, why)))
      throw new Refused([{ field: 'hold', text: 'There is no such hold in force' }])
    return '/retention'
  },
})
