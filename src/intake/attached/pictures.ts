/**
 * Pictures without what they tell beside the picture: where and when it was taken, by whose camera, a smaller copy, words. What follows
 * the end of the picture goes too. Formats: ITU-T T.81 annex B with JFIF and Exif; PNG (ISO/IEC 15948), section 5.
 */
import { UnreadableFile } from '../unreadable-file.ts'
import { broken } from './refusal.ts'

/** `told` is whether anything of it went. */
export type Cleaned = { bytes: Uint8Array; told: boolean }

/** A picture that unpacks to more points than this fills the memory of whoever opens it. [D] */
const MOST_POINTS = 200_000_000

function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw broken()
  if (width * height > MOST_POINTS)
    throw new UnreadableFile(`it is ${width} by ${height} points, so that it was not kept: save it smaller`)
}

/** Beside the picture itself only the colours and which way up it is stay. */
export function cleanJpeg(given: Uint8Array): Cleaned {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  const seen = { turned: 1, size: false, told: false }
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw broken()
    if (marker === 0xd9) break
    const end = at + 2 + (bytes[at + 3] === undefined ? 0 : bytes.readUInt16BE(at + 2))
    if (end < at + 4 || end > bytes.length) throw broken()
    const segment = bytes.subarray(at, end)
    at = end
    if (isFrame(marker)) {
      if (segment.length < 9) throw broken()
      refuseHuge(segment.readUInt16BE(7), segment.readUInt16BE(5))
      seen.size = true
    }
    if (marker === 0xda) at = scanEnd(bytes, end)
    if (staysInJpeg(marker, segment)) kept.push(marker === 0xda ? bytes.subarray(end - segment.length, at) : segment)
    else {
      seen.told = true
      seen.turned = turnedIn(segment) ?? seen.turned
    }
  }
  if (!seen.size) throw broken()
  if (seen.turned !== 1) kept.splice(1, 0, turned(seen.turned))
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]), told: seen.told || at + 2 < bytes.length }
}

/** Start of frame, of any of its kinds. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function staysInJpeg(marker: number, segment: Buffer): boolean {
  if (marker === 0xe0 || marker === 0xee) return true // JFIF; how Adobe's colours are meant
  if (marker === 0xe2) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0'
  return !((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe)
}

/** Where the points of a scan end: at the first marker that is none of theirs. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw broken()
}

/** Which way up the picture is, 1 to 8, as Exif says (tag 0x0112 of its first directory). */
function turnedIn(segment: Buffer): number | null {
  if (segment[1] !== 0xe1 || segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null
  const exif = segment.subarray(10)
  const little = exif.toString('latin1', 0, 2) === 'II'
  const two = (at: number) => (at + 2 > exif.length ? 0 : little ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const four = (at: number) => (at + 4 > exif.length ? 0 : little ? exif.readUInt32LE(at) : exif.readUInt32BE(at))
  const directory = four(4)
  for (let entry = 0; entry < two(directory) && entry < 500; entry++) {
    const at = directory + 2 + entry * 12
    if (two(at) === 0x0112) return two(at + 8) >= 1 && two(at + 8) <= 8 ? two(at + 8) : null
  }
  return null
}

/** Exif that says nothing but which way up. */
const turned = (way: number): Buffer =>
  Buffer.from([
    0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0,
  ]) // prettier-ignore

/** Beside what every reader needs, only colours, size and the steps of a moving picture stay. */
const STAYS_IN_PNG = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'] // prettier-ignore

export function cleanPng(given: Uint8Array): Cleaned {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let told = false
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw broken()
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (at === 8) !== (type === 'IHDR')) throw broken()
    if (type === 'IHDR') refuseHuge(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))
    if (/^[A-Z]/.test(type) || STAYS_IN_PNG.includes(type)) kept.push(bytes.subarray(at, end))
    else told = true
    at = end
    if (type === 'IEND') return { bytes: Buffer.concat(kept), told: told || at < bytes.length }
  }
}
