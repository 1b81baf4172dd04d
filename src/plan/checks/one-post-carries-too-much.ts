/** One post leads so much of the plan that it cannot be led. */
import { openActions } from '../asking.ts'
import { planCheck } from '../check.ts'

const AT_LEAST = 10
const SHARE = 0.2

export default planCheck({
  id: 'one-post-carries-too-much',
  name: 'One post carrying too much',
  severity: 'moderate',
  why: `A post that leads ${AT_LEAST} or more open actions and a fifth of the plan is where the plan will stop when its holder is away or leaves.`,
  find({ plan }) {
    const open = openActions(plan)
    const carried = new Map<string, typeof open>()
    for (const action of open)
      for (const title of new Set(action.leads.map(lead => plainTitle(lead.title))))
        if (carried.has(title)) carried.get(title)!.push(action)
        else carried.set(title, [action])
    return [...carried]
      .filter(([title, actions]) => title !== '' && actions.length >= AT_LEAST && actions.length >= open.length * SHARE)
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([title, actions]) => ({
        where: title,
        actionIds: actions.map(action => action.actionId),
        question: `The ${title} leads ${actions.length} of the ${open.length} open actions: can one post lead them all, and which could another take?`,
        because: `Actions ${actions.map(action => action.ref).join(', ')} name ${title}`,
      }))
  },
  examples: [
    {
      that: 'one post leads twelve of twelve',
      actions: Array.from({ length: 12 }, () => ({ lead: "Head of Children's Social Care" })),
      raises: 1,
      asks: /leads 12 of the 12 open actions/,
    },
    {
      that: 'ten of sixty is a sixth',
      actions: Array.from({ length: 60 }, (_, index) => ({
        lead: index < 10 ? 'Head of Fostering' : `Head of Team ${index}`,
      })),
      raises: 0,
    },
    { that: 'all three actions of a small plan', actions: [1, 2, 3].map(() => ({ lead: 'Director' })), raises: 0 },
  ],
})

/** One spelling of a post: `Children 's` and a stray space are the same post. */
const plainTitle = (title: string): string =>
  title
    .replace(/\s+/g, ' ')
    .replace(/ ?[’'] ?s\b/g, "'s")
    .trim()
