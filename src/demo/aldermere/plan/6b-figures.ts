/** Objective 6B: figures people can trust. */
import type { Calendar } from '../../calendar.ts'
import type { ObjectiveDescription } from '../../description.ts'
import { atMost, measure, measureTo, met, missed, rated, said, shown, slipped } from '../../happenings.ts'

export const figures = (on: Calendar): ObjectiveDescription => ({
  ref: '6B',
  section: '6.2 Figures people trust',
  text: "Managers see this week's figures, believe them, and can name the children behind them",
  cites: 'DfE Notice 8.4',
  actions: [
    {
      ref: '6.5',
      since: 'first',
      leads: ['programme', 'protection'],
      leadText: 'Improvement Programme Manager',
      text: 'Run a weekly performance meeting at which each team manager accounts for each child overdue, from a list that is right on the day',
      desiredOutcome: 'Late visits, reviews and assessments are put right in days, not months',
      timescale: on.in(-21),
      measure: measureTo(on, 'Children on the overdue list: {}', atMost('children', [150, -16], [80, -10], [40, -3])),
      monitoredBy: 'Executive Group',
      cites: 'DfE Notice 8.4',
      milestones: [met('First meeting', -17)],
      life: [
        rated(-17, 'on-task', 'none', '374 on the list. A quarter of them are mistakes in the list.'),
        said(-16, 'List rebuilt with two team managers. Mistakes are down to one in twenty.'),
        rated(-14, 'completed', 'starting', '161. The meeting takes fifty minutes.'),
        shown(-11, 'measure', 'progress', 'Overdue list', '88 children.', 4),
        rated(-8, 'completed', 'made', '63, and nobody stays on the list for more than three weeks.'),
        shown(
          -5,
          'external-test',
          'impact',
          'DfE adviser sat through the meeting',
          'Managers knew each child by name and what would happen next.',
          10,
        ),
        shown(-1, 'measure', 'impact', 'Overdue list', '38 children; longest, sixteen days.', 5),
      ],
    },
    {
      ref: '6.6',
      since: 'first',
      leads: ['programme'],
      leadText: 'Improvement Programme Manager / Digital Services',
      text: 'Move to the new release of the case system with shorter forms and a record that opens on a telephone',
      desiredOutcome: 'Workers spend less time typing and more with children',
      timescale: on.by(-8),
      measure: measure('System upgraded'),
      monitoredBy: 'Executive Group',
      cites: 'DfE Notice 8.4',
      milestones: [missed('Upgrade weekend', -6, 'Trial migration lost attachments from one record in ninety')],
      life: [
        rated(-16, 'not-started', 'none', 'Supplier has given a date.'),
        said(-13, 'Test copy is open to thirty workers. They like the telephone view.'),
        rated(-11, 'on-task', 'none', 'Forms cut from 112 to 48.'),
        slipped(-7, on.by(-4), 'Trial migration lost attachments.'),
        rated(-6, 'delayed', 'none', 'Second trial also lost attachments.'),
        slipped(
          -4,
          on.onHold('On hold until the supplier proves a clean migration'),
          'Executive Group will not risk the record.',
        ),
        rated(-4, 'on-hold', 'none', 'Held. Shorter forms are being put into the present release meanwhile.'),
        said(-2, 'Supplier offers a third trial after the year end.'),
      ],
    },
  ],
  earlier: [],
})
