/** The peer review a year in: four findings, which the plan cites as a whole. Invented. */
import type { Calendar } from '../calendar.ts'
import type { SourceDescription } from '../description.ts'

const HEADING = 'What you should think about next'

export const peerReview = (on: Calendar): SourceDescription => ({
  title: 'Peer review of practice and leadership in Aldermere',
  shortName: 'Peer Review',
  kind: 'peer-review',
  publisher: 'A team of officers from three other councils',
  issuedOn: on.month(-14, 22),
  knownAs: ['PR'],
  findings: [
    {
      ref: '1',
      heading: HEADING,
      text: 'Team managers carry the programme. Give them coaching, a predictable week and permission to stop doing things that no longer help.',
    },
    {
      ref: '2',
      heading: HEADING,
      text: 'You collect a great deal of audit. It is not yet clear who checks whether practice is different three months later.',
    },
    {
      ref: '3',
      heading: HEADING,
      text: 'The out-of-hours review has produced a report but no change that families would notice.',
    },
    {
      ref: '4',
      heading: HEADING,
      text: 'Children in care told us that decisions about them are explained late or not at all. Ask them how they would like to hear.',
    },
  ],
})
