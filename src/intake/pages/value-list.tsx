/** One list of values: what the authority's own words mean, who said so, and putting it back. Loads that are waiting are read again with it. */
import { NotFound } from '../../store/not-found.ts'
import { addEvent } from '../../store/event.ts'
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { Button, Details, Empty, Heading, NotificationBanner } from '../../web/components.tsx'
import { ErrorSummary, Hidden } from '../../web/fields.tsx'
import { Refused, texts } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { listStagedLoads } from '../load-store.ts'
import { readAgain } from '../load-work.ts'
import type { ValueList } from '../value-map.ts'
import { addMapping, listMappings, listMappingsMade, type MappingMade, putMappingBack } from '../value-mapping.ts'
import { byOf } from './load-actions.ts'
import { figure } from './load-words.tsx'
import { listAtAddress, valuesAddress } from './value-words.ts'
import { unmappedNow } from './values.tsx'

/** Said of words that mean that nothing is known: it is no code of any list. */
const NOTHING = '(nothing)'

export const valueList = page({
  path: '/data/values/words',
  may: 'load-children',
  section: 'Data',
  wide: true,
  async load({ db, query }) {
    const found = listAtAddress(query.get('list') ?? '')
    if (!found) throw new NotFound('such list of values')
    const { name } = found.list
    const mapped = (await listMappings(db)).filter(({ listName }) => listName === name)
    const unmapped = [...((await unmappedNow(db)).get(name) ?? [])].sort(([, one], [, other]) => other - one)
    return { ...found, mapped, unmapped, made: await listMappingsMade(db, name), isKept: query.has('kept') }
  },
  title: ({ list }) => titleOf(list),
  breadcrumbs: () => [
    { text: 'Data', href: '/data' },
    { text: 'Your words and the standard’s', href: '/data/values' },
  ],
  form: { word: texts(), code: texts(), back: texts() },
  view: ({ list, columns, mapped, unmapped, made, isKept }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading caption={columns.map(({ column }) => column).join(', ')}>{titleOf(list)}</Heading>
      {isKept && (
        <NotificationBanner kind="success">
          What you said holds from now on. Loads that wait to be kept are being read again with it.
        </NotificationBanner>
      )}
      <form method="post" novalidate id="word">
        <h2 class="govuk-heading-m">What do these words mean?</h2>
        <p class="govuk-body">
          {unmapped.length > 0 ? 'They stand in the latest loads. ' : 'No load holds words that nobody has mapped. '}
          Words that you know of already may be added in the last line.
        </p>
        <Table
          caption="What do these words mean?"
          captionHidden
          rows={[...unmapped.map(([words, rows]) => ({ words, rows: figure(rows) })), ONE_MORE]}
          columns={[
            {
              heading: 'Words',
              names: true,
              cell: ({ words }) =>
                words === '' ? (
                  <input class="govuk-input" name="word" aria-label="Other words" maxlength={200} />
                ) : (
                  <>
                    {words}
                    <Hidden name="word" value={words} />
                  </>
                ),
            },
            { heading: 'Rows', number: true, cell: ({ rows }) => rows },
            { heading: 'Mean', cell: ({ words }) => <CodeSelect list={list} words={words} /> },
          ]}
        />
        <Button>Keep what they mean</Button>
      </form>
      <h2 class="govuk-heading-m">Your words so far</h2>
      <form method="post" novalidate id="back">
        <Table
          caption="Your words so far"
          captionHidden
          rows={mapped}
          empty={<Empty title="None: only the standard’s own words are read" />}
          columns={[
            { heading: 'Words', names: true, cell: ({ words }) => words },
            { heading: 'Mean', cell: ({ code }) => meaning(list, code) },
            {
              heading: 'Put back',
              cell: ({ words }) => (
                <Button small kind="secondary" name="back" value={words}>
                  Put back
                </Button>
              ),
            },
          ]}
        />
      </form>
      <History list={list} made={made} />
      <Details summary={`The ${figure(Object.keys(list.codes).length)} codes of the list`}>
        <ul class="govuk-list">
          {Object.keys(list.codes).map(code => (
            <li>{meaning(list, code)}</li>
          ))}
        </ul>
      </Details>
    </>
  ),
  async save({ db, person }, { list, mapped }, { word, code, back }) {
    const by = byOf(person)
    const said = word.flatMap((words, at) =>
      words !== '' && code[at] ? [{ words, code: codeIn(list, code[at]) }] : [],
    )
    const returned = back.filter(words => mapped.some(one => one.words === words))
    if (said.length + returned.length === 0)
      throw new Refused([{ field: 'word', text: 'Select what at least one of the words means' }])
    for (const one of said) await addMapping(db, { listName: list.name, ...one }, by.personId)
    for (const words of returned) await putMappingBack(db, { listName: list.name, words }, by.personId)
    const counts = { list: list.name, mapped: said.length, putBack: returned.length }
    await addEvent(db, by, 'map-values', 'value-list', null, counts)
    for (const { snapshotId } of await listStagedLoads(db)) await readAgain(db, snapshotId, by.personId)
    return `${valuesAddress(list.name)}&kept`
  },
})

const ONE_MORE = { words: '', rows: '' }

const titleOf = ({ name }: ValueList) => `What your words for “${name}” mean`

const meaning = (list: ValueList, code: string | null) =>
  code === null ? 'Nothing is known' : (list.codes[code] ?? code) === code ? code : `${code}: ${list.codes[code]}`

const CodeSelect = ({ list, words }: { list: ValueList; words: string }) => (
  <select
    class="govuk-select"
    name="code"
    aria-label={words === '' ? 'What the other words mean' : `What “${words}” means`}
  >
    <option value="">Not said yet</option>
    <option value={NOTHING}>They say that nothing is known</option>
    {Object.keys(list.codes).map(code => (
      <option value={code}>{meaning(list, code)}</option>
    ))}
  </select>
)

function codeIn(list: ValueList, given: string): string | null {
  if (given === NOTHING) return null
  if (!Object.hasOwn(list.codes, given)) throw new Refused([{ field: 'word', text: 'Select a code of the list' }])
  return given
}

const History = ({ list, made }: { list: ValueList; made: MappingMade[] }) =>
  made.length === 0 ? null : (
    <Details summary="Who said what, the latest first">
      <Table
        caption="Who said what"
        captionHidden
        rows={made}
        columns={[
          { heading: 'When', cell: ({ mappedAt }) => shortDay(dayInLondon(mappedAt)) },
          { heading: 'Who', cell: ({ mappedBy }) => mappedBy },
          { heading: 'Words', names: true, cell: ({ words }) => words },
          { heading: 'Mean', cell: one => (one.isPutBack ? 'Put back: not mapped any more' : meaning(list, one.code)) },
        ]}
      />
    </Details>
  )
