/** An invented plan of as many actions as are wanted, each promising something of its own, for the tests and the bench of what must stay fast. */
import { planOfSketch } from './plan-sketch.ts'

const SYLLABLES = 'ca re vi sit plan ning fa mi ly co urt he alth pa nel re view sta ff re cord'.split(' ')
const FINDINGS = 60
const ACTIONS_A_THEME = 100

/** A plan with its notice: two in three actions measure by a percentage, one in two cites, one in fifty repeats another's words. */
export function largePlan(count: number) {
  const { plan, sources, asAt } = planOfSketch({
    findings: Array.from({ length: FINDINGS }, (_, at) => ({
      ref: `${1 + Math.floor(at / 10)}.${1 + (at % 10)}`,
      text: wordsOf(at * 31, 14),
    })),
    actions: Array.from({ length: count }, (_, at) => ({
      ref: String(at + 1),
      text: wordsOf(at % 50 === 49 ? at - 7 : at, 22),
      desiredOutcome: `Children ${wordsOf(at + 3, 8)}`,
      lead: `Head of ${wordsOf(at % 40, 2)}`,
      measureText: at % 3 === 0 ? wordsOf(at, 6) : `${50 + (at % 50)}% of ${wordsOf(at % 700, 5)}`,
      cites: at % 2 === 0 ? [`DfE Notice ${1 + (at % 6)}.${1 + (at % 10)}`] : [],
    })),
  })
  const [theme] = plan.themes
  const themes = Array.from({ length: Math.ceil(count / ACTIONS_A_THEME) }, (_, at) => ({
    ...theme!,
    themeId: at + 1,
    ref: String(at + 1),
    actions: theme!.actions.slice(at * ACTIONS_A_THEME, (at + 1) * ACTIONS_A_THEME),
  }))
  return { plan: { ...plan, themes }, sources, asAt }
}

const EVERYDAY = 'ensure children social workers plans visits review quality practice improve timely support'.split(' ')

/** Words that are the same for the same seed; two seeds share some, and a third are words that every plan is full of. */
const wordsOf = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) =>
    index % 3 === 1 ? EVERYDAY[(seed + index) % EVERYDAY.length]! : word(seed * (index + 7) + index * index),
  ).join(' ')

const word = (seed: number): string => [seed % 20, (seed * 7) % 19, (seed * 3) % 17].map(at => SYLLABLES[at]).join('')
