import { describe, expect, test } from 'vitest'
import { WrongInput, WrongUsage } from './command.ts'
import due from './due.ts'

const ask = (positionals: string[], values: Record<string, unknown> = {}) =>
  due.run({ values: values as never, positionals } as never)
const json = async (positionals: string[], values: Record<string, unknown> = {}) =>
  (await ask(positionals, values)).json as Record<string, unknown>

test('a clock and a day give the due day, where it comes from, and which holidays were counted', async () => {
  expect(await json(['icpc-15', '2016-03-14'])).toMatchObject({
    clock: 'icpc-15',
    starts: '2016-03-14',
    due: '2016-04-06',
    arrangeBy: '2016-04-06',
    settings: { dayCount: 'exclusive', test: 'due-date' },
    source: { standing: 'guidance', marks: ['F'] },
    holidayTable: expect.stringContaining('England and Wales'),
  })
  expect((await ask(['clk-rcpc-next', '2015-08-28'])).text).toContain(
    'due Sunday 28 February 2016\nTo be arranged by Friday 26 February 2016',
  )
})

test.each([
  ['icpc-15wd', '2016-03-14', 'icpc-15', '2016-04-06'],
  ['cla-reviews-in-timescale', '2015-10-05', 'cla-review-1', '2015-11-02'],
  ['core-groups-in-timescale/next', '2015-10-05', 'core-group-next', '2015-11-16'],
])('the name of the measure %s stands for the clock that it counts', async (name, starts, clock, due) => {
  expect(await json([name, starts])).toMatchObject({ clock, due })
})

test('as at a day it says how it stands', async () => {
  const stands = (values: object) => json(['rcpc-first', '2016-01-05'], { ...values })
  expect(await stands({ 'as-at': '2016-04-05' })).toMatchObject({ state: 'open-in-time', over: 0 })
  expect(await stands({ 'as-at': '2016-04-06' })).toMatchObject({ state: 'open-overdue', over: 1 })
  expect(await stands({ done: '2016-04-01' })).toMatchObject({ asAt: '2016-04-01', state: 'met', over: -4 })
  expect(await stands({ ended: '2016-04-05' })).toMatchObject({ state: 'excluded', because: 'ended-first' })
  expect(await stands({ 'as-at': '2016-04-30', 'born-on': '1998-04-05' })).toMatchObject({ because: 'turned-18' })
  expect((await ask(['rcpc-first', '2016-01-05'], { 'as-at': '2016-04-06' })).text).toContain(
    'As at 6 April 2016: Open, overdue: 1 day over',
  )
})

test("the council's settings change the day, and say so", async () => {
  expect(await json(['icpc-15', '2016-03-14'], { 'day-count': 'inclusive' })).toMatchObject({ due: '2016-04-05' })
  const own = await json(['cp-visit', '2016-03-18'], { within: '15 working days' })
  expect(own).toMatchObject({ due: '2016-04-12', rule: expect.stringContaining('15 working days, in place of: 10') })
  expect(await json(['cp-visit', '2016-03-18'], { every: '1 week' })).toMatchObject({ due: '2016-03-25' })
  const saturday = { done: '2016-06-04', test: 'elapsed' }
  expect(await json(['referral-decision', '2016-06-02'], saturday)).toMatchObject({ due: '2016-06-03', state: 'met' })
})

test('a clock of hours takes a time in London, and a day where that is all there is', async () => {
  expect(await json(['rhi', '2016-03-25T15:00'], { done: '2016-03-28T16:30' })).toMatchObject({
    starts: '2016-03-25T15:00 GMT',
    due: '2016-03-28T16:00 BST',
    dueUtc: '2016-03-28T15:00:00.000Z',
    state: 'late',
    over: 0.5,
  })
  expect(await json(['rhi', '2016-03-25'])).toMatchObject({ due: '2016-03-28', approximate: true, arrangeBy: null })
  expect(await json(['rhi', '2016-03-25T15:00'], { 'as-at': '2016-03-28' })).toMatchObject({
    state: 'open-overdue',
    over: 8,
  })
  expect((await ask(['rhi', '2016-10-30T01:30'])).text).toContain('came twice that night')
  expect(await json(['icpc-15', '2016-03-14T23:30'])).toMatchObject({ starts: '2016-03-14' })
})

test('what a clock needs is asked for by name', async () => {
  await expect(ask(['rha', '2016-01-15'])).rejects.toThrow('rha needs --born-on DAY: Date of birth')
  expect(await json(['rha', '2016-01-15'], { 'born-on': '2011-09-01' })).toMatchObject({ due: '2016-07-15' })
  const visit = { 'last-visit-on': '2015-12-20', 'until-eighteen': true }
  expect(await json(['cla-visit', '2014-12-01'], visit)).toMatchObject({ due: '2016-03-20', arrangeBy: '2016-03-18' })
  expect(await json(['shadow-board', '2016-11-14'])).toMatchObject({ notBefore: '2016-11-01', due: '2016-11-03' })
})

test('where there is no due day it says why', async () => {
  expect((await ask(['icpc-15', '2040-01-04'])).text).toContain('known from 1 January 1998 to 31 December 2028')
  expect((await ask(['icpc-15', '2028-12-28'])).text).toContain('known from 1 January 1998 to 31 December 2028')
  expect((await ask(['sdq', '2016-01-04'], { 'born-on': '2015-01-01' })).text).toContain('for children aged 4 to 16')
  expect(await json(['rcpc-next', '2040-01-04'])).toMatchObject({ due: '2040-07-04', arrangeBy: null })
})

test('--list is every clock, with what it needs and its variants', async () => {
  const clocks = (await ask([], { list: true })).json as { clock: string; needs: string[]; variants: unknown[] }[]
  expect(clocks).toHaveLength(97)
  expect(clocks.find(({ clock }) => clock === 'rha')).toMatchObject({ needs: ['bornOn'] })
  const { text } = await ask([], { list: true })
  expect(text).toMatch(/^97 clocks\n\nFront door and assessment\n {2}contact-decision {2}/)
  expect(text).toContain('    rcpc-next/5-months  Every 5 months.')
})

describe('what was given cannot be used', () => {
  test.each([
    [['icpc-51', '2016-03-14'], {}, WrongUsage, 'There is no clock "icpc-51". Did you mean "icpc-15"?'],
    [['rcpc-next/5-month', '2016-03-14'], {}, WrongUsage, 'Did you mean "rcpc-next/5-months"?'],
    [['zzzzzzzz', '2016-03-14'], {}, WrongUsage, 'There is no clock "zzzzzzzz". See golden-thread due --list'],
    [[], {}, WrongUsage, 'CLOCK is missing'],
    [['icpc-15'], {}, WrongUsage, 'DATE is missing: Strategy discussion'],
    [['icpc-15', '2016-03-14'], { 'day-count': 'both' }, WrongUsage, '--day-count is exclusive or inclusive'],
    [['icpc-15', '31/02/2016'], {}, WrongInput, 'DATE: "31/02/2016" is not a date'],
    [['icpc-15', '2016-02-30'], {}, WrongInput, 'DATE: "2016-02-30" is not a date'],
    [['icpc-15', '2016-03-14'], { done: 'soon' }, WrongInput, '--done: "soon" is not a date'],
    [['rha', '2016-03-14'], { 'born-on': '2011-13-01' }, WrongInput, 'bornOn: "2011-13-01" is not a date'],
    [['cp-visit', '2016-03-14'], { every: 'often' }, WrongInput, '"often" is not a length of time'],
    [['cp-visit', '2016-03-14'], { within: 'soon' }, WrongInput, '--within "soon" is not a length of time'],
    [['cla-visit', '2016-03-14'], { within: '6 weeks' }, WrongUsage, '--within is for a clock of one length'],
    [['cla-visit', '2016-03-14'], { placement: 'foster' }, WrongInput, 'placement: "foster" is not one of other'],
    [['rhi', '2026-03-29T01:30'], {}, WrongInput, 'did not exist in London'],
  ])('%j %j', async (positionals, values, kind, message) => {
    const asked = ask(positionals, values)
    await expect(asked).rejects.toThrow(message)
    await expect(asked).rejects.toBeInstanceOf(kind)
  })
})
