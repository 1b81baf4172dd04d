/** Coverage: whether each finding of each source is answered, source by source, and every finding that is not. */
import type { Coverage, CoveredFinding, SourceCoverage } from '../../plan/coverage.ts'
import { type Block, type Piece, heading, link, paragraph, type Table, type Words } from '../description.ts'
import { cut } from '../actions-in-words.ts'
import { claim, number, share } from '../figure.ts'
import { findingAt, sourceAt } from '../ground.ts'
import { longTable, table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export const unansweredIn = (source: SourceCoverage): CoveredFinding[] =>
  source.findings.filter(({ coverage }) => coverage === 'none')

export function coverage(facts: PackFacts): Draft[] {
  const { asAt } = facts
  const id = 'coverage'
  const title = 'Coverage of the findings'
  if (facts.coverage.length === 0) return [{ id, heading: title, blocks: [paragraph(NO_SOURCE)] }]
  const of = facts.coverage.reduce((sum, source) => sum + source.findings.length, 0)
  const open = facts.coverage.flatMap(unansweredIn).length
  const indirect = facts.coverage.flatMap(source => source.findings.filter(({ coverage }) => coverage === 'objective'))
  const gaps = facts.coverage.map(source =>
    longTable(gapsTable(source, asAt), `All gaps in ${source.source.shortName}`),
  )
  const blocks: Block[] = [
    paragraph(
      ...claim({ count: open, of, asAt }, 'finding is', 'findings are'),
      ` answered by nothing in the plan, of ${of} in ${facts.coverage.length === 1 ? 'its source' : 'all sources'}. `,
      ...claim(
        { count: indirect.length, of, asAt },
        'finding is answered only by an objective, with no action that names it.',
        'findings are answered only by an objective, with no action that names them.',
      ),
    ),
    coverageTable(facts),
    ...gaps.flatMap(({ blocks }, at): Block[] =>
      blocks.length === 0 ? [] : [heading(`gaps-${at + 1}`, facts.coverage[at]!.source.title), ...blocks],
    ),
  ]
  return [{ id, heading: title, blocks }, ...gaps.flatMap(({ annexes }) => annexes)]
}

const NO_SOURCE =
  'No source has been loaded, so it cannot be said which findings the plan answers. Load the inspection report and any notice to see the gaps here.'

const coverageTable = ({ coverage, asAt }: PackFacts): Table =>
  table(
    'coverage-table',
    'How each source is answered',
    [
      { heading: 'Source', share: 36 },
      { heading: 'Findings', share: 11, numeric: true },
      { heading: 'By an action', share: 18, numeric: true },
      { heading: 'Only by an objective', share: 12, numeric: true },
      { heading: 'Closed earlier', share: 11, numeric: true },
      { heading: 'By nothing', share: 11, numeric: true },
    ],
    coverage.map(({ source, findings }): Words[] => {
      const to = sourceAt(source.sourceId, asAt)
      const of = findings.length
      const by = (wanted: Coverage) => findings.filter(({ coverage }) => coverage === wanted).length
      return [
        [link(source.title, to)],
        [number({ count: of, asAt, to })],
        [share({ count: by('action'), of, asAt, to })],
        [number({ count: by('objective'), of, asAt, to })],
        [number({ count: by('closed'), of, asAt, to })],
        [number({ count: by('none'), of, asAt, to })],
      ]
    }),
  )

const gapsTable = ({ source, findings }: SourceCoverage, asAt: PackFacts['asAt']): Table =>
  table(
    `gaps-${source.sourceId}`,
    `Findings of ${source.shortName} that no action answers`,
    [
      { heading: 'Finding', share: 12 },
      { heading: 'What it says', share: 66 },
      { heading: 'Answered by', share: 22 },
    ],
    [
      ...findings.filter(({ coverage }) => coverage === 'none'),
      ...findings.filter(({ coverage }) => coverage === 'objective'),
    ].map(({ finding, objectives, coverage }): Words[] => [
      [link(finding.ref, findingAt(finding.findingId, asAt)) satisfies Piece],
      [cut(finding.text, 240)],
      [coverage === 'none' ? 'Nothing' : `Only objective ${objectives.map(({ ref }) => ref).join(', ')}`],
    ]),
  )
