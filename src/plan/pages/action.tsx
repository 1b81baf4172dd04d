/** An action: what was promised on the left, who and when on the right, and everything said about it below, newest first. */
import { citedLabel } from '../../intake/citation.ts'
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Button, Card, Gap, Heading, Split, SummaryList, Tag, Timeline } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { type Action, EVIDENCE, hasSlipped, isLate, SHOWS } from '../action.ts'
import { resolveCitation } from '../citation.ts'
import { type Happening, listHappenings, listKin, listVersionsOfAction } from '../history-store.ts'
import { FilesOfEvidence } from '../attached-files.tsx'
import { mayUpdate } from '../doing.ts'
import { type Followed, FollowedBy, listFollowed } from '../followed-by.tsx'
import { isInForce } from '../in-force.ts'
import { findAction, listSources } from '../store.ts'
import type { Source } from '../source.ts'
import { actionAddress, DeliveryTag, FindingLink, ImpactTag, LeadLinks, TimescaleWords, Verbatim } from '../words.tsx'
import { idIn } from './crumbs.ts'
import { FamilyTree, LeftThePlan } from './family-tree.tsx'
import { Milestones } from './milestones.tsx'

export const actionPage = page({
  path: '/plan/actions/:id',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  async load({ db, asAt, params, person }) {
    const id = idIn(params)
    const [action, sources, happenings, kin, versions, inForce, followed] = await Promise.all([
      findAction(db, id, asAt),
      listSources(db, asAt),
      listHappenings(db, id, asAt),
      listKin(db, id, asAt),
      listVersionsOfAction(db, id, asAt),
      isInForce(db, id, asAt),
      listFollowed(db, person, id, asAt),
    ])
    return { action, sources, happenings, kin, versions, inForce, followed }
  },
  title: ({ action }) => `Action ${action.ref}`,
  breadcrumbs: () => [{ text: 'Plan', href: '/plan' }],
  view({ action, sources, happenings, kin, versions, inForce, followed }, _form, asked) {
    const now = inForce && asked.asAt === asked.today
    const shown = {
      action,
      asked,
      inForce,
      mine: now && mayUpdate(asked.person, action),
      edits: now && may(asked.person, 'edit-plan'),
    }
    return (
      <>
        <Heading caption={`Theme ${action.themeRef}`} actions={<Doings {...shown} />}>
          Action {action.ref}
        </Heading>
        {!inForce && <LeftThePlan kin={kin} versions={versions} asked={asked} />}
        <Split side={<WhoAndWhen {...shown} sources={sources} />}>
          <div class="gt-lead-text">
            <Verbatim text={action.text} />
          </div>
          <p class="gt-ratings">
            <span>
              Delivery <DeliveryTag delivery={action.delivery} />
            </span>
            <span>
              Impact <ImpactTag impact={action.impact} />
            </span>
            <span class="gt-small">
              {action.ratedOn ? `Rated ${shortDay(action.ratedOn)}` : 'Not rated yet'}
              {isLate(action, asked.asAt) && (
                <>
                  {' '}
                  <strong class="gt-late">Late</strong>
                </>
              )}
            </span>
          </p>
          {action.reason && <p class="govuk-body gt-measure">{action.reason}</p>}
          <Promised action={action} />
          <Measured {...shown} followed={followed} />
          <Milestones {...shown} />
          <EvidenceOf {...shown} />
          <h2 class="govuk-heading-m" id="history">
            What has happened
          </h2>
          <What happenings={happenings.filter(one => !['wording', 'evidence', 'file'].includes(one.kind))} />
          <p class="govuk-body gt-screen">
            <a class="govuk-link" href={linkAsAt(asked, actionAddress(action.actionId, '/history'))}>
              Full history, with every change of words
            </a>
          </p>
          {inForce && <FamilyTree kin={kin} versions={versions} />}
        </Split>
      </>
    )
  },
})

/** `inForce` is whether it is in the plan on the day; `mine` whether the person may add to it now, `edits` whether they may change it. */
type Shown = { action: Action; asked: Asked; inForce: boolean; mine: boolean; edits: boolean }

const Doings = ({ action, asked, inForce, mine, edits }: Shown) => (
  <>
    {mine && (
      <>
        <Button small href={actionAddress(action.actionId, '/rate')}>
          Update and rate
        </Button>
        <Button small kind="secondary" href={actionAddress(action.actionId, '/evidence')}>
          Add evidence
        </Button>
      </>
    )}
    {edits && (
      <Button small kind="secondary" href={actionAddress(action.actionId, '/edit')}>
        Edit
      </Button>
    )}
    {inForce && (
      <Button small kind="secondary" href={linkAsAt(asked, actionAddress(action.actionId, '/thread'))}>
        Thread
      </Button>
    )}
  </>
)

function WhoAndWhen({ action, sources, asked, inForce, edits }: Shown & { sources: Source[] }) {
  const change = (to: string) => (edits ? { change: actionAddress(action.actionId, to) } : {})
  return (
    <>
      <AsAtControl {...asked} />
      <SummaryList
        compact
        rows={[
          { key: 'Lead', value: <LeadLinks action={action} />, ...change('/leads') },
          ...(action.leadText ? [{ key: 'Lead, in the plan', value: action.leadText }] : []),
          { key: 'Timescale', value: <TimescaleWords action={action} asAt={asked.asAt} />, ...change('/timescale') },
          ...(hasSlipped(action)
            ? [
                {
                  key: 'Why it moved',
                  value: (
                    <>
                      {action.timescale.reason}{' '}
                      {action.timescale.agreedBy &&
                        `Agreed by ${action.timescale.agreedBy}, ${shortDay(action.timescale.agreedOn)}.`}
                    </>
                  ),
                },
              ]
            : []),
          { key: 'Monitored by', value: action.monitoredBy || 'Nobody is named' },
          {
            key: 'Objective',
            value:
              action.objectiveId === null ? (
                'None'
              ) : (
                <a
                  class="govuk-link govuk-link--no-visited-state"
                  href={linkAsAt(asked, `/plan/objectives/${action.objectiveId}`)}
                >
                  {action.objectiveRef}
                </a>
              ),
          },
          { key: 'Answers', value: <Answers action={action} sources={sources} asked={asked} />, ...change('/links') },
          { key: 'Last update', value: action.lastUpdateOn ? shortDay(action.lastUpdateOn) : 'None yet' },
        ]}
      />
      {inForce && (
        <div class="gt-screen">
          <Card title="What the board may ask" href={linkAsAt(asked, `/plan/questions?action=${action.actionId}`)}>
            <p class="gt-small">The plan’s checks, read for this action alone.</p>
          </Card>
        </div>
      )}
    </>
  )
}

/** Each finding that the action cites, as a link; a source not loaded here says so. */
const Answers = ({ action, sources, asked }: { action: Action; sources: Source[]; asked: Asked }) =>
  action.citations.length === 0 ? (
    <>No finding is cited</>
  ) : (
    <ul class="govuk-list gt-tight">
      {action.citations.map(citation => {
        const { finding, source, state } = resolveCitation(citation, sources)
        return (
          <li>
            {finding ? (
              <FindingLink findingId={finding.findingId} asked={asked}>
                {citedLabel(citation)}
              </FindingLink>
            ) : source ? (
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={linkAsAt(asked, `/findings/sources/${source.sourceId}`)}
              >
                {citedLabel(citation)}
              </a>
            ) : (
              citedLabel(citation)
            )}
            {state === 'not-loaded' && <span class="gt-small"> not loaded</span>}
            {state === 'points-nowhere' && <strong class="gt-late"> points nowhere</strong>}
          </li>
        )
      })}
    </ul>
  )

const Promised = ({ action }: { action: Action }) => (
  <>
    <h2 class="govuk-heading-s">What we want for children</h2>
    {action.desiredOutcome ? <Verbatim text={action.desiredOutcome} /> : <Gap title="No desired outcome" />}
    <h2 class="govuk-heading-s">How we will measure it</h2>
    {action.measureText ? (
      <Verbatim text={action.measureText} />
    ) : (
      <Gap title="No measure: nobody can tell whether it worked" />
    )}
    {action.targets.length > 0 && (
      <ul class="gt-targets">
        {action.targets.map(target => (
          <li>
            <strong>
              {target.bound === 'at most' ? 'at most ' : target.bound === 'at least' ? 'at least ' : ''}
              {target.value}
              {target.upTo !== null && `-${target.upTo}`}
              {target.unit === '%' ? '%' : target.unit ? ` ${target.unit}` : ''}
            </strong>
            {target.dueOn && ` by ${shortDay(target.dueOn)}`}
            {target.series !== 'first' && <span class="gt-small"> {target.series}</span>}
          </li>
        ))}
      </ul>
    )}
    {action.evidenceText && (
      <>
        <h2 class="govuk-heading-s">Progress and evidence, in the plan's words</h2>
        <Verbatim text={action.evidenceText} />
      </>
    )}
    {Object.entries(action.unmapped)
      .filter(([, words]) => words.trim() !== '')
      .map(([heading, words]) => (
        <>
          <h2 class="govuk-heading-s">{heading || 'Without a heading'}</h2>
          <Verbatim text={words} />
        </>
      ))}
  </>
)

/** The figures of children that tell whether it works. */
const Measured = ({ action, asked, edits, followed }: Shown & { followed: Followed[] }) => (
  <>
    <h2 class="govuk-heading-m" id="measures">
      Measures
    </h2>
    <FollowedBy followed={followed} asked={asked} />
    {followed.length === 0 && <p class="govuk-body">No measure of the performance book follows it.</p>}
    {edits && (
      <p class="govuk-body gt-screen">
        <a class="govuk-link" href={actionAddress(action.actionId, '/measures')}>
          Choose the measures that follow it
        </a>
      </p>
    )}
  </>
)

const EvidenceOf = ({ action, asked, mine }: Shown) => (
  <>
    <h2 class="govuk-heading-m" id="evidence">
      Evidence
    </h2>
    {action.evidence.length === 0 ? (
      <Gap title="No evidence yet">
        {mine && (
          <a class="govuk-link" href={actionAddress(action.actionId, '/evidence')}>
            Add evidence
          </a>
        )}
      </Gap>
    ) : (
      <Timeline
        items={action.evidence.map(one => ({
          title: (
            <>
              <strong>{one.title}</strong>{' '}
              <Tag colour={one.shows === 'impact' ? 'green' : one.shows === 'worse' ? 'red' : 'grey'}>
                {SHOWS[one.shows]}
              </Tag>
            </>
          ),
          when: `${EVIDENCE[one.kind]}. Speaks of ${shortDay(one.speaksOfOn)}, added ${shortDay(one.addedOn)}`,
          children: (
            <>
              {one.text && <p class="govuk-body">{one.text}</p>}
              <FilesOfEvidence of={one} asked={asked} changes={mine} />
            </>
          ),
        }))}
      />
    )}
  </>
)

const KIND: Record<Happening['kind'], string> = {
  rating: 'Rated',
  update: 'Update',
  timescale: 'Timescale',
  leads: 'Leads',
  wording: 'Words changed',
  evidence: 'Evidence',
  file: 'File',
  milestone: 'Milestone',
  link: 'Link',
}

/** What happened, newest first, each with who said it in which post. */
export const What = ({ happenings }: { happenings: Happening[] }) =>
  happenings.length === 0 ? (
    <Gap title="Nothing has been said about this action yet" />
  ) : (
    <Timeline
      items={happenings.map(one => ({
        title: (
          <>
            <strong>{KIND[one.kind]}</strong>{' '}
            {one.delivery && one.impact && (
              <>
                <DeliveryTag delivery={one.delivery} /> <ImpactTag impact={one.impact} />
              </>
            )}
          </>
        ),
        when: shortDay(one.on),
        by: one.post ? `${one.by}, ${one.post}` : one.by,
        children: <p class="govuk-body gt-anywhere">{one.text}</p>,
      }))}
    />
  )
