import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { readSource } from './source-document.ts'
import type { SourceReading } from './plan-reading.ts'

const SEEDS = join(import.meta.dirname, '../../../shared/seeds')
const NOTICE = join(SEEDS, 'dfe-improvement-notice-2014.txt')
const PLAN = join(SEEDS, 'leicester-refreshed-improvement-plan-2016-18.txt')

const read = async (name: string, bytes: Uint8Array): Promise<SourceReading> =>
  readSource(await readDocument(name, bytes))
const readLines = (...lines: string[]) => read('source.txt', Buffer.from(lines.join('\n')))
const readWord = async (children: (Paragraph | Table)[], footnotes = {}) =>
  read(
    'source.docx',
    await Packer.toBuffer(new Document({ numbering: NUMBERING, footnotes, sections: [{ children }] })),
  )
const refs = (reading: SourceReading) => reading.findings.map(finding => finding.ref)

const NUMBERING = {
  config: [
    {
      reference: 'clauses',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
        { level: 1, format: LevelFormat.BULLET, text: '•' },
      ],
    },
  ],
}

/** The sub-bullets that an improvement plan cites: how many each of clauses 2 to 9 has. */
const BULLETS = { 2: 5, 3: 3, 4: 6, 5: 6, 6: 3, 7: 3, 8: 6, 9: 1 }
const CITED = Object.entries(BULLETS).flatMap(([clause, count]) =>
  Array.from({ length: count }, (_, index) => `${clause}.${index + 1}`),
)
const ALL = ['1.1', '1.2', '1.3', ...CITED, '10', '11', '12', '13', '14', '15', '16', '17', '18']

describe.skipIf(!existsSync(NOTICE))('a real improvement notice (skipped where ../shared is absent)', () => {
  const notice = () => readFileSync(NOTICE)
  const find = (reading: SourceReading, ref: string) => reading.findings.find(finding => finding.ref === ref)!

  test('has 33 sub-bullets in clauses 2 to 9, and a finding for each clause that has none', async () => {
    expect(CITED).toHaveLength(33)
    expect(refs(await read('notice.txt', notice()))).toEqual(ALL)
  })

  test('keeps every word of a bullet, puts together the one that a footnote broke, and drops the marks of bold', async () => {
    const reading = await read('notice.txt', notice())
    expect(find(reading, '2.3').text).toBe('monitoring referral/re-referral rates and feedback from referrers;')
    expect(find(reading, '5.3').text).toBe(
      'plans include review and evaluation points, with timescales agreed with other professionals along with information about their contributions;',
    )
    expect(find(reading, '5.4').text).toMatch(
      /^case records are regularly updated, in a timely fashion, .*\(and new information shared as needed\);$/,
    )
    expect(find(reading, '8.5').text).toMatch(
      /^ensure recommendations and actions are measurable .* future service development; and$/,
    )
    expect(JSON.stringify(reading.findings)).not.toMatch(/\*|¹/)
  })

  test('gives each bullet its section and the opening words of its clause', async () => {
    const reading = await read('notice.txt', notice())
    expect(find(reading, '6.2').heading).toBe(
      'Quality and effectiveness of Practice: Improve the timeliness of adoptions in order to achieve scorecard thresholds by ensuring that:',
    )
    expect(find(reading, '10').heading).toBe('Leadership and Governance')
    expect(find(reading, '14').heading).toBe('Improvement against the above measures will be assessed as follows:')
  })

  test('says that its ninth clause ends as if more should follow', async () => {
    const reading = await read('notice.txt', notice())
    expect(reading.title).toBe('Improvement Notice')
    expect(reading.problems).toEqual([
      { where: 'line 81', problem: 'the last bullet of clause 9 ends as if another should follow' },
    ])
  })

  test('is read the same from Word, with typed numbers and with numbers of its own, a real footnote inside 5.3', async () => {
    const text = await read('notice.txt', notice())
    for (const own of [false, true]) {
      const word = await readWord(...noticeInWord(text, own))
      expect(refs(word)).toEqual(ALL)
      expect(word.findings.map(finding => finding.text)).toEqual(text.findings.map(finding => finding.text))
      expect(find(word, '4.2').heading).toBe(find(text, '4.2').heading)
    }
  })
})

test.skipIf(!existsSync(NOTICE))(
  'a notice pasted into Word line by line, bullets and bold still typed (skipped where ../shared is absent)',
  async () => {
    const lines = readFileSync(NOTICE, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
    const pasted = await readWord(lines.map(line => new Paragraph(line)))
    const text = await read('notice.txt', readFileSync(NOTICE))
    expect(pasted.findings.map(finding => [finding.ref, finding.heading, finding.text])).toEqual(
      text.findings.map(finding => [finding.ref, finding.heading, finding.text]),
    )
  },
)

/** The notice as a Word file: clauses numbered by the document or typed, bullets as Word has them. */
function noticeInWord(
  { findings }: SourceReading,
  own: boolean,
): [Paragraph[], Record<string, { children: Paragraph[] }>] {
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: 'Improvement Notice' }),
    new Paragraph('To: NAME'),
    new Paragraph('Issued on 30 June 2014.'),
  ]
  const clause = (number: string, text: string) =>
    own ? new Paragraph({ text, numbering: { reference: 'clauses', level: 0 } }) : new Paragraph(`${number}. ${text}`)
  let [section, clauseSeen] = ['', '']
  for (const { ref, heading, text } of findings) {
    const [number, bullet] = ref.split('.')
    const parts = bullet ? /^(?:(.*?): )?(.*)$/.exec(heading)! : [heading, heading, text]
    const named = number === '1' ? '' : (parts[1] ?? '')
    if (named && named !== section) children.push(new Paragraph({ heading: HeadingLevel.HEADING_2, text: named }))
    section = named || section
    if (clauseSeen !== number) children.push(clause(number!, number === '1' ? heading : parts[2]!))
    clauseSeen = number!
    if (bullet) children.push(bulletInWord(ref, text))
  }
  return [children, { 1: { children: [new Paragraph('http://www.education.gov.uk/')] } }]
}

function bulletInWord(ref: string, text: string): Paragraph {
  const [before, after] = ref === '5.3' ? text.split(' other professionals') : [text]
  const runs =
    after === undefined
      ? [new TextRun(text)]
      : [new TextRun(before!), new FootnoteReferenceRun(1), new TextRun(` other professionals${after}`)]
  return new Paragraph({ children: runs, numbering: { reference: 'clauses', level: 1 } })
}

describe('other notices', () => {
  test('a footnote printed between the two halves of a bullet', async () => {
    const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
    const reading = await readWord([
      new Paragraph('1. Plans must be good, so that:'), bullet('every child has one;'), bullet('timescales are agreed with'),
      new Paragraph('¹ https://www.example.org/guide'), bullet('other professionals.'),
      new Paragraph('2. Continue to support the Board.'), new Paragraph('3. Report every month.'),
    ]) // prettier-ignore
    expect(reading.findings.map(finding => [finding.ref, finding.text])).toEqual([
      ['1.1', 'every child has one;'],
      ['1.2', 'timescales are agreed with other professionals.'],
      ['2', 'Continue to support the Board.'],
      ['3', 'Report every month.'],
    ])
    expect(reading.problems[0]!.problem).toMatch(/footnote stands inside a bullet of clause 1/)
  })

  test('numbers of its own for sub-clauses', async () => {
    expect(
      refs(
        await readLines(
          'Direction',
          '1. The council shall:',
          '1.1 appoint a chair;',
          '1.2 meet monthly.',
          '2. It shall report.',
          '3. It shall pay.',
        ),
      ),
    ).toEqual(['1.1', '1.2', '2', '3'])
  })

  test('a clause that is missing, and a list that is announced and does not come, are said', async () => {
    const reading = await readLines('Notice', '1. Do this.', '2. Ensure that:', '4. Do that.', 'Signed: A Minister')
    expect(refs(reading)).toEqual(['1', '2', '4'])
    expect(reading.problems.map(problem => problem.problem)).toEqual([
      'clause 4 follows clause 2: check that clause 3 is not missing from the file',
      'clause 2 announces a list, but no bullets follow it',
    ])
  })
})

describe('the lists of an inspection report', () => {
  const item = (text: string) => new Paragraph(text)
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_1) =>
    new Paragraph({ text, heading: level })

  test('priority actions and areas for improvement by their printed numbers, narrative left out', async () => {
    const reading = await readWord([
      heading('Inspection of services'), item('21. The council is inadequate.'), item('22. Social workers are new.'),
      heading('Priority and immediate action'), heading('Leadership', HeadingLevel.HEADING_2), item('23. Ensure that caseloads are manageable.'),
      heading('Practice', HeadingLevel.HEADING_2), item('24. Ensure that children are seen.'),
      heading('Areas for improvement'), item('25. Improve life story work.'),
      heading('Information about this inspection'), item('26. Inspectors looked at 120 cases.'),
    ]) // prettier-ignore
    expect(reading.findings.map(finding => [finding.ref, finding.heading, finding.text])).toEqual([
      ['PA 23', 'Priority and immediate action: Leadership', 'Ensure that caseloads are manageable.'],
      ['PA 24', 'Priority and immediate action: Practice', 'Ensure that children are seen.'],
      ['AI 25', 'Areas for improvement', 'Improve life story work.'],
    ])
  })

  test('bullets are numbered by their place, whatever they begin with', async () => {
    const reading = await readLines(
      'Inspection',
      '',
      'What needs to improve in this local authority area',
      '',
      '- The quality of plans.',
      '- Timeliness of visits.',
      '',
      'Main findings',
      '',
      '- Inspectors found good work.',
    )
    expect(reading.findings.map(finding => [finding.ref, finding.text])).toEqual([
      ['rec 1', 'The quality of plans.'],
      ['rec 2', 'Timeliness of visits.'],
    ])
  })

  test('where headings have no level, the list is over when the report goes on to tell', async () => {
    const reading = await readLines(
      'Areas for improvement',
      'Help and protection',
      '33. Improve plans.',
      'Care leavers',
      '34. Improve pathway plans.',
      'Leadership',
      '35. The council knows itself well.',
      '36. Plans are kept.',
    )
    expect(refs(reading)).toEqual(['AI 33', 'AI 34'])
  })

  test('bullets under a numbered item belong to it, but in a notice they are sub-bullets of its clause', async () => {
    const report = await readLines(
      'Areas for improvement',
      '33. Improve plans so that they:',
      '- are specific',
      '- are timely',
      '34. Improve visits.',
    )
    expect(report.findings.map(finding => [finding.ref, finding.text])).toEqual([
      ['AI 33', 'Improve plans so that they:\nare specific\nare timely'],
      ['AI 34', 'Improve visits.'],
    ])
    const notice = await readLines(
      'Notice',
      'Areas for improvement',
      '1. Improve plans so that they:',
      '- are specific;',
      '- are timely.',
      '2. Improve visits.',
      '3. Report.',
    )
    expect(refs(notice)).toEqual(['1.1', '1.2', '2', '3'])
  })

  test('a number used twice is said', async () => {
    const reading = await readLines(
      'Areas for improvement',
      '7. Improve plans.',
      'Priority and immediate action',
      '1. See children.',
      'Areas for improvement',
      '7. Improve visits.',
    )
    expect(refs(reading)).toEqual(['AI 7', 'PA 1', 'AI 7'])
    expect(reading.problems.map(problem => problem.problem)).toEqual([
      'AI 7 is numbered twice: give one of them another reference',
    ])
  })
})

describe('tables of recommendations', () => {
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })

  test('lead officers and further columns are kept, the heading above names them', async () => {
    const reading = await readWord([
      new Paragraph({ text: 'Recommendations of the review', heading: HeadingLevel.HEADING_1 }),
      new Table({ rows: [
        row('Ref', 'Recommendation', 'Responsible', 'Status'),
        row('R1', 'Ensure that every child is seen alone', 'Head of Service', 'Complete'),
        row('R2', 'Improve the timeliness of initial visits', '', ''),
      ] }),
    ]) // prettier-ignore
    expect(reading.findings).toMatchObject([
      {
        ref: 'R1',
        heading: 'Recommendations of the review',
        text: 'Ensure that every child is seen alone',
        lead: 'Head of Service',
        status: { Status: 'Complete' },
      },
      { ref: 'R2', text: 'Improve the timeliness of initial visits', lead: null },
    ])
    expect(reading.findings[1]).not.toHaveProperty('status')
  })

  test('a second table of references lays its status beside the first', async () => {
    const reading = await readWord([
      new Table({ rows: [row('Ref', 'Recommendation'), row('A1', 'Ensure that every child is seen'), row('A2a', 'Improve the timeliness of visits'), row('A2b', 'Improve the recording of visits')] }),
      new Table({ rows: [row('Rec', 'P1', 'P2'), row('A1', 'Complete', 'In progress'), row('A2', 'Complete', ''), row('A9', 'Complete', '')] }),
    ]) // prettier-ignore
    expect(reading.findings.map(finding => finding.status)).toEqual([
      { P1: 'Complete', P2: 'In progress' },
      { P1: 'Complete' },
      { P1: 'Complete' },
    ])
    expect(reading.problems.map(problem => problem.problem)).toEqual([
      'gives one status for A2, which is listed as A2a and A2b',
      'gives the status of A9, which is not among the recommendations',
    ])
  })

  test.skipIf(!existsSync(PLAN))(
    'the appendix of a real plan: 34 recommendations with lead officers (skipped where ../shared is absent)',
    async () => {
      const lettered = (letter: string, from: number, to: number) =>
        Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`)
      const expected = [
        ...lettered('A', 1, 6),
        'B1a',
        'B1b',
        ...lettered('B', 2, 18),
        ...lettered('L', 1, 3),
        ...lettered('S', 1, 6),
      ]
      for (const file of [PLAN, join(SEEDS, '../plans/leicester-refreshed-improvement-plan-2016-18.docx')]) {
        const reading = await read(file, readFileSync(file))
        expect(refs(reading)).toEqual(expected)
        const found = Object.fromEntries(reading.findings.map(finding => [finding.ref, finding]))
        expect(found['A3']).toMatchObject({
          heading: 'A Inspection Recommendations – Immediate action',
          lead: 'HoS, Early Help Specialist',
        })
        expect(found['B10']).toMatchObject({
          text: 'Ensure that initial health assessments for children looked after take place within 28 days of their reception into care',
          lead: 'HoS, CIN Service',
        })
        expect(found['S6']).toMatchObject({ heading: 'S Inspection Recommendations', lead: 'Director, SC & EH' })
        expect(reading.findings.every(finding => finding.lead !== null)).toBe(true)
      }
    },
  )
})

test.each([
  [
    ['4. Improve assessments by:', '- seeing every child alone;', '- recording their views.'],
    ['4.1', '4.2'],
    /clauses 1 to 3 are/,
  ],
  [['Practice', '', '2. Improve plans.', '3. Improve visits.', '4. Improve reviews.'], ['2', '3', '4'], /clause 1 is/],
  [['1. Improve plans by:', '- making them clear;', '- sharing them.'], ['1.1', '1.2'], null],
])('a part of a notice is read, and says with which clause it begins: %j', async (lines, expected, said) => {
  const { findings, problems } = await readLines(...lines)
  expect(findings.map(({ ref }) => ref)).toEqual(expected)
  expect(problems.map(({ problem }) => problem)).toEqual(said ? [expect.stringMatching(said)] : [])
})

test('paragraphs numbered 16.1, 16.2 are findings though no clause 16 stands above them', async () => {
  const { findings } = await readLines('Review of Child M', '', '16.1 Abuse in the home is a child protection matter.', '16.2 Tell referrers what was done.', '', '17.1 Train all staff.') // prettier-ignore
  expect(findings.map(({ ref, text }) => [ref, text])).toEqual([
    ['16.1', 'Abuse in the home is a child protection matter.'],
    ['16.2', 'Tell referrers what was done.'],
    ['17.1', 'Train all staff.'],
  ])
})

test('findings that begin with their own label are read by it', async () => {
  const { findings } = await readLines('What leaders should do', '', 'Recommendation 1: See children in time.', '', 'R2. Make plans clear.', '', 'Area for improvement 3 - Listen.') // prettier-ignore
  expect(findings.map(({ ref, text, heading }) => [ref, text, heading])).toEqual([
    ['rec 1', 'See children in time.', 'What leaders should do'],
    ['rec 2', 'Make plans clear.', 'What leaders should do'],
    ['AI 3', 'Listen.', 'What leaders should do'],
  ])
})

test('a short recommendation is one where its column is headed so', async () => {
  const reading = await read(
    'recs.csv',
    Buffer.from('No,Recommendation,Lead\n1,Improve supervision,PSW\n2,Improve plans,HoS\n'),
  )
  expect(reading.findings.map(({ ref, text, lead }) => [ref, text, lead])).toEqual([
    ['1', 'Improve supervision', 'PSW'],
    ['2', 'Improve plans', 'HoS'],
  ])
})

test('a letter with a number or two is no part of a notice', async () => {
  expect(refs(await readLines('Dear all', '2. See you on Monday.', '- Bring cake', 'Yours'))).toEqual([])
})

test('a document with nothing of the kind says what was looked for', async () => {
  const reading = await readLines('Minutes of the board', 'The board met.')
  expect(reading).toMatchObject({ title: 'Minutes of the board', findings: [] })
  expect(reading.problems[0]!.problem).toMatch(/^no findings were found: looked for/)
})

test('whatever the lines, no finding has words that are not in the document, none is lost its reference, and nothing throws', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Areas for improvement',
      'Priority and immediate action',
      'Recommendations',
      'Heading',
      '',
      '¹ <http://a.b>',
      '12',
      '**',
      '- ',
      '1.',
      'A1\tEnsure that plans are good\tHoS',
      'Ref\tRecommendation\tLead',
    ),
    fc
      .tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('. Ensure that:', '. Improve plans.', '.1 meet', ') see children'),
      )
      .map(([number, words]) => `${number}${words}`),
    fc.constantFrom('- ', '• ', '(i) ').map(mark => `${mark}children are seen with`),
    fc.string({ maxLength: 20 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 15 }), async lines => {
      const text = lines.join('\n').replaceAll('\0', '').trim() || 'x'
      const words = (of: string) => of.match(/[A-Za-z]{3,}/g) ?? []
      for (const finding of (await readLines(text)).findings) {
        expect(finding.ref).toMatch(/\d/)
        for (const word of words(finding.text)) expect(text).toContain(word)
      }
    }),
    { numRuns: 300 },
  )
})
