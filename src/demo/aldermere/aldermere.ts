/** Aldermere City Council, invented: an authority two years into its improvement programme on the day it is loaded. */
import type { Calendar } from '../calendar.ts'
import type { AuthorityDescription } from '../description.ts'
import { bodies } from './bodies.ts'
import { inspectionReport } from './inspection-report.ts'
import { notice } from './notice.ts'
import { organisations, posts } from './people.ts'
import { improvementPlan } from './plan/plan.ts'
import { peerReview } from './review.ts'

export const aldermere = (on: Calendar): AuthorityDescription => ({
  name: 'Aldermere City Council',
  shortName: 'Aldermere',
  serviceName: 'Children’s services improvement',
  organisations,
  posts: posts(on),
  sources: [inspectionReport(on), notice(on), peerReview(on)],
  bodies: bodies(on),
  plan: improvementPlan(on),
})
