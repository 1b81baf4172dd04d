/** The official components come out exactly as their packages publish them. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { format } from 'prettier'
import { macroOptions } from './build-macro-options.ts'
import { govuk } from './macros.ts'

type Fixtures = { component: string; fixtures: { name: string; options: object; html: string }[] }

const COMPONENTS = fileURLToPath(new URL('components/', import.meta.resolve('govuk-frontend/dist/govuk/all.mjs')))
const published = readdirSync(COMPONENTS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => JSON.parse(readFileSync(join(COMPONENTS, entry.name, 'fixtures.json'), 'utf8')) as Fixtures)

test.each(published)('every published example of $component comes out the same', ({ component, fixtures }) => {
  expect(fixtures.length).toBeGreaterThan(0)
  for (const { name, options, html } of fixtures)
    expect(String(govuk(component as 'button', options)), name).toBe(html.trim())
})

test('there are as many examples as the package holds', () => {
  expect(published.flatMap(({ fixtures }) => fixtures).length).toBeGreaterThan(700)
})

test('text given to a component is escaped', () => {
  expect(String(govuk('tag', { text: '<script>alert(1)</script>' }))).toContain('&lt;script&gt;')
})

test('the same component twice is made once', () => {
  expect(govuk('tag', { text: 'Late' })).toBe(govuk('tag', { text: 'Late' }))
})

test('the types of the options are those of the installed package', async () => {
  const committed = readFileSync(new URL('macro-options.ts', import.meta.url), 'utf8')
  const style = { parser: 'typescript', printWidth: 120, semi: false, singleQuote: true, arrowParens: 'avoid' } as const
  expect(committed).toBe(await format(macroOptions(), { ...style, trailingComma: 'all' }))
})
