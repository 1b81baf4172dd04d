/** Impact is claimed and nothing shows it. */
import { IMPACT } from '../action.ts'
import { capital } from '../../terms/first-letter.ts'
import { askAbout } from '../asking.ts'
import { planCheck } from '../check.ts'
import { allActions } from '../plan.ts'

export default planCheck({
  id: 'impact-without-evidence',
  name: 'Impact claimed without evidence',
  severity: 'serious',
  why: 'Impact is proposed from evidence, never from work done. A claim that nothing shows will not survive an inspection.',
  find: ({ plan }) =>
    askAbout(
      plan,
      allActions(plan).filter(
        action =>
          action.impact !== 'none' &&
          action.evidenceText.trim() === '' &&
          !action.evidence.some(({ shows }) => shows === 'impact' || shows === 'progress'),
      ),
      {
        one: action =>
          `Action ${action.ref} is rated “${IMPACT[action.impact]}”: which audit, figure or child's words show it?`,
        many: which => `${capital(which)} claim impact: which audits, figures or children's words show it?`,
        because: action => `${action.ref} has no evidence of impact or progress`,
      },
    ),
  examples: [
    { that: 'a claim and nothing else', actions: [{ impact: 'made' }], raises: 1, asks: /“Progress made”/ },
    {
      that: 'evidence that shows no change',
      actions: [{ impact: 'starting', evidence: [{ shows: 'no-change' }] }],
      raises: 1,
    },
    { that: 'an audit that shows impact', actions: [{ impact: 'made', evidence: [{ shows: 'impact' }] }], raises: 0 },
    { that: 'no impact claimed', actions: [{ impact: 'none' }], raises: 0 },
  ],
})
