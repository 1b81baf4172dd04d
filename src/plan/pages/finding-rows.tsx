/** Findings as rows of a table: their words, how the plan answers them and by what. */
import { linkAsAt } from '../../web/as-at.tsx'
import { Tag, type TagColour } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import type { ShapeName } from '../../web/shape.tsx'
import type { Column } from '../../web/table.tsx'
import { COVERAGE, type Coverage, type CoveredFinding } from '../coverage.ts'
import { ActionLinks, FindingLink } from '../words.tsx'

const COVERAGE_LOOK: Record<Coverage, { colour: TagColour; shape: ShapeName }> = {
  action: { colour: 'green', shape: 'tick' },
  objective: { colour: 'yellow', shape: 'half' },
  closed: { colour: 'grey', shape: 'dash' },
  none: { colour: 'red', shape: 'gap' },
}

export const CoverageTag = ({ coverage }: { coverage: Coverage }) => (
  <Tag {...COVERAGE_LOOK[coverage]}>{COVERAGE[coverage]}</Tag>
)

export const findingColumns = (asked: Asked): Column<CoveredFinding>[] => [
  {
    heading: 'Ref',
    names: true,
    width: 'nowrap',
    cell: ({ finding }) => (
      <FindingLink findingId={finding.findingId} asked={asked}>
        {finding.ref}
      </FindingLink>
    ),
  },
  { heading: 'Finding', width: 'wide', cell: ({ finding }) => finding.text },
  { heading: 'Answered', width: 'nowrap', cell: ({ coverage }) => <CoverageTag coverage={coverage} /> },
  {
    heading: 'By',
    width: 'middle',
    cell: ({ actions, objectives }) =>
      actions.length > 0 ? (
        <ActionLinks actions={actions} asked={asked} />
      ) : (
        objectives.map((objective, index) => (
          <>
            {index > 0 && ', '}
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={linkAsAt(asked, `/plan/objectives/${objective.objectiveId}`)}
            >
              objective {objective.ref}
            </a>
          </>
        ))
      ),
  },
]
