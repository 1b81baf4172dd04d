/** No board or meeting is named that will look at the action. */
import { countInWords } from '../../terms/count-words.ts'
import { askAbout, openActions } from '../asking.ts'
import { planCheck } from '../check.ts'
import { allActions } from '../plan.ts'

export default planCheck({
  id: 'nobody-monitors',
  name: 'Nobody monitors it',
  severity: 'minor',
  why: 'Between boards some meeting must look at the work, or the board is the first to hear that it stopped.',
  find({ plan }) {
    const unwatched = openActions(plan).filter(action => action.monitoredBy.trim() === '')
    if (unwatched.length > 0 && unwatched.length === allActions(plan).length && unwatched.length > 2)
      return [
        {
          where: 'the whole plan',
          actionIds: unwatched.map(action => action.actionId),
          question: `None of the ${countInWords(unwatched.length)} actions says which board or meeting monitors it: who looks at each between board meetings?`,
          because: 'The plan names no monitoring body',
        },
      ]
    return askAbout(plan, unwatched, {
      one: action => `Which board or meeting monitors action ${action.ref}?`,
      many: which => `Which board or meeting monitors the ${which} that name none?`,
      because: () => 'No monitoring body is named',
    })
  },
  examples: [
    { that: 'one of two', actions: [{ monitoredBy: '' }, {}], raises: 1, asks: /action 1/ },
    {
      that: 'a plan without such a column',
      actions: [1, 2, 3].map(() => ({ monitoredBy: '' })),
      raises: 1,
      asks: /None of the three actions/,
    },
    { that: 'a meeting is named', actions: [{ monitoredBy: 'Workforce Board' }], raises: 0 },
  ],
})
