/** An assessment is authorised within 45 working days of the referral. */
import { inWorkingDays } from '../../terms/length-of-time.ts'
import { clock } from '../clock.ts'

export default clock({
  id: 'assessment-45',
  name: 'Assessment within 45 working days',
  area: 'front-door',
  starts: 'Referral received',
  stops: 'Assessment authorised by a manager',
  rule: '45 working days after the referral was received',
  due: inWorkingDays(45),
  standing: 'guidance',
  source: 'Working Together to Safeguard Children (2013 to 2023), chapter 1: no longer than 45 working days from the point of referral',
  marks: ['F'],
  restarts: 'A later assessment on the same referral, or one without a referral, runs from its own start. Assessing again does not reopen the first',
  edges: [
    'A voided assessment is left out',
    'Closed because the child moved or died: left out where that was on or before the due day, else late',
    'Closed for any other reason before it is authorised: stays open',
  ],
  variants: {
    'from-its-start': { name: 'From the start of the assessment', starts: 'Assessment started', rule: '45 working days after the assessment started', due: inWorkingDays(45), marks: ['K', 'D'] },
    'check-10': { name: 'First check point', rule: '10 working days after the referral', due: inWorkingDays(10), marks: ['D'] },
    'check-20': { name: 'Second check point', rule: '20 working days after the referral', due: inWorkingDays(20), marks: ['D'] },
    'check-30': { name: 'Third check point', rule: '30 working days after the referral', due: inWorkingDays(30), marks: ['D'] },
  },
  examples: [
    { that: 'nine whole weeks', starts: '2015-09-07', due: '2015-11-09' },
    { that: 'a referral on a Sunday', starts: '2015-09-06', due: '2015-11-06' },
    { that: 'three holidays at Christmas', starts: '2015-11-23', due: '2016-01-28' },
    { that: 'counting the day of the referral as day 1', starts: '2015-09-07', due: '2015-11-06', dayCount: 'inclusive' },
    { that: 'authorised on the due day', starts: '2015-09-07', due: '2015-11-09', done: '2015-11-09', asAt: '2015-11-30', state: 'met', over: 0 },
    { that: 'authorised the day after', starts: '2015-09-07', due: '2015-11-09', done: '2015-11-10', asAt: '2015-11-30', state: 'late', over: 1 },
    { that: 'authorised later is not seen before', starts: '2015-09-07', due: '2015-11-09', done: '2015-11-10', asAt: '2015-11-09', state: 'open-in-time', over: 0 },
    { that: 'authorised before the referral', starts: '2015-09-07', due: '2015-11-09', done: '2015-09-01', asAt: '2015-11-30', state: 'excluded', because: 'stopped-before-start' },
    { that: 'the child moved away on the due day', starts: '2015-09-07', due: '2015-11-09', ended: '2015-11-09', asAt: '2015-11-30', state: 'excluded', because: 'ended-first' },
    { that: 'the child moved away the day after', starts: '2015-09-07', due: '2015-11-09', ended: '2015-11-10', asAt: '2015-11-30', state: 'late', over: 1 },
    { that: 'due on the 18th birthday', starts: '2015-09-07', due: '2015-11-09', given: { bornOn: '1997-11-09' }, asAt: '2015-11-30', state: 'excluded', because: 'turned-18' },
    { that: 'due the day before it', starts: '2015-09-07', due: '2015-11-09', given: { bornOn: '1997-11-10' }, asAt: '2015-11-30', state: 'open-overdue', over: 21 },
  ],
})
