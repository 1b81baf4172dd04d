import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from './diff-words.ts'

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

test.each([
  ['Reduce caseloads to 18', 'Reduce caseloads to 16', 'Reduce caseloads to [-18-]{+16+}'],
  ['Ensure police attend', 'Ensure police and health attend', 'Ensure police {+and health +}attend'],
  ['Review and publish the protocol', 'Publish the protocol', '[-Review and publish -]{+Publish +}the protocol'],
  ['the same', 'the same', 'the same'],
  ['', 'New words', '{+New words+}'],
  ['Old words', '', '[-Old words-]'],
])('%s becomes %s', (before, after, diff) => expect(shown(before, after)).toBe(diff))

test('nothing in either text is lost or moved', () => {
  const words = fc
    .array(fc.constantFrom('child', 'plan ', ' review', 'within', '20', 'days\n', '.'), { maxLength: 30 })
    .map(all => all.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const diff = diffWords(before, after)
      const side = (kind: string) =>
        diff
          .filter(part => part.kind === 'same' || part.kind === kind)
          .map(part => part.text)
          .join('')
      expect(side('removed')).toBe(before)
      expect(side('added')).toBe(after)
    }),
  )
})

test('two texts too long to read word by word are shown one after the other, at once', () => {
  const long = 'word '.repeat(20_000)
  const begun = performance.now()
  expect(diffWords(long, `${long}more`).map(part => part.kind)).toEqual(['removed', 'added'])
  expect(performance.now() - begun).toBeLessThan(3000)
})
