/** Passwords that are refused because they are tried first, and those that are not. */
import { expect, test } from 'vitest'
import { isEasyToGuess } from './easy-password.ts'

const ADA = ['Ada Brook-Farthing', 'ada.brook@aldermere.example', 'Aldermere']

test.each([
  ['the most common of twelve letters', 'qwerty123456', true],
  ['in capitals', '1QAZ2WSX3EDC', true],
  ['in wide letters', 'ｑｗｅｒｔｙ123456', true],
  ['one letter again and again', 'aaaaaaaaaaaaaaa', true],
  ['four letters again and again', 'abcdabcdabcdabcd', true],
  ['the council and a year', 'Aldermere2026!', true],
  ['their own name', 'BrookFarthing1', true],
  ['the service', 'GoldenThread2026', true],
  ['welcome and the council', 'Welcome-Aldermere', true],
  ['three odd words', 'copper window giraffe', false],
  ['three odd words and the council', 'copper window aldermere', false],
  ['signs alone', '!£$%^&*()_+~', false],
  ['a one-time password', 'abcd-efgh-jkmn-pqrs', false],
  ['an uncommon one of twelve letters', 'vurtkelpqazo', false],
])('%s: %s is easy to guess: %s', (_, password, easy) => {
  expect(isEasyToGuess(password, ADA)).toBe(easy)
})
