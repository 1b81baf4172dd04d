/** Findings that only an objective cites, so that no action says it answers them. */
import { countInWords } from '../../terms/count-words.ts'
import { inWords, quote, refsInWords } from '../asking.ts'
import { planCheck } from '../check.ts'
import { coverageOfSources } from '../coverage.ts'

export default planCheck({
  id: 'finding-only-by-an-objective',
  name: 'Finding answered only by an objective',
  severity: 'moderate',
  why: 'An objective says what is wanted; only an action says who does what by when. Somebody should be able to point to the one that answers it.',
  find: ({ plan, sources }) =>
    coverageOfSources(plan, sources).flatMap(({ source, findings }) => {
      const only = findings.filter(({ coverage }) => coverage === 'objective')
      if (only.length === 0) return []
      const first = only[0]!
      return [
        {
          where: `${source.shortName} ${inWords(only.map(({ finding }) => finding.ref))}`,
          actionIds: [],
          findingId: first.finding.findingId,
          question:
            only.length === 1
              ? `Which action answers ${source.shortName} ${first.finding.ref}, ${quote(first.finding.text, 90)}, which only objective ${first.objectives[0]!.ref} cites?`
              : `Which actions answer the ${countInWords(only.length)} findings of ${source.shortName} that only objectives cite: ${refsInWords(only.map(({ finding }) => finding.ref))}?`,
          because: only
            .slice(0, 3)
            .map(({ finding, objectives }) => `${finding.ref} is cited by objective ${objectives[0]!.ref}`)
            .join('; '),
        },
      ]
    }),
  examples: [
    {
      that: 'an objective cites it, no action does',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      objectives: [{ text: 'See children alone at every visit', cites: ['DfE Notice 1.1'] }],
      actions: [{ objectiveId: 1 }],
      raises: 1,
      asks: /which only objective 1\.1 cites/,
    },
    {
      that: 'both do',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      objectives: [{ text: 'See children alone at every visit', cites: ['DfE Notice 1.1'] }],
      actions: [{ objectiveId: 1, cites: ['DfE Notice 1.1'] }],
      raises: 0,
    },
  ],
})
