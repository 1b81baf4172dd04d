/** A citation whose words fit another finding of the same source clearly better. */
import { capital } from '../../terms/first-letter.ts'
import { inWords, quote } from '../asking.ts'
import { planCheck, type Question } from '../check.ts'
import { type CheckedCitation, checkCitations } from '../citation-check.ts'

export default planCheck({
  id: 'citation-fits-another',
  name: 'Citation fits another finding better',
  severity: 'moderate',
  why: 'Where the words answer one finding and the number names another, one of the two is left unanswered and nobody sees it.',
  find({ plan, sources }) {
    const doubted = new Map<string, CheckedCitation[]>()
    for (const checked of checkCitations(plan, sources)) {
      if (!checked.betterMatch) continue
      const same = `${checked.cites} ${checked.betterMatch.ref} ${checked.words}`
      if (doubted.has(same)) doubted.get(same)!.push(checked)
      else doubted.set(same, [checked])
    }
    return [...doubted.values()].map(asQuestion)
  },
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

/** Several rows that cite with the same words, as the actions of one row do, are one question. */
function asQuestion(citations: CheckedCitation[]): Question {
  const [{ cites, betterMatch }] = citations as [CheckedCitation]
  const better = betterMatch!
  const what = better.finding ? better.ref : `the opening of clause ${better.ref}`
  const where = inWords(citations.map(citation => citation.in))
  return {
    where,
    actionIds: citations.flatMap(({ action }) => (action ? [action.actionId] : [])),
    ...(better.finding ? { findingId: better.finding.findingId } : {}),
    question: `${capital(where)} ${citations.length === 1 ? 'cites' : 'cite'} ${cites} but the words fit ${what} better, ${quote(better.text, 90)}: which is meant?`,
    because: better.why,
  }
}
