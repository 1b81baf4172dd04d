import { describe, expect, test } from 'vitest'
import { checkCitations } from './citation-check.ts'
import { resolveCitation } from './citation.ts'
import { planOfSketch } from './plan-sketch.ts'

/** An invented notice, and for each finding how a plan puts it in its own words. */
const NOTICE: [ref: string, heading: string, text: string, inThePlansWords: string][] = [
  [
    '2.1',
    'Give families help early by',
    'agreeing with partners one assessment that any agency can start',
    'Agree a single assessment that each agency may begin',
  ],
  [
    '2.2',
    'Give families help early by',
    'reviewing how thresholds for referral are understood and applied',
    'Review whether staff understand and apply the thresholds for referral',
  ],
  [
    '2.3',
    'Give families help early by',
    'telling those who refer a child what was decided',
    'Everyone who refers a child is told the decision',
  ],
  [
    '3.1',
    'Protect children by ensuring that',
    'every child is seen alone and what they say is written down',
    'See children alone at each visit and write down what they say',
  ],
  [
    '3.2',
    'Protect children by ensuring that',
    'police and health attend strategy discussions, with absence escalated',
    'Police and health to attend all strategy discussions; escalate where they do not',
  ],
  [
    '3.3',
    'Protect children by ensuring that',
    'protection plans set out actions, owners and dates that families can follow',
    'Rewrite protection plans so that families can follow the actions, owners and dates',
  ],
  [
    '3.4',
    'Protect children by ensuring that',
    'case records are brought up to date within the week',
    'Bring case records up to date weekly',
  ],
  [
    '4.1',
    'Care for children well by',
    'finding permanent families without delay, tracking each child from the first review',
    'Track each child from first review so that permanent families are found without delay',
  ],
  [
    '4.2',
    'Care for children well by',
    'recruiting more foster carers for teenagers and for brothers and sisters',
    'Recruit foster carers for brothers and sisters and for teenagers',
  ],
  [
    '4.3',
    'Care for children well by',
    'completing health assessments on time and acting on what they find',
    'Health assessments are completed on time and acted on',
  ],
  [
    '5.1',
    'Lead the service so that',
    'supervision is monthly, reflective and recorded',
    'Reflective supervision is recorded for every worker each month',
  ],
  [
    '5.2',
    'Lead the service so that',
    'workloads allow newly qualified staff protected time',
    'Protect time in the workloads of newly qualified staff',
  ],
  [
    '5.3',
    'Lead the service so that',
    'a programme of audits judges quality and reports to the board',
    'Run a programme of audits of quality, reported to the board',
  ],
]
const findings = NOTICE.map(([ref, heading, text]) => ({ ref, heading, text }))

const checked = (cites: string, text: string) => {
  const { plan, sources } = planOfSketch({ findings, actions: [{ text, cites: [`DfE Notice ${cites}`] }] })
  return checkCitations(plan, sources)[0]!
}

describe('the plan says in its own words what a finding asks', () => {
  test.each(NOTICE)('%s is not doubted where it is cited', (ref, _heading, _text, words) => {
    expect(checked(ref, words).betterMatch).toBeNull()
  })

  test('cited under any other number, the finding that is meant is named every time', () => {
    const swaps = NOTICE.flatMap(([meant, , , words]) =>
      NOTICE.filter(([ref]) => ref !== meant).map(([ref]) => ({ meant, named: checked(ref, words).betterMatch?.ref })),
    )
    expect(swaps).toHaveLength(156)
    expect(swaps.filter(({ meant, named }) => meant !== named)).toEqual([])
  })
})

test('the opening words of a clause, cited as its second finding, are known for the opening', () => {
  const { betterMatch } = checked('4.2', 'Care for children well')
  expect(betterMatch).toBeNull() // two telling words of three are not enough to doubt anyone by
  const long = planOfSketch({
    findings: findings.map(each => ({
      ...each,
      heading: each.heading.replace(
        'Care for children well by',
        'Achieve stable and lasting homes for looked after children by',
      ),
    })),
    actions: [{ text: 'Achieve stable, lasting homes for all looked after children', cites: ['DfE Notice 4.2'] }],
  })
  const [doubted] = checkCitations(long.plan, long.sources)
  expect(doubted!.betterMatch).toMatchObject({ ref: '4', finding: null })
  expect(doubted!.betterMatch!.why).toMatch(/shares .*“lasting”.* with the opening words of clause 4/)
})

test('it says which words are shared, and with what is cited', () => {
  const { betterMatch } = checked('3.4', 'See children alone at each visit and write down what they say')
  expect(betterMatch).toMatchObject({ ref: '3.1', sharedWithCited: [] })
  expect(betterMatch!.why).toMatch(/^It shares .*“alone”.* with finding 3\.1, and no telling word with 3\.4$/)
})

test.each([
  ['words that fit nothing', 'Do better in everything'],
  ['no words but the citation', '(DfE Notice 3.1)'],
])('%s raise no doubt', (_, text) => expect(checked('3.1', text).betterMatch).toBeNull())

test('an action that cites both findings is not told to cite the other', () => {
  const { plan, sources } = planOfSketch({
    findings,
    actions: [
      {
        text: 'See children alone at each visit and write down what they say',
        cites: ['DfE Notice 3.1', 'DfE Notice 3.4'],
      },
    ],
  })
  expect(checkCitations(plan, sources).map(each => each.betterMatch)).toEqual([null, null])
})

test.each([
  ['DfE Notice', '3.1', 'found'],
  ['DfE Improvement Notice', '3.1', 'found'],
  ['DfE Notice', '3', 'whole-clause'],
  ['DfE Notice', null, 'whole-source'],
  ['DfE Notice', '3.9', 'points-nowhere'],
  ['Ofsted', 'PA 23', 'not-loaded'],
])('%s %s is %s', (source, ref, state) => {
  const { sources } = planOfSketch({ findings })
  expect(resolveCitation({ source, ref, text: '' }, sources).state).toBe(state)
})
