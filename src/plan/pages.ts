/** The pages of this room, in the order a reader meets them. */
import type { AnyPage } from '../web/page.tsx'
import { actionHistory } from './pages/action-history.tsx'
import { actionMeasures, endActionMeasure } from './pages/action-measures.tsx'
import { actionThread } from './pages/action-thread.tsx'
import { actionPage } from './pages/action.tsx'
import { addActionEvidence } from './pages/add-evidence.tsx'
import { bulkEdit } from './pages/bulk-edit.tsx'
import { changeLeads } from './pages/change-leads.tsx'
import { documentDownload, registerCsv, registerExcel } from './pages/downloads.ts'
import { comparePage } from './pages/compare.tsx'
import { draftAction } from './pages/draft-action.tsx'
import { draftColumns } from './pages/draft-columns.tsx'
import { draftDocument } from './pages/draft-document.tsx'
import { draftFinding } from './pages/draft-finding.tsx'
import { draftLeads } from './pages/draft-leads.tsx'
import { editAction } from './pages/edit-action.tsx'
import { addFindingEvidence, closeFinding } from './pages/finding-changes.tsx'
import { addFiles, fileDownload, fileOfChildrenDownload, removeFile } from './pages/evidence-files.tsx'
import { findingPage } from './pages/finding.tsx'
import { findingsPage } from './pages/findings.tsx'
import { keepPlan } from './pages/keep-plan.tsx'
import { endLink, linksPage } from './pages/links.tsx'
import { addMilestonePage, settleMilestone } from './pages/milestones.tsx'
import { objectivePage } from './pages/objective.tsx'
import { dropDraftPage, planDraft } from './pages/plan-draft.tsx'
import { planOnAPage } from './pages/plan-on-a-page.tsx'
import { postPage, postsPage } from './pages/posts.tsx'
import { questionsPage } from './pages/questions.tsx'
import { rateAction } from './pages/rate-action.tsx'
import { register } from './pages/register.tsx'
import { reviseTimescale } from './pages/revise-timescale.tsx'
import { sourcePage } from './pages/source.tsx'
import { uploadPlan } from './pages/upload-plan.tsx'
import { sourceDraft, uploadSource } from './pages/upload-source.tsx'
import { versionsPage } from './pages/versions.tsx'
import { usePlanPage } from './pages/use-plan.tsx'
import { removeViewPage, saveViewPage } from './pages/views.tsx'

export const pages: AnyPage[] = [
  findingsPage,
  uploadSource,
  sourceDraft,
  draftFinding,
  sourcePage,
  findingPage,
  closeFinding,
  addFindingEvidence,
  register,
  registerCsv,
  registerExcel,
  saveViewPage,
  removeViewPage,
  bulkEdit,
  planOnAPage,
  questionsPage,
  postsPage,
  postPage,
  objectivePage,
  actionPage,
  actionThread,
  actionMeasures,
  endActionMeasure,
  actionHistory,
  rateAction,
  addActionEvidence,
  addFiles,
  removeFile,
  fileDownload,
  fileOfChildrenDownload,
  editAction,
  reviseTimescale,
  changeLeads,
  linksPage,
  endLink,
  addMilestonePage,
  settleMilestone,
  versionsPage,
  usePlanPage,
  comparePage,
  documentDownload,
  uploadPlan,
  planDraft,
  draftDocument,
  draftColumns,
  draftAction,
  draftLeads,
  keepPlan,
  dropDraftPage,
]
