/** How much of early help is led by somebody outside the council. */
import { countHappened, isSo, type Verdict } from '../happened.ts'
import { earlyHelp, type HelpEpisode, leadOf } from '../histories/early-help.ts'
import { isOpen } from '../histories/span.ts'
import { type Count, measure } from '../measure.ts'

type Leads = (lead: NonNullable<ReturnType<typeof leadOf>>) => boolean
const partnerLeads: Leads = lead => lead !== 'council'
const healthLeads: Leads = lead => lead === 'health'

const led = (one: HelpEpisode, leads: Leads): Verdict => {
  const lead = leadOf(one)
  return lead === null ? { leftOut: 'No organisation is recorded' } : isSo(leads(lead))
}

const openOnes =
  (leads: Leads): Count =>
  (history, { asAt }, take) => {
    for (const one of history.of(earlyHelp)) {
      const found = isOpen(one, asAt) ? led(one, leads) : null
      if (typeof found === 'string') take(one, found)
      else if (found !== null) take(one, 'excluded', 0, found.leftOut)
    }
  }

export default measure({
  id: 'early-help-lead-by-partner',
  number: 13,
  name: 'Early help led by partner agencies',
  area: 'early-help',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Episodes of early help open on the day',
  counted: 'Another organisation than the council leads it',
  leftOut: 'Episodes without an organisation, counted beside',
  rule: 'By the words the organisation is recorded in: a council, its children’s services, early help and family hubs are the council',
  source: 'Local',
  marks: ['D'],
  needs: ['earlyHelp.startedOn', 'earlyHelp.organisation'],
  stateWords: { met: 'Led by a partner', late: 'Led by the council' },
  count: openOnes(partnerLeads),
  variants: {
    started: {
      name: 'Early help started by partner agencies',
      basis: 'happened',
      periods: ['quarter', 'rolling-year'],
      outOf: 'Episodes of early help started in the period',
      count: countHappened(earlyHelp, one => led(one, partnerLeads)),
    },
    'health-led': {
      name: 'Early help led by health services',
      counted: 'A health organisation leads it',
      stateWords: { met: 'Led by health', late: 'Led by another' },
      count: openOnes(healthLeads),
    },
  },
  examples: [
    {
      that: 'a school leads, the council leads, nobody is recorded, and one ended on the day',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-06-01', organisation: 'Northgate Primary School' },
          { id: 'h2', personId: '2', startedOn: '2016-06-01', organisation: 'Council early help' },
          { id: 'h3', personId: '3', startedOn: '2016-06-01' },
          { id: 'h4', personId: '4', startedOn: '2016-06-01', organisation: 'School', endedOn: '2016-06-30' },
        ],
      },
      at: '2016-06-30',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { h1: 'met', h2: 'late', h3: 'excluded' },
      },
    },
    {
      that: 'a second episode, opened while the first was, counts too',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-04-01', organisation: 'Council early help' },
          { id: 'h2', personId: '1', startedOn: '2016-06-01', organisation: 'School' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, states: { h1: 'late', h2: 'met' } },
    },
    {
      that: 'those started in three months, with the first day and not the day before',
      variant: 'started',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-04-01', organisation: 'School' },
          { id: 'h2', personId: '2', startedOn: '2016-03-31', organisation: 'School' },
          { id: 'h3', personId: '3', startedOn: '2016-06-30', organisation: 'Family hub' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, states: { h1: 'met', h3: 'late' } },
    },
    {
      that: 'health leads',
      variant: 'health-led',
      records: {
        earlyHelp: [
          { id: 'h1', personId: '1', startedOn: '2016-04-01', organisation: 'Health visiting service' },
          { id: 'h2', personId: '2', startedOn: '2016-04-01', organisation: 'School' },
        ],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 2, states: { h1: 'met', h2: 'late' } },
    },
  ],
})
