/** The tables of the SSDA903 return, in the order in which they are put together: episodes before what is worked out from them. */
import { ad1, placedAdoption } from './sources/ssda903/adoption.ts'
import { episodes } from './sources/ssda903/episodes.ts'
import { missing, reviews, socialWorkers, uasc } from './sources/ssda903/events.ts'
import { header } from './sources/ssda903/header.ts'
import type { ReturnTable } from './sources/ssda903/table.ts'
import { oc2, oc3, previousPermanence } from './sources/ssda903/year.ts'

export const SSDA903_TABLES: readonly ReturnTable[] = [
  header, episodes, reviews, uasc, oc2, oc3, placedAdoption, ad1, previousPermanence, missing, socialWorkers,
] // prettier-ignore

/** Deprivation of liberty orders (from 2026/27) have no place in the records yet. */
export const NOT_KEPT = [['CHILD', 'DOB', 'DOLO_START', 'DOLO_END']] as const
