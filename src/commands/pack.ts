/** `golden-thread pack`: the board pack as a Word file, PDF or web page, from the plan that is kept or from a plan's file. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { openDocument } from '../intake/open-document.ts'
import { readSource } from '../intake/source-document.ts'
import type { Document } from '../intake/document.ts'
import { readPlan } from '../intake/plan-document.ts'
import { UnreadableFile } from '../intake/unreadable-file.ts'
import { raiseQuestions } from '../plan/checks.ts'
import { coverageOfSources } from '../plan/coverage.ts'
import type { Plan } from '../plan/plan.ts'
import { planOfReading, shortNameInPlan, shortNameInTitle, sourceOfReading } from '../plan/plan-of-reading.ts'
import type { Source } from '../plan/source.ts'
import { findCurrentPlanId } from '../plan/store.ts'
import type { Description } from '../reports/description.ts'
import { findPackOf, findSince } from '../reports/find-pack-of.ts'
import { freeze, type Frozen } from '../reports/freeze.ts'
import { describePack } from '../reports/pack.ts'
import { factsOf, type PackOf } from '../reports/pack-facts.ts'
import { writePdf } from '../reports/pdf.ts'
import { addressToShare } from '../reports/share.ts'
import { findLastPackAsAt } from '../reports/store.ts'
import { writeWeb } from '../reports/web.tsx'
import { writeWord } from '../reports/word.ts'
import { openStore } from '../store/open-store.ts'
import { type Day, dayInLondon, isDay, longDay } from '../terms/day.ts'
import { authorityNamed, command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: 'Make the board pack as Word, PDF or a web page',
  takes: [],
  options: {
    out: { type: 'string', value: 'FILE', about: 'Where to write it: its ending says how (.docx, .pdf or .html)' },
    plan: { type: 'string', value: 'FILE', about: 'A plan to read, in place of the one that is kept' },
    source: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      about: 'With --plan: a source that it answers; may be given several times',
    },
    'as-at': { type: 'string', value: 'DATE', about: 'The day it tells of (2026-11-22); today unless said' },
    since: { type: 'string', value: 'DATE', about: 'The day to compare with; the last pack or board unless said' },
    authority: { type: 'string', value: 'NAME', about: 'Whose plan, where the database holds more than one authority' },
  },
  help: `A plan read from a file has no history, so its pack is a first pack. A pack made here is written to the file and kept nowhere else.

  golden-thread pack --out pack.docx
  golden-thread pack --plan plan.docx --source notice.docx --as-at 2026-11-22 --out pack.pdf`,
  async run({ values, progress }) {
    const write = writerOf(values.out)
    const asAt = dayOf('as-at', values['as-at']) ?? dayInLondon(new Date())
    const since = dayOf('since', values.since)
    if (values.plan !== undefined && since !== null)
      throw new WrongUsage('--since needs the plan that is kept: a plan read from a file has no history')
    if (values.plan === undefined && values.source !== undefined)
      throw new WrongUsage('--source goes with --plan: the plan that is kept has its sources already')
    if (since !== null && since >= asAt) throw new WrongUsage('--since must be before --as-at')
    const config = readConfig()
    const packOf =
      values.plan === undefined
        ? await packOfKept(config, { asAt, since, authority: values.authority ?? null })
        : await packOfFiles(
            values.plan,
            values.source ?? [],
            asAt,
            values.authority ?? `Read from ${basename(values.plan)}`,
          )
    const frozen = freeze(describePack(packOf))
    progress(`Writing ${values.out}`)
    const file = resolve(values.out!)
    await writeTo(file, await write(frozen, addressToShare(config.address)))
    return { json: asJson(file, frozen, packOf), text: `${file}\n${summaryOf(frozen.description)}` }
  },
})

type Write = (frozen: Frozen, address: string | null) => Promise<Uint8Array> | string

function writerOf(out: string | undefined): Write {
  const writers: Record<string, Write> = { '.docx': writeWord, '.pdf': writePdf, '.html': writeWeb }
  if (out === undefined) throw new WrongUsage('--out is missing: say where to write, such as --out pack.docx')
  const write = writers[extname(out).toLowerCase()]
  if (!write) throw new WrongUsage(`--out ${out} must end in .docx, .pdf or .html`)
  return write
}

function dayOf(option: string, given: string | undefined): Day | null {
  if (given === undefined) return null
  if (!isDay(given)) throw new WrongUsage(`--${option} ${given} is not a date: write it as 2026-11-22`)
  return given
}

async function packOfFiles(file: string, sourceFiles: string[], asAt: Day, authority: string): Promise<PackOf> {
  const reading = readPlan(await open(file))
  if (reading.themes.length === 0) throw new WrongInput(`${file}: no plan was found in it`)
  const plan = planOfReading(reading, asAt)
  const sources: Source[] = []
  for (const [at, sourceFile] of sourceFiles.entries()) sources.push(await sourceIn(sourceFile, plan, at + 1))
  return {
    authority,
    plan,
    before: null,
    coverage: coverageOfSources(plan, sources),
    questions: raiseQuestions({ plan, sources, asAt }),
    meeting: null,
    kept: false,
  }
}

async function sourceIn(file: string, plan: Plan, sourceId: number): Promise<Source> {
  const reading = readSource(await open(file))
  if (reading.findings.length === 0) throw new WrongInput(`${file}: no findings were found in it`)
  const name =
    shortNameInTitle(reading.title) ?? shortNameInPlan(plan, reading.findings) ?? basename(file, extname(file))
  return sourceOfReading(reading, name, sourceId)
}

async function open(file: string): Promise<Document> {
  try {
    return await openDocument(file)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WrongInput(`${file}: ${error.message}`)
    throw error
  }
}

type Asked = { asAt: Day; since: Day | null; authority: string | null }

async function packOfKept(where: Parameters<typeof openStore>[0], asked: Asked): Promise<PackOf> {
  const store = await openStore(where, 'pack', 'join')
  try {
    const authority = await authorityNamed(store.database, asked.authority)
    return await store.database.reading({ authority, person: null }, async db => {
      const planId = await findCurrentPlanId(db, asked.asAt)
      if (planId === null) throw new WrongInput('No plan is kept yet: load one, or name a file with --plan')
      const since = asked.since ?? (await findSince(db, await findLastPackAsAt(db, planId, asked.asAt), asked.asAt))
      return findPackOf(db, planId, asked.asAt, since)
    })
  } finally {
    await store.close()
  }
}

async function writeTo(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (error) {
    throw new WrongInput(`${file} could not be written: ${(error as Error).message}`)
  }
}

function asJson(out: string, { description, sha256 }: Frozen, packOf: PackOf) {
  const { standing, since, asAt, moved, coverage, questions } = factsOf(packOf)
  return {
    out,
    title: description.subtitle,
    asAt,
    since,
    sha256,
    actions: standing.actions.length,
    completed: standing.actions.filter(action => action.delivery === 'completed').length,
    late: standing.late.length,
    slipped: standing.slipped.length,
    stale: standing.stale?.length ?? null,
    completedWithoutImpact: standing.withoutImpact.length,
    moved: moved?.length ?? null,
    findingsUnanswered: coverage.reduce((sum, { counts }) => sum + counts.none, 0),
    questions: questions.length,
    sections: description.sections.map(({ label, heading }) => ({ label, heading })),
  }
}

const summaryOf = ({ subtitle, asAt, sections }: Description): string =>
  [`${subtitle}, as at ${longDay(asAt)}`, ...sections.map(({ label, heading }) => `  ${label} ${heading}`)].join('\n')
