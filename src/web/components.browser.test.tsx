/** Every component on one page, in a real browser: accessible at 1280 and 320, and of use without scripts. */
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { dayInLondon } from '../terms/day.ts'
import { AsAtControl } from './as-at.tsx'
import type { BarPart } from './bar.ts'
import { BarChart } from './charts.tsx'
import {
  Button,
  Card,
  Cards,
  Chips,
  Details,
  Empty,
  Gap,
  Heading,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  Split,
  SubNavigation,
  SummaryList,
  Tag,
  type TagColour,
  Timeline,
  WarningText,
} from './components.tsx'
import {
  Checkbox,
  Checkboxes,
  DayInput,
  ErrorSummary,
  FileUpload,
  Input,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from './fields.tsx'
import { oneOf, onDay, readForm, text } from './form.ts'
import { documentOf } from './layout.tsx'
import type { ShapeName } from './shape.tsx'
import { Stat, Stats } from './stat.tsx'
import { serveFiles } from './static-files.ts'
import { Table } from './table.tsx'
import { expectAccessible, keepPictures, openBrowser } from './test-browser.ts'
import { guard } from './guard.ts'

const DELIVERY: BarPart[] = [
  { key: 'completed', words: 'Completed', colour: '#0f6b45', pattern: 'solid', shape: 'tick' },
  { key: 'on-task', words: 'On task', colour: '#1d4f6b', pattern: 'stripes', shape: 'half' },
  { key: 'delayed', words: 'Delayed or stalled', colour: '#a8201a', pattern: 'dots', shape: 'warning' },
  { key: 'not-started', words: 'Not started', colour: '#4b565e', pattern: 'empty', shape: 'ring' },
]
const THEMES = [
  { label: '1 Front door and early help', counts: { completed: 4, 'on-task': 5, delayed: 1, 'not-started': 1 } },
  { label: '2 Help and protection for every child who needs it', counts: { completed: 2, 'on-task': 8, delayed: 3 } },
  { label: '3 Children in our care', counts: { completed: 12, 'on-task': 1 } },
]
const RATINGS: [string, TagColour, ShapeName][] = [
  ['Completed', 'green', 'tick'],
  ['On task', 'blue', 'half'],
  ['Not started', 'grey', 'ring'],
  ['Delayed or stalled', 'red', 'warning'],
  ['On hold', 'yellow', 'pause'],
  ['Progress starting', 'teal', 'half'],
]
const ROWS = Array.from({ length: 24 }, (_, at) => ({
  ref: `${Math.floor(at / 6) + 1}.${(at % 6) + 1}`,
  text: 'Every assessment has a chronology and a genogram, checked by a manager before it is authorised',
  rating: RATINGS[at % RATINGS.length]!,
  updates: at * 3,
}))

const { form } = readForm(
  {
    reason: text({ missing: 'Enter the evidence for what you have selected' }),
    due: onDay(),
    delivery: oneOf({ a: 'A' }, 'Select how far delivery has got'),
  },
  { reason: { texts: [' '], files: [] }, due: { texts: ['31/2/2026'], files: [] } },
)
const today = dayInLondon(new Date())

const Register = () => (
  <>
    <Chips
      items={[
        { text: 'Theme 2', href: '/?a' },
        { text: 'Late', href: '/?b' },
      ]}
      clear="/"
    />
    <Table
      caption="24 actions"
      rows={ROWS}
      sorting={{ by: 'ref', descending: false, href: (by, down) => `/?sort=${by}&down=${down}` }}
      columns={[
        {
          heading: 'Ref',
          cell: row => (
            <a class="govuk-link" href="/x">
              {row.ref}
            </a>
          ),
          names: true,
          sort: 'ref',
          width: 'nowrap',
        },
        { heading: 'Action', cell: row => <span class="gt-clamp">{row.text}</span>, width: 'wide' },
        {
          heading: 'Delivery',
          cell: ({ rating: [words, colour, shape] }) => (
            <Tag colour={colour} shape={shape}>
              {words}
            </Tag>
          ),
          sort: 'delivery',
        },
        { heading: 'Updates', cell: row => row.updates, number: true, sort: 'updates' },
      ]}
    />
    <Pagination page={3} pages={9} href={page => `/?page=${page}`} />
  </>
)

const Home = () => (
  <>
    <Heading
      caption="Improvement Board in 9 days"
      actions={
        <Button href="/x" small>
          Make the pack
        </Button>
      }
    >
      How the programme stands
    </Heading>
    <AsAtControl asAt={today} today={today} address="/?theme=2" />
    <Cards>
      <Card title="How the programme stands">
        <Stats>
          <Stat number={60} words="actions" href="/plan" />
          <Stat number={7} of={24} words="findings signed off" note="9 in phase 2" />
          <Stat number={4} words="late" tone="bad" />
        </Stats>
      </Card>
      <Card title="Since the last board" href="/x">
        <ul class="govuk-list govuk-list--bullet">
          <li>4 completed</li>
          <li>2 slipped</li>
        </ul>
      </Card>
    </Cards>
    <BarChart title="Delivery by theme" parts={DELIVERY} rows={THEMES} />
    <Split
      side={
        <SummaryList
          compact
          rows={[
            { key: 'Lead', value: 'Head of Assessment', change: '/x' },
            { key: 'When', value: <>By March 2027</> },
          ]}
        />
      }
    >
      <Timeline
        items={[
          {
            title: 'Rated on task',
            when: '14 September 2026',
            by: 'Cora Dean',
            children: <p class="govuk-body">Two teams trained.</p>,
          },
          { title: 'Agreed', when: '1 April 2026' },
        ]}
      />
      <Gap title="No measure shows whether it worked">
        <a class="govuk-link" href="/x">
          Add a measure
        </a>
      </Gap>
      <Empty title="No plan has been loaded yet">
        <Button href="/x">Upload a plan</Button>
      </Empty>
    </Split>
  </>
)

const Forms = () => (
  <form method="post" enctype="multipart/form-data" novalidate>
    <ErrorSummary problems={form.problems} />
    <Heading caption="Action 3.2">Rate action</Heading>
    <Input name="name" label="Name" hint="As the board knows it" form={form} />
    <PasswordInput name="password" label="Password" autocomplete="current-password" form={form} />
    <Radios name="delivery" legend="How far has delivery got?" options={{ a: 'Completed', b: 'On task' }} form={form} />
    <Checkboxes
      name="posts"
      legend="Posts"
      options={[{ value: 1, text: 'Head of Assessment', hint: 'Council' }]}
      form={form}
      small
    />
    <Checkbox name="sure" label="I have read it" form={form} />
    <Select name="theme" label="Theme" options={{ a: 'Front door' }} blank="Select a theme" form={form} />
    <DayInput name="due" label="By when?" form={form} />
    <Textarea name="reason" label="What is the evidence?" max={2000} form={form} />
    <FileUpload name="plan" label="The plan" accept=".docx" form={form} />
    <Button>Save rating</Button>{' '}
    <Button kind="secondary" href="/x">
      Cancel
    </Button>{' '}
    <Button kind="warning">Remove</Button>
  </form>
)

const Others = () => (
  <>
    <NotificationBanner kind="success">The plan was kept.</NotificationBanner>
    <Panel title="Pack frozen">For 2 December</Panel>
    <SubNavigation
      label="Plan"
      items={[
        { text: 'Register', href: '/', current: true },
        { text: 'On a page', href: '/x' },
      ]}
    />
    <InsetText>Verbatim words of the source.</InsetText>
    <WarningText>This replaces the plan of April.</WarningText>
    <Details summary="What counts as late">
      <p class="govuk-body">From the day after it was due.</p>
    </Details>
    <p>
      {(['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const).map(colour => (
        <>
          <Tag colour={colour} shape="full">
            {colour}
          </Tag>{' '}
        </>
      ))}
    </p>
  </>
)

const PARTS = { home: Home, register: Register, forms: Forms, others: Others }
const authority = {
  name: 'Testborough City Council',
  shortName: 'Testborough',
  serviceName: 'Children’s services improvement',
  brandColour: '#6b2d5c',
}
const visitor = {
  person: {
    authorityId: 1,
    personId: 1,
    name: 'Ben Carter',
    postId: 1,
    postTitle: 'Improvement Programme Manager',
    role: 'programme-manager' as const,
  },
  authority,
  session: '',
  yet: null,
  provedLately: true,
  seenLongAgo: false,
}

const browser = await openBrowser(address => {
  const app = new Hono()
  serveFiles(app)
  app.use('*', guard(address))
  app.get('/:part{home|register|forms|others}', c => {
    const name = c.req.param('part') as keyof typeof PARTS
    const Part = PARTS[name]
    const navigation = (['Home', 'Findings', 'Plan', 'Boards', 'Reports'] as const).map(text => ({
      text,
      href: `/${text}`,
    }))
    const looking = { asAt: '2026-09-14' as typeof today, today, address: `/${name}` }
    return c.html(
      documentOf({
        title: name,
        visitor,
        navigation,
        section: 'Plan',
        breadcrumbs: [{ text: 'Plan', href: '/plan' }],
        wide: name === 'register',
        ...(name === 'home' && { looking }),
        children: <Part />,
      }),
    )
  })
  return app
})
afterAll(() => browser.close())

test.each(Object.keys(PARTS))('%s is accessible, and fits, at 1280 and at 320', async part => {
  for (const width of [1280, 320]) {
    const page = await browser.visit(`/${part}`, { width })
    await expectAccessible(page)
    if (width === 1280) await keepPictures(page, part)
    await page.context().close()
  }
})

test('nothing on the page is refused by the content security policy', async () => {
  const page = await browser.visit('/forms')
  const refused: string[] = []
  page.on('console', message => message.type() === 'error' && refused.push(message.text()))
  await page.reload()
  await page.waitForFunction('document.body.classList.contains("js-enabled")')
  expect(refused.filter(text => !text.includes('404'))).toEqual([])
})

test('without scripts the account menu opens and the navigation is there', async () => {
  const page = await browser.visit('/home', { script: false, width: 320 })
  await page.locator('.gt-account summary').click()
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: 'Reports' }).isVisible()).toBe(true)
})

test('a number in the summary of problems leads to its field', async () => {
  const page = await browser.visit('/forms', { script: false })
  await page.getByRole('link', { name: 'Enter the evidence' }).click()
  expect(new URL(page.url()).hash).toBe('#reason')
  expect(await page.locator('#reason').count()).toBe(1)
})
