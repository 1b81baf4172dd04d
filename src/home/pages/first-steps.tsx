/** Home before there is a plan: what to do first, in order, with what is done ticked off. */
import { may, type Person } from '../../terms/permission.ts'
import { Button, Heading, Tag } from '../../web/components.tsx'

export const FirstSteps = ({ person, sources, board }: { person: Person; sources: number; board: boolean }) => (
  <>
    <Heading>Begin with what you have</Heading>
    {may(person, 'load-plan') ? (
      <ol class="gt-steps">
        <Step done={sources > 0} href="/findings/upload" title="Upload what you were told">
          The inspection report, the notice, the reviews: each finding is read as your plan cites it.
        </Step>
        <Step done={false} href="/plan/upload" title="Upload your plan as it is">
          Word, Excel, CSV or text, in its own layout. You see what was found before anything is kept.
        </Step>
        <Step done={board} href="/boards/add" title="Say which board runs the programme">
          And when it meets: packs and “since the last board” count from its meetings.
        </Step>
      </ol>
    ) : (
      <p class="govuk-body">No plan has been brought in yet. The improvement programme manager can do so.</p>
    )}
  </>
)

const Step = ({ done, href, title, children }: { done: boolean; href: string; title: string; children: string }) => (
  <li class="gt-card">
    <h2 class="govuk-heading-m">
      {title}{' '}
      {done && (
        <Tag colour="green" shape="tick">
          Done
        </Tag>
      )}
    </h2>
    <p class="govuk-body">{children}</p>
    <Button small kind={done ? 'secondary' : 'primary'} href={href}>
      {title}
    </Button>
  </li>
)
