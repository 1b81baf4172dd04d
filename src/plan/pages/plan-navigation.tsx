/** The ways to look at one plan, the same on each of them; and what to do where there is no plan yet. */
import { may, type Person } from '../../terms/permission.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Button, Empty, Heading, SubNavigation } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'

const WAYS = {
  register: { text: 'Register', href: '/plan' },
  page: { text: 'Plan on a page', href: '/plan/on-a-page' },
  questions: { text: 'Questions', href: '/plan/questions' },
  posts: { text: 'Leads', href: '/plan/posts' },
  versions: { text: 'Versions', href: '/plan/versions' },
} as const

export const PlanNavigation = ({ current, asked }: { current: keyof typeof WAYS; asked: Asked }) => (
  <SubNavigation
    label="Ways to look at the plan"
    items={Object.entries(WAYS).map(([way, { text, href }]) => ({
      text,
      href: linkAsAt(asked, href),
      current: way === current,
    }))}
  />
)

export const NoPlan = ({ person }: { person: Person }) => (
  <>
    <Heading>Plan</Heading>
    <Empty title="There is no plan here yet">
      {may(person, 'load-plan') ? (
        <>
          <p class="govuk-body">
            Bring in the plan as it is: Word, Excel, CSV or text. Nothing is kept until you have seen what was found.
          </p>
          <Button href="/plan/upload">Upload a plan</Button>
        </>
      ) : (
        <p class="govuk-body">The improvement programme manager can bring one in.</p>
      )}
    </Empty>
  </>
)
