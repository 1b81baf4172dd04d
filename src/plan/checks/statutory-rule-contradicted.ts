/** The plan allows longer than the law does. */
import { openActions, promisesIn, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { rulesContradicted } from '../statutory-rule.ts'

export default planCheck({
  id: 'statutory-rule-contradicted',
  name: 'Statutory rule contradicted',
  severity: 'serious',
  why: 'A plan that promises less than the law is a promise to break it, and staff will work to the plan.',
  find: ({ plan }) =>
    openActions(plan).flatMap(action =>
      promisesIn([action.text, action.measureText, action.desiredOutcome].join('\n')).flatMap(promise =>
        rulesContradicted(promise).map(({ rule, words }) => ({
          where: `action ${action.ref}`,
          actionIds: [action.actionId],
          question: `Action ${action.ref} says ${quote(promise)}: why ${quote(words)}, when by law ${rule.says}?`,
          because: rule.law,
        })),
      ),
    ),
  examples: [
    {
      that: 'pathway plans once a year',
      actions: [
        { measureText: 'All pathway plans will be updated at 12 monthly intervals or more often as required.' },
      ],
      raises: 1,
      asks: /at least every six months/,
    },
    {
      that: 'pathway plans annually',
      actions: [{ measureText: '100% of pathway plans are reviewed annually' }],
      raises: 1,
    },
    {
      that: 'pathway plans every six months',
      actions: [{ measureText: '100% of pathway plans are reviewed every 6 months' }],
      raises: 0,
    },
    {
      that: 'a pathway plan within twelve months of something else',
      actions: [{ measureText: '95% of pathway plans completed within 3 months of the 16th birthday' }],
      raises: 0,
    },
    {
      that: 'assessments in 60 working days',
      actions: [{ measureText: '90% of assessments completed within 60 working days' }],
      raises: 1,
    },
    {
      that: 'assessments in 45 days',
      actions: [{ measureText: '100% of assessments within 45 calendar days' }],
      raises: 0,
    },
    {
      that: 'a conference in four weeks',
      actions: [{ measureText: '90% of ICPCs held within 4 weeks of the strategy discussion' }],
      raises: 1,
      asks: /15 working days/,
    },
    {
      that: 'a return home interview in five working days',
      actions: [{ measureText: '90% of return home interviews within 5 working days' }],
      raises: 1,
    },
    {
      that: 'a return home interview in 72 hours',
      actions: [{ measureText: '90% of return home interviews within 72 hours' }],
      raises: 0,
    },
    {
      that: 'health assessments in 28 calendar days are 20 working days',
      actions: [{ measureText: '95% of initial health assessments within 28 calendar days' }],
      raises: 0,
    },
    {
      that: 'proceedings in 40 weeks',
      actions: [{ measureText: 'Care proceedings concluded within 40 weeks' }],
      raises: 1,
      asks: /26 weeks/,
    },
    {
      that: 'pre-proceedings have a local limit',
      actions: [{ measureText: 'Pre-proceedings work averages 14 weeks' }],
      raises: 0,
    },
    {
      that: 'looked after reviews every twelve months',
      actions: [{ measureText: '100% of LAC reviews are held every 12 months' }],
      raises: 1,
    },
    {
      that: 'care plans reviewed once a year',
      actions: [{ measureText: 'All looked after children have their care plan reviewed every 12 months' }],
      raises: 1,
    },
    {
      that: 'their health reviewed once a year',
      actions: [{ measureText: 'All looked after children have their health reviewed every 12 months' }],
      raises: 0,
    },
    {
      that: 'fostering assessments have their own limit',
      actions: [{ measureText: '90% of foster carer assessments within 6 months' }],
      raises: 0,
    },
  ],
})
