/** The pages of this room, in the order a reader meets them. */
import type { AnyPage } from '../web/page.tsx'
import { childPage } from './pages/child.tsx'
import { childrenDuePage } from './pages/children-due.tsx'
import { childrenPage } from './pages/children.tsx'
import { forecastPage } from './pages/forecast.tsx'
import { giveReason } from './pages/give-reason.tsx'
import { bookCsv, bookExcel, performanceBook } from './pages/book.tsx'
import { dataQuality } from './pages/data-quality.tsx'
import { dataQualityExcel, dataQualityList } from './pages/data-quality-list.tsx'
import { measureChildren, measureChildrenExcel } from './pages/measure-children.tsx'
import { measurePage } from './pages/measure.tsx'
import { meetingExcel, meetingMinutes } from './pages/meeting-minutes.tsx'
import { meetingPage } from './pages/meeting.tsx'
import { meetingsPage } from './pages/meetings.tsx'
import type { ListReliance } from './reliance.ts'
import { settingPages } from './setting-pages.ts'

/** What of the plan relies on a measure is told by the room that keeps the plan, which stands after this one. */
export const measurePages = (listReliance: ListReliance): AnyPage[] => [
  performanceBook,
  bookExcel,
  bookCsv,
  forecastPage,
  measurePage(listReliance),
  measureChildren,
  measureChildrenExcel,
  childrenPage,
  childrenDuePage,
  childPage,
  dataQuality,
  dataQualityList,
  dataQualityExcel,
  giveReason,
  meetingsPage,
  meetingPage,
  meetingMinutes,
  meetingExcel,
  ...settingPages,
]
