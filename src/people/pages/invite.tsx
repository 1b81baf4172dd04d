/** Invite a colleague: a link with which they choose themselves how they sign in. It works once, for a week. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { peopleCrumbs } from '../people-words.tsx'
import { INVITED_FOR_DAYS, invitationEnd, invitationLink, secretIn } from '../proof/invitation.ts'
import { once } from '../proof/fields.ts'
import { addInvitation } from '../proof/store.ts'
import { authorityIn, hashOf, newSecret } from '../session.ts'
import { findPerson } from '../store.ts'

export const invitePage = page({
  path: '/people/:id/invitation',
  may: 'manage-people',
  section: 'Account',
  asksAgain: true,
  load: ({ db, params }) => findPerson(db, Number(params['id'])),
  form: { link: once(text({ max: 500, missing: 'Open this page again for a link' })) },
  title: ({ name }) => `Invite ${name}`,
  breadcrumbs: () => peopleCrumbs,
  view: ({ name, email }, form, { person, origin }) => {
    form.start({ link: invitationLink(origin, newSecret(person.authorityId)) })
    return (
      <form class="gt-reading" method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={name}>Invite them to sign in</Heading>
        <p class="govuk-body">
          Copy this link into a message to {email}, then press the button. With it they choose a password or link their
          council account. It works once, for {INVITED_FOR_DAYS} days; an earlier link stops working. It is not shown
          again.
        </p>
        <Input name="link" label="Link" autocomplete="off" form={form} />
        <Button>Make this link work</Button>
      </form>
    )
  },
  async save({ db, person, now }, { personId }, { link }) {
    const secret = secretIn(link)
    if (secret === null || authorityIn(secret) !== person.authorityId)
      throw new Refused([{ field: 'link', text: 'That is not the link that was shown. Open this page again' }])
    if (personId === person.personId) throw new Refused([{ field: null, text: 'You are signed in already' }])
    await addInvitation(db, {
      personId,
      hash: hashOf(secret),
      madeBy: person.personId,
      now,
      endsAt: invitationEnd(now),
    })
    await addEvent(db, person, 'invite', 'person', personId)
    return '/people'
  },
})
