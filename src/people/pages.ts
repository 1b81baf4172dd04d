/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { accountPage } from './pages/account.tsx'
import { changePasswordPage } from './pages/change-password.tsx'
import { sessionsPage } from './pages/sessions.tsx'
import { signInPage } from './pages/sign-in.tsx'
import { signOutPage } from './pages/sign-out.tsx'

export const pages: AnyPage[] = [signInPage, signOutPage, accountPage, sessionsPage, changePasswordPage]
