/** Words of the authority's own in a load that nobody has mapped, with the way to map them. */
import { Table } from '../../web/table.tsx'
import { listOfColumn } from '../lists-of-values.ts'
import type { Unmapped } from '../read-ssd.ts'
import { figure } from './load-words.tsx'
import { valuesAddress } from './value-words.ts'

const MOST = 50

export const UnmappedWords = ({ unmapped }: { unmapped: Unmapped[] }) =>
  unmapped.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m" id="words">
        Words that nobody has mapped
      </h2>
      <p class="govuk-body gt-measure">
        They were left out, not guessed. Say what each means and the load is read again with it, as is every load from
        then on.
      </p>
      <Table
        caption="Words that nobody has mapped"
        captionHidden
        rows={unmapped.toSorted((one, other) => other.count - one.count).slice(0, MOST)}
        columns={[
          { heading: 'Words', names: true, cell: ({ value }) => value },
          { heading: 'In', cell: ({ table, column }) => `${table}, ${column}` },
          { heading: 'Rows', number: true, cell: ({ count }) => figure(count) },
          {
            heading: 'List',
            cell: ({ column }) => {
              const list = listOfColumn(column)
              return list === null ? null : (
                <a class="govuk-link govuk-link--no-visited-state" href={valuesAddress(list.name)}>
                  Say what it means: {list.name}
                </a>
              )
            },
          },
        ]}
      />
    </>
  )
