/** Foster placements with the council's own carers. */
import { countLookedAfter } from '../count-looked-after.ts'
import { placementRowOn } from '../histories/placements.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']
const WITH_RELATIVES = ['U1', 'U2', 'U3']

const inCare = (id: string) =>
  ({ id, personId: id, placementId: id, startedOn: '2015-06-01', startReason: 'S' }) as const

const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, at) => String(at + from))

export default measure({
  id: 'in-house-fostering-share',
  number: 53,
  name: 'Foster placements with our own carers',
  area: 'placement',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after in foster placements',
  counted: 'The placement is the council’s own provision; the others are with agencies and other authorities',
  leftOut: 'Children only in short breaks. A provider that is not recorded is not our own',
  rule: 'Placement types U1 to U6; provider PR1. By the placement on the day: a child in a temporary one is in no foster placement',
  source: 'Local measure, with a target of 55%; SSDA903 codes',
  marks: ['D'],
  needs: ['claEpisodes.startedOn', 'placements.type', 'placements.provider'],
  thresholds: { shape: 'higher', green: 55, amber: 50 },
  settings: {
    withRelatives: { words: '0 to leave out foster placements with relatives and friends', value: 1, mark: 'D' },
  },
  stateWords: { met: 'Own carer', late: 'Other provider' },
  count: countLookedAfter((period, on, history, { withRelatives }) => {
    const row = placementRowOn(history, period, on)
    if (!row || row.type === null || !FOSTER.includes(row.type)) return null
    if (!withRelatives && WITH_RELATIVES.includes(row.type)) return null
    if (isUnread(row, 'provider')) return { leftOut: 'unread' }
    return row.provider === 'PR1'
  }),
  examples: [
    {
      that: '110 of our own and 90 of agencies are 55% (M14)',
      records: {
        claEpisodes: numbered(200).map(inCare),
        placements: [
          ...numbered(110).map(id => ({ id, personId: id, type: 'U6' as const, provider: 'PR1' as const })),
          ...numbered(90, 110).map(id => ({ id, personId: id, type: 'U4' as const, provider: 'PR4' as const })),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 110, denominator: 200, value: 55 },
    },
    {
      that: 'relatives may be left out; a children’s home is no foster placement; a provider not recorded is not our own',
      settings: { withRelatives: 0 },
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(inCare),
        placements: [
          { id: '1', personId: '1', type: 'U1', provider: 'PR1' },
          { id: '2', personId: '2', type: 'U6', provider: 'PR4' },
          { id: '3', personId: '3', type: 'K2', provider: 'PR1' },
          { id: '4', personId: '4', type: 'U6' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 2, value: 0, states: { 2: 'late', 4: 'late' } },
    },
  ],
})
