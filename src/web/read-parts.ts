/** Takes apart a form with files while it arrives (RFC 7578): each part is put together once, and nothing is held twice. */
import type { Sent } from './form.ts'

type File = Sent['files'][number]
export type Part = [name: string, value: string | File]

/** Takes the pieces of a body as they come; `end` answers its parts. */
export type PartsReader = { take(piece: Uint8Array): void; end(): Part[] | 'broken' | 'too-many' }

const LONGEST_HEAD = 16 * 1024
const BREAK = Buffer.from('\r\n\r\n')
const DASH = 0x2d

export function partsReader(boundary: string, most: number): PartsReader {
  const mark = Buffer.from(`\r\n--${boundary}`)
  const parts: Part[] = []
  let rest = Buffer.from('\r\n')
  let pieces: Buffer[] = []
  let head: Head | null = null
  let where: 'before' | 'head' | 'within' | 'over' | 'broken' | 'too-many' = 'before'

  const hasEnded = () => where === 'over' || where === 'broken' || where === 'too-many'

  /** Goes on as far as what came allows; false where more must come. */
  const step = (): boolean => (where === 'head' ? readHead() : hasEnded() ? false : readOn())

  function readHead(): boolean {
    if (rest.length < 2) return false
    if (rest[0] === DASH && rest[1] === DASH) return go('over')
    const at = rest.indexOf(BREAK)
    if (at === -1) return rest.length > LONGEST_HEAD && go('broken')
    head = headIn(rest.subarray(0, at).toString('utf8'))
    rest = rest.subarray(at + BREAK.length)
    // A part that holds nothing ends with the very break that began it.
    rest = Buffer.concat([Buffer.from('\r\n'), rest])
    pieces = []
    return go(head === null ? 'broken' : parts.length >= most ? 'too-many' : 'within')
  }

  function readOn(): boolean {
    const at = rest.indexOf(mark)
    const ready = at === -1 ? Math.max(0, rest.length - mark.length) : at
    if (where === 'within' && ready > 0) pieces.push(rest.subarray(0, ready))
    rest = rest.subarray(at === -1 ? ready : at + mark.length)
    if (at === -1) return false
    if (where === 'within') parts.push(partOf(head!, Buffer.concat(pieces).subarray(2)))
    return go('head')
  }

  const go = (to: typeof where): boolean => {
    where = to
    return !hasEnded()
  }
  return {
    take(piece) {
      if (hasEnded()) return
      rest = Buffer.concat([rest, piece])
      while (step());
    },
    end: () => (where === 'over' ? parts : where === 'too-many' ? where : 'broken'),
  }
}

type Head = { name: string; file: string | null; type: string }

/** `Content-Disposition: form-data; name="files"; filename="ssd_person.csv"`; browsers write quotation marks and breaks in them as %22, %0D, %0A. */
function headIn(text: string): Head | null {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(text)?.[1]
  const name = disposition && /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1]
  if (disposition === undefined || name === undefined) return null
  const file = /;\s*filename="([^"]*)"/i.exec(`;${disposition}`)?.[1]
  const type = /^content-type:\s*(\S[^\r\n]*)$/im.exec(text)?.[1] ?? 'application/octet-stream'
  return { name: unmarked(name), file: file === undefined ? null : unmarked(file), type: type.trim() }
}

const unmarked = (text: string) =>
  text.replace(/%(22|0D|0A)/gi, found => String.fromCharCode(Number.parseInt(found.slice(1), 16)))

const partOf = ({ name, file, type }: Head, bytes: Buffer): Part => [
  name,
  file === null
    ? bytes.toString('utf8')
    : { name: file, type, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) },
]
