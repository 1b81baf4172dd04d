import { expect, test } from 'vitest'
import { indexAlike } from './alike.ts'
import { largePlan } from './large-plan.ts'
import { allActions } from './plan.ts'
import { readWording, similarity, weighWords } from './wording.ts'

const SUPERVISION = readWording('Supervise every social worker each month')
const wordings = [
  ...allActions(largePlan(300).plan).map(action => readWording(action.text)),
  SUPERVISION,
  readWording('Each month every social worker is supervised'),
  readWording('Every'),
]

test.each([0.25, 0.55, 0.9, 1])('finds every pair that is alike by %d, and need not compare the most', atLeast => {
  const weights = weighWords(wordings)
  const index = indexAlike<number>(weights, atLeast)
  for (const [at, wording] of wordings.entries()) index.add(wording, at)
  let compared = 0
  const found = wordings.map(wording => {
    const near = [...index.mayBeAlike(wording)]
    compared += near.length
    return near.filter(at => index.isAlike(wording, wordings[at]!)).sort((a, b) => a - b)
  })
  const each = [...wordings.keys()]
  expect(found).toEqual(wordings.map(one => each.filter(at => similarity(one, wordings[at]!, weights) >= atLeast)))
  if (atLeast >= 0.9) expect(compared).toBeLessThan((wordings.length * wordings.length) / 10)
})

test('words in another order are the same words', () => {
  const index = indexAlike<string>(weighWords(wordings), 0.99)
  index.add(SUPERVISION, 'supervision')
  expect([...index.mayBeAlike(wordings.at(-2)!)]).toEqual(['supervision'])
})
