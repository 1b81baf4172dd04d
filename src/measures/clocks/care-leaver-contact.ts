/** The council keeps in touch with its care leavers. */
import { inWeeks } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'care-leaver-contact',
  name: 'Contact with a care leaver',
  area: 'care-leavers',
  starts: 'Last contact',
  stops: 'Next contact',
  rule: 'Eight weeks after the last contact',
  due: inWeeks(8),
  asks: ['every'],
  standing: 'local',
  source: 'Local policy; the statistics look at three months before to one month after the birthday',
  marks: ['D', 'K'],
  then: 'itself',
  examples: [
    { that: 'eight weeks', starts: '2016-01-04', due: '2016-02-29' },
    {
      that: 'every four weeks for this young person',
      starts: '2016-01-04',
      due: '2016-02-01',
      given: { every: '4 weeks' },
    },
  ],
})
