/** The measure is that a meeting will look at it. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { namesOnlyAMeeting } from '../measure-words.ts'

export default planCheck({
  id: 'measure-names-a-meeting',
  name: 'Measure names a meeting, not a result',
  severity: 'moderate',
  why: 'A meeting that looks at something is how it is managed. The measure is what the meeting should see change.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        ({ measureText, targets }) => namesOnlyAMeeting(measureText) && targets.every(target => target.value === null),
      ),
      {
        one: action =>
          `Action ${action.ref} is measured by ${quote(action.measureText)}: what figure should that meeting see change?`,
        many: (which, actions) =>
          `${capital(which)} are measured by a meeting or report, such as ${quote(actions[0]!.measureText, 90)}: what figures should it see change?`,
        because: action => `${action.ref}: ${quote(action.measureText)}`,
      },
    ),
  examples: [
    {
      that: 'a weekly meeting',
      actions: [
        {
          measureText:
            'Weekly performance management meeting will quality assure the timeliness of interventions at an individual child level.',
        },
      ],
      raises: 1,
    },
    {
      that: 'reporting to a committee',
      actions: [{ measureText: 'Monthly reporting by the Virtual School Head to the Management Committee' }],
      raises: 1,
    },
    {
      that: 'that the meeting is held and attended',
      actions: [{ measureText: 'Board meets; all partners attend' }],
      raises: 0,
    },
    {
      that: 'a figure reported to a meeting',
      actions: [{ measureText: 'Attendance at core groups rises from 62% to 85%, reported to the weekly meeting' }],
      raises: 0,
    },
    {
      that: 'attendance at meetings is the result',
      actions: [{ measureText: 'Data demonstrates partner attendance at meetings /conferences.' }],
      raises: 0,
    },
  ],
})
