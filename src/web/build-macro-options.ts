/**
 * Writes `macro-options.ts`: the types of what each official component takes, from the `macro-options.json` of the installed
 * `govuk-frontend`. Run after upgrading it: `node --import tsx src/web/build-macro-options.ts`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Option = {
  name: string
  type: string
  required: boolean
  description: string
  deprecated?: string
  isComponent?: boolean
  params?: Option[]
}

const COMPONENTS = fileURLToPath(new URL('components/', import.meta.resolve('govuk-frontend/dist/govuk/all.mjs')))

/** The whole file, as it should stand. */
export function macroOptions(): string {
  const names = readdirSync(COMPONENTS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  const types = names.map(name => `  '${name}': ${typeOf(optionsOf(name), names)}`)
  return `/** What each govuk-frontend macro takes. Written by build-macro-options.ts from the package; not edited by hand. */
export type GovukOptions = {\n${types.join('\n')}\n}\n`
}

const optionsOf = (component: string): Option[] =>
  JSON.parse(readFileSync(join(COMPONENTS, component, 'macro-options.json'), 'utf8'))

/** A name that the package gives twice takes either. */
function typeOf(options: Option[], names: string[]): string {
  const members = Object.values(Object.groupBy(options, option => option.name)).map(same => {
    const [first] = same!
    return `${keyOf(first!)}${isNeeded(first!) ? '' : '?'}: ${same!.map(option => valueOf(option, names)).join(' | ')}`
  })
  return `{ ${members.join('; ')} }`
}

const keyOf = ({ name }: Option) => (/^\w+$/.test(name) ? name : JSON.stringify(name))

/** The package calls options required where either of two will do (`text` or `html`, `maxlength` or `maxwords`). */
const isNeeded = ({ name, required, description, deprecated }: Option) =>
  required && !deprecated && name !== 'text' && name !== 'html' && !/not required|^If `/i.test(description)

function valueOf(option: Option, names: string[]): string {
  const component = option.name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  const nested = option.params
    ? typeOf(option.params, names)
    : option.isComponent && names.includes(component)
      ? `GovukOptions['${component}']`
      : null
  // An item of a list may be left out by `false` or `null`, as the macros allow.
  if (option.type === 'array') return `(${nested ?? 'unknown'} | false | null)[]`
  if (option.type === 'object') return nested ?? 'Record<string, unknown>'
  if (option.type === 'integer') return 'number'
  if (option.type === 'boolean') return 'boolean'
  return 'string'
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('macro-options.ts', import.meta.url), macroOptions())
