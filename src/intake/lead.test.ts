import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchLead, readLeads } from './lead.ts'

const leads = (text: string) => readLeads(text).map(lead => lead.text)

describe('one post', () => {
  test.each([
    'Head of Early Help and Prevention',
    "Head of Children's Social Care and Safeguarding",
    "Head of Children's Social Care",
    "Director of Children's Services (DCS)",
    'Director SC & EH',
    'Director of SC & EH',
    'Director SC &EH',
    'Director SC&EH',
    'Director Social Care & Early Help',
    'HoS SG & QA',
    'SG & QA HoS',
    'SG& QA HoS',
    'HoS Early Help TS',
    'Service Manager Triage/ MASH',
    'Service Manager - LAC',
    'Principal SW',
    'LSCB Chair',
    'LAC SMs',
    'QA auditors',
    'Service Improvement Mgr',
  ])('%s', text => {
    expect(readLeads(text)).toEqual([{ text, kind: 'post', offered: null }])
  })
})

describe('one body, one group of posts, or no one who can be asked', () => {
  test.each([
    ['HR', 'organisation'],
    ['L&D', 'organisation'],
    ['SMT', 'organisation'],
    ['UHCW NHS Trust', 'organisation'],
    ['T&F grp', 'organisation'],
    ['YOS IAG', 'organisation'],
    ['CSE Missing Trafficked Action Plan', 'unknown'],
    ['TBC', 'unknown'],
    ['TBC by HR', 'unknown'],
    ['Headteachers', 'post'],
  ])('%s is %s', (text, kind) => {
    expect(readLeads(text)).toEqual([{ text, kind, offered: null }])
  })

  test.each(['', '  ', '-', 'n/a'])('%j names no one', text => {
    expect(readLeads(text)).toEqual([])
  })
})

describe('several', () => {
  test.each([
    [
      "Head of Children's Social Care/ Head of Regulated Services",
      ["Head of Children's Social Care", 'Head of Regulated Services'],
    ],
    [
      "Head of Children's Social Care /Head of Early Help and Prevention",
      ["Head of Children's Social Care", 'Head of Early Help and Prevention'],
    ],
    [
      "Director of Children's Services (DCS) Detective Chief Insp (WMP)",
      ["Director of Children's Services (DCS)", 'Detective Chief Insp (WMP)'],
    ],
    ['Deputy Chief Executive (CWPT) UHCW NHS Trust', ['Deputy Chief Executive (CWPT)', 'UHCW NHS Trust']],
    ['WMP /UHCW NHS Trust /CWPT/ CCG', ['WMP', 'UHCW NHS Trust', 'CWPT', 'CCG']],
    ['CCG/NHS', ['CCG', 'NHS']],
    ['Health, Education Police; HoS CIN', ['Health', 'Education', 'Police', 'HoS CIN']],
    ['HoS CIN/ LAC', ['HoS CIN', 'HoS LAC']],
    ['HoS CIN and LAC', ['HoS CIN', 'HoS LAC']],
    ['HoS CIN/ LAC/ SG&QA', ['HoS CIN', 'HoS LAC', 'HoS SG&QA']],
    ['HoS Early Help/CIN/ LAC', ['HoS Early Help', 'HoS CIN', 'HoS LAC']],
    ['HoS, CIN/LAC, Early Help', ['HoS, CIN', 'HoS LAC', 'HoS Early Help']],
    ['HoS EH & CIN', ['HoS EH', 'HoS CIN']],
    ['HoS CIN & EH TS', ['HoS CIN', 'HoS EH TS']],
    ['HoS EH & HoS CIN', ['HoS EH', 'HoS CIN']],
    ['HoS LAC and HoS SG unit', ['HoS LAC', 'HoS SG unit']],
    ['HoS, SMs & f/l staff', ['HoS', 'SMs', 'f/l staff']],
    ['HoS, agencies', ['HoS', 'agencies']],
    ['HoS/ HR', ['HoS', 'HR']],
    ['HoS/ SMT', ['HoS', 'SMT']],
    ['VHead, HoS RA', ['VHead', 'HoS RA']],
    ['Org Dev/ OWG', ['Org Dev', 'OWG']],
    ['Partners/ HoS CiN/ Early Help', ['Partners', 'HoS CiN', 'HoS Early Help']],
    ['CAFCASS/ Principal SW', ['CAFCASS', 'Principal SW']],
    ['Principal SW/ HoS', ['Principal SW', 'HoS']],
    ['Principal SW/ QA & Improvement Manager', ['Principal SW', 'QA & Improvement Manager']],
    ['Director SC &EH/ HoS LAC', ['Director SC &EH', 'HoS LAC']],
    [
      'Service Manager LAC & Manager Children & Young People Service',
      ['Service Manager LAC', 'Manager Children & Young People Service'],
    ],
    ["Service Manager Children's Resources & Panel Advisor", ["Service Manager Children's Resources", 'Panel Advisor']],
    ["DCS\nHead of Children's Social\nCare", ['DCS', "Head of Children's Social Care"]],
  ])('%s', (text, named) => {
    expect(leads(text)).toEqual(named)
  })
})

describe('words that a narrow column broke', () => {
  test.each([
    ["AD Children's Safeguard ing", "AD Children's Safeguarding"],
    ["AD Children's Safeguardi ng", "AD Children's Safeguarding"],
    ["Head of Children 's Strategic commissioning", "Head of Children's Strategic commissioning"],
    ['Direct or Social Care & Early Help', 'Director Social Care & Early Help'],
  ])('%s is kept, and offered as %s', (text, offered) => {
    expect(readLeads(text)).toEqual([{ text, kind: 'post', offered }])
  })

  test('both posts of a cell', () => {
    expect(readLeads("AD Children's Safeguardin g and AD CiC, Permanenc y & Children's resources")).toEqual([
      { text: "AD Children's Safeguardin g", kind: 'post', offered: "AD Children's Safeguarding" },
      {
        text: "AD CiC, Permanenc y & Children's resources",
        kind: 'post',
        offered: "AD CiC, Permanency & Children's resources",
      },
    ])
  })
})

describe('which known post a lead may be', () => {
  const known = [
    { postId: 1, title: "Director of Children's Services" },
    { postId: 2, title: 'Head of Service, Looked After Children' },
    { postId: 3, title: 'Head of Service, Children in Need' },
    { postId: 4, title: 'Head of Safeguarding and Quality Assurance' },
    { postId: 5, title: 'Principal Social Worker' },
    { postId: 6, title: "Assistant Director, Children's Social Care" },
  ]
  test.each([
    ['DCS', 1, 1],
    ["Director of Children's Services (DCS)", 1, 1],
    ['HoS LAC', 2, 1],
    ['HoS CIN', 3, 1],
    ['HoS SG & QA', 4, 1],
    ['Principal SW', 5, 1],
    ["AD Children's Social Care", 6, 1],
  ])('%s is most likely post %i', (text, postId, score) => {
    expect(matchLead(readLeads(text)[0]!, known)[0]).toMatchObject({ postId, score })
  })

  test('a body that is no known post is offered none', () => {
    expect(matchLead(readLeads('UHCW NHS Trust')[0]!, known)).toEqual([])
  })

  test('the likeliest comes first, and no score is over 1', () => {
    const scores = matchLead(readLeads('Head of Service LAC and CIN')[0]!, known).map(match => match.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(Math.max(...scores)).toBeLessThanOrEqual(1)
  })
})

test('no word of a lead is lost, none is added but a rank carried over a stroke, and nothing throws', () => {
  const word = fc.constantFrom(
    'HoS',
    'Head of',
    'CIN',
    'LAC',
    '/',
    '&',
    ' and ',
    ', ',
    ';',
    '\n',
    'HR',
    'DCS',
    '(WMP)',
    'Safeguardi',
    'ng',
    'Trust',
    'Team',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 8 }).map(words => words.join(' ')),
        fc.string(),
      ),
      text => {
        const words = (of: string) => new Set(of.match(/[A-Za-z]{2,}/g) ?? [])
        const kept = words(leads(text).join(' '))
        for (const one of words(text)) if (!['and', 'na'].includes(one.toLowerCase())) expect(kept).toContain(one)
        for (const one of kept) expect(words(text)).toContain(one)
      },
    ),
    { numRuns: 500 },
  )
})

test.each(['HoS CIN/ ', 'Head of ', 'a & b ', 'Education ', ')A', ', '])(
  '200,000 characters of %j are read in no time',
  unit => {
    const before = performance.now()
    readLeads(unit.repeat(200_000 / unit.length))
    expect(performance.now() - before).toBeLessThan(1000)
  },
)
