/** The tables beside the standard itself, where it is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listsOfValues } from './lists-of-values.ts'
import { SSD_TABLES } from './ssd-tables.ts'

const STANDARD = join(import.meta.dirname, '../../../shared/standards/ssd.md')

/** `ssd_person` and its fields, from the headings and first columns of the standard's tables. */
function fieldsOfStandard(): [string, string[]][] {
  const sections = readFileSync(STANDARD, 'utf8').split(/^### /m).slice(1)
  return sections.flatMap(section => {
    const name = /^(ssd_\w+)/.exec(section)?.[1]
    const fields = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(one => one[1]!)
    return name && fields.length > 0 && name !== 'ssd_s251_finance' ? [[name, fields]] : []
  })
}

const isAtHand = existsSync(STANDARD)
if (!isAtHand) console.log(`The standard is not at ${STANDARD}: its columns were not compared`)

test.skipIf(!isAtHand)('every column of release 1.4.5 is read, or is left aside on purpose', () => {
  expect(fieldsOfStandard()).toHaveLength(SSD_TABLES.length)
  const unread = fieldsOfStandard().flatMap(([name, fields]) => {
    const table = SSD_TABLES.find(one => one.name === name)
    if (!table) return [name]
    const known = new Set([...Object.values(table.fields).flatMap(({ names }) => names), ...table.notKept])
    return fields.filter(field => !known.has(field))
  })
  expect(unread).toEqual([])
})

test.skipIf(!isAtHand)(
  'the first name of every column is that of release 1.4.5, but for those that only some systems have',
  () => {
    const standard = new Set(fieldsOfStandard().flatMap(([, fields]) => fields))
    const ours = SSD_TABLES.flatMap(({ fields }) => Object.values(fields)).filter(({ seldom }) => !seldom)
    expect(ours.map(({ names }) => names[0]).filter(name => !standard.has(name!))).toEqual([])
  },
)

test('those that others belong to stand before those that belong to them, so that a child is found through them', () => {
  const order = SSD_TABLES.map(({ into }) => into)
  const late = SSD_TABLES.filter(({ fields }) => 'personId' in fields).flatMap(({ into, fields }) =>
    Object.values(fields).flatMap(({ refersTo }) =>
      refersTo && order.indexOf(refersTo.table) > order.indexOf(into) ? [`${into} names ${refersTo.table}`] : [],
    ),
  )
  // A conference is read before the plan it leads to, and an episode before its placement: each names its child otherwise.
  expect(late).toEqual(['conferences names cpPlans', 'claEpisodes names placements'])
})

test('no two columns of the standard share a name, so that a file is known by its headings', () => {
  const names = SSD_TABLES.flatMap(({ fields }) => [...new Set(Object.values(fields).flatMap(one => one.names))])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a list of values has one name and one set of codes, whichever columns are read by it', () => {
  const lists = listsOfValues()
  expect(lists.find(({ list }) => list.name === 'category of abuse')?.columns.map(({ column }) => column).slice(0, 2)).toEqual(['cppl_cp_plan_initial_category', 'cppl_cp_plan_latest_category']) // prettier-ignore
  const used = SSD_TABLES.flatMap(({ fields }) => Object.values(fields).flatMap(({ list }) => (list ? [list] : [])))
  for (const { list } of lists)
    expect(new Set(used.filter(({ name }) => name === list.name)).size).toBeLessThanOrEqual(1)
})

test('every other word for a code is that of a code in its list', () => {
  const lost = listsOfValues().flatMap(
    ({ list }) =>
    Object.entries(list.also).flatMap(([words, code]) => (code === null || code in list.codes ? [] : [`${list.name}: ${words}`])), // prettier-ignore
  )
  expect(lost).toEqual([])
})
