/** Work without an end, and without a day on which it will next be tested. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'ongoing-without-next-test',
  name: 'Ongoing without a next test',
  severity: 'moderate',
  why: 'Ongoing work is never late, so nobody has to say whether it works. A day for its next test gives the board something to hold.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        ({ timescale }) => (timescale.kind === 'ongoing' || timescale.kind === 'from') && timescale.nextTestOn === null,
      ),
      {
        one: action =>
          `Action ${action.ref} is ${quote(action.timescale.text)}: on what day will the board next be shown whether it works?`,
        many: which => `On what day will each of the ${which} without an end be tested next?`,
        because: action => `The timescale is ${quote(action.timescale.text)}`,
      },
    ),
  examples: [
    {
      that: 'ongoing',
      actions: [{ timescale: { kind: 'ongoing', latest: null, text: 'Ongoing' } }],
      raises: 1,
      asks: /“Ongoing”/,
    },
    {
      that: 'from a month and ongoing',
      actions: [{ timescale: { kind: 'from', latest: null, text: 'April 2016 and ongoing' } }],
      raises: 1,
    },
    {
      that: 'ongoing, tested in the spring',
      actions: [{ timescale: { kind: 'ongoing', latest: null, text: 'Ongoing', nextTestOn: '2027-03-31' as never } }],
      raises: 0,
    },
  ],
})
