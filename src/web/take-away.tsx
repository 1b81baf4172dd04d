/** The page before children's data is taken away: what it is needed for, in the words of whoever takes it, for the record. */
import type { Look } from '../store/look.ts'
import { Button, Heading, InsetText } from './components.tsx'
import { ErrorSummary, Input } from './fields.tsx'
import { type Form, text } from './form.ts'

export const WHY = { why: text({ max: 200, missing: 'Enter what you need it for' }) }

export const TakeAway = ({ name, look, form }: { name: string; look: Look | undefined; form: Form }) => (
  <form class="gt-reading" method="post" novalidate>
    <ErrorSummary problems={form.problems} />
    <Heading>{TakeAway.title}</Heading>
    <p class="govuk-body">
      <strong>{name}</strong>
    </p>
    {look && <InsetText>{toldOf(look.children.length)}</InsetText>}
    <Input
      name="why"
      label="What do you need it for?"
      hint="It stands in the record beside your name. Do not name a child."
      form={form}
    />
    <Button>Take it away</Button>
  </form>
)
TakeAway.title = 'Take this file away'

const toldOf = (children: number): string =>
  children === 0
    ? 'No child stands in it.'
    : children === 1
      ? 'One child stands in it. Keep it only as long as you need it.'
      : `${children} children stand in it. Keep it only as long as you need it.`
