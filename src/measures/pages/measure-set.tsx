/** What is set of one measure: what is asked of it now and next, its targets, where it begins anew, how it is counted, and who said so. */
import type { Db } from '../../store/database.ts'
import { type Day, longDay, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { isSmall, tellsSmall } from '../../terms/small-number.ts'
import { Button, Heading, SummaryList, Tag } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { RagTag } from '../figure-shown.tsx'
import { findLatestFigure, type LatestFigure } from '../latest-figure.ts'
import { POLARITY } from '../measure.ts'
import { AMBER, type Asked as AskedSetting, settingInWords, settingsAsked, settingsOn } from '../measure-settings.ts'
import { type Rag, ragOf, thresholdsInForce, thresholdsInWords, USUAL_AMBER } from '../rag.ts'
import { findSettable, goalInWords, type Settable, written } from '../settable.ts'
import { listSettings, type SettingSaid } from '../setting-store.ts'
import { listRebases, listTargets, type MeasureTarget, type Rebase, standing } from '../target-store.ts'
import { neededNext, nextTarget, reachedOn, targetInForce } from '../target.ts'

export type MeasureIsSet = {
  measure: Settable
  asAt: Day
  latest: LatestFigure | null
  targets: MeasureTarget[]
  rebases: Rebase[]
  said: SettingSaid[]
}

export async function findMeasureSet(db: Db, id: string, asAt: Day): Promise<MeasureIsSet> {
  const measure = await findSettable(db, id)
  const [latest, targets, rebases, said] = await Promise.all([
    findLatestFigure(db, measure, asAt),
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
      <Stands set={set} hidesSmall={!may(asked.person, 'see-figures')} />
      <Targets set={set} mayChange={mayChange} />
      <Rebases rebases={set.rebases} mayChange={mayChange} />
      <Settings set={set} mayChange={mayChange} />
    </>
  )
}

/** Its figure against what is asked of it, and what is asked next. */
const Stands = ({ set, hidesSmall }: { set: MeasureIsSet; hidesSmall: boolean }) => {
  const { measure, asAt, targets, said } = set
  const latest = hidesSmall && isSmallFigure(set.latest) ? null : set.latest
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

/** A figure that tells a number from 1 to 5 is not for those who may only see public figures. */
const isSmallFigure = (latest: LatestFigure | null): boolean =>
  latest !== null &&
  (latest.denominator === null
    ? isSmall(latest.numerator ?? latest.value ?? 0)
    : tellsSmall(latest.numerator ?? 0, latest.denominator))

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

const Targets = ({ set: { measure, asAt, targets }, mayChange }: { set: MeasureIsSet; mayChange: boolean }) => (
  <>
    <h2 class="govuk-heading-m">Targets and milestones</h2>
    <Table
      caption="Every target that was set, the earliest first"
      captionHidden
      rows={targets.toSorted((one, other) => (reachedOn(one) < reachedOn(other) ? -1 : 1))}
      columns={[
        { heading: 'Target', names: true, width: 'nowrap', cell: one => goalInWords(measure.unit, one) },
        {
          heading: 'To be reached',
          width: 'nowrap',
          cell: one => (one.by ? shortDay(one.by) : `from ${shortDay(one.from)}`),
        },
        { heading: 'Stands', cell: one => <TargetState target={one} targets={standing(targets, asAt)} asAt={asAt} /> },
        { heading: 'Why', width: 'wide', cell: one => one.why },
        { heading: 'Approved by', cell: one => one.approver },
        { heading: 'Set', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
        {
          heading: 'Withdraw',
          headingHidden: true,
          cell: one =>
            mayChange &&
            one.withdrawn === null && (
              <a class="govuk-link" href={`/measures/targets/${one.targetId}/withdraw`}>
                Withdraw<span class="govuk-visually-hidden"> {goalInWords(measure.unit, one)}</span>
              </a>
            ),
        },
      ]}
      empty="No target has been set"
    />
  </>
)

const TargetState = ({ target, targets, asAt }: { target: MeasureTarget; targets: MeasureTarget[]; asAt: Day }) => {
  if (target.withdrawn && target.withdrawn.on <= asAt)
    return (
      <>
        <Tag shape="dash">Withdrawn</Tag>
        <span class="gt-small">
          {shortDay(target.withdrawn.on)}, {target.withdrawn.by}: {target.withdrawn.why}
        </span>
      </>
    )
  if (targetInForce(targets, asAt)?.targetId === target.targetId)
    return (
      <Tag colour="blue" shape="full">
        In force
      </Tag>
    )
  return reachedOn(target) > asAt ? <Tag shape="ring">To come</Tag> : <Tag shape="dash">Followed</Tag>
}

const Rebases = ({ rebases, mayChange }: { rebases: Rebase[]; mayChange: boolean }) =>
  rebases.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Where the series begins anew</h2>
      <Table
        caption="Where the series begins anew"
        captionHidden
        rows={rebases}
        columns={[
          { heading: 'From', names: true, width: 'nowrap', cell: one => shortDay(one.from) },
          { heading: 'Reason', width: 'wide', cell: one => one.reason },
          { heading: 'Approved by', cell: one => one.approver },
          { heading: 'Said', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
          {
            heading: 'Stands',
            cell: one =>
              one.withdrawn ? (
                <span class="gt-small">
                  Withdrawn {shortDay(one.withdrawn.on)}, {one.withdrawn.by}: {one.withdrawn.why}
                </span>
              ) : (
                mayChange && (
                  <a class="govuk-link" href={`/measures/rebases/${one.rebaseId}/withdraw`}>
                    Withdraw<span class="govuk-visually-hidden"> the new beginning of {shortDay(one.from)}</span>
                  </a>
                )
              ),
          },
        ]}
      />
    </>
  )

/** What may be set, with what it is now; and everything that was ever set. */
const Settings = ({ set: { measure, asAt, said }, mayChange }: { set: MeasureIsSet; mayChange: boolean }) => {
  const asked = settingsAsked(measure.measure)
  const own = settingsOn(said, asAt)
  const change = (name: string) =>
    mayChange && { change: `/measures/settings?measure=${encodeURIComponent(measure.id)}&name=${name}` }
  return (
    <>
      <h2 class="govuk-heading-m">How it is counted and rated</h2>
      <SummaryList
        rows={[
          ...asked.map(one => ({ key: one.words, value: nowInWords(one, own.get(one.name)), ...change(one.name) })),
          { key: AMBER.words, value: amberNow(own.get('amber')), ...change('amber') },
          {
            key: 'Green and amber',
            value: own.get('thresholds')?.value
              ? settingInWords(undefined, own.get('thresholds')!.value)
              : 'As the target or the measure has it',
            ...(mayChange && { change: `/measures/thresholds?measure=${encodeURIComponent(measure.id)}` }),
          },
        ]}
      />
      {said.length > 0 && <SettingHistory asked={asked} said={said} mayChange={mayChange} />}
    </>
  )
}

const amberNow = (said: SettingSaid | undefined): string =>
  said && said.value !== null
    ? `${settingInWords(AMBER, said.value)} (since ${shortDay(said.from)})`
    : `${AMBER.usual} points, or ${AMBER.usual}% of the target where it is no percentage (as it comes)`

const nowInWords = (asked: AskedSetting, said: SettingSaid | undefined): string =>
  said && said.value !== null
    ? `${settingInWords(asked, said.value)} (since ${shortDay(said.from)})`
    : `${asked.usual === null ? 'As its clock has it' : settingInWords(asked, asked.usual)} (as it comes)`

const SettingHistory = ({
  asked,
  said,
  mayChange,
}: {
  asked: AskedSetting[]
  said: SettingSaid[]
  mayChange: boolean
}) => (
  <Table
    caption="What was set, newest first"
    rows={said}
    columns={[
      {
        heading: 'Setting',
        names: true,
        cell: one => [...asked, AMBER].find(({ name }) => name === one.name)?.words ?? 'Green and amber',
      },
      {
        heading: 'Set to',
        cell: one =>
          settingInWords(
            asked.find(({ name }) => name === one.name),
            one.value,
          ),
      },
      { heading: 'From', width: 'nowrap', cell: one => shortDay(one.from) },
      { heading: 'Why', width: 'wide', cell: one => one.why },
      { heading: 'Approved by', cell: one => one.approver },
      { heading: 'Set', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
      {
        heading: 'Put back',
        headingHidden: true,
        cell: one =>
          mayChange && (
            <a class="govuk-link" href={`/measures/settings/${one.settingId}/put-back`}>
              Put back<span class="govuk-visually-hidden"> what was before {shortDay(one.from)}</span>
            </a>
          ),
      },
    ]}
  />
)
