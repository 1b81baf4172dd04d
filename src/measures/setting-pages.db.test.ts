/** What an authority sets of its measures, on its pages: each change is dated, said by someone and for a reason, and can be put back. */
import { describe, expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { day } from '../terms/day.ts'
import { type Typed } from '../web/test-site.ts'
import { recordsOf } from './measure-example.ts'
import { READY_MADE } from './ready-made-measures.ts'
import { runMeasures } from './run-measures.ts'
import { measureSite } from './test-measure-site.ts'

const { database, council, as, see, keep, refused } = await measureSite('analyst')
const analyst = await as('analyst')
const member = await as('board-member')

const SET = '/measures/targets/set?measure=assessments-45wd'
const agreed = { why: 'DfE Notice 4.1', approver: 'Improvement Board' }

describe('targets', () => {
  test('milestones are set, are in force from their day, and are withdrawn in sight', async () => {
    const back = await keep(SET, { value: '80%', from: '1/1/2026', by: '30/9/2026', ...agreed })
    await keep(SET, { value: '90', from: '1/1/2026', by: '31/3/2027', trajectory: '31/12/2026 85%', ...agreed })
    expect(back).toBe('/measures/targets?measure=assessments-45wd')
    expect(await see(back)).toMatch(/Target in force 80%, since 30 September 2026 .*Needed next 90% by 31 March 2027/)
    expect(await see('/measures/targets')).toMatch(/80%, since 30 Sep 2026 90% by 31 Mar 2027/)
    await keep('/measures/targets/1/withdraw', { why: 'Set too low', approver: 'Improvement Board' })
    expect(await see(back)).toMatch(/Target in force None .*Withdrawn 22 Nov 2026, Noor Osman: Set too low/)
    expect(await refused('/measures/targets/1/withdraw', { why: 'Again', approver: 'Board' })).toContain(
      'withdrawn already',
    )
  })
  test.each([
    [{ value: '101' }, 'Enter a percentage from 0 to 100'],
    [{ value: 'most' }, 'Enter a number: "most" is not one'],
    [{ value: '90', upTo: '80' }, 'above the lower end'],
    [{ value: '90', by: '1/12/2025' }, 'It holds from 1 Jan 2026'],
    [{ value: '90', trajectory: 'soon 85%' }, '"soon 85%" is not that'],
    [{ value: '90', why: '' }, 'Enter why this is the target'],
    [{ value: '90', approver: '' }, 'Enter who approved it'],
  ])('%j comes back: %s', async (typed, words) => {
    expect(await refused(SET, { from: '1/1/2026', ...agreed, ...typed })).toContain(words)
  })
  test('a measure that is not there is not found', async () => {
    expect((await analyst.visit('/measures/targets/set?measure=nothing')).status).toBe(404)
    expect((await analyst.visit('/measures/targets?measure=constructor')).status).toBe(404)
  })
  test('a series begins anew with its reason, once a day, and not on a day to come', async () => {
    const address = '/measures/rebases/add?measure=assessments-45wd'
    const given = { reason: 'One front door', approver: 'Improvement Board' }
    await keep(address, { from: '30/4/2026', ...given })
    expect(await refused(address, { from: '30/4/2026', ...given })).toContain('begins anew on that day already')
    expect(await refused(address, { from: '30/4/2027', ...given })).toContain('a day that has come')
    await keep('/measures/rebases/1/withdraw', { why: 'Nothing changed', approver: 'Board' })
    expect(await see('/measures/targets?measure=assessments-45wd')).toMatch(/One front door .*Withdrawn 22 Nov 2026/)
  })
})

describe('settings', () => {
  const address = '/measures/settings?measure=assessments-45wd&name=dayCount'
  test('one is changed from a day, stands in the history, and is put back', async () => {
    const back = await keep(address, { value: 'inclusive', from: '1/12/2026', why: 'Local protocol', approver: '' })
    expect(await see(back)).toMatch(/Which day is day 1\? The day after is day 1 \(as it comes\)/)
    await keep(address, { value: 'inclusive', from: '1/4/2026', why: 'Local protocol', approver: '' })
    expect(await see(back)).toMatch(/Which day is day 1\? The day itself is day 1 \(since 1 Apr 2026\)/)
    expect(await see('/measures/settings/2/put-back')).toContain('Put back to As it comes')
    await keep('/measures/settings/2/put-back', { from: '22/11/2026', why: 'The protocol ended' })
    expect(await see(back)).toMatch(/Which day is day 1\? The day after is day 1 \(as it comes\)/)
  })
  test('only what the measure has can be set, to what it can be', async () => {
    expect(await refused(address, { value: 'sometimes', from: '1/4/2026', why: 'x' })).toContain(
      'Select one of the options',
    )
    expect((await analyst.visit('/measures/settings?measure=assessments-45wd&name=colour')).status).toBe(404)
    expect((await analyst.visit('/measures/settings?measure=re-referrals-12m&name=dayCount')).status).toBe(404)
  })
  test('how wide amber is can be set, and is put back', async () => {
    const address = '/measures/settings?measure=icpc-15wd&name=amber'
    const back = await keep(address, { value: '5', from: '1/4/2026', why: 'Board decision', approver: 'Board' })
    await keep('/measures/targets/set?measure=icpc-15wd', { value: '90', from: '1/4/2026', ...agreed })
    expect(await see(back)).toMatch(/amber at 85\.0% or more.*amber\? 5 points, or 5% of the target/)
    await keep(address, { value: '10', from: '1/4/2026', why: 'Board decision', approver: 'Board' })
    expect(await see(back)).toMatch(/amber at 80\.0% or more.*amber\? 10 points, .* \(as it comes\)/)
  })
  test('thresholds of its own rate it; what is only compared is never rated', async () => {
    const given = { from: '1/4/2026', why: 'Board decision', approver: 'Improvement Board' }
    const own = '/measures/thresholds?measure=assessments-45wd'
    await keep(own, { shape: 'higher', green: '95', amber: '85', ...given })
    expect(await see('/measures/targets?measure=assessments-45wd')).toContain(
      'Green at 95.0% or more, amber at 85.0% or more',
    )
    expect(await refused(own, { shape: 'higher', green: '85', amber: '95', ...given })).toContain(
      'no higher than green',
    )
    expect(await refused(own, { shape: 'lower', green: '5', amber: '9', ...given })).toContain(
      'not rated by its direction',
    )
    const rates = '/measures/thresholds?measure=population-rate-10k'
    expect(await refused(rates, { shape: 'higher', green: '95', amber: '85', ...given })).toContain(
      'not rated by its direction',
    )
  })
})

describe('entered figures', () => {
  test('a ready-made measure is taken, its figures entered, corrected and taken back', async () => {
    const ready = READY_MADE.find(({ unit }) => unit === '%')!
    const form = await (await analyst.visit(`/measures/entered/add?from=${ready.measure}`)).text()
    expect(form).toContain(`value="${ready.name}"`)
    const given = { name: 'Audits completed', kind: 'share', polarity: 'higher', definition: 'Submitted, of those due.', source: 'Audit programme', owner: String(council.posts['qa-manager'].postId), frequency: 'month', dueAfterDays: '10' } // prettier-ignore
    const address = await keep(`/measures/entered/add?from=${ready.measure}`, given)
    expect(await refused(`/measures/entered/add?from=${ready.measure}`, given)).toContain('entered already')
    const manager = await as('qa-manager')
    const enter = (typed: Typed) => keep(`${address}/enter`, typed, manager)
    await enter({ to: '2026-10-31', numerator: '17', denominator: '20' })
    expect(await refused(`${address}/enter`, { to: '2026-10-31', numerator: '18', denominator: '20' })).toContain(
      'enter why it is corrected',
    )
    await enter({ to: '2026-10-31', numerator: '18', denominator: '20', note: 'One came late in the post' })
    expect(await see(address)).toMatch(
      /90\.0% 18 of 20 One came late in the post 22 Nov 2026, Mina Nash .*85\.0% 17 of 20/,
    )
    expect(await see('/measures/entered')).toMatch(
      /Audits completed 90\.0% 18 of 20 31 Oct 2026 Up to date Every month Quality Assurance Manager/,
    )
    await keep(`${address}/take-back`, { to: '2026-10-31', note: 'Counted twice' }, manager)
    expect(await see('/measures/entered')).toMatch(/Audits completed None yet/)
    await keep(`${address}/change`, { ...given, isEnded: 'yes', why: 'Audits have a room of their own' })
    expect(await see('/measures/entered')).toContain('No longer entered')
    expect((await manager.visit(`${address}/enter`)).status).toBe(404)
  })
  test('what cannot be is refused by its field', async () => {
    const own = { name: 'Days of training', kind: 'other', unit: 'days', polarity: 'higher', definition: 'Days held.', source: 'Training team', owner: '', frequency: 'quarter', dueAfterDays: '5' } // prettier-ignore
    expect(await refused('/measures/entered/add', { ...own, unit: '' })).toContain('Enter what it is a number of')
    expect(await refused('/measures/entered/add', { ...own, owner: '99999' })).toContain(
      'Select the post from the list',
    )
    const address = await keep('/measures/entered/add', own)
    expect(await refused(`${address}/enter`, { to: '2026-10-31', value: '4' })).toContain(
      'Select the period from the list',
    )
    expect(await refused(`${address}/enter`, { to: '2026-12-31', value: '4' })).toContain(
      '31 December 2026 is still to come',
    )
    expect(await refused(`${address}/enter`, { to: '2026-09-30', value: '' })).toContain('Enter the figure')
    await keep(`${address}/enter`, { to: '2026-09-30', value: '4.5' })
    expect(await see(address)).toContain('4.5 days')
    await keep(`/measures/targets/set?measure=own%2Fdays-of-training`, { value: '6', from: '1/1/2026', ...agreed })
    expect(await see('/measures/targets?measure=own%2Fdays-of-training')).toMatch(
      /Latest figure 4\.5 days, 30 September 2026 Off target/,
    )
  })
  test('a board member sees no entered figures, and no small number of a target', async () => {
    expect((await member.visit('/measures/entered')).status).toBe(403)
    expect(await see('/measures/targets?measure=own%2Fdays-of-training', member)).toContain('No figure to show')
    expect((await member.visit(SET)).status).toBe(403)
  })
})

describe('comparison', () => {
  const chosen = { authority: '', region: 'E12000005', model: '2025', from: '1/4/2026', why: 'The 2025 list' }
  const address = '/measures/comparison/choose'
  test('names are read as people write them, and one that is none is said with the nearest', async () => {
    const typed = await refused(address, { ...chosen, neighbours: 'City of Bristol\nBirmingam' })
    expect(typed).toContain('“Birmingam” is no authority of the published statistics: did you mean Birmingham?')
    await keep(address, { ...chosen, neighbours: 'City of Bristol\nBirmingham City Council\nst helens\n856\nLeeds' })
    expect(await see('/measures/comparison')).toMatch(
      /Comparison group Bristol, City of, Birmingham, St\. Helens, Leicester, Leeds \(statistical neighbours, 2025 model\)/,
    )
    expect(await refused(address, { ...chosen, authority: '383', neighbours: 'Leeds' })).toContain(
      'out of its own group',
    )
  })
  test('what was published stands with its year, and a funnel with everyone in it', async () => {
    expect(await see('/measures/comparison')).toMatch(
      /Assessments completed in the year within 45 working days 2024 84\.5%/,
    )
    const funnel = await (await member.visit('/measures/funnel?measure=assessments-45wd')).text()
    expect(funnel).toMatch(/<svg [^>]*role="img"/)
    expect(funnel).toContain('Of its comparison group of 5,')
    expect((await analyst.visit('/measures/funnel?measure=population-rate-10k')).status).toBe(404)
    expect(await see('/measures/comparison?as-at=2026-03-31')).toContain('compared with England alone')
  })
  test('a group that was chosen before is put back', async () => {
    await keep(address, { ...chosen, region: '', model: 'own', neighbours: 'Leeds', why: 'Tried', from: '1/5/2026' })
    expect(await see('/measures/comparison')).toContain('Put back group 1')
    const form = await (await analyst.visit(`${address}?back=1`)).text()
    expect(form).toMatch(/Birmingham\nSt\. Helens/)
    expect(form).toMatch(/value="E12000005" selected/)
  })
  test('an own population is entered and taken back', async () => {
    const population = '/measures/comparison/population'
    await keep(population, { year: '2025', children: '61,400', source: 'Our own estimate' })
    expect(await see('/measures/comparison')).toContain('61,400 in the middle of 2025. Our own estimate')
    expect(await refused(population, { year: '2024', takenBack: 'yes', source: 'x' })).toContain(
      'a year that has a figure here',
    )
    await keep(population, { year: '2025', takenBack: 'yes', source: 'Typed wrongly' })
    expect(await see('/measures/comparison')).toContain('Not known: rates')
    expect(await see(population)).toMatch(/2025 Taken back Typed wrongly \(Noor Osman\) .*2025 61,400 Our own estimate/)
  })
})

test('what is set is what figures are worked out and rated with, beside what is entered', async () => {
  // Authorised on the 45th working day after the referral, which is the 46th where the day itself is day 1.
  const records = {
    referrals: [{ id: 'r1', personId: 'P1', referredOn: '2015-09-07' }],
    assessments: [{ id: 'a1', personId: 'P1', referralId: 'r1', startedOn: '2015-09-08', authorisedOn: '2015-11-09' }],
  }
  const asAt = day('2015-11-30')
  const snapshot = await keepTestSnapshot(database, council.authorityId, recordsOf(records, asAt))
  const work = async () => {
    await runMeasures(database, council.authorityId, snapshot)
    return see('/measures/targets?measure=assessments-45wd')
  }
  expect(await work()).toMatch(/Latest figure 100\.0% \(1 of 1\), 30 November 2015 On target \(small numbers\)/)
  const setting = '/measures/settings?measure=assessments-45wd&name=dayCount'
  await keep(setting, { value: 'inclusive', from: '1/1/2015', why: 'Local protocol', approver: '' })
  expect(await work()).toMatch(/Latest figure 0\.0% \(0 of 1\), 30 November 2015 Off target \(small numbers\)/)
  expect(await see('/measures/targets?measure=assessments-45wd', member)).toContain('Latest figure No figure to show')
  const book = await see('/measures')
  expect(book).toMatch(/Entered by hand Measure .*Days of training 4\.5 days.*6 days Off target Up to date/)
  expect(await see('/measures', member)).not.toContain('Days of training')
})
