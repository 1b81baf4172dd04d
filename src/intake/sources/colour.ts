/** Colours of a theme, and how Office lightens and darkens them. Formulas: ECMA-376 part 1, 18.8.19 (tint), 17.3.2.41 (themeTint). */
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** Theme colours by their name in the theme (`dk1`, `accent2`), six hexadecimal digits each. */
export type Theme = Map<string, string>

const NAMES = new Set([
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
])

export async function readTheme(archive: Archive, part: string | null): Promise<Theme> {
  const theme: Theme = new Map()
  if (part === null) return theme
  let current: string | null = null
  const keep = (colour: string | null) => {
    if (current !== null && colour !== null && !theme.has(current)) theme.set(current, colour)
  }
  const slots = [...NAMES].map(name => [
    name,
    { open: () => void (current = name), close: () => void (current = null) },
  ])
  await readXml(archive.open(part), {
    ...Object.fromEntries(slots),
    srgbClr: { open: ({ val }) => keep(hex(val)) },
    sysClr: { open: ({ lastClr }) => keep(hex(lastClr)) },
    fmtScheme: { open: () => 'skip' },
  })
  return theme
}

/** Six hexadecimal digits, from six or from eight with the opacity first; null for anything else (`auto`). */
export function hex(value: string | undefined): string | null {
  const found = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(value ?? '')
  return found?.[1]?.toUpperCase() ?? null
}

/** White paper is no fill. */
export const visible = (colour: string | null) => (colour === 'FFFFFF' ? null : colour)

/** Lighter (`tint` above 0, towards white) or darker (below 0, towards black), from -1 to 1. */
export function tinted(colour: string, tint: number): string {
  const [hue, saturation, light] = toHsl(colour)
  return toHex(hue, saturation, tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint)
}

function toHsl(colour: string): [number, number, number] {
  const [r, g, b] = [0, 2, 4].map(at => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const light = (max + min) / 2
  if (max === min) return [0, 0, light]
  const span = max - min
  const hue = max === r ? (g - b) / span : max === g ? (b - r) / span + 2 : (r - g) / span + 4
  return [(hue + 6) % 6, span / (1 - Math.abs(2 * light - 1)), light]
}

function toHex(hue: number, saturation: number, light: number): string {
  const span = saturation * Math.min(light, 1 - light)
  const channel = (n: number) => {
    const k = (n + hue * 2) % 12
    return Math.round(255 * (light - span * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return [0, 8, 4].map(n => Math.min(255, Math.max(0, channel(n))).toString(16).padStart(2, '0')).join('').toUpperCase() // prettier-ignore
}
