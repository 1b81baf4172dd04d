/** `golden-thread reconcile`: the same children counted from two sources, and where they differ. */
import { extractFolder } from '../intake/extract-folder.ts'
import { type ExtractReading, readExtract } from '../intake/read-extract.ts'
import { refusesTheLoad } from '../intake/read-ssd.ts'
import { ROUTE } from '../children/snapshot.ts'
import { type CountOfBoth, reconcile, type Reconciliation } from '../intake/reconcile.ts'
import { type Day, isDay, longDay } from '../terms/day.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: 'Count the same children from two sources, and show where they differ',
  takes: ['DIR_A', 'DIR_B'],
  options: { 'as-at': { type: 'string', about: 'The day of both', value: 'DAY' } },
  help: `DIR_A and DIR_B are a folder or a file each: the Standard Safeguarding Dataset, Annex A, the SSDA903 return or a CIN census; the files
say which. Children are found by their number, then by UPN, then by date of birth and sex where only one child of each has them.

  golden-thread reconcile extract annex-a.xlsx --as-at 2026-03-31

What is counted: children in need, on plans, looked after and leaving care on the day; referrals, assessments, section 47 enquiries and
conferences of the last 6 and 12 months. Where a source does not hold them, or does not reach back, that is said and nothing compared.`,
  async run({ values: { 'as-at': asAt }, positionals: [first, second] }) {
    if (!asAt) throw new WrongUsage('Say of which day both are with --as-at DAY')
    if (!isDay(asAt)) throw new WrongUsage(`--as-at: "${asAt}" is not a date: write it as 2026-03-31`)
    const readings = { first: await read(first!, asAt), second: await read(second!, asAt) }
    const found = reconcile(readings.first, readings.second, asAt)
    const names = { first: `${first} (${ROUTE[readings.first.route]})`, second: `${second} (${ROUTE[readings.second.route]})` } // prettier-ignore
    return { json: { ...names, ...found }, text: inWords(found, names) }
  },
})

async function read(path: string, asAt: Day): Promise<ExtractReading> {
  const files = await extractFolder(path).catch(() => {
    throw new WrongInput(`${path} cannot be opened: give a folder, or one file`)
  })
  if (files.length === 0) throw new WrongInput(`${path} holds no CSV, Excel or XML files`)
  const reading = await readExtract(files, asAt)
  if (!refusesTheLoad(reading)) return reading
  const why = reading.problems.filter(({ severity }) => severity === 'refuses-the-load')
  throw new WrongInput(`${path} cannot be used. ${why.map(({ file, problem, expected }) => [file, problem, `expected ${expected}`].filter(Boolean).join(': ')).join('. ')}`) // prettier-ignore
}

const MOST_NAMED = 10

function inWords(
  { asAt, matched, counts, differences }: Reconciliation,
  names: { first: string; second: string },
): string {
  // prettier-ignore
  const fields = Map.groupBy(differences, ({ field }) => field)
  return [
    `As at ${longDay(asAt)}`,
    `First: ${names.first}`,
    `Second: ${names.second}`,
    `Children in both: ${matched.number} by number, ${matched.upn} by UPN, ${matched['birth and sex']} by date of birth and sex`,
    '',
    `${''.padEnd(52)}${'first'.padStart(9)}${'second'.padStart(9)}`,
    ...counts.flatMap(countLines),
    '',
    differences.length === 0 ? 'Nothing differs in the children of both.' : 'What differs in the children of both:',
    ...[...fields].map(([field, all]) => `  ${field}: ${all.length} (${all.slice(0, MOST_NAMED).map(({ first, firstSays, secondSays }) => `${first}: ${firstSays}, ${secondSays}`).join('; ')}${all.length > MOST_NAMED ? '; ...' : ''})`), // prettier-ignore
  ].join('\n')
}

function countLines({ name, first, second, agree, because, onlyInFirst, onlyInSecond }: CountOfBoth): string[] {
  const line = `${name.padEnd(52)}${figure(first)}${figure(second)}  ${agree === null ? `not compared: ${because}` : agree ? 'agree' : 'DIFFER'}` // prettier-ignore
  return [line, ...onlyLine('first', onlyInFirst), ...onlyLine('second', onlyInSecond)]
}

const figure = (count: number | null) => (count === null ? '-' : count.toLocaleString('en-GB')).padStart(9)

function onlyLine(which: string, only: CountOfBoth['onlyInFirst']): string[] {
  if (only.length === 0) return []
  const named = only.slice(0, MOST_NAMED).map(({ personId, on }) => (on ? `${personId} (${on})` : personId))
  return [`  only in the ${which}: ${only.length}: ${named.join(', ')}${only.length > MOST_NAMED ? ', ...' : ''}`]
}
