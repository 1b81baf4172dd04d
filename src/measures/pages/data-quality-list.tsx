/** What is to be mended of one kind: the records, with their children as far as the person's post reaches, to look through and to take away. */
import type { Look } from '../../store/look.ts'
import { NotFound } from '../../store/not-found.ts'
import { longDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Heading, Pagination } from '../../web/components.tsx'
import { type Asked, download, page } from '../../web/page.tsx'
import { excelFile, type Sheet } from '../../web/sheet.ts'
import { type Column, Table } from '../../web/table.tsx'
import { byTeam, type FlawKind, kindNamed, narrowedFlaws } from '../data-quality.ts'
import { findQuality, type ListedFlaw, listFlaws } from '../data-quality-store.ts'
import { Effect, qualityAddress, qualityNarrowingIn } from './data-quality.tsx'

const ROWS_A_PAGE = 100

async function findFlawList({ db, asAt, params, query, person }: Asked) {
  const named = kindNamed(params['what']!)
  const found = await findQuality(db, asAt)
  if (!named || !found) throw new NotFound('list of that name by this day')
  const narrowing = qualityNarrowingIn(query)
  const nothing: FlawKind = { ...named, flaws: [], leftOut: [], restsOn: [], areas: new Set() }
  const whole = found.kinds.find(({ what }) => what === named.what) ?? nothing
  const [kind = { ...whole, flaws: [] }] = narrowedFlaws([whole], { team: narrowing.team, area: null })
  const teams = byTeam(found.history, [kind])
  const { listed, unseen } = may(person, 'see-children')
    ? await listFlaws(db, found.history, kind.flaws)
    : { listed: [], unseen: kind.flaws.length }
  return { kind, narrowing, teams, listed, unseen, asAt: found.run.asAt }
}
type Loaded = Awaited<ReturnType<typeof findFlawList>>

export const dataQualityList = page({
  path: '/data/quality/:what',
  may: 'see-figures',
  section: 'Data',
  dated: true,
  wide: true,
  load: findFlawList,
  looks: ({ listed }, { query }) => {
    const { first } = placeIn(query, listed.length)
    return listed.length === 0 ? null : lookAt(listed.slice(first, first + ROWS_A_PAGE), 'data-quality-list')
  },
  title: ({ kind }) => kind.words,
  breadcrumbs: () => [{ text: 'Data quality', href: '/data/quality' }],
  view(loaded, _form, asked) {
    const { kind, narrowing, listed, unseen, asAt } = loaded
    const { first, at, pages } = placeIn(asked.query, listed.length)
    const own = qualityAddress(asked, narrowing, `/data/quality/${kind.what}`)
    return (
      <>
        <Heading
          caption={`Records to ${longDay(asAt)}`}
          actions={
            listed.length > 0 && (
              <Button small kind="secondary" href={own.replace(kind.what, `${kind.what}/records.xlsx`)}>
                Excel
              </Button>
            )
          }
        >
          {kind.words}
        </Heading>
        {kind.flaws.length > 0 && (
          <p class="govuk-body gt-measure">
            <Effect kind={kind} isOfOneTeam={narrowing.team !== null} />.
          </p>
        )}
        <Teams loaded={loaded} asked={asked} />
        {listed.length > 0 && (
          <Table<ListedFlaw>
            caption={listed.length === 1 ? '1 record' : `${listed.length.toLocaleString('en-GB')} records`}
            columns={columnsFor(listed)}
            rows={listed.slice(first, first + ROWS_A_PAGE)}
          />
        )}
        {unseen > 0 && (
          <p class="govuk-body">
            {unseen.toLocaleString('en-GB')} {listed.length > 0 && 'more '}are of children whom your post does not
            reach.
          </p>
        )}
        <Pagination page={at} pages={pages} href={page => `${own}${own.includes('?') ? '&' : '?'}page=${page}`} />
      </>
    )
  },
})

function placeIn(query: URLSearchParams, rows: number): { first: number; at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows / ROWS_A_PAGE))
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1))
  return { first: (at - 1) * ROWS_A_PAGE, at, pages }
}

const lookAt = (shown: readonly ListedFlaw[], what: string): Look => ({
  what,
  children: [...new Set(shown.map(({ child }) => child.childId))],
})

const Teams = ({ loaded: { kind, teams, narrowing }, asked }: { loaded: Loaded; asked: Asked }) =>
  kind.flaws.length === 0 ? (
    <Empty title="There is none of these">Nothing of this kind is to be mended now.</Empty>
  ) : (
    <ul class="govuk-list gt-inline">
      {teams.map(({ teamId, team }) => (
        <li>
          {narrowing.team === null ? (
            <a
              class="govuk-link"
              href={qualityAddress(asked, { ...narrowing, team: teamId }, `/data/quality/${kind.what}`)}
            >
              {team}
            </a>
          ) : (
            team
          )}{' '}
          {kind.flaws.filter(flaw => (flaw.teamId ?? '') === teamId).length.toLocaleString('en-GB')}
        </li>
      ))}
    </ul>
  )

const columnsFor = (listed: readonly ListedFlaw[]): Column<ListedFlaw>[] => [
  {
    heading: 'Child',
    names: true,
    cell: ({ child }) => (
      <>
        <a class="govuk-link" href={`/children/${child.address}`}>
          {child.name}
        </a>{' '}
        <span class="gt-figure__of">{child.ref}</span>
      </>
    ),
  },
  { heading: 'Record', cell: ({ rowId }) => rowId },
  ...(listed.some(({ found }) => found !== '') ? [{ heading: 'What stands there', cell: ({ found }: ListedFlaw) => found }] : []),
  ...(listed.some(({ days }) => days !== null)
    ? [{ heading: 'Days late, at least', number: true, cell: ({ days }: ListedFlaw) => days }]
    : []),
  { heading: 'Worker', cell: ({ worker }) => worker },
  { heading: 'Team', cell: ({ team }) => team },
] // prettier-ignore

export const dataQualityExcel = download({
  path: '/data/quality/:what/records.xlsx',
  may: 'see-children',
  asksAgain: true,
  asksWhy: true,
  async make(asked) {
    const { kind, listed, asAt } = await findFlawList(asked)
    return {
      ...excelFile(`data-quality-${kind.what}-${asAt}`, `${kind.words}, to ${longDay(asAt)}`, sheetOf(listed)),
      look: lookAt(listed, 'data-quality-export'),
    }
  },
})

const sheetOf = (listed: readonly ListedFlaw[]): Sheet => ({
  headings: ['Number', 'Child', 'Record', 'What stands there', 'Days late, at least', 'Worker', 'Team'],
  rows: listed.map(({ child, rowId, found, days, worker, team }) => [
    child.ref, child.name, rowId, found, days === null ? '' : String(days), worker, team,
  ]),
}) // prettier-ignore
