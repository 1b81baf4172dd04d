/** The record of who did and saw what, to be searched: what is asked is sent as a form, so that no number of a child is in an address. */
import { PERMISSION } from '../../terms/permission.ts'
import { addEvent } from '../../store/event.ts'
import { Button, Details, Heading, InsetText, Split } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Select } from '../../web/fields.tsx'
import { type Form, onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { longDay } from '../../terms/day.ts'
import { AccountNavigation } from '../account-navigation.tsx'
import { type Colleague, listColleagues } from '../appointment-store.ts'
import {
  addressOfSearch,
  type Entry,
  findAddressOfChild,
  findRecordEnd,
  listEntries,
  listKinds,
  readSearch,
  type RecordSearch,
} from '../record-store.ts'
import { type NameMeasures, nameOf, type Names, namesIn } from '../record-names.ts'
import { aboutIn, inWords, momentOf } from '../record-words.ts'

const AT_ONCE = 100

/** `nameMeasures` is given by the room that counts them. */
export const recordPage = (nameMeasures: NameMeasures) =>
  page({
    path: '/record',
    may: 'read-record',
    section: 'Account',
    wide: true,
    async load({ db, query, today, person }) {
      const search = readSearch(query)
      const before = /^[1-9]\d{0,15}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : null
      const entries = await listEntries(db, search, before, AT_ONCE)
      return {
        search,
        entries,
        names: await namesIn(db, person, entries, nameMeasures),
        people: await listColleagues(db, today),
        kinds: await listKinds(db),
        end: await findRecordEnd(db),
      }
    },
    title: () => 'The record',
    breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
    form: {
      person: text({ max: 9 }),
      kind: text({ max: 60 }),
      child: text({ max: 60 }),
      from: onDay(),
      to: onDay(),
    },
    view: ({ search, entries, names, people, kinds, end }, form, { person }) => {
      const { personId, kind, from, to } = search
      form.start({ person: personId === null ? null : String(personId), kind, from, to })
      return (
        <>
          <ErrorSummary problems={form.problems} />
          <Heading>The record</Heading>
          <AccountNavigation current="/record" person={person} />
          <p class="govuk-body gt-measure">
            Every change, every look at a child, every copy taken, sign-in and refusal is here, and nothing is ever
            taken out. {PERMISSION['read-record']}: both are recorded too.
          </p>
          <Split sideFirst side={<Search people={people} kinds={kinds} form={form} />}>
            <Entries entries={entries} names={names} search={search} />
            <Details summary="What shows that the record is whole">
              {end === null ? (
                <p>Nothing is recorded yet.</p>
              ) : (
                <>
                  <p>
                    Each event holds the hash of the one before it. The record ends with event {end.seq}, whose hash is{' '}
                    <Hash of={end.hash} />.
                  </p>
                  {end.sealedOn !== null && (
                    <p>
                      The seal of {longDay(end.sealedOn)} is <Hash of={end.sealedHash!} />.
                    </p>
                  )}
                  <p>
                    Note a hash where nobody here can change it. <code>golden-thread record verify --noted HASH</code>{' '}
                    says later whether anything up to then was altered, taken out or moved.
                  </p>
                </>
              )}
            </Details>
          </Split>
        </>
      )
    },
    async save({ db, person: by }, { people, kinds }, { person, kind, child, from, to }) {
      if (person !== '' && !people.some(one => String(one.personId) === person))
        throw new Refused([{ field: 'person', text: 'Select the person from the list' }])
      if (kind !== '' && !kinds.includes(kind))
        throw new Refused([{ field: 'kind', text: 'Select what was done from the list' }])
      if (from !== null && to !== null && to < from)
        throw new Refused([{ field: 'to', text: 'Enter the same day or a later one' }])
      const address = child === '' ? null : await findAddressOfChild(db, child)
      if (child !== '' && address === null)
        throw new Refused([{ field: 'child', text: 'No child has this number here' }])
      const search = { personId: person === '' ? null : Number(person), kind: kind || null, child: address, from, to }
      const { child: ofAChild, ...asked } = Object.fromEntries(addressOfSearch(search))
      await addEvent(db, by, 'search-record', 'record', null, { ...asked, ...(ofAChild && { ofAChild: true }) })
      return `/record?${addressOfSearch(search)}`
    },
  })

const Search = ({ people, kinds, form }: { people: Colleague[]; kinds: string[]; form: Form }) => (
  <form class="gt-screen" method="post" novalidate>
    <Select
      name="person"
      label="Who"
      blank="Anyone"
      options={people.map(one => ({ value: one.personId, text: one.name }))}
      form={form}
    />
    <Select
      name="kind"
      label="What"
      blank="Anything"
      options={kinds.map(one => ({ value: one, text: inWords(one) }))}
      form={form}
    />
    <Input name="child" label="Looks at a child" hint="Their number in the case system" width={20} form={form} />
    <DayInput name="from" label="From" form={form} />
    <DayInput name="to" label="To" form={form} />
    <Button>Search the record</Button>
  </form>
)

/** Broken where the page is narrow. */
const Hash = ({ of: hash }: { of: string }) => (
  <code>
    {(hash.match(/.{1,8}/g) ?? []).map(part => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </code>
)

const Entries = ({ entries, names, search }: { entries: Entry[]; names: Names; search: RecordSearch }) => {
  const asked = addressOfSearch(search)
  const last = entries.at(-1)
  return (
    <>
      {search.child !== null && (
        <InsetText>
          Looks at one child.{' '}
          <a class="govuk-link" href={`/children/${search.child}/who-may-see`}>
            Who may see this child, and why
          </a>
        </InsetText>
      )}
      <Table
        caption="What was found, the latest first"
        rows={entries}
        columns={[
          { heading: 'Event', number: true, cell: entry => entry.seq },
          { heading: 'When', names: true, width: 'nowrap', cell: entry => momentOf(entry.at) },
          { heading: 'Who', cell: entry => entry.name ?? 'The service itself' },
          { heading: 'As', cell: entry => entry.post },
          { heading: 'What', cell: entry => inWords(entry.kind) },
          { heading: 'About', cell: entry => <About entry={entry} names={names} /> },
          { heading: 'Why', cell: entry => entry.why },
          { heading: 'From', cell: entry => entry.from },
        ]}
        empty="Nothing in the record is as you asked"
      />
      <p class="govuk-body">
        {last !== undefined && entries.length === AT_ONCE && (
          <>
            <a class="govuk-link" href={`/record?${withBefore(asked, last.seq)}`}>
              Earlier events
            </a>{' '}
          </>
        )}
        <a class="govuk-link" href={`/record.csv?${asked}`}>
          Take a copy of all that was found (CSV)
        </a>
      </p>
    </>
  )
}

const About = ({ entry, names }: { entry: Entry; names: Names }) => {
  const words = aboutIn(entry, names)
  const href = nameOf(names, entry)?.href
  return href ? (
    <a class="govuk-link govuk-link--no-visited-state" href={href}>
      {words}
    </a>
  ) : (
    <>{words}</>
  )
}

function withBefore(asked: URLSearchParams, seq: number): URLSearchParams {
  const further = new URLSearchParams(asked)
  further.set('before', String(seq))
  return further
}
