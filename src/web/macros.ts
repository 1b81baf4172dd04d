/**
 * The official components of GOV.UK and the Ministry of Justice, called as they are published: no markup is copied by hand.
 * Only this file knows nunjucks. Options are typed from the packages; text is escaped by the macros, `html` is not.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import nunjucks from 'nunjucks'
import type { GovukOptions } from './macro-options.ts'

/** The Ministry of Justice publishes no list of options: these are written from its templates, for those used here. */
type MojOptions = {
  'sub-navigation': { label?: string; items: { text?: string; html?: string; href: string; active?: boolean }[] }
}

const folderOf = (file: string) => dirname(fileURLToPath(import.meta.resolve(file)))
const environment = nunjucks.configure(
  [
    join(folderOf('govuk-frontend/dist/govuk/all.mjs'), '..'),
    dirname(folderOf('@ministryofjustice/frontend/moj/all.mjs')),
  ],
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)

/** A component of the GOV.UK Design System. */
export const govuk = <Name extends keyof GovukOptions>(name: Name, options: GovukOptions[Name]) =>
  component('govuk', name, options)

/** A component of the Ministry of Justice's design patterns. */
export const moj = <Name extends keyof MojOptions>(name: Name, options: MojOptions[Name]) =>
  component('moj', name, options)

// The same options always give the same markup, so what was made is remembered; the oldest go when there are too many.
const MOST_REMEMBERED = 2_000
const LONGEST_REMEMBERED = 4_000
const remembered = new Map<string, HtmlEscapedString>()

function component(family: 'govuk' | 'moj', name: string, options: object): HtmlEscapedString {
  const key = `${family} ${name} ${JSON.stringify(options)}`
  const made = remembered.get(key)
  if (made) return made
  const html = raw(template(family, name).render({ params: options }).trim())
  if (key.length + html.length > LONGEST_REMEMBERED) return html
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
  remembered.set(key, html)
  return html
}

const templates = new Map<string, nunjucks.Template>()

function template(family: 'govuk' | 'moj', name: string): nunjucks.Template {
  const macro = family + name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())
  const known = templates.get(macro)
  if (known) return known
  const text = `{% from "${family}/components/${name}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`
  const compiled = nunjucks.compile(text, environment)
  templates.set(macro, compiled)
  return compiled
}
