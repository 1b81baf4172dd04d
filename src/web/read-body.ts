/** Reads what a form sent, counting while reading, so that nobody fills the memory: sizes that a sender declares are not believed. */
import type { Sent } from './form.ts'
import { partsReader } from './read-parts.ts'
import { NotTaken } from './refusal.ts'

/** Plans and packs with pictures are a few megabytes; 20 MB is the most a file may have, and 1 MB stands for the fields around it. */
export const MOST_UPLOADED = 20 * 1024 * 1024
const MOST_AROUND = 1024 * 1024
const MOST_WITH_FILES = MOST_UPLOADED + MOST_AROUND
const MOST_TYPED = 2 * 1024 * 1024
/** The largest form is the bulk edit of a register of 500 actions. */
const MOST_FIELDS = 5_000
/** A body that is too large is read on and dropped for so much more, so that the browser shows our answer and not a broken connection. */
const MOST_DROPPED = 40 * 1024 * 1024

export type Body = Record<string, Sent>

/** Whether a form may send a file: true for one as a plan has, or how large the files of an extract of records may be together. */
export type AsksForFile = boolean | { mostBytes: number }

const mostOf = (asks: AsksForFile): number =>
  asks === false ? MOST_TYPED : asks === true ? MOST_WITH_FILES : asks.mostBytes + MOST_AROUND

/** Every value under its name. Throws `NotTaken` where it is too large, holds too many fields, or is no form. */
export async function readBody(request: Request, asksForFile: AsksForFile = true): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readTyped(await readBytes(request, MOST_TYPED))
  if (/^multipart\/form-data\b/i.test(type)) return readParts(request, type, mostOf(asksForFile))
  throw new NotTaken(415, 'This page takes a form. What was sent is not one.')
}

async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  await takePieces(request, most, piece => pieces.push(piece))
  return new Uint8Array(Buffer.concat(pieces))
}

/** Gives out the body as it comes, counted; one that says by itself that it is far too large is refused before any of it is read. */
async function takePieces(request: Request, most: number, take: (piece: Uint8Array) => void): Promise<void> {
  if (Number(request.headers.get('content-length') ?? 0) > most + MOST_DROPPED) throw new NotTaken(413, tooLarge(most))
  let size = 0
  const reader = request.body?.getReader()
  const next = () => reader?.read().catch(() => Promise.reject(notUnderstood())) // whoever sent it went away
  for (let piece = await next(); piece && !piece.done; piece = await next()) {
    size += piece.value.byteLength
    if (size <= most) take(piece.value)
    if (size > most + MOST_DROPPED) {
      await reader!.cancel()
      break
    }
  }
  if (size > most) throw new NotTaken(413, tooLarge(most))
}

const tooLarge = (most: number) =>
  most === MOST_TYPED
    ? 'What was typed is too long to be kept. Nothing was changed.'
    : `${most === MOST_WITH_FILES ? 'The file' : 'The files together'} must be smaller than ${Math.floor((most - MOST_AROUND) / 1024 / 1024)} MB. Nothing was changed.`

const tooMany = () => new NotTaken(413, 'The form has more fields than can be taken. Nothing was changed.')

function readTyped(bytes: Uint8Array): Body {
  const text = Buffer.from(bytes).toString('utf8')
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw tooMany()
  return collected([...new URLSearchParams(text)].map(([name, value]) => [name, value]))
}

async function readParts(request: Request, type: string, most: number): Promise<Body> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark) throw notUnderstood()
  const reader = partsReader(mark, MOST_FIELDS)
  await takePieces(request, most, reader.take)
  const parts = reader.end()
  if (parts === 'too-many') throw tooMany()
  if (parts === 'broken') throw notUnderstood()
  return collected(
    parts.map(([name, value]) => [name, typeof value === 'string' ? value : { ...value, name: fileName(value.name) }]),
  )
}

const notUnderstood = () => new NotTaken(400, 'The form came broken. Go back and send it again.')

/** Some browsers send the folder too, and a name may carry what cannot be shown. A long one keeps its ending, which says what it is. */
function fileName(sent: string): string {
  const name = sent.split(/[\\/]/).at(-1)!.replace(/\p{C}/gu, '')
  const letters = [...name]
  if (letters.length <= LONGEST_NAME) return name
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, LONGEST_NAME - ending.length).join('') + ending
}
const LONGEST_NAME = 200

function collected(values: [string, string | Sent['files'][0]][]): Body {
  const body: Body = Object.create(null)
  for (const [name, value] of values) {
    const sent = (body[name] ??= { texts: [], files: [] })
    if (typeof value === 'string') sent.texts.push(value)
    else sent.files.push(value)
  }
  return body
}
