import { expect, test } from 'vitest'
import type { Citation, ObjectiveReading } from './plan-reading.ts'
import { placeUnderObjective } from './objective-of-action.ts'

const section = { ref: '2.1', title: 'Assessments', order: 1, where: '', objectives: [] }
const cite = (source: string, ref: string): Citation => ({ source, ref, text: '' })

/** Places an action among objectives that are O1, O2, ... in order. */
function place(
  action: { text: string; cites?: Citation[]; measure?: string },
  ...objectives: (string | [string, Citation])[]
) {
  const placed = objectives.map((given, index) => {
    const [text, ...cites] = typeof given === 'string' ? [given] : given
    const objective: ObjectiveReading = { ref: `O${index + 1}`, text, cites, section: null, where: '' }
    return { section, objective }
  })
  const { text, cites = [], measure = '' } = action
  return placeUnderObjective({ text, cites, measureText: measure, desiredOutcome: '' }, section, placed)
}

test('a section with one objective has its actions under that', () => {
  expect(place({ text: 'Hold a launch' }, 'Tenancies last')).toBe('O1')
})

test('a finding that both cite says it, however the source is written', () => {
  const objectives = ['See every child', ['Assess well', cite('SCR DP', '16.4')]] as [string, [string, Citation]]
  expect(place({ text: 'Report on seeing every child', cites: [cite('DP SCR', '16.4')] }, ...objectives)).toBe('O2')
})

test.each([
  ['Review PLO processes and set clear timescales', 'O2'], // what the capitals are short for
  ['Check risks when care leavers take up tenancies', 'O3'], // a word that one objective has outweighs one that two have
  ['Support adoptive parents', 'O4'], // whatever the ending
  ['Hold a launch', 'O1'],
])('%s: %s', (text, ref) => {
  const objectives = [
    'Children and care leavers are seen within timescales',
    'Meet the timescales of the Public Law Outline',
    'Care leavers keep their tenancy',
    'Adoption is quicker',
  ]
  expect(place({ text }, ...objectives)).toBe(ref)
})

test('the measure says it where the action does not', () => {
  const action = { text: 'Follow the agreed plan', measure: 'Fewer evictions from supported accommodation' }
  expect(place(action, 'Placements are near home', 'Fewer evictions')).toBe('O2')
})

test('findings of one clause point to the same objective', () => {
  const action = { text: 'Follow the agreed plan', cites: [cite('DfE Notice', '6.2')] }
  expect(place(action, 'Foster carers stay', ['Adoption is quicker', cite('DfE Notice', '6.1')])).toBe('O2')
})
