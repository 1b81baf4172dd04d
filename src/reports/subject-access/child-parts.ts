/** Parts of a child's copy that do not come from one table of the case system: their chronology, what was said here, and who counted and looked. */
import { type Entry } from '../../children/chronology.ts'
import { ROUTE, type Route } from '../../children/snapshot.ts'
import { clockNamed } from '../../measures/clocks.ts'
import type { CaseReason } from '../../measures/reason-store.ts'
import { REASON } from '../../measures/reason.ts'
import { inWords, momentOf } from '../../people/record-words.ts'
import type { SeenBy } from '../../store/look.ts'
import { type Day, dayInLondon, longDay } from '../../terms/day.ts'
import type { LoadOf, MeetingLine, NamedIn } from './child-store.ts'
import { type Part, partOf } from './copy.ts'
import { type CountedIn, figuresPart } from './counted-in.ts'
import { heldWords } from './value-words.ts'

/** Earliest first; what happened on one day stays in the order of the front door, need, protection and care. */
export const chronologyPart = (entries: readonly Entry[], asAt: Day): Part =>
  partOf<Entry>(
    {
      id: 'chronology',
      heading: 'Chronology',
      about: `What happened, by the records as they stood on ${longDay(asAt)}.`,
    },
    [
      ['From', ({ on }) => longDay(on)],
      ['Until', ({ until }) => (until ? longDay(until) : '')],
      ['What', ({ words }) => words],
    ],
    entries.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
  )

export const namedPart = (named: readonly NamedIn[]) =>
  partOf(
    {
      id: 'named-in',
      heading: 'Named in another person’s record',
      about: 'As the child of a mother who is known to the council.',
    },
    [
      ['Date of birth', ({ bornOn }) => (bornOn ? longDay(bornOn) : 'Not recorded')],
      ['Held here', ({ from, to }) => heldWords(from, to)],
    ],
    named,
  )

export const saidPart = (reasons: readonly CaseReason[]) =>
  partOf(
    {
      id: 'said-here',
      heading: 'What was said here',
      about: 'Reasons given by staff for something that was late for the child.',
    },
    [
      ['Said', ({ said }) => longDay(said)],
      ['By', ({ post }) => post ?? ''],
      ['Of', ({ clock, due }) => `${clockNamed(clock)?.name ?? clock}, due ${longDay(due)}`],
      ['Reason', ({ reason }) => REASON[reason] ?? reason],
      ['Note', ({ note }) => note],
      ['Next', ({ nextStep, owner }) => [nextStep, owner].filter(Boolean).join(': ')],
    ],
    reasons.toReversed(),
  )

export const meetingPart = (lines: readonly MeetingLine[]) =>
  partOf(
    { id: 'meetings', heading: 'Talked of in performance meetings', about: 'Lines of closed meetings of teams.' },
    [
      ['Held', ({ heldOn }) => longDay(heldOn)],
      ['Meeting', ({ meeting }) => meeting],
      ['What was late', ({ clock }) => clockNamed(clock)?.name ?? clock],
      ['Due', ({ dueOn }) => longDay(dueOn)],
      ['Days over', ({ daysOver }) => String(daysOver)],
      ['Worker', ({ worker }) => worker],
    ],
    lines,
  )

export const countedPart = (figures: readonly CountedIn[]) =>
  figuresPart(
    figures,
    'Figures of the latest count in which something done for the child is one of the cases. Figures are totals: nobody is named in them, and nothing is decided about anybody by them.',
  )

export const loadsPart = (loads: readonly LoadOf[]) =>
  partOf(
    {
      id: 'loads',
      heading: 'Where it came from',
      about: 'Extracts of the case management system that first brought something of the child.',
    },
    [
      ['Records as at', ({ asAt }) => longDay(asAt)],
      ['Brought in', ({ keptAt }) => longDay(dayInLondon(keptAt))],
      ['As', ({ route }) => ROUTE[route as Route]],
      ['Files', ({ files }) => files.map(({ name }) => name).join(', ')],
    ],
    loads,
  )

export const looksPart = (looks: readonly SeenBy[]) =>
  partOf(
    { id: 'looks', heading: 'Who has looked', about: 'Members of staff by their posts, the latest first.' },
    [
      ['When', ({ at }) => momentOf(at)],
      ['Post', ({ post }) => post ?? 'None'],
      ['At what', ({ what, among }) => `${inWords(what)}${among > 1 ? `, among ${among} children` : ''}`],
      ['Why', ({ why }) => why],
    ],
    looks,
  )
