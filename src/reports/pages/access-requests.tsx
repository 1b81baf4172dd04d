/** For the data protection officer: who asked to see what is held of them, and by when each is answered. */
import { longDay, shortDay } from '../../terms/day.ts'
import { AccountNavigation } from '../../people/account-navigation.tsx'
import { Button, Empty, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { ASKED_BY, type AccessRequest, SUBJECT } from '../subject-access/request.ts'
import { listRequests } from '../subject-access/request-store.ts'
import { forOfficer } from './officer.ts'

export const accessRequestsPage = page({
  ...forOfficer,
  path: '/subject-access',
  load: ({ db }) => listRequests(db),
  title: () => 'Requests for access',
  breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
  view: (requests, _form, { person, today }) => (
    <>
      <Heading
        actions={
          <>
            <Button small kind="secondary" href="/subject-access/child">
              New request about a child
            </Button>
            <Button small kind="secondary" href="/subject-access/staff">
              New request about staff
            </Button>
          </>
        }
      >
        Requests for access
      </Heading>
      <AccountNavigation current="/subject-access" person={person} />
      <p class="govuk-body gt-measure">
        Anybody may ask what is held of them, and has an answer within one calendar month of the day they asked (UK
        GDPR, articles 12(3) and 15). Where it is complex it may take two months more, if they are told so within the
        first.
      </p>
      <Table
        caption="Requests"
        captionHidden
        rows={requests}
        columns={[
          {
            heading: 'Reference',
            names: true,
            cell: ({ requestId, reference }) => (
              <a class="govuk-link" href={`/subject-access/${requestId}`}>
                {reference}
              </a>
            ),
          },
          { heading: 'Of', cell: ({ subject }) => SUBJECT[subject] },
          { heading: 'Asked by', cell: ({ askedBy }) => ASKED_BY[askedBy] },
          { heading: 'Received', width: 'nowrap', cell: ({ receivedOn }) => shortDay(receivedOn) },
          { heading: 'Answer due', cell: ({ dueOn }) => longDay(dueOn) },
          { heading: 'State', cell: request => <State request={request} today={today} /> },
        ]}
        empty={<Empty title="Nobody has asked yet">A request is written down here when its copy is made.</Empty>}
      />
    </>
  ),
})

export const State = ({ request: { answeredOn, dueOn }, today }: { request: AccessRequest; today: string }) =>
  answeredOn ? (
    <Tag colour="green" shape="tick">
      Answered {shortDay(answeredOn)}
    </Tag>
  ) : dueOn < today ? (
    <Tag colour="red" shape="cross">
      Late
    </Tag>
  ) : (
    <Tag colour="blue">To be answered</Tag>
  )
