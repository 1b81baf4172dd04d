/** Extracts for analysis: what was asked for, by whom and why, and the projects whose extracts link. */
import { DataNavigation } from '../../intake/data-navigation.tsx'
import { timesInWords } from '../../terms/count-words.ts'
import { shortDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { Button, Empty, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { listExtracts, listProjects, type Project } from '../analysis/analysis-store.ts'
import { forTaker } from './taker.ts'

export const extractsPage = page({
  ...forTaker,
  path: '/data/extracts',
  load: async ({ db }) => ({ extracts: await listExtracts(db), projects: await listProjects(db) }),
  title: () => 'Extracts for analysis',
  view: ({ extracts, projects }, _form, { person }) => (
    <>
      <Heading
        actions={
          <Button small href="/data/extracts/take">
            Ask for an extract
          </Button>
        }
      >
        Extracts for analysis
      </Heading>
      <DataNavigation current="extracts" person={person} />
      <p class="govuk-body gt-measure">
        An extract holds the records of every child without names, places and words, and with pseudonyms for numbers. It
        is still personal data. Each is for a named project and a reason, and every time it is taken stands in the
        record.
      </p>
      <Table
        caption="Extracts"
        rows={extracts}
        columns={[
          {
            heading: 'Extract',
            names: true,
            cell: ({ extractId, project }) => (
              <a class="govuk-link" href={`/data/extracts/${extractId}`}>
                {project}, extract {extractId}
              </a>
            ),
          },
          { heading: 'Why', cell: ({ reason }) => reason },
          { heading: 'Records as at', width: 'nowrap', cell: ({ asAt }) => shortDay(asAt) },
          { heading: 'Tables', number: true, cell: ({ tables }) => String(tables.length) },
          { heading: 'Asked', cell: ({ askedOn, askedBy }) => `${shortDay(askedOn)}, ${askedBy}` },
          { heading: 'Taken', cell: ({ taken }) => (taken === 0 ? 'Not yet' : capital(timesInWords(taken))) },
        ]}
        empty={<Empty title="No extract was asked for yet">Ask for one where a figure alone does not answer.</Empty>}
      />
      {projects.length > 0 && (
        <Table
          caption="Projects"
          rows={projects}
          columns={[
            { heading: 'Project', names: true, cell: ({ name }) => name },
            { heading: 'Begun', cell: ({ begunOn }) => shortDay(begunOn) },
            { heading: 'Extracts', number: true, cell: ({ extracts }) => String(extracts) },
            { heading: 'Pseudonyms', cell: project => <KeyOf project={project} /> },
          ]}
        />
      )}
    </>
  ),
})

const KeyOf = ({ project: { projectId, name, links, forgottenOn } }: { project: Project }) =>
  links ? (
    <>
      <Tag colour="blue">Link its extracts</Tag>{' '}
      <a class="govuk-link" href={`/data/extracts/projects/${projectId}/forget`}>
        Forget the key<span class="govuk-visually-hidden"> of {name}</span>
      </a>
    </>
  ) : forgottenOn ? (
    <>Key forgotten on {shortDay(forgottenOn)}</>
  ) : (
    <>Made once, never kept</>
  )
