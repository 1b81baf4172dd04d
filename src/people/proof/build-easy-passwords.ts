/**
 * Makes `easy-passwords.txt` of a list with one password a line, the most common first: the first 10,000 that would be long enough
 * here, each as eight letters of its hash. `node --import tsx src/people/proof/build-easy-passwords.ts 10_million_password_list_top_1M.txt`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfPassword } from '../easy-password.ts'
import { PASSWORD_LENGTH } from '../password.ts'

const lines = readFileSync(process.argv[2]!, 'utf8').toLowerCase().split(/\r?\n/)
const hashes = [...new Set(lines.filter(line => line.length >= PASSWORD_LENGTH.least).map(hashOfPassword))].slice(
  0,
  10_000,
)
writeFileSync(join(import.meta.dirname, 'easy-passwords.txt'), hashes.join(''))
