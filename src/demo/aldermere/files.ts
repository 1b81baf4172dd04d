/** Files given with evidence of the demo authority: invented, of few words, and about no one child. */
import type { Audience } from '../../plan/attachment.ts'

/** `evidence` is the title of the evidence it was given with. */
export type FileDescription = { evidence: string; name: string; audience: Audience; lines: string[] }

export const FILES: FileDescription[] = [
  {
    evidence: 'Forty supervision records',
    name: 'supervision-records-by-team.csv',
    audience: 'figures',
    lines: [
      'Team,Records read,Reflective,Plan changed afterwards',
      'Assessment North,7,4,1',
      'Assessment East,6,2,1',
      'Family Safeguarding Castle,6,4,2',
      'Family Safeguarding Meadow,5,3,2',
      'Family Safeguarding Harbour,5,2,1',
      'Children in Care One,6,4,2',
      'Children in Care Two,5,2,0',
    ],
  },
  {
    evidence: 'Thirty young people asked by other young people',
    name: 'what-thirty-young-people-said.txt',
    audience: 'all',
    lines: [
      'What thirty young people said of their pathway plans',
      '',
      'Asked by four young people who have left care, at breakfasts and by telephone. Nobody is named here, and what was said is shortened.',
      '',
      'Is the plan yours? 17 yes, 9 partly, 4 no.',
      'Did somebody write down what you are afraid of? 12 yes.',
      'Do you have a copy that you can find? 21 yes, most of them on a telephone.',
      '',
      'What they asked for',
      '1. One page, with a picture of who is in it.',
      '2. The date by which the thing will have happened.',
      '3. To see the adviser write it, not to be sent it.',
    ],
  },
  {
    evidence: 'Four employers round a table',
    name: 'four-employers-notes.txt',
    audience: 'all',
    lines: [
      'Notes of a round table with four employers',
      '',
      'Agreed: an interview for whoever is put forward, and the name of one person to ring on a bad day.',
      'Not agreed: what support stays after the first month. The personal adviser is to say at the start how often they will call.',
      'To come back to: two of the four would take somebody who has no certificates, if they may meet them first.',
    ],
  },
]
