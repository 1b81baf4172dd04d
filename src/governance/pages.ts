/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { disposePage } from './pages/dispose.tsx'
import { legalHoldPage, liftHoldPage } from './pages/legal-hold.tsx'
import { retentionPage } from './pages/retention.tsx'
import { retentionPeriodPage } from './pages/retention-period.tsx'
import { settingsPage } from './pages/settings.tsx'
import { authorityPage } from './pages/authority.tsx'
import { addBodyPage, addMeetingPage, boardsPage } from './pages/boards.tsx'

export const pages: AnyPage[] = [
  boardsPage,
  addMeetingPage,
  addBodyPage,
  retentionPage,
  retentionPeriodPage,
  legalHoldPage,
  liftHoldPage,
  disposePage,
  settingsPage,
  authorityPage,
]
