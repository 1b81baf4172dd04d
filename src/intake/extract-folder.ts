/** The files of an extract in a folder on this machine, for commands that read one. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { GivenFile } from './read-ssd.ts'

const KINDS = /\.(csv|xlsx|txt|tsv|xml)$/i

/** CSV, Excel and XML files of the folder and of those in it, in the order of their names. A single file is the whole extract. Throws as `node:fs` does. */
export async function extractFolder(path: string): Promise<GivenFile[]> {
  if ((await stat(path)).isFile()) return [{ name: path.split(/[\\/]/).at(-1)!, bytes: await readFile(path) }]
  const names = (await readdir(path, { recursive: true })).filter(name => KINDS.test(name)).sort()
  return await Promise.all(names.map(async name => ({ name, bytes: await readFile(join(path, name)) })))
}
