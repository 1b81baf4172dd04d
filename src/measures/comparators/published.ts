/** The published figures as they stand in `published-figures.json`, read once, when the first is asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSeries, type SeriesKind } from './series.ts'

export type AreaKind = 'authority' | 'region' | 'country'

/** Where children live: an authority by the DfE's number, which it keeps when its ONS code changes; a region or England by its ONS code. */
export type Area = {
  id: string
  kind: AreaKind
  code: string
  name: string
  /** The region of an authority; of a London borough Inner or Outer London. */
  region: string | null
}

export const ENGLAND = 'E92000001'

/** Why a figure is not there, by the letter that the publisher puts in its place. */
const WITHOUT: Record<string, string> = {
  c: 'left out by the publisher so that no child can be known',
  x: 'not available',
  z: 'not applicable: there were none to count',
  u: 'left out by the publisher because it was not reliable',
  '-': 'no figure for this year',
}

/** `value` is null where it was not published, with the reason in words; a count may be there all the same. */
export type Figure = {
  numerator: number | null
  denominator: number | null
  value: number | null
  reason: string | null
}

type Kept = {
  source: string
  licence: string
  years: string
  areas: Record<string, string>
  population: Record<string, string>
  figures: Record<string, Record<string, string>>
}

let read: Kept | null = null
const kept = (): Kept =>
  (read ??= JSON.parse(readFileSync(join(import.meta.dirname, 'published-figures.json'), 'utf8')) as Kept)

/** Whose figures they are and under which licence, to be said wherever they are shown. */
export const attribution = (): string => `${kept().source}. ${kept().licence}.`

/** First and last year, each the year to 31 March. */
export function yearsPublished(): { first: number; last: number } {
  const [first, last] = kept().years.split(' ').map(Number)
  return { first: first!, last: last! }
}

/** Every area there is or was: England, its regions, its authorities, each by name. */
export function listAreas(kind: AreaKind): Area[] {
  return Object.keys(kept().areas)
    .map(findArea)
    .filter((area): area is Area => area?.kind === kind)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

export function findArea(id: string): Area | null {
  const words = Object.hasOwn(kept().areas, id) ? kept().areas[id]!.split('|') : null
  if (!words) return null
  const [kind, code, name, region] = words as [AreaKind, string, string, string]
  return { id, kind, code, name, region: region || null }
}

const cellOf = (line: string | undefined, year: number): string =>
  line?.split(' ')[year - yearsPublished().first] ?? '-'

/** Children aged 0 to 17 in the middle of a year; null where there is no estimate. */
export function populationIn(areaId: string, midYear: number): number | null {
  // The line stands by the year to 31 March that rates are worked out for, which is the one after.
  const cell = cellOf(kept().population[areaId], midYear + 1)
  return /^\d+$/.test(cell) ? Number(cell) : null
}

export function findFigure(measure: string, areaId: string, year: number): Figure {
  const kind = findSeries(measure)?.kind
  const cell = cellOf(kept().figures[measure]?.[areaId], year)
  if (kind === undefined || !/^\d/.test(cell))
    return { numerator: null, denominator: null, value: null, reason: WITHOUT[cell] ?? WITHOUT['-']! }
  return figureIn(cell, kind, populationIn(areaId, year - 1))
}

function figureIn(cell: string, kind: SeriesKind, people: number | null): Figure {
  const [counts, published] = cell.split(':') as [string, string | undefined]
  const [numerator, of] = counts.split('/').map(Number) as [number, number | undefined]
  if (kind === 'days') return { numerator: null, denominator: null, value: numerator, reason: null }
  const denominator = kind === 'share' ? of! : people
  const value = valueOf(numerator, denominator, kind, published)
  const reason =
    value === null ? (WITHOUT[published ?? ''] ?? (denominator === 0 ? WITHOUT['z']! : WITHOUT['x']!)) : null
  return { numerator, denominator, value, reason }
}

function valueOf(numerator: number, denominator: number | null, kind: SeriesKind, published?: string): number | null {
  if (published !== undefined) return /^\d/.test(published) ? Number(published) : null
  return denominator ? (numerator / denominator) * (kind === 'share' ? 100 : 10_000) : null
}
