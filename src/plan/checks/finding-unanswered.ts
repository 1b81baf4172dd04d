/** Findings that nothing in the plan cites. */
import { countInWords } from '../../terms/count-words.ts'
import { inWords, quote, refsInWords } from '../asking.ts'
import { planCheck } from '../check.ts'
import { coverageOfSources } from '../coverage.ts'

export default planCheck({
  id: 'finding-unanswered',
  name: 'Finding answered by nothing',
  severity: 'serious',
  why: 'The council is judged against every finding. One that nothing answers is either done and not said, or forgotten.',
  find: ({ plan, sources }) =>
    coverageOfSources(plan, sources).flatMap(({ source, findings, counts }) => {
      const bare = findings.filter(({ coverage }) => coverage === 'none').map(({ finding }) => finding)
      if (bare.length === 0 || bare.length === counts.findings) return []
      const one = bare.length === 1
      return [
        {
          where: `${source.shortName} ${inWords(bare.map(finding => finding.ref))}`,
          actionIds: [],
          findingId: bare[0]!.findingId,
          question: one
            ? `Where does the plan answer ${source.shortName} ${bare[0]!.ref}, ${quote(bare[0]!.text, 90)}?`
            : `Where does the plan answer the ${countInWords(bare.length)} findings of ${source.shortName} that nothing cites: ${refsInWords(bare.map(finding => finding.ref))}?`,
          because: `${counts.findings - bare.length} of ${counts.findings} findings are cited or closed`,
        },
      ]
    }),
  examples: [
    {
      that: 'one of two findings is cited',
      findings: [
        { ref: '1.1', text: 'See children alone' },
        { ref: '1.2', text: 'Record on time' },
      ],
      actions: [{ cites: ['DfE Notice 1.1'] }],
      raises: 1,
      asks: /DfE Notice 1\.2, “Record on time”/,
    },
    {
      that: 'all are cited',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      actions: [{ cites: ['DfE Notice 1.1'] }],
      raises: 0,
    },
    {
      that: 'a source that this plan is not for',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      actions: [{}],
      raises: 0,
    },
  ],
})
