import { expect, test } from 'vitest'
import { planOfSketch } from './plan-sketch.ts'
import { listRegister, readRegister, themeKey, themesAsked } from './register.ts'

/** Two themes of one reference, as some documents have, and a third. */
const { plan } = planOfSketch({ actions: [{}, {}, {}] })
const [theme] = plan.themes
const themes = ['1', '1', '2'].map((ref, at) => ({
  ...theme!,
  themeId: at + 7,
  ref,
  actions: [{ ...theme!.actions[at]!, themeRef: ref }],
}))
const three = { ...plan, themes }
const asked = (query: string) => readRegister(new URLSearchParams(query))
const listed = (query: string) => listRegister(three, asked(query)).map(({ actionId }) => actionId)

test('a theme is asked for by its own key, though another carries its reference', () => {
  expect(listed(`theme=${themeKey(themes[0]!)}`)).toEqual([1])
  expect(listed(`theme=${themeKey(themes[1]!)}`)).toEqual([2])
  expect(themesAsked(three, asked(`theme=${themeKey(themes[1]!)}`))).toEqual([themes[1]])
})

test('an older address asks by reference, and shows every theme that carries it', () => {
  expect(listed('theme=2')).toEqual([3])
  expect(listed('theme=1')).toEqual([1, 2])
  expect(listed('theme=9')).toEqual([])
  expect(listed('')).toEqual([1, 2, 3])
})
