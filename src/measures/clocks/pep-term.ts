/** A personal education plan is reviewed in each school term. */
import { clock } from '../clock.ts'

export default clock({
  id: 'pep-term',
  name: 'Personal education plan this term',
  area: 'education',
  starts: 'Start of the term, or entry to care if later',
  stops: 'Personal education plan reviewed in the term',
  rule: 'By the last day of the term; after an entry to care in its last 20 working days, by the end of the next',
  due: ({ start, termEndsOn, nextTermEndsOn }, by) => {
    const daysLeft = by.calendar.elapsed(start - 1, termEndsOn)
    if (daysLeft === null) return null
    return daysLeft > 20 ? termEndsOn : (nextTermEndsOn ?? null)
  },
  needs: ['termEndsOn'],
  asks: ['nextTermEndsOn'],
  standing: 'guidance',
  source:
    "Promoting the education of looked-after and previously looked-after children (2018): reviewed each school term. Term dates are the council's",
  marks: ['F', 'D'],
  restarts: 'Each of the three terms',
  examples: [
    { that: 'the autumn term', starts: '2016-09-05', due: '2016-12-16', given: { termEndsOn: '2016-12-16' } },
    {
      that: 'into care with 21 working days left',
      starts: '2016-11-18',
      due: '2016-12-16',
      given: { termEndsOn: '2016-12-16', nextTermEndsOn: '2017-04-07' },
    },
    {
      that: 'into care with 20 left',
      starts: '2016-11-21',
      due: '2017-04-07',
      given: { termEndsOn: '2016-12-16', nextTermEndsOn: '2017-04-07' },
    },
    {
      that: 'into care near the end, and the next term is not known',
      starts: '2016-12-01',
      due: null,
      given: { termEndsOn: '2016-12-16' },
    },
  ],
})
