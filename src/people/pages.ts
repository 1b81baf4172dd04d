/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { accountPage } from './pages/account.tsx'
import { addPersonPage } from './pages/add-person.tsx'
import { addPostPage } from './pages/add-post.tsx'
import { appointPage } from './pages/appoint.tsx'
import { changePasswordPage } from './pages/change-password.tsx'
import { endHoldingPage } from './pages/end-holding.tsx'
import { oneTimePasswordPage } from './pages/one-time-password.tsx'
import { peoplePage } from './pages/people.tsx'
import { postRolePage } from './pages/post-role.tsx'
import { sessionsPage } from './pages/sessions.tsx'
import { signInPage } from './pages/sign-in.tsx'
import { signOutPage } from './pages/sign-out.tsx'

export const pages: AnyPage[] = [
  signInPage,
  signOutPage,
  accountPage,
  sessionsPage,
  changePasswordPage,
  peoplePage,
  addPersonPage,
  oneTimePasswordPage,
  addPostPage,
  appointPage,
  postRolePage,
  endHoldingPage,
]
