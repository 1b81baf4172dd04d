/** The cards of home about children and figures, for those whose post answers for children. */
import { longDay, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { measureAddress } from '../../measures/asked.ts'
import { daysWords } from '../../measures/due-words.ts'
import { SIGNAL_NOW } from '../../measures/signals-since.ts'
import type { DueChild } from '../../measures/work-due.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Card } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import type { ChildrenFacts } from '../children-facts.ts'

type Given = { facts: ChildrenFacts; since: string; asked: Asked }

export const ChildrenCards = ({ facts, since, asked }: Given) => (
  <>
    {facts.work && <Work work={facts.work} asked={asked} />}
    {facts.teams && <Teams teams={facts.teams} asked={asked} />}
    {facts.signals && <Signals signals={facts.signals} since={since} asked={asked} />}
  </>
)

/** Children shown by name in one list. */
export const MOST = 10

const Work = ({ work, asked }: { work: NonNullable<ChildrenFacts['work']>; asked: Asked }) => (
  <Card
    title={work.past.length === 0 ? 'Nothing is past its day' : `${work.past.length} past their day`}
    href="/children/due"
  >
    <DueList rows={work.past} />
    <h3 class="govuk-heading-s">
      {work.soon.length === 0 ? 'Nothing falls due in the next 7 days' : `${work.soon.length} due in the next 7 days`}
    </h3>
    <DueList rows={work.soon} />
    <p class="gt-small">
      Records to {longDay(work.asAt)}. What has been done since is not in them yet.{' '}
      {may(asked.person, 'run-performance-meeting') && (
        <a class="govuk-link" href="/children/meetings">
          Weekly meetings
        </a>
      )}
    </p>
  </Card>
)

const DueList = ({ rows }: { rows: readonly DueChild[] }) =>
  rows.length === 0 ? null : (
    <ul class="gt-list">
      {rows.slice(0, MOST).map(({ child, what, due, inDays }) => (
        <li>
          <a class="govuk-link" href={`/children/${child.address}`}>
            {child.name}
          </a>
          : {what}
          <span class={inDays < 0 ? 'gt-small gt-late' : 'gt-small'}>
            {daysWords(inDays)}, {shortDay(due)}
          </span>
        </li>
      ))}
      {rows.length > MOST && (
        <li>
          <a class="govuk-link" href="/children/due">
            {rows.length - MOST} more
          </a>
        </li>
      )}
    </ul>
  )

const Teams = ({ teams: { teams, asAt }, asked }: { teams: NonNullable<ChildrenFacts['teams']>; asked: Asked }) => (
  <Card
    title={teams.length === 0 ? 'No child of your teams is past a day' : 'Past their day, by team'}
    {...(may(asked.person, 'run-performance-meeting') && { href: '/children/meetings' })}
  >
    <ul class="gt-list">
      {teams.slice(0, MOST).map(({ name, teamRef, past }) => (
        <li>
          <strong>{past.toLocaleString('en-GB')}</strong>{' '}
          <a class="govuk-link" href={`/children/due?${new URLSearchParams({ team: teamRef })}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
    <p class="gt-small">
      {teams.length > MOST && `The ${MOST} teams with the most of ${teams.length}. `}Records to {longDay(asAt)}.
    </p>
  </Card>
)

const Signals = ({
  signals,
  since,
  asked,
}: {
  signals: NonNullable<ChildrenFacts['signals']>
  since: string
  asked: Asked
}) => (
  <Card
    title={signals.length === 0 ? 'No measure has changed its signal' : 'Measures that changed their signal'}
    href={linkAsAt(asked, '/measures')}
  >
    <ul class="gt-list">
      {signals.slice(0, MOST).map(({ measure, to }) => (
        <li>
          <strong>{SIGNAL_NOW[to]}</strong>:{' '}
          <a class="govuk-link" href={linkAsAt(asked, measureAddress(measure.id))}>
            {measure.name}
          </a>
        </li>
      ))}
    </ul>
    <p class="gt-small">
      {signals.length > MOST && `${MOST} of ${signals.length}. `}Since {since}.
    </p>
  </Card>
)
