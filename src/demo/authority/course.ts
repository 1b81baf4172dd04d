/** The course of an episode of need: from the assessment on, one step leads to the next until every child's case is closed. */
import { assess } from './assessment.ts'
import { someEnterCare } from './care.ts'
import { goToConference } from './conference.ts'
import { type Episode, finish } from './episode.ts'
import { receive } from './moved-in.ts'
import { inNeed } from './need.ts'
import { onPlan } from './protection.ts'
import type { Step } from './step.ts'
import type { DayNumber } from '../../terms/day-number.ts'

/** Answers the day on which the last of the cases closed. */
export function runItsCourse(episode: Episode): DayNumber {
  const steps = firstSteps(episode)
  for (let step = steps.shift(); step; step = steps.shift()) steps.push(...take(episode, step))
  return finish(episode)
}

function firstSteps(episode: Episode): Step[] {
  if (episode.outcomes.includes('no-further-action')) return []
  return episode.family.kind === 'moved-in' && isFirst(episode) ? receive(episode) : assess(episode)
}

/** Later the family is one of our own. */
const isFirst = ({ family, referredOn }: Episode): boolean => family.comesOn === referredOn

function take(episode: Episode, step: Step): Step[] {
  switch (step.to) {
    case 'need':
      return inNeed(episode, step.cases, step.on, step.after)
    case 'conference':
      return goToConference(episode, step.cases, step.on)
    case 'plan':
      return onPlan(episode, step.planned, step.on)
    case 'care':
      return someEnterCare(episode, step.cases, step.on)
  }
}
