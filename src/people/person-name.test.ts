import { expect, test } from 'vitest'
import { keepsToOneAlphabet } from './person-name.ts'

test.each([
  'Ada Brook',
  'Zoë O’Neill-Łukasz',
  'Ольга Петрова',
  'Νίκος',
  'نور',
  '李小龍',
  'Nguyễn Thị Ánh',
  'Olga Петрова',
])('%s is a name', name => expect(keepsToOneAlphabet(name)).toBe(true))

test.each([
  ['a Cyrillic a', '\u0410da Brook'],
  ['a Cyrillic o', 'Ada Br\u043eok'],
  ['a Greek omicron', 'Ada Br\u03bfok'],
  ['a Latin letter in a Cyrillic word', 'Петpова'],
])('with %s it is one that deceives', (_, name) => expect(keepsToOneAlphabet(name)).toBe(false))
