/** Every clock that runs in the records of a run: those of the catalogue, and those of the council's own measures that are in use. */
import type { Db } from '../store/database.ts'
import { clockNamed } from './clocks.ts'
import type { History } from './history.ts'
import { type OpenClock, openClocks } from './open-clocks.ts'
import type { Run } from './run-store.ts'
import { catalogueOf } from './whole-catalogue.ts'

export async function clocksOfRun(
  db: Db,
  { settings }: Pick<Run, 'settings'>,
  history: History,
): Promise<readonly OpenClock[]> {
  const { measures } = await catalogueOf(db)
  return openClocks(history, new Map(Object.entries(settings)), measures)
}

/** What a clock is called, by its id without its variant: of the council's own measures, used or withdrawn, as they are called now. */
export async function clockNames(db: Db): Promise<(id: string) => string> {
  const { named } = await catalogueOf(db)
  return id => clockNamed(id)?.name ?? named(id)?.name ?? id
}
