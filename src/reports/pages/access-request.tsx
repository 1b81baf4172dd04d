/** One request for access: what is held, to look at, and the copy to take away. */
import { longDay } from '../../terms/day.ts'
import type { Db } from '../../store/database.ts'
import type { Look } from '../../store/look.ts'
import { Button, Heading, InsetText, SummaryList } from '../../web/components.tsx'
import { download, page } from '../../web/page.tsx'
import { zipOf } from '../../web/zip.ts'
import { copyOfChild } from '../subject-access/child-copy.ts'
import type { Copy } from '../subject-access/copy.ts'
import { copyFiles } from '../subject-access/copy-files.ts'
import { CopyParts } from '../subject-access/copy-view.tsx'
import type { AccessRequest } from '../subject-access/request.ts'
import { findRequest, whyOf } from '../subject-access/request-store.ts'
import { copyOfStaff } from '../subject-access/staff-copy.ts'
import { State } from './access-requests.tsx'
import { crumbs, forOfficer } from './officer.ts'

async function findCopy(db: Db, id: string, today: Copy['madeOn']) {
  const request = await findRequest(db, Number(id))
  const copy = await (request.subject === 'child' ? copyOfChild : copyOfStaff)(db, request, today)
  return { request, copy }
}

const lookOf = ({ childId, ...request }: AccessRequest): Look | null =>
  childId === null ? null : { what: 'subject-access', children: [childId], why: whyOf(request) }

export const accessRequestPage = page({
  ...forOfficer,
  path: '/subject-access/:id',
  load: ({ db, params, today }) => findCopy(db, params.id!, today),
  title: ({ request }) => `Request ${request.reference}`,
  breadcrumbs: crumbs,
  looks: ({ request }) => lookOf(request),
  view: ({ request, copy }, _form, { today }) => (
    <>
      <Heading
        caption={copy.title}
        actions={
          <>
            {!request.answeredOn && (
              <Button small kind="secondary" href={`/subject-access/${request.requestId}/answer`}>
                Write down the answer
              </Button>
            )}
            <Button small href={`/subject-access/${request.requestId}/what-is-held.zip`}>
              Take the copy away
            </Button>
          </>
        }
      >
        Request {request.reference}
      </Heading>
      <SummaryList
        rows={[
          ...copy.facts.map(([key, value]) => ({ key, value })),
          { key: 'State', value: <State request={request} today={today} /> },
          ...(request.leftOut ? [{ key: 'Taken out', value: request.leftOut }] : []),
        ]}
      />
      {!request.answeredOn && (
        <InsetText>
          An answer is due by {longDay(request.dueOn)}: one calendar month from the day it was received (UK GDPR,
          article 12(3)), or the next working day.
        </InsetText>
      )}
      <h2 class="govuk-heading-m">Before it is handed over</h2>
      <ul class="govuk-list govuk-list--bullet gt-measure">
        {copy.toLookAt.map(words => (
          <li>{words}</li>
        ))}
      </ul>
      <CopyParts parts={copy.parts} />
      <h2 class="govuk-heading-m">What is not in it</h2>
      <ul class="govuk-list govuk-list--bullet gt-measure">
        {copy.leftOut.map(words => (
          <li>{words}</li>
        ))}
      </ul>
    </>
  ),
})

function offeredOf(request: AccessRequest, today: Copy['madeOn']) {
  const look = lookOf(request)
  return { name: `what-is-held-${request.requestId}-${today}.zip`, ...(look && { look }) }
}

export const copyToTake = download({
  may: forOfficer.may,
  asksAgain: true,
  asksWhy: true,
  path: '/subject-access/:id/what-is-held.zip',
  offered: async ({ db, params, today }) => offeredOf(await findRequest(db, Number(params.id)), today),
  async make({ db, params, today }) {
    const { request, copy } = await findCopy(db, params.id!, today)
    return { ...offeredOf(request, today), type: 'application/zip', body: () => zipOf(copyFiles(copy)) }
  },
})
