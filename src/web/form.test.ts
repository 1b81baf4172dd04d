/** What was typed becomes a value or a problem in words, and is kept as it was typed. */
import { expect, test } from 'vitest'
import {
  blankForm,
  type Field,
  idOf,
  idsOf,
  maybeOneOf,
  oneOf,
  onDay,
  readForm,
  text,
  ticked,
  upload,
  withProblems,
} from './form.ts'

const read = <Value>(field: Field<Value>, ...texts: string[]) => field.read({ texts, files: [] })

test.each([
  ['22/11/2026', '2026-11-22'],
  ['2/3/2026', '2026-03-02'],
  ['2.3.2026', '2026-03-02'],
  [' 2026-11-22 ', '2026-11-22'],
  ['29/2/2028', '2028-02-29'],
])('the day %j is %s', (typed, day) => {
  expect(read(onDay(), typed)).toEqual({ value: day })
})

test.each(['29/2/2026', '31/4/2026', '11/22/2026', '22/11/26', 'next week', '0/1/2026'])('%j is no day', typed => {
  expect(read(onDay(), typed)).toEqual({ problem: expect.stringContaining(`"${typed}" is not one`) })
})

test('an empty day is a problem only where it is needed', () => {
  expect(read(onDay(), '')).toEqual({ value: null })
  expect(read(onDay({ missing: 'Enter when' }), ' ')).toEqual({ problem: 'Enter when' })
})

test.each([
  ['a'.repeat(10), { value: 'a'.repeat(10) }],
  ['a'.repeat(11), { problem: 'Use 10 characters or fewer: this has 11' }],
  [' \n ', { problem: 'Say why' }],
  ['a\r\nb', { value: 'a\nb' }],
  ['e\u0301', { value: 'é' }],
  ['a\u0000b', { problem: 'Remove characters that cannot be shown' }],
])('words %j', (typed, answer) => {
  expect(read(text({ max: 10, missing: 'Say why' }), typed)).toEqual(answer)
})

test('only what is offered can be chosen, not what every object has', () => {
  const field = oneOf({ met: 'Met' }, 'Select one')
  expect(read(field, 'met')).toEqual({ value: 'met' })
  for (const typed of ['', 'constructor', '__proto__', 'MET'])
    expect(read(field, typed)).toEqual({ problem: 'Select one' })
  expect(read(maybeOneOf({ met: 'Met' }), '')).toEqual({ value: null })
})

test.each(['0', '-1', '1.5', '1e400', 'x', '', '9007199254740993'])('%j is no id', typed => {
  expect(read(idOf('Select a post'), typed)).toEqual({ problem: 'Select a post' })
})

test('several ids come in their order', () => {
  expect(read(idsOf(), '3', '', '1')).toEqual({ value: [3, 1] })
  expect(read(idsOf(), '3', 'x')).toEqual({ problem: 'Select from the list' })
})

test('a box is ticked or not, whatever it sends', () => {
  expect([read(ticked()), read(ticked(), 'yes')]).toEqual([{ value: false }, { value: true }])
})

const file = (name: string, size: number) => ({ name, type: '', bytes: new Uint8Array(size) })
test.each([
  ['none', [], { problem: 'Choose a plan' }],
  ['none, as browsers say it', [file('', 0)], { problem: 'Choose a plan' }],
  ['an empty one', [file('plan.docx', 0)], { problem: 'The file plan.docx is empty' }],
  ['one that is too large', [file('plan.docx', 1024 * 1024 + 1)], { problem: 'The file must be smaller than 1 MB' }],
  [
    'one of the largest size',
    [file('plan.docx', 1024 * 1024)],
    { value: expect.objectContaining({ name: 'plan.docx' }) },
  ],
])('a file: %s', (_, files, answer) => {
  expect(upload({ missing: 'Choose a plan', maxBytes: 1024 * 1024 }).read({ texts: [], files })).toEqual(answer)
})

test('a form with one problem gives no values, and keeps everything that was typed', () => {
  const fields = { reason: text({ missing: 'Enter the evidence' }), due: onDay() }
  const sent = {
    reason: { texts: ['  '], files: [] },
    due: { texts: ['1/12/2026'], files: [] },
    extra: { texts: ['x'], files: [] },
  }
  const { given, form } = readForm(fields, sent)
  expect(given).toBeNull()
  expect(form.problems).toEqual([{ field: 'reason', text: 'Enter the evidence' }])
  expect([form.text('reason'), form.text('due'), form.problem('due')]).toEqual(['  ', '1/12/2026', null])
})

test('what stands now is shown before anything was sent, and never over what was typed', () => {
  expect(
    blankForm()
      .start({ due: '2026-12-01', lead: ['1', '2'], none: null })
      .texts('lead'),
  ).toEqual(['1', '2'])
  const { form } = readForm({ due: onDay() }, { due: { texts: [''], files: [] } })
  expect(form.start({ due: '2026-12-01' }).text('due')).toBe('')
})

test('what only saving could find is beside its field too', () => {
  const form = withProblems(blankForm(), [{ field: 'ref', text: 'Taken' }])
  expect([form.problem('ref'), form.problems.length]).toEqual(['Taken', 1])
})

test.each([
  ['marks that turn the direction', 'photo\u202egpj.exe\u2066', 'photogpj.exe'],
  ['what takes no room', '\ufeffDfE\u200b Notice\u2060', 'DfE Notice'],
  ['only what cannot be seen', '\u200d\u3164\u00ad \u2063', ''],
  [
    'marks of direction among Latin letters, hyphens that hide, and fillers',
    'A\u200eda\u00ad Br\u200fook\u034f\u3164',
    'Ada Brook',
  ],
  ['joiners within a Latin word, and tags', 'A\u200dda\u200c Brook\u{e0041}', 'Ada Brook'],
  ['joiners where a script is written with them', 'نمی\u200cخواهم', 'نمی\u200cخواهم'],
  ['a joined family and a name written from right to left', '👩‍👧 نور\u200f', '👩‍👧 نور\u200f'],
])('of %s what is kept is what everyone sees', (_, typed, kept) => {
  expect(read(text(), typed)).toEqual({ value: kept })
})

test.each(['0', '-1', '1.5', '1e3', '0x1', ' ', '2147483648', '99999999999999999999', '１'])('%s is no id', typed => {
  expect(read(idOf('Select one'), typed)).toEqual({ problem: 'Select one' })
  expect(read(idsOf(), typed)).toHaveProperty('problem')
})
