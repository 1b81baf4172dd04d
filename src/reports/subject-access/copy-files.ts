/** A copy of what is held of somebody as files: a document to read, the same for machines, and a README for whoever hands it over. */
import { longDay } from '../../terms/day.ts'
import type { FileInZip } from '../../web/zip.ts'
import { freeze } from '../freeze.ts'
import { writeWord } from '../word.ts'
import type { Copy } from './copy.ts'
import { describeCopy } from './describe-copy.ts'

export async function* copyFiles(copy: Copy): AsyncGenerator<FileInZip> {
  yield { name: 'README.txt', content: `\ufeff${readMe(copy)}` }
  yield { name: 'what-is-held.docx', content: await writeWord(freeze(describeCopy(copy))) }
  yield { name: 'what-is-held.json', content: `${JSON.stringify(forMachines(copy), null, 2)}\n` }
}

const forMachines = ({ authority, title, facts, madeOn, machine, leftOut }: Copy) => ({
  form: 'golden-thread/what-is-held/1',
  authority,
  title,
  madeOn,
  facts: Object.fromEntries(facts),
  leftOut,
  ...machine,
})

const readMe = ({ authority, title, facts, madeOn, leftOut, toLookAt }: Copy): string =>
  [
    `${title}: ${authority}`,
    '',
    ...facts.map(([term, words]) => `${term}: ${words}`),
    '',
    'THIS FILE IS FOR THE COUNCIL. Take it out before the copy is handed over.',
    '',
    'what-is-held.docx  To read, and to edit: take out of it what may not be handed over.',
    'what-is-held.json  The same for a machine (UK GDPR, article 20, where it is asked for). What is taken out of one is taken out of the other. "keys" says what each name in it means.',
    '',
    'BEFORE IT IS HANDED OVER',
    ...toLookAt.map(words => `- ${words}`),
    '- Write down in Golden Thread what was taken out and why, and the day it was handed over.',
    '',
    `WHAT IS NOT IN IT, AS AT ${longDay(madeOn).toUpperCase()}`,
    ...leftOut.map(words => `- ${words}`),
    '',
  ].join('\r\n')
