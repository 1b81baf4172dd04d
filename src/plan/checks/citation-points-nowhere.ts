/** A citation of a finding that its source does not have. */
import { citedLabel } from '../../intake/citation.ts'
import { capital } from '../../terms/first-letter.ts'
import { planCheck } from '../check.ts'
import { listCitations, resolveCitation } from '../citation.ts'

export default planCheck({
  id: 'citation-points-nowhere',
  name: 'Citation points nowhere',
  severity: 'serious',
  why: 'A wrong number may hide a finding that nothing answers, and will be found by whoever checks the plan against its source.',
  find: ({ plan, sources }) =>
    listCitations(plan).flatMap(citing => {
      const { state, source } = resolveCitation(citing.citation, sources)
      if (state !== 'points-nowhere') return []
      return [
        {
          where: citing.in,
          actionIds: citing.action ? [citing.action.actionId] : [],
          question: `${capital(citing.in)} cites ${citedLabel(citing.citation)}, but ${source!.title} has no ${citing.citation.ref}: which finding is meant?`,
          because: citing.citation.text,
        },
      ]
    }),
  examples: [
    {
      that: 'no such clause',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      actions: [{ cites: ['DfE Notice 1.1', 'DfE Notice 1.9'] }],
      raises: 1,
      asks: /no 1\.9/,
    },
    {
      that: 'a clause cited whole',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      actions: [{ cites: ['DfE Notice 1'] }],
      raises: 0,
    },
    {
      that: 'a source that is not loaded',
      findings: [{ ref: '1.1', text: 'See children alone' }],
      actions: [{ cites: ['DfE Notice 1.1', 'Ofsted 40'] }],
      raises: 0,
    },
  ],
})
