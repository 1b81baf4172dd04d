/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { retentionPages } from './pages/retention.tsx'
import { addBodyPage, addMeetingPage, boardsPage } from './pages/boards.tsx'

export const pages: AnyPage[] = [boardsPage, addMeetingPage, addBodyPage, ...retentionPages]
