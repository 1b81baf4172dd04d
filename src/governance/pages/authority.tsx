/** What the authority is called and its colour, with every change and a way back to what was before it. */
import { changeToPutBack } from '../../store/change.ts'
import { changedParts, Changes } from '../../web/changes.tsx'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { isReadable } from '../../web/theme.ts'
import { type Called, changeCalled, findCalled, listCalledChanges } from '../authority-store.ts'

const WORDS: Record<keyof Called, string> = {
  name: 'Name of the council',
  shortName: 'What it is called in a sentence',
  serviceName: 'What the programme is called',
  brandColour: 'Colour',
}
const NAMES = Object.keys(WORDS) as (keyof Called)[]

export const authorityPage = page({
  path: '/authority',
  may: 'administer',
  section: 'Account',
  asksAgain: 'to-save',
  async load({ db, query }) {
    const [now, changes] = [await findCalled(db), await listCalledChanges(db)]
    const back = changeToPutBack(changes, query)
    return { now, changes, start: back?.was ?? now, back: back !== undefined }
  },
  title: () => 'The council',
  breadcrumbs: () => [{ text: 'Settings', href: '/settings' }],
  form: {
    name: text({ max: 200, missing: 'Enter the name of the council' }),
    shortName: text({ max: 100, missing: 'Enter what it is called in a sentence' }),
    serviceName: text({ max: 100, missing: 'Enter what the programme is called' }),
    brandColour: text({ max: 7, missing: 'Enter the colour' }),
    why: text({ max: 1000, missing: 'Enter why it is changed' }),
  },
  view: ({ changes, start, back }, form) => {
    form.start(start)
    return (
      <>
        <form method="post" novalidate>
          <ErrorSummary problems={form.problems} />
          <Heading>{back ? 'Put back what the council was called' : 'The council'}</Heading>
          {NAMES.map(name => (
            <Input
              name={name}
              label={WORDS[name]}
              form={form}
              {...(name === 'brandColour' && {
                width: 10,
                hint: 'Such as #1d4f6b: dark enough for white letters on it, a contrast of 4.5',
              })}
            />
          ))}
          <Textarea name="why" label="Why?" rows={2} form={form} />
          <Button>{back ? 'Put it back' : 'Change it'}</Button>
        </form>
        <Changes changes={changes} inWords={inWords} href="/authority" />
      </>
    )
  },
  async save({ db, person }, { now }, { why, ...becomes }) {
    const colour = becomes.brandColour.toLowerCase()
    if (!/^#[0-9a-f]{6}$/.test(colour))
      throw new Refused([{ field: 'brandColour', text: 'Enter the colour as #1d4f6b' }])
    if (!isReadable(colour))
      throw new Refused([
        { field: 'brandColour', text: 'White letters cannot be read on this colour: choose a darker one' },
      ])
    const next = { ...becomes, brandColour: colour }
    if (NAMES.every(name => next[name] === now[name]))
      throw new Refused([{ field: null, text: 'Nothing would change' }])
    await changeCalled(db, person, next, why).catch(refuseTaken)
    return '/authority'
  },
})

const inWords = (was: Called, becomes: Called): string => changedParts(WORDS, was, becomes)

/** Another council here has the name: nothing else is told of it. */
function refuseTaken(error: unknown): never {
  if ((error as { code?: unknown }).code !== '23505') throw error
  throw new Refused([{ field: 'name', text: 'Another council here has that name' }])
}
