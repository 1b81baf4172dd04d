/** A citation whose words fit another finding of the same source clearly better. */
import { quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { checkCitations } from '../citation-check.ts'

export default planCheck({
  id: 'citation-fits-another',
  name: 'Citation fits another finding better',
  severity: 'moderate',
  why: 'Where the words answer one finding and the number names another, one of the two is left unanswered and nobody sees it.',
  find: ({ plan, sources }) =>
    checkCitations(plan, sources).flatMap(({ in: where, cites, action, betterMatch }) => {
      if (!betterMatch) return []
      const what = betterMatch.finding ? betterMatch.ref : `the opening of clause ${betterMatch.ref}`
      return [
        {
          where,
          actionIds: action ? [action.actionId] : [],
          ...(betterMatch.finding ? { findingId: betterMatch.finding.findingId } : {}),
          question: `${where.charAt(0).toUpperCase()}${where.slice(1)} cites ${cites} but its words fit ${what} better, ${quote(betterMatch.text, 90)}: which is meant?`,
          because: betterMatch.why,
        },
      ]
    }),
  examples: [
    {
      that: 'the number of the clause above',
      findings: [
        { ref: '4.1', text: 'decisions are written up on the day they are taken' },
        { ref: '4.2', text: 'every child is seen alone and what they say is recorded' },
        { ref: '4.3', text: 'managers chair a weekly review of delayed court work' },
      ],
      actions: [
        { text: 'See each child alone at every visit and record what the child says', cites: ['DfE Notice 4.1'] },
      ],
      raises: 1,
      asks: /fit 4\.2 better/,
    },
    {
      that: 'the words are those of the finding that is cited',
      findings: [
        { ref: '4.1', text: 'decisions are written up on the day they are taken' },
        { ref: '4.2', text: 'every child is seen alone and what they say is recorded' },
      ],
      actions: [
        { text: 'See each child alone at every visit and record what the child says', cites: ['DfE Notice 4.2'] },
      ],
      raises: 0,
    },
  ],
})
