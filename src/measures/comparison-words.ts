/** Names of authorities and regions as people type them, read into a comparison group; what cannot be read is said. */
import { nearestWord } from '../terms/nearest-word.ts'
import { type Area, listAreas } from './comparators.ts'

export type Named = { areas: Area[]; problems: string[] }

/** One authority a line, by its name or its number of the published statistics; `St Helens` and `st. helens council` are one. */
export function authoritiesIn(typed: string): Named {
  const lines = typed
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const known = new Map(listAreas('authority').flatMap(area => namesOf(area).map(name => [name, area] as const)))
  const found = lines.map(line => ({ line, area: known.get(plain(line)) ?? null }))
  const problems = found.filter(({ area }) => area === null).map(({ line }) => notFound(line, [...known.keys()], known))
  const areas = [...new Map(found.flatMap(({ area }) => (area ? [[area.id, area] as const] : []))).values()]
  return { areas, problems }
}

const namesOf = (area: Area): string[] => [plain(area.name), area.id, area.code.toLowerCase()]

/** Without punctuation, and without what a council may or may not be called. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.,'’]/g, '')
    .replace(/&/g, 'and')
    .replace(/\b(city|county|borough|metropolitan|london|royal|council|of)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function notFound(line: string, names: string[], known: ReadonlyMap<string, Area>): string {
  const nearest = nearestWord(plain(line), names)
  const hint = nearest === null ? '' : `: did you mean ${known.get(nearest)!.name}?`
  return `“${line.slice(0, 40)}” is no authority of the published statistics${hint}`
}
