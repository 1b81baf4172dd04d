/** An authority makes a measure of its own on the pages: says it, tries it on examples and on the records, uses it, changes it and withdraws it. */
import { expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { runNextJob } from '../store/jobs.ts'
import { day } from '../terms/day.ts'
import { type Typed } from '../web/test-site.ts'
import { recordsOf } from './measure-example.ts'
import { runMeasures, workOutMeasures } from './run-measures.ts'
import { measureSite } from './test-measure-site.ts'

const { database, council, as, see, keep, refused } = await measureSite('analyst')

const records = recordsOf(
  {
    people: [{ id: 'P1', forename: 'Robin', surname: 'Ashdown', bornOn: '2015-03-02' }],
    referrals: [{ id: 'r1', personId: 'P1', referredOn: '2026-09-07' }],
    assessments: [
      { id: 'a1', personId: 'P1', referralId: 'r1', startedOn: '2026-09-08', authorisedOn: '2026-10-05', childSeen: true },
      { id: 'a2', personId: 'P1', startedOn: '2026-09-07', authorisedOn: '2026-10-06', childSeen: true },
      { id: 'a3', personId: 'P1', startedOn: '2026-09-07', authorisedOn: '2026-10-05', childSeen: false },
    ],
  },
  day('2026-11-20'),
) // prettier-ignore
await runMeasures(database, council.authorityId, await keepTestSnapshot(database, council.authorityId, records))

const TYPED = {
  name: 'Assessed in four weeks',
  tells: 'Whether families wait',
  source: 'Local protocol',
  area: 'assessment',
  where: ['childSeen:Y'],
  standing: 'all',
  start: 'referralId>referredOn',
  done: 'authorisedOn',
  ended: 'referralId>closedOn',
  endedWhere: ['closeReason:RC2', 'closeReason:RC5'],
  test: 'clock',
  count: '4',
  unit: 'weeks',
  basis: 'completed',
  polarity: 'higher',
  green: '90%',
  amber: '80',
} as const satisfies Typed | Record<string, string | readonly string[]>
const typed = (change: Record<string, string | string[]> = {}) => ({ ...TYPED, ...change }) as unknown as Typed
const MAKE = '/measures/own/add?rows=assessments'
const EXAMPLES = {
  from1: '7/9/2015', done1: '5/10/2015', at1: '31/10/2015', expected1: 'met',
  from3: '7/9/2015', done3: '6/10/2015', at3: '31/10/2015', expected3: 'late',
} // prettier-ignore

test('what is counted is chosen first; the form then asks of those rows', async () => {
  expect(await see('/measures/own')).toContain('None has been made yet')
  expect(await see('/measures/own/add')).toMatch(/What is counted\?.*assessments/)
  const form = await see(MAKE)
  expect(form).toContain('Of its referral: Referred on')
  expect(form).toContain('Next of child protection visits for the child (visited on), only child seen: Yes')
  expect(form).toContain('Only where it ended for some of Close reason')
  expect(form).toMatch(/Services ceased for any other reason/)
})

test('what cannot be counted comes back with every reason, and what was typed', async () => {
  const words = await refused(MAKE, typed({ done: 'childSeen', count: 'some', green: '70' }))
  expect(words).toContain('Select when it is done')
  expect(words).toContain('Enter a whole number of weeks from 1 to 200')
  expect(words).toContain('Amber begins between green and red')
  expect(await refused(MAKE, typed({ name: '???' }))).toContain('Enter a name of letters or numbers')
  expect(await refused(MAKE, typed({ where: ['toString:Y'] }))).toContain('There is no list of codes "toString"')
  expect(await refused('/measures/own/add', typed())).toContain('Select what is counted first')
})

test('made, tried, given examples, used, in the book with its cases, changed and withdrawn', async () => {
  const own = await keep(MAKE, typed())
  const tried = await see(own)
  expect(tried).toMatch(/Being tried .*October 2026: 50.0% 1 of 2/)
  expect(tried).toMatch(
    /2 of 2 cases Child From Due Done How it stands Robin Ashdown 7 Sep 2026 5 Oct 2026 6 Oct 2026 Late/,
  )
  expect(tried).toContain('Assessments done in the period (authorised on); child seen: Yes')
  expect(await refused(MAKE, typed())).toContain('of this name already')
  expect(await refused(`${own}/use`, { why: 'Agreed' })).toContain('Give at least two examples of your own first')

  expect(await refused(`${own}/examples`, {})).toContain('Enter at least one example')
  expect(await refused(`${own}/examples`, { from1: '7/9/2015' })).toContain('Example 1: enter the day it is looked at')
  await keep(`${own}/examples`, { ...EXAMPLES, expected3: 'met' })
  expect(await see(own)).toMatch(/One example does not come out as expected|at least two ways/)
  expect(await see(own)).toContain('Does not count: late, or no')
  await keep(`${own}/examples`, EXAMPLES)
  expect(await see(own)).toContain('All of them come out as expected')
  await keep(`${own}/use`, { why: 'Agreed by the board' })
  await runNextJob({ database, works: { 'work-out-measures': workOutMeasures }, signal: new AbortController().signal })
  expect(await see('/measures')).toMatch(/Assessed in four weeks 50.0% 1 of 2/)
  const page = await see('/measures/of/own.assessed-in-four-weeks')
  expect(page).toMatch(/Whether families wait/)
  expect(await see('/measures/of/own.assessed-in-four-weeks/children')).toMatch(/Robin Ashdown P1/)
  expect(await see('/measures/targets')).toContain('Assessed in four weeks')

  await keep(`${own}/change`, typed({ count: '5', why: 'Too short' }))
  expect(await see(own)).toMatch(/Being tried The version before stays in use until this one is/)
  expect(await see(`${own}/change`)).toContain('Change what it says')
  await keep(`${own}/withdraw`, { why: 'No longer asked' })
  expect(await see(own)).toMatch(/Withdrawn .*No longer asked .*Too short .*Agreed by the board/)
  expect(await refused(`${own}/use`, { why: 'Again' })).toContain('This measure was withdrawn')
  expect(await see('/measures')).not.toContain('Assessed in four weeks')
  expect(await see('/measures/of/own.assessed-in-four-weeks')).toContain('Assessed in four weeks')
})

test('those who may not see children see the figure and no child; those who set nothing see none of it', async () => {
  const own = await keep(MAKE, typed({ name: 'Ours again' }))
  const manager = await see(own, await as('programme-manager'))
  expect(manager).toMatch(/October 2026: 50.0% 1 of 2/)
  expect(manager).not.toContain('Ashdown')
  expect((await (await as('team-manager')).visit(own)).status).toBe(403)
})
