/** Files given as evidence: how many, of what kind and how large. None is in a pack, and neither is its name, which is for those it is for. */
import { ALLOWED } from '../../intake/attachable.ts'
import type { Action, Evidence } from '../../plan/action.ts'
import { type Attachment, AUDIENCE, sizeOf } from '../../plan/attachment.ts'
import { capital } from '../../terms/first-letter.ts'
import { cut, refOf } from '../actions-in-words.ts'
import { paragraph, type Words } from '../description.ts'
import { amount, claim } from '../figure.ts'
import { longTable, table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

/** Nothing where no file was given, or every one was removed. */
export function files({ standing, asAt }: PackFacts): Draft[] {
  const given = standing.actions.flatMap(action =>
    action.evidence.flatMap(evidence => standingFiles(evidence).map(file => ({ action, evidence, file }))),
  )
  if (given.length === 0) return []
  const bytes = given.reduce((all, { file }) => all + file.bytes, 0)
  const actions = new Set(given.map(({ action }) => action)).size
  const intro = paragraph(
    ...claim({ count: given.length, asAt }, 'file is', 'files are'),
    ` given as evidence of ${amount(actions, 'action')}: ${sizeOf(bytes)} together. The pack holds none of them; each opens from the page of its action, for those it is for.`,
  )
  const rows = given.map(({ action, evidence, file }) => rowOf(action, evidence, file, asAt))
  const { blocks, annexes } = longTable(table('files-table', 'Files given as evidence', COLUMNS, rows), 'All files given as evidence') // prettier-ignore
  return [{ id: 'files', heading: 'Files given as evidence', blocks: [intro, ...blocks] }, ...annexes]
}

const standingFiles = ({ files }: Evidence): Attachment[] => files.filter(({ removed }) => removed === null)

const COLUMNS = [
  { heading: 'Ref', share: 8 },
  { heading: 'Evidence', share: 42 },
  { heading: 'File', share: 20 },
  { heading: 'Size', share: 10, numeric: true as const },
  { heading: 'For', share: 20 },
]

const rowOf = (
  action: Action,
  { title }: Evidence,
  { kind, bytes, audience }: Attachment,
  asAt: PackFacts['asAt'],
): Words[] => [
  [refOf(action, asAt)],
  [cut(title)],
  [capital(ALLOWED[kind].words)],
  [sizeOf(bytes)],
  [AUDIENCE[audience]],
]
