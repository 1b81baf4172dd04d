/** The register to take away, as it is filtered in the address, and documents as they were given. */
import { NotFound } from '../../store/not-found.ts'
import { may } from '../../terms/permission.ts'
import { type Asked, download } from '../../web/page.tsx'
import { findDocument, isKeptFrom } from '../draft-store.ts'
import { csvFile, excelFile } from '../../web/sheet.ts'
import { sheetOf } from '../export.ts'
import { listRegister, readRegister } from '../register.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { findLayout } from '../version-store.ts'
import { idIn } from './crumbs.ts'

async function sheetAsked({ db, asAt, query }: Asked) {
  const planId = await findCurrentPlanId(db, asAt)
  if (planId === null) throw new NotFound('plan yet')
  const plan = await findPlanAsAt(db, planId, asAt)
  return {
    sheet: sheetOf(plan, listRegister(plan, readRegister(query)), await findLayout(db, plan.version.planVersionId)),
    name: `improvement-plan-${asAt}`,
  }
}

export const registerCsv = download({
  path: '/plan/register.csv',
  may: 'read-plan',
  async make(asked) {
    const { sheet, name } = await sheetAsked(asked)
    return csvFile(name, sheet)
  },
})

export const registerExcel = download({
  path: '/plan/register.xlsx',
  may: 'read-plan',
  async make(asked) {
    const { sheet, name } = await sheetAsked(asked)
    return excelFile(name, 'Improvement plan', sheet)
  },
})

/** Always sent as something to save, never opened in the browser: it came from outside. */
export const documentDownload = download({
  path: '/plan/documents/:id',
  may: 'read-plan',
  async make({ db, params, person }) {
    const document = await findDocument(db, idIn(params))
    if (!may(person, 'load-plan') && !(await isKeptFrom(db, document.documentId))) throw new NotFound('such document')
    return { name: document.name, type: 'application/octet-stream', body: document.content }
  },
})
