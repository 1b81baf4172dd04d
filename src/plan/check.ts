/**
 * A plan check: one rule that finds a weakness in a plan before the board does, and words the question a member would ask.
 * One file each in `checks/`; the file carries its reason, its examples, and is silent on a sound plan.
 */
import type { Day } from '../terms/day.ts'
import type { Plan } from './plan.ts'
import type { PlanSketch } from './plan-sketch.ts'
import type { Source } from './source.ts'

export const SEVERITY = { serious: 'Serious', moderate: 'Moderate', minor: 'Minor' } as const
export type Severity = keyof typeof SEVERITY

/** One place where the plan is weak. `actionIds` are the actions concerned, the first being where to look. */
export type Question = {
  where: string
  actionIds: number[]
  findingId?: number
  /** What a board member would ask, in one sentence, naming the action by its reference. */
  question: string
  /** The words or dates of the plan that raise it. */
  because: string
}

export type PlanToCheck = { plan: Plan; sources: Source[]; asAt: Day }

export type PlanCheck = {
  /** The file's name: `no-lead`. */
  id: string
  name: string
  severity: Severity
  /** Why a board should mind, in a sentence or two. */
  why: string
  find(checked: PlanToCheck): Question[]
  /** Plans in a few words, with how many questions each must raise: at least one hit and one near miss. */
  examples: CheckExample[]
}

/** `that` says what the example shows; what the sketch does not say is as a sound plan has it. */
export type CheckExample = PlanSketch & { that: string; raises: number; asks?: RegExp }

export const planCheck = (given: PlanCheck): PlanCheck => given
export type RaisedQuestion = Question & { check: PlanCheck }
