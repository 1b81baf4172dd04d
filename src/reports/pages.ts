/** The pages of this room. */
import type { AnyPage } from '../web/page.tsx'
import { accessRequestPage, copyToTake } from './pages/access-request.tsx'
import { accessRequestsPage } from './pages/access-requests.tsx'
import { answerRequestPage } from './pages/answer-request.tsx'
import { askOfChildPage, askOfStaffPage } from './pages/ask-for-access.tsx'
import { extractPage, extractToTake, forgetKeyPage } from './pages/extract.tsx'
import { extractsPage } from './pages/extracts.tsx'
import { makePack } from './pages/make-pack.tsx'
import { packPdf, pack, packWord } from './pages/pack.tsx'
import { packs } from './pages/packs.tsx'
import { takeExtractPage } from './pages/take-extract.tsx'

export const pages: AnyPage[] = [
  packs,
  makePack,
  pack,
  packWord,
  packPdf,
  accessRequestsPage,
  askOfChildPage,
  askOfStaffPage,
  accessRequestPage,
  answerRequestPage,
  copyToTake,
  extractsPage,
  takeExtractPage,
  extractPage,
  extractToTake,
  forgetKeyPage,
]
