/** An action's golden thread, walked both ways: up to the findings it answers, down to its measures and evidence. */
import { citedLabel } from '../../intake/citation.ts'
import { shortDay } from '../../terms/day.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Gap, Heading } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { EVIDENCE, SHOWS } from '../action.ts'
import { AttachedFiles } from '../attached-files.tsx'
import { type Followed, FollowedBy, listFollowed } from '../followed-by.tsx'
import { listKin, listVersionsOfAction } from '../history-store.ts'
import { allActions } from '../plan.ts'
import { findAction } from '../store.ts'
import { type ActionThread, threadOfAction } from '../thread.ts'
import { DeliveryTag, ImpactTag } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { LeftThePlan } from './family-tree.tsx'
import { EMPTY_PLAN, loadThread } from './findings.tsx'

export const actionThread = page({
  path: '/plan/actions/:id/thread',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  async load(asked) {
    const { db, asAt, params, person } = asked
    const id = idIn(params)
    const { plan, sources } = await loadThread(asked)
    const action = allActions(plan ?? EMPTY_PLAN).find(one => one.actionId === id)
    if (plan && action) {
      const followed = await listFollowed(db, person, id, asAt)
      return { action, thread: threadOfAction(plan, sources, action), followed, kin: [], versions: [] }
    }
    const [gone, kin, versions] = await Promise.all([
      findAction(db, id, asAt),
      listKin(db, id, asAt),
      listVersionsOfAction(db, id, asAt),
    ])
    return { action: gone, thread: null, followed: [], kin, versions }
  },
  title: ({ action }) => `The thread of action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  view: ({ action, thread, followed, kin, versions }, _form, asked) => (
    <>
      <Heading caption={thread ? `Theme ${thread.theme.ref}: ${thread.theme.title}` : `Theme ${action.themeRef}`}>
        The thread of action {action.ref}
      </Heading>
      <AsAtControl {...asked} />
      {thread ? (
        <Walked thread={thread} followed={followed} asked={asked} />
      ) : (
        <LeftThePlan kin={kin} versions={versions} asked={asked} />
      )}
    </>
  ),
})

function Walked({ thread, followed, asked }: { thread: ActionThread; followed: Followed[]; asked: Asked }) {
  const { action, objectives, answers, leadsNowhere, gaps } = thread
  return (
    <>
      <ol class="gt-thread">
        <li class="gt-thread__step">
          <h2 class="gt-thread__name">
            Findings <span class="gt-thread__count">{answers.length}</span>
          </h2>
          {answers.length === 0 && <Gap title="It answers no finding that is loaded here" />}
          {answers.map(({ source, finding, through }) => (
            <div class="gt-thread__row">
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={linkAsAt(asked, `/findings/${finding.findingId}`)}
              >
                {source.shortName} {finding.ref}
              </a>{' '}
              {finding.text} {through !== 'action' && <span class="gt-small">through objective {through.ref}</span>}
            </div>
          ))}
          {leadsNowhere.map(({ citation, state }) => (
            <p class="gt-small">
              {citedLabel(citation)}:{' '}
              {state === 'points-nowhere'
                ? 'points nowhere'
                : state === 'not-loaded'
                  ? 'not loaded'
                  : 'the source as a whole'}
            </p>
          ))}
        </li>
        <li class="gt-thread__step">
          <h2 class="gt-thread__name">
            Objectives <span class="gt-thread__count">{objectives.length}</span>
          </h2>
          {objectives.length === 0 && <Gap title="It stands under no objective" />}
          {objectives.map(objective => (
            <div class="gt-thread__row">
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={linkAsAt(asked, `/plan/objectives/${objective.objectiveId}`)}
              >
                {objective.ref}
              </a>{' '}
              {objective.text}
            </div>
          ))}
        </li>
        <li class="gt-thread__step">
          <h2 class="gt-thread__name">This action</h2>
          <div class="gt-thread__row">
            {action.text}
            <span class="gt-thread__tags">
              <DeliveryTag delivery={action.delivery} /> <ImpactTag impact={action.impact} />
            </span>
          </div>
        </li>
        <li class="gt-thread__step">
          <h2 class="gt-thread__name">
            Measures <span class="gt-thread__count">{followed.length}</span>
          </h2>
          <FollowedBy followed={followed} asked={asked} />
          {action.measureText ? (
            <div class="gt-thread__row">{action.measureText}</div>
          ) : (
            <Gap title="Nothing measures whether it worked" />
          )}
        </li>
        <li class="gt-thread__step">
          <h2 class="gt-thread__name">
            Evidence <span class="gt-thread__count">{action.evidence.length}</span>
          </h2>
          {action.evidence.length === 0 && <Gap title="There is no evidence" />}
          {action.evidence.map(one => (
            <div class="gt-thread__row">
              {one.title}{' '}
              <span class="gt-small">
                {EVIDENCE[one.kind]}, {shortDay(one.speaksOfOn)}: {SHOWS[one.shows].toLowerCase()}
              </span>
              <AttachedFiles files={one.files} asked={asked} changes={false} />
            </div>
          ))}
        </li>
      </ol>
      {gaps.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What is missing</h2>
          <ul class="gt-gaps">
            {gaps.map(gap => (
              <li>{gap.words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
