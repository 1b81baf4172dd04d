/** The pages of the intake room: records of children coming in. */
import { bringInLoad, templateDownload } from './pages/bring-in-load.tsx'
import { keepLoadPage, setAsideLoad } from './pages/keep-load.tsx'
import { knownSharePage } from './pages/known-share.tsx'
import { load } from './pages/load.tsx'
import { loadProblems, loadProblemsCsv, loadProblemsExcel } from './pages/load-problems.tsx'
import { loads } from './pages/loads.tsx'
import { valueList } from './pages/value-list.tsx'
import { values } from './pages/values.tsx'
import type { AnyPage } from '../web/page.tsx'

export const pages: AnyPage[] = [
  loads,
  bringInLoad,
  templateDownload,
  load,
  keepLoadPage,
  setAsideLoad,
  loadProblems,
  loadProblemsCsv,
  loadProblemsExcel,
  values,
  valueList,
  knownSharePage,
]
