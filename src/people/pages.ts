/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { accountPage } from './pages/account.tsx'
import { accountSecondStepPage } from './pages/account-second-step.tsx'
import { addAuthenticatorPage } from './pages/add-authenticator.tsx'
import { addPasskeyPage } from './pages/add-passkey.tsx'
import { addPersonPage } from './pages/add-person.tsx'
import { addPostPage } from './pages/add-post.tsx'
import { addTeamPage } from './pages/add-team.tsx'
import { appointPage } from './pages/appoint.tsx'
import { changePasswordPage } from './pages/change-password.tsx'
import { endHoldingPage } from './pages/end-holding.tsx'
import { invitationPage } from './pages/invitation.tsx'
import { invitePage } from './pages/invite.tsx'
import { oneTimePasswordPage } from './pages/one-time-password.tsx'
import { addOrganisationPage, organisationPage, organisationsPage } from './pages/organisations.tsx'
import { peoplePage } from './pages/people.tsx'
import { personPage } from './pages/person.tsx'
import { personSignInPage } from './pages/person-sign-in.tsx'
import { postRolePage } from './pages/post-role.tsx'
import { personDetailsPage, renamePostPage } from './pages/rename.tsx'
import { provePage } from './pages/prove.tsx'
import { recoveryCodesPage } from './pages/recovery-codes.tsx'
import { removeSecondStepPage } from './pages/remove-second-step.tsx'
import { secondStepPage } from './pages/second-step.tsx'
import { recordCsv } from './pages/record-csv.ts'
import { recordPage } from './pages/record.tsx'
import type { NameMeasures } from './record-names.ts'
import { sessionsPage } from './pages/sessions.tsx'
import { signInPage } from './pages/sign-in.tsx'
import { signInPasskeyPage } from './pages/sign-in-passkey.tsx'
import { signOutPage } from './pages/sign-out.tsx'
import { teamPage } from './pages/team.tsx'
import { teamsPage } from './pages/teams.tsx'
import { whatYouMayDoPage } from './pages/what-you-may-do.tsx'
import { whoMaySeeChildPage } from './pages/who-may-see-child.tsx'

export const pages: AnyPage[] = [
  signInPage,
  signInPasskeyPage,
  secondStepPage,
  invitationPage,
  provePage,
  signOutPage,
  accountPage,
  sessionsPage,
  changePasswordPage,
  accountSecondStepPage,
  addAuthenticatorPage,
  addPasskeyPage,
  recoveryCodesPage,
  removeSecondStepPage,
  whatYouMayDoPage,
  peoplePage,
  personPage,
  addPersonPage,
  oneTimePasswordPage,
  personSignInPage,
  invitePage,
  addPostPage,
  appointPage,
  postRolePage,
  renamePostPage,
  personDetailsPage,
  endHoldingPage,
  teamsPage,
  addTeamPage,
  teamPage,
  organisationsPage,
  addOrganisationPage,
  organisationPage,
  whoMaySeeChildPage,
]

/** The record names what its events are about: measures as the room that counts them does. */
export const recordPages = (nameMeasures: NameMeasures): AnyPage[] => [
  recordPage(nameMeasures),
  recordCsv(nameMeasures),
]
