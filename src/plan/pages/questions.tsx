/** What the board will ask: each weakness that the checks find in the plan, worded as a member would, the serious ones first. */
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Empty, Heading, Tag } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { allActions, type Plan } from '../plan.ts'
import { type RaisedQuestion, SEVERITY } from '../check.ts'
import { questionsAbout, raiseQuestions } from '../checks.ts'
import { ActionLink, ActionLinks, FindingLink } from '../words.tsx'
import { loadThread } from './findings.tsx'
import { NoPlan, PlanNavigation } from './plan-navigation.tsx'

export const questionsPage = page({
  path: '/plan/questions',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  load: loadThread,
  title: () => 'What the board will ask',
  view({ plan, sources }, _form, asked) {
    if (plan === null) return <NoPlan person={asked.person} />
    const about = allActions(plan).find(action => String(action.actionId) === asked.query.get('action'))
    const raised = raiseQuestions({ plan, sources, asAt: asked.asAt })
    const questions = about ? questionsAbout(raised, about.actionId) : raised
    return (
      <>
        <Heading caption={plan.title}>
          {about ? `What the board may ask of action ${about.ref}` : 'What the board will ask'}
        </Heading>
        <PlanNavigation current="questions" asked={asked} />
        <p class="govuk-body gt-measure">
          Each question comes from a rule that reads the plan as a careful board member would. Answer it in the plan,
          and it goes away.
        </p>
        {about && (
          <p class="govuk-body gt-measure">
            <ActionLink action={about} asked={asked} /> {about.text}{' '}
            <a class="govuk-link" href={linkAsAt(asked, '/plan/questions')}>
              Questions about the whole plan
            </a>
          </p>
        )}
        <AsAtControl {...asked} />
        {questions.length === 0 ? (
          <Empty title="The checks find nothing to ask">
            {about
              ? 'It has a lead, a date and a measure that can be counted, and its ratings rest on evidence.'
              : 'Every action has a lead, a date and a measure that can be counted, and every finding is answered.'}
          </Empty>
        ) : (
          <ol class="gt-questions">
            {questions.map(question => (
              <Asked question={question} plan={plan} asked={asked} />
            ))}
          </ol>
        )}
      </>
    )
  },
})

const TONE = { serious: 'red', moderate: 'yellow', minor: 'grey' } as const

const Asked = ({ question, plan, asked }: { question: RaisedQuestion; plan: Plan; asked: Asked }) => (
  <li class="gt-question">
    <p class="gt-question__words">{question.question}</p>
    <p class="gt-question__because">{question.because}</p>
    <p class="gt-small">
      <Tag colour={TONE[question.check.severity]}>{SEVERITY[question.check.severity]}</Tag> {question.check.name}.{' '}
      {question.check.why}
    </p>
    <p class="gt-small">
      <Grounds question={question} plan={plan} asked={asked} />
    </p>
  </li>
)

/** The actions and the finding that the question is about, as links. */
export const Grounds = ({ question, plan, asked }: { question: RaisedQuestion; plan: Plan; asked: Asked }) => {
  const ids = new Set(question.actionIds)
  const actions = allActions(plan).filter(action => ids.has(action.actionId))
  return (
    <>
      {actions.length > 0 && (actions.length === 1 ? 'Action ' : 'Actions ')}
      <ActionLinks actions={actions} asked={asked} />
      {question.findingId !== undefined && (
        <>
          {actions.length > 0 && '. '}
          <FindingLink findingId={question.findingId} asked={asked}>
            The finding
          </FindingLink>
        </>
      )}
    </>
  )
}
