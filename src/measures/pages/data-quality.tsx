/** Data quality: what is missing, contradictory, recorded late or unread, by team, and which figures it moves. Each number opens into its list. */
import { longDay, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { DataNavigation } from '../../intake/data-navigation.tsx'
import { AsAtControl } from '../../web/as-at.tsx'
import { Button, Chips, Empty, Heading } from '../../web/components.tsx'
import { Hidden } from '../../web/fields.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { Table } from '../../web/table.tsx'
import { measureAddress } from '../asked.ts'
import {
  byTeam,
  countsOf,
  flawCount,
  type FlawKind,
  narrowedFlaws,
  QUALITY,
  type QualityKind,
  type TeamQuality,
  summaryOf,
} from '../data-quality.ts'
import { findQuality, listQualityThen, type QualityThen } from '../data-quality-store.ts'
import { MEASURE_AREA, type MeasureArea } from '../measure.ts'

const LOADS_SHOWN = 8

/** `team`: null for all, an empty text for what is of no team. */
export type QualityNarrowing = { team: string | null; area: MeasureArea | null; kind: QualityKind | null }

export const qualityNarrowingIn = (query: URLSearchParams): QualityNarrowing => {
  const [team, area, kind] = [query.get('team') ?? '', query.get('area') ?? '', query.get('kind') ?? '']
  return {
    team: team === '' ? null : team === 'none' ? '' : team,
    area: Object.hasOwn(MEASURE_AREA, area) ? (area as MeasureArea) : null,
    kind: Object.hasOwn(QUALITY, kind) ? (kind as QualityKind) : null,
  }
}

/** `path` with what is narrowed to; the day that is looked at stays. */
export function qualityAddress(
  { query }: Pick<Asked, 'query'>,
  { team, area, kind }: QualityNarrowing,
  path = '/data/quality',
): string {
  const asAt = query.get('as-at')
  const given = {
    ...(team !== null && { team: team === '' ? 'none' : team }),
    ...(area && { area }),
    ...(kind && { kind }),
    ...(asAt && { 'as-at': asAt }),
  }
  const text = new URLSearchParams(given).toString()
  return text === '' ? path : `${path}?${text}`
}

export const dataQuality = page({
  path: '/data/quality',
  may: 'see-figures',
  section: 'Data',
  dated: true,
  wide: true,
  async load({ db, asAt, query }) {
    const found = await findQuality(db, asAt)
    if (!found) return null
    const narrowing = qualityNarrowingIn(query)
    const { history, run, kinds } = found
    const inArea = narrowedFlaws(kinds, { team: null, area: narrowing.area })
    const all = narrowedFlaws(inArea, { team: narrowing.team, area: null })
    const shown = narrowing.kind === null ? all : all.filter(({ kind }) => kind === narrowing.kind)
    const before = await listQualityThen(db, asAt, LOADS_SHOWN)
    return { run, narrowing, teams: byTeam(history, inArea), all, shown, before }
  },
  title: () => 'Data quality',
  view(loaded, _form, asked) {
    if (loaded === null)
      return (
        <>
          <Heading>Data quality</Heading>
          <DataNavigation current="quality" person={asked.person} />
          <Empty title="No records of children have been brought in yet" />
        </>
      )
    const { run, narrowing, teams, all, shown, before } = loaded
    const counts = countsOf(summaryOf(all))
    return (
      <>
        <Heading caption={`Records to ${longDay(run.asAt)}`}>Data quality</Heading>
        <AsAtControl {...asked} />
        <DataNavigation current="quality" person={asked.person} />
        <p class="govuk-body gt-measure">
          Of what is open and what happened in the year before. A record counts with the team that holds the child’s
          case, or held it last, since they can mend it.
        </p>
        <Narrow asked={asked} narrowing={narrowing} teams={teams} />
        <Stats>
          {(Object.keys(QUALITY) as QualityKind[]).map(kind => (
            <Stat
              number={counts[kind]}
              words={QUALITY[kind].toLowerCase()}
              href={qualityAddress(asked, { ...narrowing, kind })}
            />
          ))}
        </Stats>
        {narrowing.team === null && <Teams teams={teams} narrowing={narrowing} asked={asked} />}
        <Kinds kinds={shown} narrowing={narrowing} asked={asked} />
        <Trend before={before} team={narrowing.team} isOfAll={narrowing.area === null} />
        <p class="govuk-body">
          {may(asked.person, 'load-children') && (
            <a class="govuk-link" href="/data/values">
              Say what words of your own mean
            </a>
          )}
        </p>
      </>
    )
  },
})

type Inside = { asked: Asked; narrowing: QualityNarrowing }

const Narrow = ({ asked, narrowing, teams }: Inside & { teams: readonly TeamQuality[] }) => {
  const { team, area, kind } = narrowing
  const chips = [
    ...(team !== null
      ? [
          {
            text: `Team: ${teams.find(({ teamId }) => teamId === team)?.team ?? 'No team'}`,
            href: qualityAddress(asked, { ...narrowing, team: null }),
          },
        ]
      : []),
    ...(area ? [{ text: MEASURE_AREA[area], href: qualityAddress(asked, { ...narrowing, area: null }) }] : []),
    ...(kind ? [{ text: QUALITY[kind], href: qualityAddress(asked, { ...narrowing, kind: null }) }] : []),
  ]
  return (
    <>
      <form method="get" action="/data/quality" class="gt-toolbar" aria-label="Narrow to a team or an area">
        {asked.query.get('as-at') && <Hidden name="as-at" value={asked.query.get('as-at')!} />}
        {kind && <Hidden name="kind" value={kind} />}
        <Pick
          name="team"
          label="Team"
          chosen={team === '' ? 'none' : (team ?? '')}
          choices={teams.map(({ teamId, team }) => [teamId === '' ? 'none' : teamId, team])}
        />
        <Pick name="area" label="Figures of" chosen={area ?? ''} choices={Object.entries(MEASURE_AREA)} />
        <Button small kind="secondary">
          Show
        </Button>
      </form>
      <Chips items={chips} clear={qualityAddress(asked, { team: null, area: null, kind: null })} />
    </>
  )
}

const Pick = ({ name, label, chosen, choices }: { name: string; label: string; chosen: string; choices: [string, string][] }) => (
  <>
    <label class="gt-filters__label" for={name}>
      {label}
    </label>
    <select class="govuk-select gt-filters__input" id={name} name={name}>
      <option value="">All</option>
      {choices.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </>
) // prettier-ignore

const Teams = ({ teams, narrowing, asked }: Inside & { teams: readonly TeamQuality[] }) => (
  <Table<TeamQuality>
    caption="By team, those with the most to mend first"
    rows={[...teams]}
    empty={<Empty title="Nothing is to be mended" />}
    columns={[
      {
        heading: 'Team',
        names: true,
        cell: ({ teamId, team }) => (
          <a class="govuk-link" href={qualityAddress(asked, { ...narrowing, team: teamId })}>
            {team}
          </a>
        ),
      },
      ...(Object.keys(QUALITY) as QualityKind[]).map(kind => ({
        heading: QUALITY[kind],
        number: true,
        cell: ({ teamId, counts }: TeamQuality) =>
          counts[kind] > 0 && (
            <a class="govuk-link" href={qualityAddress(asked, { ...narrowing, team: teamId, kind })}>
              {figure(counts[kind])}
            </a>
          ),
      })),
      { heading: 'Altogether', number: true, cell: ({ counts }) => figure(flawCount(counts)) },
      {
        heading: 'To mend first',
        width: 'wide',
        cell: ({ most, teamId }) =>
          most && (
            <>
              {most.words}:{' '}
              <a class="govuk-link" href={listAddress(asked, most, { ...narrowing, team: teamId })}>
                {figure(most.flaws.length)}
              </a>
            </>
          ),
      },
    ]}
  />
)

const Kinds = ({ kinds, narrowing, asked }: Inside & { kinds: readonly FlawKind[] }) => (
  <Table<FlawKind>
    caption="What is to be mended, and what it does to figures"
    rows={[...kinds]}
    empty={<Empty title="There is nothing like that" />}
    columns={[
      { heading: 'What', names: true, width: 'wide', cell: ({ words }) => words },
      { heading: 'Kind', cell: ({ kind }) => QUALITY[kind] },
      {
        heading: 'How many',
        number: true,
        cell: kind => (
          <a class="govuk-link" href={listAddress(asked, kind, narrowing)}>
            {figure(kind.flaws.length)}
          </a>
        ),
      },
      {
        heading: 'What it does to figures',
        width: 'wide',
        cell: kind => <Effect kind={kind} isOfOneTeam={narrowing.team !== null} />,
      },
    ]}
  />
)

const listAddress = (asked: Asked, { what }: FlawKind, { team, area }: QualityNarrowing): string =>
  qualityAddress(asked, { team, area, kind: null }, `/data/quality/${what}`)

const MOST_NAMED = 4

/** Which figures it moves: those that leave cases out, then those that rest on it. */
export const Effect = ({ kind, isOfOneTeam }: { kind: FlawKind; isOfOneTeam: boolean }) => {
  const { leftOut, restsOn, areas } = kind
  const others = restsOn.filter(measure => !leftOut.some(one => one.measure === measure))
  if (leftOut.length + others.length === 0)
    return areas.size === 0 ? (
      <>Breakdowns only</>
    ) : (
      <>Figures of: {areas.size === ALL_AREAS ? 'everything' : [...areas].map(area => MEASURE_AREA[area]).join(', ')}</>
    )
  return (
    <>
      {leftOut.slice(0, MOST_NAMED).map(({ measure, cases }, at) => (
        <>
          {at > 0 && '; '}
          <MeasureLink measure={measure} /> leaves {figure(cases)} out{isOfOneTeam && ' of every team’s'}
        </>
      ))}
      {leftOut.length > 0 && others.length > 0 && '. '}
      {others.length > 0 && (kind.kind === 'late' ? 'Was too low or too high until then: ' : 'Rests on it: ')}
      {others.slice(0, MOST_NAMED).map((measure, at) => (
        <>
          {at > 0 && ', '}
          <MeasureLink measure={measure} />
        </>
      ))}
      {others.length > MOST_NAMED && ` and ${others.length - MOST_NAMED} more`}
    </>
  )
}

const ALL_AREAS = Object.keys(MEASURE_AREA).length

const MeasureLink = ({ measure: { id, name } }: { measure: { id: string; name: string } }) => (
  <a class="govuk-link" href={measureAddress(id)}>
    {name}
  </a>
)

const Trend = ({ before, team, isOfAll }: { before: QualityThen[]; team: string | null; isOfAll: boolean }) =>
  before.length < 2 ? null : (
    <Table<QualityThen>
      caption={isOfAll ? 'The last loads' : 'The last loads, figures of every area'}
      rows={before}
      columns={[
        { heading: 'Records to', names: true, cell: ({ asAt }) => shortDay(asAt) },
        ...(Object.keys(QUALITY) as QualityKind[]).map(kind => ({
          heading: QUALITY[kind],
          number: true,
          cell: ({ quality }: QualityThen) => figure(countsOf(quality, team ?? undefined)[kind]),
        })),
        {
          heading: 'Altogether',
          number: true,
          cell: ({ quality }) => figure(flawCount(countsOf(quality, team ?? undefined))),
        },
      ]}
    />
  )

const figure = (count: number): string => count.toLocaleString('en-GB')
