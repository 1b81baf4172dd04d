/** `golden-thread annex-a`: the inspection lists, written from an extract. */
import { writeFile } from 'node:fs/promises'
import { extractFolder } from '../intake/extract-folder.ts'
import { readExtract } from '../intake/read-extract.ts'
import { refusesTheLoad } from '../intake/read-ssd.ts'
import { type AnnexA, writeAnnexA } from '../reports/annex-a.ts'
import { isDay, longDay } from '../terms/day.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: "Write Ofsted's Annex A, the inspection lists 1 to 11, from an extract of the records",
  takes: [],
  options: {
    ssd: { type: 'string', about: 'The folder of CSV files of the dataset, or one workbook', value: 'DIR' },
    'as-at': { type: 'string', about: 'The day the extract was taken, and of the lists', value: 'DAY' },
    out: { type: 'string', about: 'The workbook to write', value: 'FILE.xlsx' },
  },
  help: `Lists 1 to 8 hold the six months to the day, 10 and 11 the twelve months, 9 how things stand. The sheets "Data quality" and "Data
quality rows" say what is missing or contradictory, by list and column, with the numbers of the children. docs/annex-a.md tells more.

  golden-thread annex-a --ssd extract --as-at 2026-03-31 --out annex-a.xlsx`,
  async run({ values: { ssd, out, 'as-at': asAt } }) {
    if (!ssd || !asAt || !out) throw new WrongUsage('Say where the files are with --ssd DIR, their day with --as-at DAY, and what to write with --out FILE.xlsx') // prettier-ignore
    if (!isDay(asAt)) throw new WrongUsage(`--as-at: "${asAt}" is not a date: write it as 2026-03-31`)
    if (!/\.xlsx$/i.test(out)) throw new WrongUsage(`--out: "${out}" must end in .xlsx, or Excel will not open it`)
    const files = await extractFolder(ssd).catch(() => {
      throw new WrongInput(`${ssd} cannot be opened: give a folder of CSV files, or one workbook`)
    })
    const reading = await readExtract(files, asAt)
    if (refusesTheLoad(reading)) throw new WrongInput(`${ssd} cannot be used. ${whyRefused(reading.problems)}`)
    if (reading.route !== 'ssd') throw new WrongInput(`${ssd} is no extract of the Standard Safeguarding Dataset, so that most of the lists would be empty`) // prettier-ignore
    const annex = await writeAnnexA(reading.records)
    await writeFile(out, annex.workbook).catch(({ code }: NodeJS.ErrnoException) => {
      throw new WrongInput(`${out} cannot be written (${code})`)
    })
    const { lists, doubts } = annex
    return { json: { asAt, out, lists, doubts }, text: inWords(annex, out, `as at ${longDay(asAt)}`) }
  },
})

const whyRefused = (problems: readonly { severity: string; file: string; problem: string; expected: string }[]) =>
  problems
    .filter(({ severity }) => severity === 'refuses-the-load')
    .map(({ file, problem, expected }) =>
      [file, problem, expected && `expected ${expected}`].filter(Boolean).join(': '),
    )
    .join('. ')

function inWords({ lists, doubts }: AnnexA, out: string, when: string): string {
  const rows = lists.map(({ number, title, rows }) => `  List ${String(number).padEnd(3)}${title.padEnd(64)}${rows.toLocaleString('en-GB').padStart(7)}`) // prettier-ignore
  const missing = doubts.map(({ list, column, what, at, of }) => `  ${list.replace(/:.*/, '')}${column && `, ${column.trim()}`}: ${what}${at.length > 0 ? ` (${at.length} of ${of})` : ''}`) // prettier-ignore
  const about = missing.length === 0 ? ['Nothing is missing or contradictory.'] : ['Missing or contradictory:', ...missing] // prettier-ignore
  return [`${out}: Annex A ${when}`, ...rows, '', ...about].join('\n')
}
