/** The real plans, read and kept: every word of every cell is still there when the plan is read back from the database. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Document } from './intake/document.ts'
import { readPlan } from './intake/plan-document.ts'
import { readDocument } from './intake/read-document.ts'
import { allActions, allObjectives } from './plan/plan.ts'
import { findPlanAsAt } from './plan/store.ts'
import { keepVersion } from './plan/version-store.ts'
import { sql } from './store/sql.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'

const PLANS = join(import.meta.dirname, '../../shared/plans')
const files = existsSync(PLANS) ? readdirSync(PLANS).filter(file => /\.(docx|xlsx)$/.test(file)) : []
const { database } = await testDatabase()
const council = await aTestAuthority(database)

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []
const cellsOf = (document: Document) =>
  document.blocks.flatMap(block => (block.kind === 'table' ? block.rows.flatMap(row => row.cells) : []))

test.skipIf(files.length > 0)('the real plans stand beside the checkout (they do not here: nothing was read)', () => {
  expect(files).toEqual([])
})

test.each(files)('%s: no word of a cell is lost between the document and what is kept', async file => {
  const document = await readDocument(file, readFileSync(join(PLANS, file)))
  const reading = readPlan(document)
  const manager = council.posts['programme-manager']
  const doing = { personId: manager.personId, postId: manager.postId, on: day('2026-01-01') }
  const stored = await database.transaction(council.on('programme-manager'), async db => {
    const { planId, planVersionId } = await keepVersion(db, doing, {
      reading,
      title: reading.title,
      planId: null,
      startsOn: null,
      endsOn: null,
      fromOn: doing.on,
      documentId: null,
      note: '',
      continues: {
        themes: reading.themes.map(() => null),
        objectives: reading.themes.flatMap(theme => theme.objectives.map(() => null)),
        actions: reading.themes.flatMap(theme => theme.actions.map(() => null)),
      },
      gone: [],
      posts: new Map(),
    })
    const version = await db.one<{ layout: unknown; surroundings: unknown }>(
      sql`select layout, surroundings from plan_version where plan_version_id = ${planVersionId}`,
      'version',
    )
    return { plan: await findPlanAsAt(db, planId, doing.on), version }
  })
  expect(allActions(stored.plan)).toHaveLength(reading.themes.flatMap(theme => theme.actions).length)
  expect(allObjectives(stored.plan)).toHaveLength(reading.themes.flatMap(theme => theme.objectives).length)
  const kept = new Set(wordsOf(JSON.stringify(stored).replaceAll('\\n', ' ')))
  const lost = cellsOf(document).flatMap(cell => {
    const missing = wordsOf(cell.text).filter(word => !kept.has(word) && !NOT_WORDS.has(word))
    return missing.length === 0 ? [] : [`${cell.where}: ${missing.join(' ')}`]
  })
  expect(lost).toEqual([])
})

/** Labels that became a place in the plan: "THEME 1 – ...", "Objectives: ...", "Work stream 2: ...". */
const NOT_WORDS = new Set(['theme', 'objective', 'objectives', 'work', 'stream'])
