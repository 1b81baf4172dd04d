/** A form that was sent before its sender had shown again who they are: nothing of it was kept, and one button sends it now. */
import { Button } from './components.tsx'
import { Hidden } from './fields.tsx'

export const SendAgain = ({ to, again }: { to: string; again: [name: string, value: string][] }) => (
  <form class="gt-reading" method="post" action={to}>
    <h1 class="govuk-heading-l">{SendAgain.title}</h1>
    <p class="govuk-body">Thank you: it is you. What you entered is still here, and is not kept yet.</p>
    {again.map(([name, value]) => (
      <Hidden name={name} value={value} />
    ))}
    <Button>Carry on</Button>
  </form>
)
SendAgain.title = 'Carry on with what you entered'
