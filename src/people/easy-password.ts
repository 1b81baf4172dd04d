/** Passwords that whoever guesses tries first: the most common ones, those made of words about their owner, and those that repeat. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const HASH_LETTERS = 8
const LIST = new URL('proof/easy-passwords.txt', import.meta.url)
/** Words about this product and any council: they are in the first tries at each. */
const ABOUT_US = ['golden', 'thread', 'council', 'children', 'services', 'improvement', 'password', 'welcome', 'ofsted']
/** What must be left when those words are taken out, and how many different letters there must be. */
const LEAST_LEFT = 8
const LEAST_DIFFERENT = 5

/** 48 bits of a hash tell 10,000 passwords apart, and keep their words, many of them ugly, out of the house. */
export const hashOfPassword = (password: string): string =>
  createHash('sha256').update(password.toLowerCase()).digest('base64url').slice(0, HASH_LETTERS)

let common: Set<string> | undefined

/** `about` is what is known of its owner: name, e-mail address, council. */
export function isEasyToGuess(password: string, about: string[]): boolean {
  common ??= new Set(readFileSync(LIST, 'utf8').match(new RegExp(`.{${HASH_LETTERS}}`, 'g')))
  const plain = password.normalize('NFKC').toLowerCase()
  if (common.has(hashOfPassword(plain)) || new Set(plain).size < LEAST_DIFFERENT) return true
  const words = [...ABOUT_US, ...about.flatMap(text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))]
  const left = words
    .filter(word => word.length >= 4)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ' '), plain)
  return left !== plain && left.replace(/\s/g, '').length < LEAST_LEFT
}

export const EASY_TO_GUESS =
  'Choose another password: this is one of the first that are tried, or is made of words about you or the council'
