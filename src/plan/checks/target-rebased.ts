/** The plan says that targets were revised, or will be, and gives no new ones. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, quote } from '../asking.ts'
import type { Action } from '../action.ts'
import { planCheck } from '../check.ts'
import { allActions } from '../plan.ts'

const REVISED =
  /\b(milestones?|targets?)\b[^.\n]{0,60}?\b(revised|re-?based|re-?set|reset|to be re-?\w+|under review|amended)\b([^\n]*)/i

export default planCheck({
  id: 'target-rebased',
  name: 'Targets revised and not given',
  severity: 'moderate',
  why: 'Once the old targets are withdrawn and the new ones are not written down, there is nothing to be held to.',
  find: ({ plan }) =>
    askAbout(
      plan,
      allActions(plan).filter(action => revisedWithout(action) !== undefined),
      {
        one: action =>
          `Action ${action.ref} says ${quote(revisedWithout(action)!)}: what are the targets now, and who agreed them?`,
        many: which =>
          `${capital(which)} say that targets were revised and give none: what are they now, and who agreed them?`,
        because: action => `${action.ref}: ${quote(revisedWithout(action)!)}`,
      },
    ),
  examples: [
    {
      that: 'to be rebased',
      actions: [
        {
          measureText:
            'Assessments in time rise from 60% to 80%\nOnce the service is staffed targets for assessments to be rebased.',
        },
      ],
      raises: 1,
    },
    {
      that: 'revised, and nothing after it',
      actions: [{ evidenceText: 'Milestones set at 80% Sept 14 and 100% March 15.\nMilestones revised' }],
      raises: 1,
      asks: /“Milestones revised”/,
    },
    {
      that: 'revised, and here they are',
      actions: [{ evidenceText: 'Milestones revised as of April 2015: March 15 - 35% Sept 15 - 50%' }],
      raises: 0,
    },
    {
      that: 'a strategy is revised',
      actions: [{ evidenceText: 'The targeted support strategy was revised in May' }],
      raises: 0,
    },
  ],
})

function revisedWithout(action: Action): string | undefined {
  const lines = `${action.measureText}\n${action.evidenceText}\n${Object.values(action.unmapped).join('\n')}`.split(
    '\n',
  )
  return lines
    .find((line, index) => {
      const [, , , after] = REVISED.exec(line) ?? []
      return (
        after !== undefined &&
        !/\d\s*%|\d+ (?!20)\d/.test(after) &&
        !/^\s*(-|•|march|sept|\d).*\d\s*%?/i.test(lines[index + 1] ?? '')
      )
    })
    ?.trim()
}
