/** `golden-thread load`: an extract of children's records from a folder, read, staged and kept as the page does it. */
import { latestSnapshot } from '../children/snapshot.ts'
import { readConfig } from '../config.ts'
import { bringIn } from '../intake/bring-in.ts'
import { extractFolder } from '../intake/extract-folder.ts'
import { type Doubt, standsAgainst } from '../intake/load-doubts.ts'
import { countProblems, listProblems } from '../intake/load-problem-store.ts'
import { findLoad } from '../intake/load-store.ts'
import { keepLoad, LOADING, readLoad } from '../intake/load-work.ts'
import { type Load, rowsRead } from '../intake/load.ts'
import { packFiles } from '../intake/packed-files.ts'
import type { GivenFile } from '../intake/read-ssd.ts'
import type { Database, On } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE } from '../store/event.ts'
import { openStore } from '../store/open-store.ts'
import { type Day, dayInLondon, isDay, longDay } from '../terms/day.ts'
import { foundIn, holdsSomething, NOT_CHECKED } from '../web/scan-files.ts'
import { clamdAt, type Scanner, ScannerAway } from '../web/scanner.ts'
import { type Answer, authorityNamed, command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: "Bring in an extract of children's records and keep it",
  takes: ['DIR'],
  options: {
    'as-at': { type: 'string', value: 'DAY', about: 'The last day that the extract knows of' },
    authority: { type: 'string', value: 'NAME', about: 'Where the database holds more than one authority' },
    sure: { type: 'boolean', about: 'Keep it though it looks as if it were another council’s, or half an extract' },
    'only-read': { type: 'boolean', about: 'Read and stage it, and keep nothing: it then waits on the page of loads' },
  },
  help: `DIR is a folder of CSV, Excel or XML files, or one workbook. What was read and what is wrong is printed; a load that cannot be used, or
that something stands against, is not kept and the command ends with 1.

  golden-thread load extract --as-at 2026-10-31 --authority "Testborough City Council"`,
  async run({ values, positionals: [folder], progress }) {
    const asAt = dayOf(values['as-at'])
    const files = await extractFolder(folder!).catch(() => {
      throw new WrongInput(`${folder} cannot be opened: give a folder of CSV files, or one workbook`)
    })
    if (files.length === 0) throw new WrongInput(`${folder} holds no CSV, Excel or XML file`)
    const config = readConfig()
    const store = await openStore(config, 'load', 'join')
    try {
      const authority = await authorityNamed(store.database, values.authority ?? null)
      const on = { authority, person: null, work: LOADING }
      if (config.scanner) await scan(clamdAt(config.scanner), files, store.database, on)
      const packed = await packFiles(files)
      const { snapshotId } = await store.database.transaction(on, db =>
        bringIn(db, asAt, packed, AT_THE_MACHINE, 'by-caller'),
      )
      await readLoad(store.database, authority, snapshotId, async words => progress(words))
      const before = await look(store.database, on, snapshotId)
      const mayKeep = before.load.state === 'staged' && before.refused === null && !values['only-read']
      if (mayKeep && (before.doubts.length === 0 || values.sure)) {
        progress('Keeping the records')
        await keepLoad(store.database, authority, snapshotId, AT_THE_MACHINE)
        return answer(await look(store.database, on, snapshotId), before.load.state)
      }
      return answer(before, before.load.state)
    } finally {
      await store.close()
    }
  },
})

/** As whatever is brought to a page: what is found is in the record, and without an answer nothing is taken. Throws `WrongInput`. */
async function scan(scanner: Scanner, files: GivenFile[], database: Database, on: On): Promise<void> {
  for (const { name, bytes } of files) {
    const verdict = await scanner.scan(bytes).catch((error: unknown) => {
      throw error instanceof ScannerAway ? new WrongInput(NOT_CHECKED[error.why]) : error
    })
    if (verdict.clean) continue
    const found = { page: 'golden-thread load', ...foundIn(bytes, verdict.signature) }
    await database.transaction(on, db => addEvent(db, AT_THE_MACHINE, 'refuse-file', 'file', null, found))
    throw new WrongInput(holdsSomething(name, verdict.signature))
  }
}

function dayOf(given: string | undefined): Day {
  if (given === undefined) throw new WrongUsage('Say the last day that the extract knows of: --as-at 2026-10-31')
  if (!isDay(given)) throw new WrongUsage(`--as-at ${given} is not a day, such as 2026-10-31`)
  if (given > dayInLondon(new Date())) throw new WrongInput(`--as-at ${given} is in the future`)
  return given
}

type Looked = Awaited<ReturnType<typeof look>>

const look = (database: Database, on: { authority: number; person: null; work: string }, snapshotId: number) =>
  database.reading(on, async db => {
    const load = await findLoad(db, snapshotId)
    const against = load.state === 'staged' ? await standsAgainst(db, load) : { refused: null, doubts: [] as Doubt[] }
    const refusals = (await listProblems(db, snapshotId, { severity: 'refuses-the-load' })).map(({ file, problem }) =>
      [file, problem].filter(Boolean).join(': '),
    )
    return { load, ...against, refusals, problems: await countProblems(db, snapshotId), last: await latestSnapshot(db) }
  })

function answer({ load, refused, doubts, refusals, problems }: Looked, was: Load['state']): Answer {
  const rows = rowsRead(load)
  const lines = [
    `${longDay(load.asAt)}: ${rows.read} rows read, ${rows.kept} to keep, ${rows.refused + rows.repeated} left out`,
    ...refusals,
    ...(refused ? [refused] : []),
    ...doubts.map(({ doubt }) => doubt),
    ...(doubts.length > 0 ? ['It was not kept: look at it on the page of loads, or say --sure.'] : []),
    load.state !== 'kept' ? `The load is ${load.state}.` : was === 'kept' ? 'Just this was kept before: nothing was changed.' : 'Kept.', // prettier-ignore
  ]
  return {
    json: { snapshotId: load.snapshotId, asAt: load.asAt, state: load.state, isNew: was !== 'kept', rows, problems, refused: refused ?? refusals[0] ?? null, doubts: doubts.map(({ doubt }) => doubt) }, // prettier-ignore
    text: lines.join('\n'),
    inputIsWrong: load.state === 'refused' || refused !== null || doubts.length > 0,
  }
}
