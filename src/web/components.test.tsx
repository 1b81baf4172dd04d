/** What is put inside a component is escaped once, neither twice nor never. */
import { expect, test } from 'vitest'
import { Button, Details, InsetText, Pagination, SummaryList, Tag } from './components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Textarea } from './fields.tsx'
import { blankForm, readForm, text } from './form.ts'
import { htmlOf } from './html.ts'

const evil = '<img src=x onerror=alert(1)> & "co"'
const wellEscaped = (html: string) => {
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; ')
  expect(html).not.toContain('&amp;lt;')
  expect(html).not.toContain('&amp;amp;')
}

test.each([
  ['a tag', <Tag>{evil}</Tag>],
  ['a button', <Button>{evil}</Button>],
  ['details', <Details summary={evil}>{evil}</Details>],
  ['inset text', <InsetText>{evil}</InsetText>],
  ['a summary list', <SummaryList rows={[{ key: evil, value: evil, change: '/x' }]} />],
  [
    'components inside components',
    <Details summary="x">
      <InsetText>
        <Tag>{evil}</Tag>
      </InsetText>
    </Details>,
  ],
  ['an input', <Input name="a" label={evil} hint={evil} form={blankForm().start({ a: evil })} />],
  ['a textarea', <Textarea name="a" label="A" form={blankForm().start({ a: evil })} />],
  ['radios', <Radios name="a" legend={evil} options={{ b: evil }} form={blankForm()} />],
  ['a summary of problems', <ErrorSummary problems={[{ field: 'a', text: evil }]} />],
])('words that look like markup in %s are shown as words', (_, view) => {
  wellEscaped(htmlOf(view))
})

test('a view that waits for something is refused', () => {
  const Waits = async () => <p>late</p>
  expect(() => htmlOf(<Waits />)).toThrow('a view may not wait')
})

test('a day that stands is shown as people write it, one that was typed as it was typed', () => {
  expect(htmlOf(<DayInput name="due" label="Due" form={blankForm().start({ due: '2026-11-22' })} />)).toContain(
    'value="22/11/2026"',
  )
  const { form } = readForm({ due: text() }, { due: { texts: ['31/2/26'], files: [] } })
  expect(htmlOf(<DayInput name="due" label="Due" form={form} />)).toContain('value="31/2/26"')
})

test.each([
  [1, 1, ''],
  [1, 3, '1 2 3'],
  [5, 9, '1 … 4 5 6 … 9'],
  [9, 9, '1 … 8 9'],
  [2, 4, '1 2 3 4'],
])('page %i of %i offers %s', (page, pages, shown) => {
  const html = htmlOf(<Pagination page={page} pages={pages} href={number => `/?page=${number}`} />)
  const items = [...html.matchAll(/aria-label="Page (\d+)"|(&ctdot;|⋯)/g)].map(([, number]) => number ?? '…')
  expect(items.join(' ')).toBe(shown)
})
