/** Objective 5C: staff who are heard. */
import type { Calendar } from '../../calendar.ts'
import type { ObjectiveDescription } from '../../description.ts'
import { atLeast, measureTo, met, rated, said, shown } from '../../happenings.ts'

export const listeningToStaff = (on: Calendar): ObjectiveDescription => ({
  ref: '5C',
  section: '5.3 Listening to staff',
  text: 'Front-line staff say what gets in the way, and see it removed',
  cites: 'Peer Review',
  was: { cites: 'DfE Notice 9.3' },
  actions: [
    {
      ref: '5.9',
      since: 'first',
      leads: ['dcs'],
      leadText: "Director of Children's Services",
      text: "Convene a practitioners' panel of fifteen that reads board papers beforehand and may send one of its members to speak",
      desiredOutcome: 'The board hears from those who do the work',
      timescale: on.by(-15),
      measure: measureTo(
        on,
        'Staff who say that leaders know what their work is like: {}',
        atLeast('%', [45, -12], [65, -4]),
      ),
      monitoredBy: 'Improvement Board',
      cites: 'Peer Review',
      was: { cites: 'DfE Notice 9.3' },
      milestones: [met('First comments reach the board', -14)],
      life: [
        rated(-17, 'not-started', 'none', 'Nineteen volunteers for fifteen seats; drawn from a hat.'),
        said(-15, 'Comments on three papers. The plainest: "We were asked for this list last month."'),
        rated(-14, 'completed', 'none', 'Panel sits eight working days before each board.'),
        shown(
          -11,
          'view',
          'progress',
          'Staff health check',
          '49% say that leaders know what their work is like, up from 28%.',
          30,
        ),
        said(-9, "Two weekly returns were stopped at the panel's request. Nobody has missed them."),
        rated(-7, 'completed', 'starting', 'Panel changes papers before the board sees them.'),
        shown(-2, 'view', 'progress', 'Staff health check', '61%, highest among those in their first three years.', 24),
      ],
    },
  ],
  earlier: [],
})
