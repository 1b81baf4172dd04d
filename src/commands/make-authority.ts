/** `golden-thread make-authority`: writes the files of an invented authority, to try things on without a real child's record. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { inventAuthority, type MadeAuthority } from '../demo/make-authority.ts'
import { addDays, type Day, dayInLondon, isDay, weekday } from '../terms/day.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

const FEWEST = 10
const MOST = 12_000
/** Files that a made authority consists of, and only those are ever replaced. */
const OURS = /^(ssd_|gt_)\w+\.csv$|^faults\.json$/

export default command({
  summary: 'Make the files of an invented authority: six years of linked records, to try things on',
  takes: [],
  options: {
    children: { type: 'string', default: '3000', value: 'N', about: 'Open children in need on the last day (3000)' },
    seed: { type: 'string', default: 'aldermere', value: 'WORDS', about: 'The same words make the same authority' },
    out: { type: 'string', value: 'DIR', about: 'The folder to write, which is not there yet or is empty' },
    'as-at': { type: 'string', value: 'DAY', about: 'The last day (the last Sunday before today)' },
    faults: { type: 'boolean', default: false, about: 'Put in known faults, and list them in faults.json' },
    replace: { type: 'boolean', default: false, about: 'Replace an authority that was made there before' },
  },
  help: `Nobody in it is real. Writes one CSV a table of the Standard Safeguarding Dataset (release 1.4.5) and of the supplementary extract.
Example: golden-thread make-authority --children 3000 --seed one --out ./aldermere`,
  async run({ values, progress }) {
    const asked = { children: childrenAsked(values.children), seed: values.seed, asAt: dayAsked(values['as-at']) }
    if (!values.out) throw new WrongUsage('--out is missing: say which folder to write')
    const folder = resolve(values.out)
    refuseToOverwrite(folder, values.replace)
    progress(`Making an authority of ${asked.children.toLocaleString('en-GB')} open children as at ${asked.asAt}`)
    const made = inventAuthority({ ...asked, faults: values.faults, progress })
    progress(`Writing ${made.files.length} files to ${folder}`)
    writeWhole(folder, made)
    return { json: { ...asked, folder, rows: made.counts, faults: made.faults }, text: summary(folder, made) }
  },
})

function childrenAsked(text: string): number {
  const children = Number(text.replaceAll(',', ''))
  if (Number.isInteger(children) && children >= FEWEST && children <= MOST) return children
  throw new WrongUsage(`--children: "${text}" is not a whole number from ${FEWEST} to ${MOST.toLocaleString('en-GB')}`)
}

const EARLIEST = '2012-01-01'
const LATEST = '2028-12-31'

/** Working days are known from 1998 to 2028, and the lives reach back before the six years. */
function dayAsked(text: string | undefined): Day {
  if (text === undefined) return lastSundayBefore(dayInLondon(new Date()))
  if (isDay(text) && text >= EARLIEST && text <= LATEST) return text
  throw new WrongUsage(`--as-at: "${text}" is not a day from ${EARLIEST} to ${LATEST}: write it as 2026-03-25`)
}

function lastSundayBefore(today: Day): Day {
  let on = addDays(today, -1)
  while (weekday(on) !== 'Sunday') on = addDays(on, -1)
  return on
}

function filesIn(folder: string): string[] | null {
  try {
    return statSync(folder).isDirectory() ? readdirSync(folder) : [basename(folder)]
  } catch {
    return null
  }
}

function refuseToOverwrite(folder: string, replace: boolean): void {
  const there = filesIn(folder)
  if (there === null || (there.length === 0 && statSync(folder).isDirectory())) return
  const others = there.filter(name => !OURS.test(name))
  if (others.length > 0)
    throw new WrongInput(`${folder} holds "${others[0]}", which no made authority has: choose another folder`)
  if (!replace) throw new WrongInput(`${folder} is not empty: choose another folder, or give --replace`)
}

/** All the files or none: they are written beside the folder and moved there when they are whole. */
function writeWhole(folder: string, { files, faults }: MadeAuthority): void {
  mkdirSync(dirname(folder), { recursive: true })
  const beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
  try {
    for (const { name, bytes } of files) writeFileSync(join(beside, name), bytes)
    if (faults.length > 0) writeFileSync(join(beside, 'faults.json'), `${JSON.stringify(faults, null, 2)}\n`)
    if (filesIn(folder) !== null) rmSync(folder, { recursive: true })
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    throw new WrongInput(`${folder} could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function summary(folder: string, { counts, faults }: MadeAuthority): string {
  const rows = Object.entries(counts).filter(([, count]) => count > 0)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  const width = Math.max(...rows.map(([table]) => table.length)) + 2
  return [
    ...rows.map(([table, count]) => `${table.padEnd(width)}${count.toLocaleString('en-GB').padStart(9)}`),
    `${'rows in all'.padEnd(width)}${total.toLocaleString('en-GB').padStart(9)}`,
    '',
    ...(faults.length > 0 ? [`${faults.length} known faults are in it, listed in faults.json`] : []),
    `Written to ${folder}`,
  ].join('\n')
}
