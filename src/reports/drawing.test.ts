import { expect, test } from 'vitest'
import type { Chart } from './description.ts'
import { drawingOf, printedDrawing } from './drawing.ts'
import { pictureOf } from './picture.ts'
import { LOOK } from './tone.ts'

const chart: Chart = {
  kind: 'chart',
  id: 'impact',
  label: 'Chart 1',
  caption: 'Impact',
  alt: '',
  parts: [
    { label: 'Progress made', tone: 'impact' },
    { label: 'Progress starting', tone: 'some-impact' },
    { label: 'No impact', tone: 'no-impact' },
  ],
  bars: [{ label: 'Leaving care', counts: [20, 30, 40] }],
}

test('each part has its own fill: the solid one a colour, the others their pattern', () => {
  const bars = [...drawingOf(chart).matchAll(/<rect [^>]*height="22" fill="([^"]+)"/g)].map(([, fill]) => fill)
  expect(bars).toEqual([
    LOOK.impact.colour,
    expect.stringMatching(/^url\(#.*-part1\)$/),
    expect.stringMatching(/^url\(#.*-part2\)$/),
  ])
})

test('no two parts that stand in one bar look alike without colour', () => {
  const grey = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  for (const tones of [
    ['done', 'going', 'stopped', 'held', 'waiting'],
    ['impact', 'some-impact', 'no-impact'],
  ] as const) {
    const looks = tones.map(tone => LOOK[tone])
    const alike = looks.filter((look, at) =>
      looks.some(
        (other, after) =>
          after > at && other.pattern === look.pattern && Math.abs(grey(other.colour) - grey(look.colour)) < 60,
      ),
    )
    expect(alike).toEqual([])
  }
})

test('the picture has letters from the fonts that come with the product', () => {
  const words = pictureOf(printedDrawing(chart))
  const none = pictureOf(printedDrawing({ ...chart, bars: [{ label: '', counts: [20, 30, 40] }] }))
  expect(words.png.length).toBeGreaterThan(none.png.length + 500)
  expect([words.width, words.height]).toEqual([none.width, none.height])
})
