/**
 * The ladder of escalation: whom a running clock is told to as its due day comes near and goes by. A default of this product [D]; a clock
 * whose breach may put a child at risk within days climbs it faster.
 */
import type { DayNumber } from '../terms/day-number.ts'
import type { WorkingDays } from '../terms/working-day.ts'

/** Each step with what has come and who is told. */
export const STEP = {
  E0: { name: 'Running', tells: 'Worker' },
  E1: { name: 'Reminder', tells: 'Worker and team manager' },
  E2: { name: 'Overdue', tells: 'Team manager' },
  E3: { name: 'Overdue by 5 working days', tells: 'Service manager' },
  E4: { name: 'Overdue by 10 working days', tells: 'Head of service' },
  E5: { name: 'Overdue by 20 working days', tells: "Director of children's services and improvement board" },
} as const
export type Step = keyof typeof STEP

/** Working days over at which each step after the due day begins; E2 begins as soon as the due day is past. */
const USUAL = { E3: 5, E4: 10, E5: 20 }
/** For clocks of safety. */
const URGENT = { E3: 1, E4: 2, E5: 20 }

/** A reason is asked for within so many working days of the due day. */
const REASON_WITHIN = 1

export type Climbing = {
  readonly start: DayNumber
  /** The last day in time. */
  readonly due: DayNumber
  readonly arrangeBy: DayNumber | null
  readonly isUrgent: boolean
}

/** `over` are days past the due day and `workingOver` those of them on which somebody works; 0 where there is time yet. */
export type Escalation = { readonly step: Step; readonly over: number; readonly workingOver: number }

export function escalationOn({ start, due, arrangeBy, isUrgent }: Climbing, on: DayNumber, calendar: WorkingDays) {
  if (on <= due) return { step: isNear() ? 'E1' : 'E0', over: 0, workingOver: 0 } satisfies Escalation
  const workingOver = calendar.elapsed(due, on) ?? Math.floor(((on - due) * 5) / 7)
  const { E3, E4, E5 } = isUrgent ? URGENT : USUAL
  const step: Step = workingOver >= E5 ? 'E5' : workingOver >= E4 ? 'E4' : workingOver >= E3 ? 'E3' : 'E2'
  return { step, over: on - due, workingOver } satisfies Escalation

  /** Three fifths of the time are gone, or two working days are left to arrange it. */
  function isNear(): boolean {
    const last = arrangeBy ?? due
    return (on - start) * 5 >= (due - start) * 3 || on >= (calendar.after(last, -2) ?? last - 2)
  }
}

/** What the step is called for this clock: urgent ones climb at once. */
export const stepWords = (step: Step, isUrgent: boolean): string =>
  isUrgent && (step === 'E3' || step === 'E4')
    ? `Overdue by ${step === 'E3' ? '1 working day' : '2 working days'}`
    : STEP[step].name

/** True where a reason should have been given by now. */
export const isReasonDue = ({ workingOver, step }: Escalation): boolean =>
  step !== 'E0' && step !== 'E1' && workingOver >= REASON_WITHIN
