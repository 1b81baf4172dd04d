/**
 * What a demo authority is made of: a description written by hand, dated by a `Calendar`, that `load-demo.ts` writes down.
 * Leads, authors and citations are named by short keys or by the council's own words; the loader finds the rows.
 */
import type { Delivery, EvidenceKind, Impact, Shows } from '../plan/action.ts'
import type { SourceKind } from '../plan/source.ts'
import type { Day } from '../terms/day.ts'
import type { Role } from '../terms/permission.ts'
import type { Timescale } from '../terms/timescale.ts'

/** `key` is how actions name the post here; its first holder is the earliest. */
export type PostDescription = {
  key: string
  title: string
  organisation: string
  role: Role
  holders: { name: string; email: string; from: Day; to: Day | null }[]
}

export type OrganisationDescription = {
  name: string
  kind: 'council' | 'health' | 'police' | 'education' | 'safeguarding' | 'voluntary' | 'government'
}

export type BodyDescription = {
  name: string
  role: string
  everyWeeks: number | null
  isImprovementBoard?: true
  meets: Day[]
  place: string
}

/** A closed finding was answered before the plan began, or asks for nothing; the reason says which. */
export type FindingDescription = { ref: string; heading: string; text: string; closed?: { on: Day; reason: string } }

export type SourceDescription = {
  title: string
  shortName: string
  kind: SourceKind
  publisher: string
  issuedOn: Day
  knownAs: string[]
  findings: FindingDescription[]
}

/** A timescale as the plan words it; `nextTestOn` for work that never ends. */
export type TimescaleDescription = Timescale & { text: string; nextTestOn: Day | null }

export type TargetDescription = {
  text: string
  value: number | null
  unit: string | null
  bound: 'exactly' | 'at least' | 'at most'
  dueOn: Day | null
  series: string
}

/** The measure cell of the plan with the dated values promised in it. */
export type MeasureDescription = { text: string; targets: TargetDescription[] }

/** Something that happened to an action in the six weeks before a board: -1 is the last board, 0 the time since it. */
export type Happening = { board: number } & (
  | { kind: 'update'; text: string }
  | { kind: 'rating'; delivery: Delivery; impact: Impact; reason: string }
  | {
      kind: 'revision'
      agreedBy: 'Improvement Board' | 'Executive Group'
      timescale: TimescaleDescription
      reason: string
    }
  | { kind: 'evidence'; of: EvidenceKind; shows: Shows; title: string; text: string; daysBefore: number }
  | { kind: 'leads'; leads: string[]; reason: string }
)

/** A step with its own day: ahead, or settled in the weeks before a board, on time for it where it was met. */
export type MilestoneDescription = { text: string } & (
  | { outcome: 'ahead'; due: Day }
  | { outcome: 'met'; board: number }
  | { outcome: 'missed'; board: number; reason: string }
  | { outcome: 'moved'; board: number; metAtBoard: number; reason: string }
)

/** The words of an action in one version of the plan. `cites` is written as the plan writes it: `Ofsted PA 3 / DfE Notice 4.2`. */
export type ActionWords = {
  ref: string
  text: string
  desiredOutcome: string
  leadText: string
  measure: MeasureDescription
  monitoredBy: string
  cites: string
  timescale: TimescaleDescription
}

export type ActionDescription = ActionWords & {
  /** Keys of the leading posts; empty where the plan names nobody. */
  leads: string[]
  /** The version that first held it. */
  since: 'first' | 'refresh'
  /** How the first plan worded it, where the refresh changed the words. */
  was?: Partial<Omit<ActionWords, 'timescale'>>
  milestones: MilestoneDescription[]
  life: Happening[]
}

/** An action of the first plan that the refresh no longer holds, and where it went. */
export type EarlierAction = Omit<ActionDescription, 'since' | 'was'> & {
  became: { kind: 'replaced' | 'split' | 'merged' | 'completed' | 'dropped'; into: string[]; note: string }
}

export type ObjectiveDescription = {
  ref: string
  section: string
  text: string
  cites: string
  /** What the first plan cited here instead. */
  was?: { cites: string }
  actions: ActionDescription[]
  earlier: EarlierAction[]
}

export type ThemeDescription = { ref: string; title: string; aim: string; objectives: ObjectiveDescription[] }

export type PlanDescription = {
  title: string
  startsOn: Day
  endsOn: Day
  versions: { title: string; fromOn: Day; note: string }[]
  themes: ThemeDescription[]
}

export type AuthorityDescription = {
  name: string
  shortName: string
  serviceName: string
  organisations: OrganisationDescription[]
  posts: PostDescription[]
  sources: SourceDescription[]
  bodies: BodyDescription[]
  plan: PlanDescription
}

/** Milestones of a measure, as the plan promised them on a day; `withdrawn` where others took their place. */
export type MilestonesDescription = {
  measure: string
  why: string
  said: Day
  steps: { value: number; by: Day }[]
  withdrawn?: { on: Day; why: string }
}

/** A ready-made measure that is entered, by its owner's key. Without `many` it is a number; with it a share of about so many. */
export type EnteredDescription = {
  measure: string
  owner: string
  from: number
  to: number
  many?: number
  /** How many of the last periods nobody has entered yet. */
  missing?: number
}

export type MeasuresDescription = {
  comparison: { region: string; neighbours: string[]; from: Day; why: string }
  populations: { year: number; children: number; source: string }[]
  targets: MilestonesDescription[]
  entered: EnteredDescription[]
}
