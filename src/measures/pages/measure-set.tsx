/** What is set of one measure: what is asked of it now and next, its targets, where it begins anew, how it is counted, and who said so. */
import type { Db } from '../../store/database.ts'
import { type Day, longDay } from '../../terms/day.ts'
import { may, type Person } from '../../terms/permission.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { RagTag } from '../figure-shown.tsx'
import { findLatestFigure, type LatestFigure } from '../latest-figure.ts'
import { POLARITY } from '../measure.ts'
import { settingsOn } from '../measure-settings.ts'
import { type Rag, ragOf, thresholdsInForce, thresholdsInWords, USUAL_AMBER } from '../rag.ts'
import { findSettable, goalInWords, type Settable, written } from '../settable.ts'
import { listSettings, type SettingSaid } from '../setting-store.ts'
import { listRebases, listTargets, type MeasureTarget, type Rebase, standing } from '../target-store.ts'
import { neededNext, nextTarget, reachedOn, targetInForce } from '../target.ts'
import { Settings } from './measure-counting.tsx'
import { Rebases, Targets } from './measure-targets.tsx'

export type MeasureIsSet = {
  measure: Settable
  asAt: Day
  latest: LatestFigure | null
  targets: MeasureTarget[]
  rebases: Rebase[]
  said: SettingSaid[]
}

export async function findMeasureSet(db: Db, person: Person, id: string, asAt: Day): Promise<MeasureIsSet> {
  const measure = await findSettable(db, id)
  const [latest, targets, rebases, said] = await Promise.all([
    findLatestFigure(db, person, measure, asAt),
    listTargets(db, id),
    listRebases(db, id),
    listSettings(db, id),
  ])
  const known = <T extends { said: Day }>(rows: T[]) => rows.filter(row => row.said <= asAt)
  return { measure, asAt, latest, targets: known(targets), rebases: known(rebases), said: known(said) }
}

export const MeasureSet = ({ set, asked }: { set: MeasureIsSet; asked: Asked }) => {
  const { measure } = set
  const mayChange = may(asked.person, 'set-measures') && asked.asAt === asked.today
  const to = (page: string) => `/measures/${page}?measure=${encodeURIComponent(measure.id)}`
  return (
    <>
      <p class="govuk-body-s">
        <a class="govuk-link" href="/measures/targets">
          Targets
        </a>
      </p>
      <Heading
        caption={measure.area}
        actions={
          mayChange && (
            <>
              <Button small href={to('targets/set')}>
                Set a target
              </Button>
              <Button small kind="secondary" href={to('rebases/add')}>
                Begin the series anew
              </Button>
            </>
          )
        }
      >
        {measure.name}
      </Heading>
      <Stands set={set} />
      <Targets set={set} mayChange={mayChange} />
      <Rebases rebases={set.rebases} mayChange={mayChange} />
      <Settings set={set} mayChange={mayChange} />
    </>
  )
}

/** Its figure against what is asked of it, and what is asked next. */
const Stands = ({ set }: { set: MeasureIsSet }) => {
  const { measure, asAt, latest, targets, said } = set
  const inForce = standing(targets, asAt)
  const goal = targetInForce(inForce, latest?.on ?? asAt)
  const thresholds = thresholdsFor(measure, goal, said, asAt)
  const write = written(measure.unit)
  const rag = ragOf(latest?.value ?? null, thresholds, measure.unit === '%' ? (latest?.denominator ?? null) : null)
  return (
    <SummaryList
      rows={[
        { key: 'Latest figure', value: <Latest latest={latest} rag={rag} write={write} /> },
        {
          key: 'Target in force',
          value: goal ? `${goalInWords(measure.unit, goal)}, since ${longDay(reachedOn(goal))}` : 'None',
        },
        { key: 'Needed next', value: nextInWords(measure, inForce, latest, asAt) },
        { key: 'Rated', value: `${POLARITY[measure.polarity]}. ${thresholdsInWords(thresholds, write)}` },
      ]}
    />
  )
}

function thresholdsFor(measure: Settable, goal: MeasureTarget | null, said: SettingSaid[], on: Day) {
  const own = settingsOn(said, on)
  const amber = (own.get('amber')?.value ?? USUAL_AMBER) as typeof USUAL_AMBER
  return thresholdsInForce(measure, { own: (own.get('thresholds')?.value ?? null) as never, goal, amber })
}

const Latest = ({
  latest,
  rag,
  write,
}: {
  latest: LatestFigure | null
  rag: Rag
  write: (figure: number) => string
}) => {
  if (latest === null) return <>No figure to show</>
  const { value, numerator, denominator, on } = latest
  return (
    <>
      {value === null ? 'No cases' : write(value)}
      {denominator !== null && ` (${numerator} of ${denominator})`}, {longDay(on)} <RagTag rag={rag} />
    </>
  )
}

function nextInWords(
  { unit, polarity }: Settable,
  targets: MeasureTarget[],
  latest: LatestFigure | null,
  asAt: Day,
): string {
  const next = nextTarget(targets, latest?.on ?? asAt)
  if (!next) return 'No milestone is to come'
  const goal = `${goalInWords(unit, next)} by ${longDay(reachedOn(next))}`
  if (latest?.value == null || polarity === 'none' || polarity === 'band') return goal
  const needed = neededNext(targets, { on: latest.on, value: latest.value }, polarity)
  if (!needed) return goal
  if (needed.isReached) return `${goal}: reached already, and to be kept`
  return `${goal}: ${written(unit)(needed.nextMonth.value)} by ${longDay(needed.nextMonth.on)}, on a straight line from the latest figure`
}
