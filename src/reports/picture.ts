/** A drawing as a picture (PNG), for readers that do not show drawings. The letters are those of the fonts that come with the product. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** Upright and slanted, plain and bold. Only these, so that a page is the same on every machine. */
export const FONT_FILES = ['', '-Bold', '-Oblique', '-BoldOblique'].map(face =>
  join(FONTS, `DejaVuSansCondensed${face}.ttf`),
)

/** Twice the size it is shown at, for print. */
const SCALE = 2

export function pictureOf(svg: string): { png: Uint8Array; width: number; height: number } {
  const made = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES.slice(0, 2), defaultFontFamily: 'DejaVu Sans' },
  }).render()
  return { png: made.asPng(), width: made.width, height: made.height }
}
