/** Write down that a request for access was answered: the day it was handed over, and what was taken out before. */
import { longDay } from '../../terms/day.ts'
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import type { AccessRequest } from '../subject-access/request.ts'
import { answerRequest, findRequest } from '../subject-access/request-store.ts'
import { crumbs, forOfficer } from './officer.ts'

const title = ({ reference, answeredOn }: AccessRequest): string =>
  answeredOn ? `Request ${reference} was answered` : `Write down the answer to ${reference}`

export const answerRequestPage = page({
  ...forOfficer,
  path: '/subject-access/:id/answer',
  load: ({ db, params }) => findRequest(db, Number(params.id)),
  title,
  breadcrumbs: ({ requestId, reference }) => [
    ...crumbs(),
    { text: `Request ${reference}`, href: `/subject-access/${requestId}` },
  ],
  form: {
    answeredOn: onDay({ missing: 'Enter the day it was handed over' }),
    leftOut: text({ max: 2000, missing: 'Enter what was taken out and why, or that nothing was' }),
  },
  view: (request, form, { today }) => (
    <form class="gt-reading" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>{title(request)}</Heading>
      {request.answeredOn ? (
        <p class="govuk-body">
          On {longDay(request.answeredOn)}. Taken out: {request.leftOut}
        </p>
      ) : (
        <>
          <DayInput name="answeredOn" label="Handed over" form={form.start({ answeredOn: today })} />
          <Textarea
            name="leftOut"
            label="What was taken out, and why?"
            hint="Name nobody. “Nothing” where nothing was"
            rows={3}
            form={form}
          />
          <Button>Save</Button>
        </>
      )}
    </form>
  ),
  async save({ db, person, today }, { requestId, receivedOn }, { answeredOn, leftOut }) {
    if (answeredOn! > today || answeredOn! < receivedOn)
      throw new Refused([{ field: 'answeredOn', text: 'The day must be from the day it was received to today' }])
    if (!(await answerRequest(db, person, requestId, answeredOn!, leftOut)))
      throw new Refused([{ field: null, text: 'It was answered before' }])
    return '/subject-access'
  },
})
