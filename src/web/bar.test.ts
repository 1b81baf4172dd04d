/** Bars are true to their numbers, and say them in words. */
import { expect, test } from 'vitest'
import { type BarPart, barsInWords, barsSvg } from './bar.ts'

const parts: BarPart[] = [
  { key: 'done', words: 'Completed', colour: '#0f6b45', pattern: 'solid', shape: 'tick' },
  { key: 'late', words: 'Delayed', colour: '#a8201a', pattern: 'dots', shape: 'warning' },
]
const bars = {
  title: 'Delivery <by> theme',
  parts,
  rows: [
    { label: 'A & B', counts: { done: 3, late: 1 } },
    { label: 'C', counts: {} },
  ],
}

const widths = (svg: string) =>
  [...svg.matchAll(/<rect x="[\d.]+" y="\d+" width="([\d.]+)" height="22"/g)].map(([, width]) => Number(width))

test('a piece is as long as its share of the longest row', () => {
  const [done, late] = widths(barsSvg({ ...bars, width: 440, labelWidth: 6 }))
  expect([done, late]).toEqual([300, 100])
})

test('as shares every row with something in it has the same length', () => {
  const rows = [
    { label: '', counts: { done: 1 } },
    { label: '', counts: { done: 5, late: 5 } },
  ]
  expect(widths(barsSvg({ ...bars, rows, shares: true, width: 434, labelWidth: 0 }))).toEqual([400, 200, 200])
})

test('it says the same in words, and words are escaped', () => {
  expect(barsInWords(bars)).toBe('A & B: 3 completed, 1 delayed. C: none.')
  const svg = barsSvg(bars)
  expect(svg).toContain('<title id="bars-delivery-by-theme-title">Delivery &lt;by&gt; theme</title>')
  expect(svg).toContain('A &amp; B: 3 completed, 1 delayed. C: none.')
})

test('each state has its own pattern and its shape in the key', () => {
  const svg = barsSvg(bars)
  expect(svg.match(/<pattern /g)).toHaveLength(2)
  expect(svg).toContain('url(#bars-delivery-by-theme-late)')
})

test('nothing in it needs a style, so that Word, PDF and a strict page take it', () => {
  expect(barsSvg(bars)).not.toMatch(/style=|class=|currentColor/)
})

test('a label that has no room is cut with a mark, one that has is whole', () => {
  const rows = [{ label: 'Help and protection for every child who needs it', counts: { done: 1 } }]
  expect(barsSvg({ ...bars, rows, labelWidth: 400 })).toContain(
    '>Help and protection for every child who needs it</text>',
  )
  expect(barsSvg({ ...bars, rows, labelWidth: 120 })).toMatch(/>Help and prote[a-z]*…<\/text>/)
})
