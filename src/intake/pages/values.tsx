/** The lists of the standard, with how many of the authority's own words each has and how many nobody has mapped. */
import type { Db } from '../../store/database.ts'
import { Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { DataNavigation } from '../data-navigation.tsx'
import { listOfColumn, listsOfValues } from '../lists-of-values.ts'
import { listLoads } from '../load-store.ts'
import { listMappings, type Mapping } from '../value-mapping.ts'
import { figure } from './load-words.tsx'
import { valuesAddress } from './value-words.ts'

/** Words of the loads that are waiting and of the last one kept, that nobody has mapped since: by list, with how many rows hold them. */
export async function unmappedNow(db: Db): Promise<Map<string, Map<string, number>>> {
  const loads = await listLoads(db, { limit: 10 })
  const kept = loads.find(({ state }) => state === 'kept')
  const known = new Set((await listMappings(db)).map(({ listName, words }) => `${listName}\n${words}`))
  const found = new Map<string, Map<string, number>>()
  for (const load of loads.filter(one => one === kept || one.state === 'staged' || one.state === 'refused'))
    for (const { column, value, count } of load.told.unmapped) {
      const list = listOfColumn(column)?.name
      if (list === undefined || known.has(`${list}\n${value}`)) continue
      const words = found.get(list) ?? new Map<string, number>()
      found.set(list, words.set(value, Math.max(count, words.get(value) ?? 0)))
    }
  return found
}

export const values = page({
  path: '/data/values',
  may: 'load-children',
  section: 'Data',
  wide: true,
  async load({ db }) {
    const [unmapped, mappings] = [await unmappedNow(db), await listMappings(db)]
    const open = (name: string) => unmapped.get(name)?.size ?? 0
    const lists = listsOfValues().toSorted((one, other) => open(other.list.name) - open(one.list.name))
    return { lists, open, mappings }
  },
  title: () => 'Your words and the standard’s',
  view: ({ lists, open, mappings }, _form, { person }) => (
    <>
      <Heading>Your words and the standard’s</Heading>
      <DataNavigation current="values" person={person} />
      <p class="govuk-body gt-measure">
        Each list has its codes and their usual words. Where your system says it in words of its own, say here what they
        mean. What nobody has mapped is left out of figures and is never guessed.
      </p>
      <Table
        caption="Lists of values"
        captionHidden
        rows={lists}
        columns={[
          {
            heading: 'List',
            names: true,
            cell: ({ list }) => (
              <a class="govuk-link govuk-link--no-visited-state" href={valuesAddress(list.name)}>
                {list.name.replace(/^./, first => first.toUpperCase())}
              </a>
            ),
          },
          { heading: 'Not mapped', number: true, cell: ({ list }) => (open(list.name) > 0 ? figure(open(list.name)) : '') }, // prettier-ignore
          { heading: 'Your words', number: true, cell: ({ list }) => countOf(mappings, list.name) },
          { heading: 'Codes', number: true, cell: ({ list }) => figure(Object.keys(list.codes).length) },
          {
            heading: 'In',
            width: 'wide',
            cell: ({ columns }) => [...new Set(columns.map(({ column }) => column))].join(', '),
          },
        ]}
      />
    </>
  ),
})

const countOf = (mappings: Mapping[], name: string) => {
  const count = mappings.filter(({ listName }) => listName === name).length
  return count > 0 ? figure(count) : ''
}
