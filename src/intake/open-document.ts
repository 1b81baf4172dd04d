/** Opens a document that stands in a file of this machine, for those who name it by its path. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Document } from './document.ts'
import { readDocument, TOO_LARGE } from './read-document.ts'
import { MAX_FILE } from './sources/allowance.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Throws UnreadableFile where there is no such file, it cannot be opened, or it cannot be read as a document. */
export async function openDocument(path: string): Promise<Document> {
  const name = basename(path)
  const found = await stat(path).catch(error => Promise.reject(notOpened(error, name)))
  if (found.isDirectory()) throw new UnreadableFile('this is a folder: name the file in it', '', name)
  if (!found.isFile()) throw new UnreadableFile('this is not a file', '', name)
  if (found.size > MAX_FILE) throw new UnreadableFile(TOO_LARGE, '', name)
  return readDocument(name, await readFile(path).catch(error => Promise.reject(notOpened(error, name))))
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this file may not be read: ask whoever owns it',
  EPERM: 'this file may not be read: ask whoever owns it',
}

function notOpened(error: NodeJS.ErrnoException, name: string): UnreadableFile {
  return new UnreadableFile(REASONS[error.code ?? ''] ?? `this file cannot be opened (${error.code})`, '', name)
}
