/** A copy of what is held of somebody as files: a document to read, the same for machines, and a README for whoever hands it over. */
import { longDay } from '../../terms/day.ts'
import type { FileInZip } from '../../web/zip.ts'
import { freeze } from '../freeze.ts'
import { facts, paragraph, plainText, point, underlined } from '../plain-text.ts'
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

const readMe = ({ authority, title, facts: told, madeOn, leftOut, toLookAt }: Copy): string =>
  plainText([
    underlined(`${title}: ${authority}`),
    facts(told),
    underlined('This README is for the council'),
    paragraph('Take it out before the copy is handed over.'),
    facts([
      ['what-is-held.docx', 'To read, and to edit: take out of it what may not be handed over.'],
      [
        'what-is-held.json',
        'The same for a machine. What is taken out of one is taken out of the other. "keys" says what each name in it means.',
      ],
    ]),
    underlined('Before it is handed over'),
    ...toLookAt.map(point),
    point('Write down in Golden Thread what was taken out and why, and the day it was handed over.'),
    underlined(`What is not in it, as at ${longDay(madeOn)}`),
    ...leftOut.map(point),
  ])
