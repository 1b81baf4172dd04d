/** Episodes of early help, and who leads them. The dataset has episodes, not assessments; their words are each council's own. */
import type { EarlyHelp } from '../../children/early-help.ts'
import { rowsBy } from '../../children/records.ts'
import { type Dated, dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { isOpen, type Span } from './span.ts'

export type HelpEpisode = Dated &
  Span & {
    readonly personId: string
    readonly row: EarlyHelp
    /** It began while another of the same child was open: the same help, recorded twice. */
    readonly isDouble: boolean
  }

/** In the order they began, without those whose days could not be read or contradict (R20). */
export function earlyHelp({ records }: History): readonly HelpEpisode[] {
  return [...rowsBy(records.earlyHelp, 'personId')]
    .flatMap(([personId, rows]) => ofChild(personId, rows))
    .sort((one, other) => one.from - other.from)
}

function ofChild(personId: string, rows: readonly EarlyHelp[]): HelpEpisode[] {
  const episodes = rows.flatMap(row => {
    const from = numbered(row.startedOn)
    const until = numbered(row.endedOn)
    const isFault = isUnread(row, 'startedOn', 'endedOn') || (until !== null && from !== null && until < from)
    return from === null || isFault ? [] : [{ ...dated(row.id, personId, from), personId, from, until, row }]
  })
  episodes.sort((one, other) => one.from - other.from)
  return episodes.map((one, at) => ({
    ...one,
    isDouble: episodes.slice(0, at).some(before => isOpen(before, one.from)),
  }))
}

export const earlyHelpByChild = (history: History) => rowsBy(history.of(earlyHelp), 'personId')

const COUNCIL = /\b(council|local authority|social care|children'?s services|early help|family (hub|cent(re|er)))\b/i
const HEALTH = /\b(health|nhs|midwi\w*|nurs\w*|hospital|gp|camhs)\b/i

/** Which kind of organisation leads it, by the words it is recorded in [D]. Null where none is recorded. */
export function leadOf({ row: { organisation } }: HelpEpisode): 'council' | 'health' | 'partner' | null {
  const words = organisation?.trim() ?? ''
  if (words === '') return null
  if (COUNCIL.test(words)) return 'council'
  return HEALTH.test(words) ? 'health' : 'partner'
}
