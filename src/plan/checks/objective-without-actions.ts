/** An objective under which nothing will be done. */
import { inWords, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { objectivesAlone } from '../under-objective.ts'

export default planCheck({
  id: 'objective-without-actions',
  name: 'Objective without actions',
  severity: 'serious',
  why: 'An objective that no action serves is a hope. Either the work is missing, or the objective should go.',
  find({ plan }) {
    const joined = plan.themes.some(theme => theme.actions.some(action => action.objectiveId !== null))
    if (!joined) return []
    const bare = plan.themes.flatMap(objectivesAlone)
    if (bare.length === 0) return []
    const named = inWords(bare.slice(0, 3).map(objective => `${objective.ref}, ${quote(objective.text, 80)}`))
    const more = bare.length > 3 ? ` and ${bare.length - 3} more` : ''
    return [
      {
        where: `${bare.length === 1 ? 'objective' : 'objectives'} ${inWords(bare.map(objective => objective.ref))}`,
        actionIds: [],
        question: `What will be done about ${bare.length === 1 ? 'objective' : 'objectives'} ${named}${more}, under which no action stands?`,
        because: 'No action stands under it',
      },
    ]
  },
  examples: [
    {
      that: 'one of two objectives has no action',
      objectives: [{ text: 'Improve recording' }, { text: 'Improve supervision' }],
      actions: [{ objectiveId: 1 }],
      raises: 1,
      asks: /objective 1\.2, “Improve supervision”/,
    },
    {
      that: 'its section has actions',
      objectives: [
        { text: 'Improve recording', section: '1.1 Practice' },
        { text: 'Improve supervision', section: '1.1 Practice' },
      ],
      actions: [{ objectiveId: 1 }],
      raises: 0,
    },
    {
      that: 'a plan that joins no action to an objective',
      objectives: [{ text: 'Improve recording' }],
      actions: [{}],
      raises: 0,
    },
  ],
})
