import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import type { Action, Evidence } from './action.ts'
import { proposeImpact } from './impact-proposal.ts'

const ON = day('2026-11-22')
const piece = (shows: Evidence['shows'], kind: Evidence['kind'] = 'audit', speaksOf = '2026-10-31'): Evidence => ({
  evidenceId: 1,
  files: [],
  kind,
  title: 'A piece of evidence',
  text: '',
  shows,
  speaksOfOn: day(speaksOf),
  addedOn: ON,
})
const proposed = (...evidence: Evidence[]) =>
  proposeImpact({ evidence, delivery: 'completed' } as Action, ON)?.impact ?? null

test('without recent evidence nothing is proposed, however far delivery has got', () => {
  expect(proposed()).toBeNull()
  expect(proposed(piece('impact', 'audit', '2026-05-22'))).toBeNull()
  expect(proposed(piece('impact', 'audit', '2026-05-23'))).toBe('starting')
})

test('impact shown by two kinds of evidence is progress made; by one kind, however often, it is starting', () => {
  expect(proposed(piece('impact', 'audit'), piece('impact', 'voice'))).toBe('made')
  expect(proposed(piece('impact', 'audit'), piece('impact', 'audit', '2026-09-30'))).toBe('starting')
})

test('progress alone is starting, no change is no impact', () => {
  expect(proposed(piece('progress'))).toBe('starting')
  expect(proposed(piece('no-change'), piece('worse', 'voice'))).toBe('none')
})

test('where the newest evidence is worse, nothing better than starting is proposed', () => {
  const older = [piece('impact', 'audit', '2026-08-31'), piece('impact', 'voice', '2026-09-30')]
  expect(proposed(...older, piece('worse', 'measure', '2026-10-31'))).toBe('starting')
  expect(proposed(...older, piece('worse', 'measure', '2026-07-31'))).toBe('made')
})

test('evidence of a day to come is not counted, and the reason is in words', () => {
  expect(proposed(piece('impact', 'audit', '2026-11-23'))).toBeNull()
  expect(proposeImpact({ evidence: [piece('progress', 'voice')] } as Action, ON)?.because).toBe(
    'Progress starting: of one piece of evidence from the last six months, voice of the child shows progress',
  )
})
