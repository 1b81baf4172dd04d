/** Objective 2D: pre-proceedings and court. */
import type { Calendar } from '../../calendar.ts'
import type { ObjectiveDescription } from '../../description.ts'
import { ahead, atMost, measure, measureTo, met, moved, rated, said, shown } from '../../happenings.ts'

export const beforeCourt = (on: Calendar): ObjectiveDescription => ({
  ref: '2D',
  section: '2.4 Before and in court',
  text: 'Parents get a fair last chance with real help, and children are not left waiting when it fails',
  cites: 'Ofsted PA 6',
  actions: [
    {
      ref: '2.11',
      since: 'first',
      was: { ref: '2.14' },
      leads: ['protection'],
      leadText: 'Head of Help and Protection',
      text: 'Track each child in pre-proceedings from legal planning meeting to outcome, and bring any past sixteen weeks to the head of service',
      desiredOutcome: 'Children know sooner where they will live',
      timescale: on.in(-16),
      measure: measureTo(
        on,
        'Children in pre-proceedings for more than sixteen weeks: {}',
        atMost('children', [10, -14], [4, -8], [2, -2]),
      ),
      monitoredBy: 'Executive Group',
      cites: 'Ofsted PA 6 / DfE Notice 4.5',
      milestones: [met('Tracker shared with legal services', -16)],
      life: [
        rated(-17, 'on-task', 'none', 'First list: 41 children, eighteen past sixteen weeks, the longest 61.'),
        said(-15, 'Legal services have named two solicitors who do nothing else.'),
        rated(-13, 'completed', 'starting', 'Tracker is read every fortnight. Nine past sixteen weeks.'),
        shown(-10, 'measure', 'progress', 'Weeks in pre-proceedings', 'Median 14, from 27.', 12),
        rated(-8, 'completed', 'starting', 'Four past sixteen weeks, each with a reason the head of service accepts.'),
        shown(
          -6,
          'external-test',
          'impact',
          'Letter from the designated family judge',
          'Applications arrive better prepared and with fewer surprises.',
          25,
        ),
        rated(
          -5,
          'completed',
          'made',
          'Two past sixteen weeks. More families keep their children: 19 of 33 did not need court.',
        ),
      ],
    },
    {
      ref: '2.12',
      since: 'refresh',
      leads: ['protection'],
      leadText: 'Head of Help and Protection',
      text: 'Send letters before proceedings that a parent can read in five minutes, and hold a family meeting within two weeks of each',
      desiredOutcome: 'Parents understand what is at stake and who else in the family can help',
      timescale: on.by(1),
      measure: measure('Quality of letters; family meetings held'),
      monitoredBy: 'Executive Group',
      cites: 'DfE Notice 4.5',
      milestones: [
        moved(
          'Letter tested with parents who have been through it',
          -4,
          -3,
          "The parents' group could not meet until later",
        ),
        ahead('Family meetings offered in all cases', on.month(0, 28)),
      ],
      life: [
        rated(-9, 'not-started', 'none', 'Replaces the action on court bundles, which came too late in the story.'),
        said(-7, 'Present letter needs a reading age of nineteen.'),
        rated(-5, 'on-task', 'none', 'Three drafts made with legal services.'),
        said(-3, 'Four parents marked up the draft. "Must" stays in; "parallel planning" goes.'),
        rated(-2, 'on-task', 'none', 'New letter in use. Family meetings in 11 of 26 cases.'),
        said(-1, 'Two grandmothers came forward at family meetings who had not been known to us.'),
      ],
    },
  ],
  earlier: [
    {
      ref: '2.12',
      leads: ['protection'],
      leadText: 'Head of Help and Protection',
      text: 'Improve the quality of court bundles',
      desiredOutcome: 'Courts have what they need',
      timescale: on.by(-14),
      measure: measure('Feedback from courts'),
      monitoredBy: 'Executive Group',
      cites: 'Ofsted PA 6',
      milestones: [],
      life: [
        rated(-17, 'on-task', 'none', 'Checklist issued.'),
        rated(
          -13,
          'on-task',
          'none',
          'Bundles arrive on time. What parents are told beforehand is the harder problem.',
        ),
      ],
      became: { kind: 'replaced', into: ['2.12'], note: 'Replaced by work on what parents are told before court.' },
    },
  ],
})
