import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { citedLabel, readCitations, readReferenceColumn, sameRef, sameSource } from './citation.ts'
import type { Table } from './document.ts'
import { readDocument } from './read-document.ts'

const cited = (text: string) => readCitations(text).map(citedLabel)
const listed = (text: string) => readReferenceColumn(text).map(citedLabel)

describe('citations in prose', () => {
  test.each([
    ['specific and effective (Ofsted PAs 27, 29 / SCR DP 16.5)', ['Ofsted PA 27', 'Ofsted PA 29', 'SCR DP 16.5']],
    ['screening process(Ofsted para 40) (DfE Notice 4.5)', ['Ofsted para 40', 'DfE Notice 4.5']],
    ['partner agencies (Ofsted PA 30 and SCR DP 16.1)', ['Ofsted PA 30', 'SCR DP 16.1']],
    ['risks are assessed (Ofsted PAs 23/27/DfE Notice 4.4)', ['Ofsted PA 23', 'Ofsted PA 27', 'DfE Notice 4.4']],
    ['Children(2015) involve others (SCR DP 16.4/DfE Notice 4.1))', ['SCR DP 16.4', 'DfE Notice 4.1']],
    ['of assessments (DP SCR 16.4)', ['DP SCR 16.4']],
    ['minutes (Ofsted para51 and 52 /SCR DP 16.5)', ['Ofsted para 51', 'Ofsted para 52', 'SCR DP 16.5']],
    ['in RAS (Ofsted PA 23 & 26)', ['Ofsted PA 23', 'Ofsted PA 26']],
    ['adopted (Ofsted AI 40 and 41) in order (DfE Notice 6.1)', ['Ofsted AI 40', 'Ofsted AI 41', 'DfE Notice 6.1']],
    ['within your overall strategy(LGA PR)', ['LGA PR']],
    ['legal planning meetings. (LGA PR)', ['LGA PR']],
    ['their journey (DfE\nNotice 8.2)', ['DfE Notice 8.2']],
    [
      'Take account of DfE Notice 4.5 and Ofsted PA 3-6',
      ['DfE Notice 4.5', 'Ofsted PA 3', 'Ofsted PA 4', 'Ofsted PA 5', 'Ofsted PA 6'],
    ],
    ['(DfE Notice 4.3–4.5)', ['DfE Notice 4.3', 'DfE Notice 4.4', 'DfE Notice 4.5']],
    ['(Ofsted PAs 27 to 29)', ['Ofsted PA 27', 'Ofsted PA 28', 'Ofsted PA 29']],
    ['(Ofsted PA 30, AI 37 and para 98)', ['Ofsted PA 30', 'Ofsted AI 37', 'Ofsted para 98']],
    ['as DfE Notice clause 10 requires', ['DfE Notice 10']],
    ['DfE Notice 4.5 and 5 working days', ['DfE Notice 4.5']],
    ['see Serious Case Review recommendation 4', ['Serious Case Review rec 4']],
    ["Ofsted's PA 27 and Ofsted priority action 28", ['Ofsted PA 27', 'Ofsted PA 28']],
    ['(Ofsted areas for improvement 33, 34)', ['Ofsted AI 33', 'Ofsted AI 34']],
    ['assessment of needs (B9)', ['SIF B9']],
    ['agreed by a statutory review (B12)', ['SIF B12']],
    ['(MV1 / MV2)', ['MV1', 'MV2']],
    ['good practice (Ofsted Monitoring Visit – August 2016)', ['Ofsted Monitoring Visit – August 2016']],
    ['(Ofsted PA 27 twice, Ofsted PA 27)', ['Ofsted PA 27']],
  ])('%s cites %j', (text, labels) => {
    expect(cited(text)).toEqual(labels)
  })

  test.each([
    'the Public Law Outline (26 weeks)',
    'Safeguard Children(2015)',
    'Multi-agency Safeguarding Hub (MASH)',
    'Deputy Chief Executive (CWPT)',
    "Director of Children's Services (DCS) Detective Chief Insp (WMP)",
    'Serious Case Review (SCR)',
    'Manageable caseloads (RAS 20-25 and Neighbourhoods 20-22)',
    'before change (not including transition)',
    '(and new information shared as needed)',
    'enquiries under (S47) and (s17)',
    'Ofsted judged our services inadequate in 2015',
    'the DfE and Ofsted will attend 3 meetings',
    'Reduce caseloads to between 20-25 in RAS',
    'judged good (Ofsted 40%, 2016)',
    '14. Ensure that 72 hours are kept',
    '',
  ])('%s cites nothing', text => {
    expect(cited(text)).toEqual([])
  })

  test('each keeps the words it was read from', () => {
    expect(readCitations('x (Ofsted PAs 27, 29 / SCR DP 16.5)')).toEqual([
      { source: 'Ofsted', ref: 'PA 27', text: 'Ofsted PAs 27' },
      { source: 'Ofsted', ref: 'PA 29', text: 'Ofsted PAs 27, 29' },
      { source: 'SCR DP', ref: '16.5', text: 'SCR DP 16.5' },
    ])
  })
})

describe('a column of references', () => {
  test.each([
    ['SCR/ MV1-4', ['SCR', 'MV1', 'MV2', 'MV3', 'MV4']],
    ['SAV LCCIB (S5, B3)', ['SAV', 'LCCIB', 'SIF S5', 'SIF B3']],
    ['LCCIB/ PAAG', ['LCCIB', 'PAAG']],
    ['SAV SIF', ['SAV', 'SIF']],
    ['MV1 / MV2', ['MV1', 'MV2']],
    ['SAV MV1 A4 SCR', ['SAV', 'MV1', 'SIF A4', 'SCR']],
    ['SCR MV2 MV5', ['SCR', 'MV2', 'MV5']],
    ['MV5 B14', ['MV5', 'SIF B14']],
    ['MV1 MV3 B7 FJI', ['MV1', 'MV3', 'SIF B7', 'FJI']],
    ['B18 MV4', ['SIF B18', 'MV4']],
    ['SIF MV4', ['SIF', 'MV4']],
    ['SIF B3', ['SIF B3']],
    ['QA', ['QA']],
    ['Ofsted PA 27, DfE Notice 4.3', ['Ofsted PA 27', 'DfE Notice 4.3']],
    ['DfE Notice', ['DfE Notice']],
    ['1.1', []],
    ['14', []],
    ['LMG-1', []],
    ['N/A', []],
    ['', []],
  ])('%s lists %j', (text, labels) => {
    expect(listed(text)).toEqual(labels)
  })
})

describe('which source and which finding', () => {
  const review = { shortName: 'SCR DP', knownAs: ['Serious Case Review'] }
  test.each([
    ['SCR DP', true],
    ['DP SCR', true],
    ['scr  dp', true],
    ['Serious Case Reviews', true],
    ['SCR', false],
    ['', false],
  ])('%s is the review: %s', (name, is) => {
    expect(sameSource(name, review)).toBe(is)
  })

  test('an improvement notice is a notice', () => {
    expect(sameSource('DfE Improvement Notice', { shortName: 'DfE Notice', knownAs: [] })).toBe(true)
  })

  test('a word that JavaScript knows is a reference like any other', () => {
    expect(sameRef('constructor', 'PA 1')).toBe(false)
  })

  test.each([
    ['PA 27', 'PA27', true],
    ['PAs 27', 'pa 27', true],
    ['Priority action 27', 'PA 27', true],
    ['Area for improvement 33', 'AI 33', true],
    ['para 51', 'Paragraph 51', true],
    ['clause 4.3', '4.3', true],
    ['B1a', 'B1A', true],
    ['AI 40', 'para 40', false],
    ['4.3', '4.30', false],
    ['PA 2', 'PA 27', false],
  ])('%s and %s are the same finding: %s', (a, b, same) => {
    expect(sameRef(a, b)).toBe(same)
  })
})

const PLAN = join(import.meta.dirname, '../../../shared/plans/coventry-improvement-plan-2016-17.xlsx')
const notice = (...refs: string[]) => refs.map(ref => `DfE Notice ${ref}`)
/** Read from the plan by eye: what each action and each section's objectives cite. Those not named cite nothing. */
const ACTIONS: Record<string, string[]> = {
  2: ['LGA PR'], 10: ['SCR DP 16.7'], 11: ['LGA PR'], 12: ['LGA PR'], 14: ['Ofsted AI 37'], 17: ['DP SCR 16.4'],
  20: ['LGA PR'], 21: ['LGA PR'], 22: ['LGA PR'], 24: ['Ofsted PA 27', 'Ofsted PA 29', 'SCR DP 16.5', ...notice('5.1')],
  25: ['Ofsted AI 42'], 28: ['LGA PR'], 29: notice('5.2'), 30: notice('5.3'), 31: notice('5.4'), 32: notice('5.5'), 33: notice('5.6'),
  34: notice('8.5'), 35: notice('8.2'), 37: notice('8.3'), 38: notice('7.3'), 39: ['LGA PR'], 40: ['LGA PR'], 41: notice('7.2'),
  49: ['Ofsted para 98'], 50: ['Ofsted AI 35'], 51: notice('6.1'), 52: notice('6.2'), 53: notice('6.3'),
} // prettier-ignore
const SECTIONS: Record<string, string[]> = {
  '1.2': ['Ofsted PA 27', 'Ofsted PA 29', 'SCR DP 16.5', 'Ofsted para 40', ...notice('4.5'), 'LGA PR', 'Ofsted PA 30', 'SCR DP 16.1', 'SCR DP 16.9', 'SCR DP 16.7', ...notice('2.3')],
  '1.3': ['LGA PR', 'Ofsted AI 37'],
  '2.1': ['Ofsted PA 23', 'Ofsted PA 27', ...notice('4.4', '4.3'), 'SCR DP 16.4', ...notice('4.1'), 'Ofsted PA 31', ...notice('4.6')],
  '2.2': ['Ofsted PA 28'],
  '2.3': ['Ofsted para 51', 'Ofsted para 52', 'SCR DP 16.5'],
  '2.4': ['Ofsted AI 42'],
  '2.5': ['LGA PR', ...notice('5.2')],
  '3.1': notice('5.2', '5.4'),
  '3.2': notice('8.1'),
  '4.1': ['Ofsted PA 26'],
  '4.2': notice('7.2'),
  '4.3': ['Ofsted PA 23', 'Ofsted PA 26', 'Ofsted AI 33'],
  '5.1': ['Ofsted AI 38'],
  '5.3': ['Ofsted AI 40', 'Ofsted AI 41', ...notice('6.1'), 'Ofsted PA 32'],
  '5.4': ['Ofsted AI 34'],
} // prettier-ignore

test.skipIf(!existsSync(PLAN))(
  'every citation of a real plan, and no other, is read (skipped where ../shared is absent)',
  async () => {
    const document = await readDocument('plan.xlsx', readFileSync(PLAN))
    const rows = document.blocks.filter((block): block is Table => block.kind === 'table').flatMap(table => table.rows)
    const found: Record<string, string[]> = {}
    for (const { text } of rows.flatMap(row => row.cells)) {
      const labels = cited(text)
      const named = /^(\d{1,2})\. |^(\d\.\d) /.exec(text)
      if (labels.length > 0) found[named?.[1] ?? named?.[2] ?? text] = labels
    }
    expect(found).toEqual({ ...ACTIONS, ...SECTIONS })
  },
)

const source = fc.constantFrom('Ofsted PA', 'Ofsted AI', 'DfE Notice', 'SCR DP')
const number = fc.integer({ min: 1, max: 99 })
const piece = fc.oneof(
  fc.tuple(source, number, number).map(([name, a, b]) => `(${name} ${a}.${b})`),
  fc.constantFrom(
    '(B9)',
    '(26 weeks)',
    'Ofsted',
    'and',
    '/',
    '-',
    '(',
    ')',
    'LGA PR',
    '(LGA PR)',
    'PA',
    '27',
    '16.5',
    'MV1-4',
    '\n',
    'DfE Notice 4.',
    '%',
  ),
)
const prose = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(' ')),
  fc.string(),
)

test('every citation stands in the text in its own words, and nothing throws', () => {
  fc.assert(
    fc.property(prose, text => {
      for (const citation of [...readCitations(text), ...readReferenceColumn(text)]) {
        expect(text).toContain(citation.text)
        expect(citation.source).not.toBe('')
      }
    }),
    { numRuns: 1000 },
  )
})

describe('a column whose heading names the source', () => {
  test.each([
    ['Link to Ofsted recommendation', 'Rec 1, Rec 3', ['Ofsted rec 1', 'Ofsted rec 3']],
    ['Ofsted recommendation', '2', ['Ofsted rec 2']],
    ['Ofsted ref', 'PA 4\nAI 7', ['Ofsted PA 4', 'Ofsted AI 7']],
    ['DfE Notice clause', '4.3-4.5', ['DfE Notice 4.3', 'DfE Notice 4.4', 'DfE Notice 4.5']],
    ['ILACS recommendation no.', '1 & 6', ['ILACS rec 1', 'ILACS rec 6']],
    ['Ofsted ref', 'DfE Notice 4.3', ['DfE Notice 4.3']], // the cell's own source goes before
    ['Ofsted ref', '12 visits', []],
    ['Ofsted ref', 'n/a', []],
    ['Ref', 'PA 4', ['Ofsted PA 4']],
    ['Recommendation', '3', []], // of what, nobody can say
  ])('%s: %j cites %j', (heading, cell, labels) => {
    expect(readReferenceColumn(cell, heading).map(citedLabel)).toEqual(labels)
  })
})

test('a range of clauses is every clause of it', () => {
  fc.assert(
    fc.property(
      number,
      number,
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom('-', '–', ' - ', ' to '),
      (clause, first, more, dash) => {
        const refs = Array.from({ length: more + 1 }, (_, index) => `DfE Notice ${clause}.${first + index}`)
        expect(cited(`(DfE Notice ${clause}.${first}${dash}${clause}.${first + more})`)).toEqual(refs)
      },
    ),
  )
})

test('two cells put together cite what each cites', () => {
  const sentence = fc.array(
    fc.tuple(source, number).map(([name, of]) => `Words (${name} ${of}.1).`),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const [first, second] = [a.join(' '), b.join(' ')]
      expect(new Set(cited(`${first}\n${second}`))).toEqual(new Set([...cited(first), ...cited(second)]))
    }),
  )
})

test.each(['(', 'Ofsted ', '(B9 ', 'DfE Notice 1-', 'Peer Review ', '(MV1 ', '1.'])(
  '200,000 characters of %j are read in no time',
  unit => {
    const before = performance.now()
    readCitations(unit.repeat(200_000 / unit.length))
    readReferenceColumn(unit.repeat(200_000 / unit.length))
    expect(performance.now() - before).toBeLessThan(3000)
  },
)
