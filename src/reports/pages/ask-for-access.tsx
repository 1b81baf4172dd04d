/** Write down a request for access, of a child or of a member of staff: the copy is made when it is known who asks and by when. */
import type { Form } from '../../web/form.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findChildByNumber } from '../subject-access/child-store.ts'
import { ASKED_BY, dueOf } from '../subject-access/request.ts'
import { addRequest } from '../subject-access/request-store.ts'
import { findWorkerByNumber, listStaff } from '../subject-access/staff-store.ts'
import { crumbs, forOfficer } from './officer.ts'

const ABOUT = {
  askedBy: oneOf(ASKED_BY, 'Select who asks'),
  reference: text({ max: 60, missing: 'Enter the council’s reference of the request' }),
  reason: text({ max: 300 }),
  receivedOn: onDay({ missing: 'Enter the day the request was received' }),
}

/** No parent asks for a grown-up. */
const { parent: _, ...OF_STAFF } = ASKED_BY

type Given = { form: Form; example: string; whoAsks: Record<string, string> }

const AboutFields = ({ form, example, whoAsks }: Given) => (
  <>
    <Radios name="askedBy" legend="Who asks?" options={whoAsks} form={form} />
    <Input name="reference" label="Reference of the request" hint="The council’s own. No name" width={20} form={form} />
    <DayInput
      name="receivedOn"
      label="Received"
      hint={`An answer to one received today is due by ${example}`}
      form={form}
    />
    <Textarea
      name="reason"
      label="What is asked for (optional)"
      hint="Such as a time or a matter. It stands in the record: name nobody"
      rows={2}
      form={form}
    />
  </>
)

const refuseAhead = (receivedOn: string, today: string): void => {
  if (receivedOn > today) throw new Refused([{ field: 'receivedOn', text: 'The day must be today or earlier' }])
}

export const askOfChildPage = page({
  ...forOfficer,
  path: '/subject-access/child',
  load: async () => null,
  title: () => 'What is held of a child',
  breadcrumbs: crumbs,
  form: { child: text({ max: 100, missing: 'Enter the number' }), ...ABOUT },
  view: (_loaded, form, { today }) => (
    <form class="gt-reading" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>What is held of a child</Heading>
      <Input name="child" label="Number of the child in the case system" width={20} form={form} />
      <AboutFields form={form.start({ receivedOn: today })} example={longDay(dueOf(today))} whoAsks={ASKED_BY} />
      <Button>Show what is held</Button>
    </form>
  ),
  async save({ db, person, today }, _loaded, { child, receivedOn, ...given }) {
    refuseAhead(receivedOn!, today)
    const found = await findChildByNumber(db, child)
    if (!found) throw new Refused([{ field: 'child', text: 'No child is held by that number' }])
    return `/subject-access/${await addRequest(db, person, found, { ...given, receivedOn: receivedOn! })}`
  },
})

export const askOfStaffPage = page({
  ...forOfficer,
  path: '/subject-access/staff',
  load: ({ db }) => listStaff(db),
  title: () => 'What is held of a member of staff',
  breadcrumbs: crumbs,
  form: { person: text({ max: 9 }), worker: text({ max: 100 }), ...ABOUT },
  view: (staff, form, { today }) => (
    <form class="gt-reading" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>What is held of a member of staff</Heading>
      <Select
        name="person"
        label="Somebody who signs in here"
        options={staff.map(({ personId, name, email, hasLeft }) => ({
          value: personId,
          text: `${name} (${hasLeft ? 'has left' : email})`,
        }))}
        blank="Nobody: a worker whom only the records name"
        form={form}
      />
      <Input
        name="worker"
        label="Or the worker’s number in the case system"
        hint="For somebody who does not sign in here"
        width={20}
        form={form}
      />
      <AboutFields
        form={form.start({ receivedOn: today, askedBy: 'themselves' })}
        example={longDay(dueOf(today))}
        whoAsks={OF_STAFF}
      />
      <Button>Show what is held</Button>
    </form>
  ),
  async prepare({ worker }, { reading }) {
    if (worker !== '' && !(await reading(({ db }) => findWorkerByNumber(db, worker))))
      throw new Refused([{ field: 'worker', text: 'No worker is held by that number' }])
  },
  async save({ db, person: by, today }, staff, { person, worker, receivedOn, ...given }) {
    refuseAhead(receivedOn!, today)
    const signsIn = staff.find(({ personId }) => String(personId) === person)
    if ((signsIn === undefined) === (worker === ''))
      throw new Refused([{ field: 'person', text: 'Select somebody, or enter a worker’s number, and not both' }])
    const of = signsIn ? { personId: signsIn.personId } : { workerRef: worker }
    return `/subject-access/${await addRequest(db, by, of, { ...given, receivedOn: receivedOn! })}`
  },
})
