/**
 * An authority's own colour. It comes as a stylesheet of its own, named by the colour, because nothing written inside a page may
 * run or style it. White stands on the colour, and links are drawn in it, so it must have a contrast of 4.5 to white.
 */

/** WCAG 2.2, 1.4.3: the least contrast of text to its background. */
const LEAST = 4.5

/** The address of the stylesheet for a colour (`#1d4f6b`). */
export const themeAddress = (colour: string): string => `/assets/theme-${colour.slice(1).toLowerCase()}.css`

export const themeIn = (name: string): string => `#${/theme-([0-9a-f]{6})\.css/.exec(name)![1]}`

export const themeCss = (colour: string): string =>
  `:root{--govuk-brand-colour:${colour};--gt-brand-dark:${mixed(colour, 0, 0.28)};--gt-brand-light:${mixed(colour, 255, 0.9)}}\n`

/** Whether white can be read on the colour. */
export const isReadable = (colour: string): boolean => 1.05 / (luminance(colour) + 0.05) >= LEAST

const channels = (colour: string) => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16))

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour)
    .map(channel => channel / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colour moved by a share towards black (0) or white (255). */
const mixed = (colour: string, towards: number, share: number) =>
  `#${channels(colour)
    .map(channel =>
      Math.round(channel + (towards - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
