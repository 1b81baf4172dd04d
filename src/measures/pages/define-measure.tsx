/** Say what is to be entered: a ready-made measure or one of the authority's own; and change what it says, with the reason. */
import type { Db } from '../../store/database.ts'
import { Button, Heading } from '../../web/components.tsx'
import { Checkbox, ErrorSummary, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { type Form, oneOf, Refused, text, ticked } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { listPostsHeld } from '../../people/appointment-store.ts'
import { doingOf } from '../doing.ts'
import { FREQUENCY } from '../entered-measure.ts'
import { addEnteredMeasure, changeEnteredMeasure, type Definition, findEnteredMeasure } from '../entered-store.ts'
import { figureField } from '../figure-field.ts'
import { POLARITY } from '../measure.ts'
import { findReadyMade } from '../ready-made-measures.ts'
import { enteredAddress } from './entered.tsx'
import { enteredCrumb } from './measures-navigation.tsx'

const UNIT = {
  share: 'A percentage: so many of so many',
  count: 'A number',
  other: 'A number of something, such as days',
} as const

const fields = {
  name: text({ max: 120, missing: 'Enter what it is called' }),
  kind: oneOf(UNIT, 'Select what the figure is'),
  unit: text({ max: 20 }),
  polarity: oneOf(POLARITY, 'Select which way is better'),
  definition: text({ max: 2000, missing: 'Enter what is counted, and of whom' }),
  source: text({ max: 300, missing: 'Enter who gives the figure' }),
  owner: text({ max: 9 }),
  frequency: oneOf(FREQUENCY, 'Select how often it is entered'),
  dueAfterDays: figureField({
    missing: 'Enter how many days after the end of the period it is due',
    least: 0,
    most: 366,
    whole: true,
  }),
}

type Given = {
  name: string
  kind: keyof typeof UNIT
  unit: string
  polarity: Definition['polarity']
  definition: string
  source: string
  owner: string
  frequency: Definition['frequency']
  dueAfterDays: number | null
}
type Post = { postId: number; title: string }

/** Throws `Refused` where the unit is missing, or the post is none of the list. */
function definitionOf({ kind, unit, owner, dueAfterDays, ...rest }: Given, posts: Post[]): Definition {
  if (kind === 'other' && unit === '') throw new Refused([{ field: 'unit', text: 'Enter what it is a number of' }])
  const post = posts.find(({ postId }) => String(postId) === owner)
  if (owner !== '' && !post) throw new Refused([{ field: 'owner', text: 'Select the post from the list' }])
  return {
    ...rest,
    unit: kind === 'share' ? '%' : kind === 'other' ? unit : '',
    ownerPostId: post?.postId ?? null,
    dueAfterDays: dueAfterDays!,
  }
}

const started = ({ unit, ownerPostId, dueAfterDays, ...rest }: Definition): Record<string, string> => ({
  ...rest,
  kind: unit === '%' ? 'share' : unit === '' ? 'count' : 'other',
  unit: unit === '%' ? '' : unit,
  owner: String(ownerPostId ?? ''),
  dueAfterDays: String(dueAfterDays),
})

const DefinitionFields = ({ posts, form }: { posts: Post[]; form: Form }) => (
  <>
    <Input name="name" label="Name" form={form} />
    <Radios name="kind" legend="What is the figure?" options={UNIT} form={form} small />
    <Input
      name="unit"
      label="A number of what?"
      hint="Only for a number of something: days, points"
      width={10}
      form={form}
    />
    <Radios name="polarity" legend="Which way is better?" options={POLARITY} form={form} small />
    <Textarea
      name="definition"
      label="What is counted?"
      hint="Who or what is counted, of whom, and who is left out"
      rows={4}
      form={form}
    />
    <Input
      name="source"
      label="Who gives the figure?"
      hint="The service, record or law that it comes from"
      form={form}
    />
    <Select
      name="owner"
      label="Which post owns it?"
      hint="Its holder is asked for the figure"
      blank="Nobody yet"
      options={posts.map(({ postId, title }) => ({ value: postId, text: title }))}
      form={form}
    />
    <Select name="frequency" label="How often is it entered?" options={FREQUENCY} form={form} />
    <Input
      name="dueAfterDays"
      label="Due how many days after the end of the period?"
      width={3}
      inputmode="numeric"
      form={form}
    />
  </>
)

const loadPosts = async (db: Db): Promise<Post[]> =>
  (await listPostsHeld(db)).map(({ postId, title }) => ({ postId, title }))

export const addEnteredMeasurePage = page({
  path: '/measures/entered/add',
  may: 'set-measures',
  section: 'Measures',
  load: async ({ db, query }) => ({ posts: await loadPosts(db), ready: findReadyMade(query.get('from') ?? '') }),
  title: () => 'Add a measure to enter',
  breadcrumbs: () => [enteredCrumb],
  form: fields,
  view: ({ posts, ready }, form) => {
    form.start(ready ? started({ ...ready, ownerPostId: null }) : { frequency: 'month', dueAfterDays: '10' })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading {...(ready && { caption: 'Ready made: change what is different here' })}>
          Add a measure to enter
        </Heading>
        <DefinitionFields posts={posts} form={form} />
        <Button>Add it</Button>
      </form>
    )
  },
  async save(asked, { posts, ready }, given) {
    const definition = definitionOf(given, posts)
    const measure = ready?.measure ?? ownName(definition.name)
    const id = await addEnteredMeasure(asked.db, doingOf(asked), measure, definition)
    if (id === null) throw new Refused([{ field: 'name', text: 'This measure is entered already' }])
    return enteredAddress(id)
  },
})

/** `own/days-of-training` for one of the authority's own. Throws `Refused` where the name has no letters or numbers. */
function ownName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words === '') throw new Refused([{ field: 'name', text: 'Enter a name of letters or numbers' }])
  return `own/${words}`
}

export const changeEnteredMeasurePage = page({
  path: '/measures/entered/:id/change',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, params }) {
    return { measure: await findEnteredMeasure(db, Number(params['id'])), posts: await loadPosts(db) }
  },
  title: ({ measure }) => `Change ${measure.name}`,
  breadcrumbs: ({ measure }) => [enteredCrumb, { text: measure.name, href: enteredAddress(measure.enteredMeasureId) }],
  form: { ...fields, isEnded: ticked(), why: text({ max: 1000, missing: 'Enter why it is changed' }) },
  view: ({ measure, posts }, form) => {
    form.start({ ...started(measure), isEnded: measure.isEnded ? 'yes' : null })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={measure.name}>Change what it says</Heading>
        <p class="govuk-body gt-measure">
          Figures that were entered before keep the definition they were entered by. Where something else is counted
          from now on, begin the series anew as well.
        </p>
        <DefinitionFields posts={posts} form={form} />
        <Checkbox name="isEnded" label="No more figures are asked for" form={form} />
        <Textarea name="why" label="Why is it changed?" rows={3} form={form} />
        <Button>Change it</Button>
      </form>
    )
  },
  async save(asked, { measure, posts }, { isEnded, why, ...given }) {
    const definition = definitionOf(given, posts)
    await changeEnteredMeasure(asked.db, doingOf(asked), measure.enteredMeasureId, definition, { isEnded, why })
    return enteredAddress(measure.enteredMeasureId)
  },
})
