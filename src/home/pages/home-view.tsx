/** The cards of the home page. Each says one thing and every number on it is a link to what is behind it. */
import type { Child } from 'hono/jsx'
import { type Day, daysBetween, longDay, shortDay, weekday } from '../../terms/day.ts'
import { countInWords } from '../../terms/count-words.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { BarChart } from '../../web/charts.tsx'
import { Button, Card, Heading, Tag } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { capital } from '../../terms/first-letter.ts'
import { type CoveredFinding, coverageInWords } from '../../plan/coverage.ts'
import type { Action } from '../../plan/action.ts'
import { countActions, DELIVERY_BAR, IMPACT_BAR } from '../../plan/standing.ts'
import { ActionLink, ActionLinks, FindingLink, inShort } from '../../plan/words.tsx'
import { MOVED, type Moved } from '../../reports/movement.ts'
import type { HomeFacts } from '../home-facts.ts'

type Given = { facts: HomeFacts; asked: Asked }

/** What else is told, to those it concerns, stands first among the cards. */
export const HomeView = ({ facts, asked, children }: Given & { children?: Child }) => (
  <>
    <Heading caption={facts.plan.title} actions={<Doings person={asked.person} />}>
      {nextMeeting(facts)}
    </Heading>
    <AsAtControl {...asked} />
    <Stats>
      <Stat
        number={facts.counts.delivery.completed}
        of={facts.counts.actions}
        words="actions completed"
        href={linkAsAt(asked, '/plan?delivery=completed')}
      />
      <Stat
        number={facts.counts.impact.made}
        of={facts.counts.actions}
        words="with progress made for children"
        href={linkAsAt(asked, '/plan?impact=made')}
      />
      <Stat
        number={facts.counts.late}
        words="late"
        href={linkAsAt(asked, '/plan?flag=late')}
        {...(facts.counts.late > 0 && { tone: 'bad' as const })}
      />
      <Stat
        number={facts.counts.completedWithoutImpact}
        words="completed without impact"
        href={linkAsAt(asked, '/plan?flag=no-impact')}
      />
      <Stat
        number={facts.counts.stale}
        words="without an update for 8 weeks"
        href={linkAsAt(asked, '/plan?flag=stale')}
      />
    </Stats>
    <Themes facts={facts} asked={asked} />
    <div class="gt-flow">
      {children}
      <Since facts={facts} asked={asked} />
      <Soon facts={facts} asked={asked} />
      <Ask facts={facts} asked={asked} />
      <Late facts={facts} asked={asked} />
      <FindingsCard facts={facts} asked={asked} />
    </div>
  </>
)

/** What is done most often from here: the papers for the board, and a newer plan. */
const Doings = ({ person }: { person: Asked['person'] }) => (
  <>
    {may(person, 'make-pack') && (
      <Button small href="/reports/packs/make">
        Make a board pack
      </Button>
    )}
    {may(person, 'load-plan') && (
      <Button small kind="secondary" href="/plan/upload">
        Upload a plan
      </Button>
    )}
  </>
)

/** "Improvement Board in 9 days, Wednesday 2 December 2026". */
function nextMeeting({ board, next, plan }: HomeFacts): string {
  if (!board) return 'How the programme stands'
  if (!next) return `No next meeting of the ${board} is set`
  const days = daysBetween(plan.asAt, next.meetsOn)
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return `${board} ${when}, ${weekday(next.meetsOn)} ${longDay(next.meetsOn)}`
}

const SHOWN: Moved[] = [
  'completed',
  'reopened',
  'slipped',
  'newly-late',
  'impact-rose',
  'impact-fell',
  'leads-changed',
  'added',
  'gone',
]

const Since = ({ facts, asked }: Given) => (
  <Card
    title={facts.last ? `Since the last board, ${longDay(facts.since)}` : `Since ${longDay(facts.since)}`}
    {...(facts.moved && { href: `/plan/compare?from=${facts.since}&to=${facts.plan.asAt}` })}
  >
    {facts.moved === null ? (
      <p class="govuk-body">There was no plan then.</p>
    ) : facts.moved.size === 0 ? (
      <p class="govuk-body">Nothing has moved.</p>
    ) : (
      <ul class="gt-list">
        {SHOWN.filter(moved => facts.moved!.has(moved)).map(moved => (
          <li>
            <strong>
              {facts.moved!.get(moved)!.length} {MOVED[moved].toLowerCase()}
            </strong>
            : <ActionLinks actions={facts.moved!.get(moved)!.map(movement => movement.action)} asked={asked} most={8} />
          </li>
        ))}
      </ul>
    )}
  </Card>
)

const Ask = ({ facts, asked }: Given) => (
  <Card title="What the board will ask" href={linkAsAt(asked, '/plan/questions')}>
    {facts.questions.length === 0 ? (
      <p class="govuk-body">The checks find nothing to ask.</p>
    ) : (
      <ol class="gt-list gt-list--numbered">
        {facts.questions.map(question => (
          <li>
            {question.question}{' '}
            {question.actionIds.length > 0 && question.actionIds.length <= 3 && (
              <ActionLinks actions={actionsById(facts, question.actionIds)} asked={asked} />
            )}
            {question.findingId !== undefined && question.actionIds.length === 0 && (
              <FindingLink findingId={question.findingId} asked={asked}>
                The finding
              </FindingLink>
            )}
          </li>
        ))}
      </ol>
    )}
    {facts.questionsRaised > facts.questions.length && (
      <p class="gt-small">
        <a class="govuk-link" href={linkAsAt(asked, '/plan/questions')}>
          All {facts.questionsRaised} questions
        </a>
      </p>
    )}
  </Card>
)

const actionsById = (facts: HomeFacts, ids: number[]): Action[] =>
  facts.plan.themes.flatMap(theme => theme.actions).filter(action => ids.includes(action.actionId))

const Rows = ({
  actions,
  asked,
  day,
  most,
}: {
  actions: Action[]
  asked: Asked
  day: (action: Action) => Day | null
  most: number
}) => (
  <ul class="gt-list">
    {actions.slice(0, most).map(action => (
      <li>
        <ActionLink action={action} asked={asked} /> {inShort(action.text, 80)}
        <span class="gt-small">
          {day(action) ? shortDay(day(action)!) : ''} {action.leads[0]?.title ?? action.leadText}
        </span>
      </li>
    ))}
  </ul>
)

const Late = ({ facts, asked }: Given) => (
  <Card
    title={
      facts.late.length === 0
        ? 'No action is late'
        : facts.late.length === 1
          ? 'One action is late'
          : `${capital(countInWords(facts.late.length))} actions are late`
    }
    href={linkAsAt(asked, '/plan?flag=late')}
  >
    <Rows actions={facts.late} asked={asked} day={action => action.timescale.latest} most={6} />
  </Card>
)

const Soon = ({ facts, asked }: Given) => (
  <Card title="Due in the next 4 weeks" href={linkAsAt(asked, '/plan?sort=timescale')}>
    {facts.dueSoon.length === 0 ? (
      <p class="govuk-body">Nothing falls due.</p>
    ) : (
      <Rows
        actions={facts.dueSoon}
        asked={asked}
        day={action => action.timescale.nextTestOn ?? action.timescale.latest}
        most={6}
      />
    )}
    {facts.mine.length > 0 && (
      <p class="govuk-body">
        <Tag colour="red" shape="warning">
          Yours
        </Tag>{' '}
        to update: <ActionLinks actions={facts.mine} asked={asked} most={8} />
      </p>
    )}
  </Card>
)

const FindingsCard = ({ facts, asked }: Given) => (
  <Card title="How the plan answers the findings" href={linkAsAt(asked, '/findings')}>
    {facts.coverage.length === 0 ? (
      <p class="govuk-body">No source has been loaded.</p>
    ) : (
      <ul class="gt-list">
        {facts.coverage.map(({ source, counts, findings }) => (
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={linkAsAt(asked, `/findings/sources/${source.sourceId}`)}
            >
              {source.title}
            </a>
            <span class="gt-small">{coverageInWords(counts)}</span>
            <FindingRefs findings={findings} asked={asked} />
          </li>
        ))}
      </ul>
    )}
  </Card>
)

/** The way to every finding of a source: those that nothing answers in sight, all of them folded away. */
const FindingRefs = ({ findings, asked }: { findings: CoveredFinding[]; asked: Asked }) => {
  const unanswered = findings.filter(one => one.coverage === 'none')
  const links = (some: CoveredFinding[]) =>
    some.map(({ finding }, index) => (
      <>
        {index > 0 && ', '}
        <FindingLink findingId={finding.findingId} asked={asked}>
          {finding.ref}
        </FindingLink>
      </>
    ))
  return (
    <>
      {unanswered.length > 0 && <span>Nothing answers {links(unanswered)}. </span>}
      <details class="gt-opens gt-screen">
        <summary>Go to a finding</summary>
        <p>{links(findings)}</p>
      </details>
    </>
  )
}

const Themes = ({ facts, asked }: Given) => {
  const rows = facts.plan.themes.map(theme => ({
    label: `${theme.ref} ${theme.title}`,
    counts: countActions(theme.actions, asked.asAt),
  }))
  return (
    <div class="gt-cards">
      <Card title="Delivery by theme" href={linkAsAt(asked, '/plan/on-a-page')}>
        <BarChart
          title="Delivery by theme"
          parts={DELIVERY_BAR}
          rows={rows.map(({ label, counts }) => ({ label, counts: counts.delivery }))}
          labelWidth={210}
        />
      </Card>
      <Card title="Impact for children by theme" href={linkAsAt(asked, '/plan/on-a-page')}>
        <BarChart
          title="Impact for children by theme"
          parts={IMPACT_BAR}
          rows={rows.map(({ label, counts }) => ({ label, counts: counts.impact }))}
          labelWidth={210}
        />
      </Card>
    </div>
  )
}
