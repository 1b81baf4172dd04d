import { expect, test } from 'vitest'
import { matchHeading } from './plan-headings.ts'

test.each([
  // the three real plans
  ['Desired Outcome/Impact for Children', ['desiredOutcome']],
  ['Lead', ['lead']],
  ['Timescale', ['timescale']],
  ['Actions', ['text']],
  ['How will we measure the difference to children?', ['measure']],
  ['Area of Improvement', ['objective']],
  ['Improvement Target', ['desiredOutcome']],
  ['Target Date', ['timescale']],
  ['By Who', ['lead']],
  ['R A G', ['delivery']],
  ['Evidence of Impact/ Outcome Measure', ['measure', 'evidence']],
  ['Start Date', ['start']],
  ['End Date', ['end']],
  ['Progress - Actions', ['evidence']],
  ['Progress - at July 2015', ['evidence']],
  ['Performance Measures and Milestones', ['measure']],
  ['Progress – Outcomes and Key Targets', ['desiredOutcome']],
  ['Key Targets', ['desiredOutcome']],
  // as other councils word them
  ['What will we do?', ['text']],
  ['What are we going to do', ['text']],
  ['Actions required', ['text']],
  ['Who', ['lead']],
  ['Responsible Officer', ['lead']],
  ['Lead Officer(s)', ['lead']],
  ['By when?', ['timescale']],
  ['Deadline', ['timescale']],
  ['How will we know?', ['measure']],
  ['How will we know it has made a difference?', ['measure']],
  ['Success criteria', ['measure']],
  ['KPI', ['measure']],
  ['BRAG', ['delivery']],
  ['RAG rating', ['delivery']],
  ['Impact RAG', ['impact']],
  ['Progress update', ['evidence']],
  ['What do we want to achieve?', ['desiredOutcome']],
  ['What difference will it make?', ['desiredOutcome']],
  ['What needs to improve', ['objective']],
  ['Recommendation', ['objective']],
  ['Ofsted Rec No.', ['cites']],
  ['Governance', ['monitoredBy']],
  ['Ref No', ['ref']],
  ['Success looks like', ['measure']],
  ['What', ['text']],
  ['Completion by', ['timescale']],
  ['Lead and timescale', ['lead', 'timescale']],
])('%s is %j', (heading, fields) => {
  expect(matchHeading(heading)?.fields).toEqual(fields)
})

test.each(['Budget', 'Resources required', 'Risk', 'Date completed', 'Review date'])(
  '%s is no part of an action: it is kept as it is',
  heading => {
    expect(matchHeading(heading)?.fields).toEqual(['unmapped'])
  },
)

test.each(['Abbreviation', 'Meaning', ''])('%j says nothing known', heading => {
  expect(matchHeading(heading)).toBeNull()
})

test("a heading that is the field's own word is surer than one that only speaks of it", () => {
  expect(matchHeading('Lead')!.confidence).toBeGreaterThan(matchHeading('Who takes the lead on this one')!.confidence)
})
