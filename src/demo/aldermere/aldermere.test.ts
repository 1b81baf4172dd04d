import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { readCitations } from '../../intake/citation.ts'
import { addDays, day, daysBetween, weekday } from '../../terms/day.ts'
import { calendarOf } from '../calendar.ts'
import type { ActionDescription, EarlierAction } from '../description.ts'
import { aldermere } from './aldermere.ts'
import { REAL_NAMES } from './test-real-names.ts'

const on = calendarOf(day('2026-11-22'))
const authority = aldermere(on)
const objectives = authority.plan.themes.flatMap(theme => theme.objectives)
const actions: (ActionDescription | EarlierAction)[] = objectives.flatMap(({ actions, earlier }) => [
  ...actions,
  ...earlier,
])

/** Every text of the description, keys left out. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsOf)
      : []
const texts = textsOf(authority)

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+(?:['’][a-z]+)?/g) ?? []
const RUN = 8
const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '))
}

const shared = join(import.meta.dirname, '../../../../shared')

test.skipIf(!existsSync(shared))(
  'no eight words in a row are those of a real plan or report (skipped where ../shared is absent)',
  async () => {
    const real = new Set<string>()
    for (const file of readdirSync(join(shared, 'seeds')))
      for (const run of runsOf(readFileSync(join(shared, 'seeds', file), 'utf8'))) real.add(run)
    for (const file of readdirSync(join(shared, 'plans')).filter(name => name.endsWith('.docx'))) {
      const zip = await JSZip.loadAsync(readFileSync(join(shared, 'plans', file)))
      const xml = await zip.file('word/document.xml')!.async('string')
      for (const paragraph of xml.split('</w:p>'))
        for (const run of runsOf(paragraph.replace(/<[^>]*>/g, ''))) real.add(run)
    }
    expect(real.size).toBeGreaterThan(10_000)
    expect(texts.flatMap(runsOf).filter(run => real.has(run))).toEqual([])
  },
)

test('it names no real council or police force', () => {
  const named = REAL_NAMES.filter(name => texts.some(text => new RegExp(`\\b${name}\\b`).test(text)))
  expect(named).toEqual([])
})

test.skipIf(!existsSync(shared))(
  'nobody in it has the name of somebody in a real plan (skipped where ../shared is absent)',
  () => {
    const real = readdirSync(join(shared, 'seeds'))
      .map(file => readFileSync(join(shared, 'seeds', file), 'utf8'))
      .join('\n')
    const surnames = authority.posts.flatMap(post => post.holders.map(({ name }) => name.split(' ').at(-1)!))
    expect(surnames.filter(surname => new RegExp(surname, 'i').test(real))).toEqual([])
  },
)

test('nothing is said twice', () => {
  const said = actions.flatMap(({ life, milestones, text, desiredOutcome }) => [
    text,
    desiredOutcome,
    ...milestones.map(milestone => milestone.text),
    ...life.flatMap(event => ('reason' in event ? [event.reason] : 'text' in event ? [event.text] : [])),
  ])
  expect(said.length).toBeGreaterThan(650)
  expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([])
})

test('every citation is one that the product reads as it is written', () => {
  const cites = [...objectives, ...actions].flatMap(each => [
    each.cites,
    ...('was' in each && each.was?.cites ? [each.was.cites] : []),
  ])
  for (const text of cites)
    expect(
      readCitations(`(${text})`)
        .map(({ source, ref }) => (ref === null ? source : `${source} ${ref}`))
        .join(' / '),
    ).toBe(text)
})

test('references are given once in each version of the plan', () => {
  const inFirst = actions.filter(action => !('since' in action) || action.since === 'first')
  const firstRefs = inFirst.map(action => ('was' in action && action.was?.ref) || action.ref)
  const nowRefs = actions.filter(action => 'since' in action).map(({ ref }) => ref)
  expect(new Set(firstRefs).size).toBe(60)
  expect(new Set(nowRefs).size).toBe(60)
})

test('what happens to an action is told in order, and new ones begin at the refresh', () => {
  for (const { ref, life, ...action } of actions) {
    expect(
      life.map(({ board }) => board),
      ref,
    ).toEqual(life.map(({ board }) => board).toSorted((a, b) => a - b))
    if ('since' in action && action.since === 'refresh') expect(life[0]!.board, ref).toBeGreaterThanOrEqual(-9)
    if ('became' in action) expect(life.at(-1)!.board, ref).toBeLessThan(-9)
  }
})

test('most actions have five things or more in their life, and all six kinds of evidence are used', () => {
  const events = actions
    .filter(action => 'since' in action)
    .map(({ life, milestones }) => life.length + milestones.length)
  expect(events.toSorted((a, b) => a - b)[30]).toBeGreaterThanOrEqual(8)
  const kinds = actions.flatMap(({ life }) => life.flatMap(event => (event.kind === 'evidence' ? [event.of] : [])))
  expect([...new Set(kinds)].sort()).toEqual(['audit', 'document', 'external-test', 'measure', 'view', 'voice'])
})

test('on any day of loading the last board was about a month ago and the next is in about nine days', () => {
  for (let at = day('2026-11-22'); at < '2028-03-02'; at = addDays(at, 1)) {
    const calendar = calendarOf(at)
    const ahead = daysBetween(at, calendar.board(0))
    expect(ahead >= 6 && ahead <= 13, at).toBe(true)
    const between = daysBetween(calendar.board(-1), calendar.board(0))
    expect(between >= 41 && between <= 43, at).toBe(true)
    expect(weekday(calendar.board(-5)), at).toMatch(/Tuesday|Wednesday/)
    expect(calendar.executive(0) < at, at).toBe(true)
    expect(calendar.board(-17) > calendar.date(-24, 1), at).toBe(true)
  }
})
