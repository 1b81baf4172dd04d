/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { home } from './pages/home.tsx'

export const pages: AnyPage[] = [home]
