/** Figures of a measure as they are written: `87.4%`, `12.5 days`, `1,204`. */

/** `unit` follows the figure: `%`, `days`, or nothing for a count. A percentage has one decimal at most. */
export function figureInWords(value: number, unit = ''): string {
  const number = formatFor(Math.abs(value), unit).format(value).replace(/^-0$/, '0').replace('-', '−')
  return unit === '' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`
}

const upTo = (digits: Intl.NumberFormatOptions) => new Intl.NumberFormat('en-GB', digits)
const SMALL = upTo({ maximumSignificantDigits: 2 })
const WHOLE = upTo({ maximumFractionDigits: 0 })
const TENTHS = upTo({ maximumFractionDigits: 1 })
const HUNDREDTHS = upTo({ maximumFractionDigits: 2 })

function formatFor(size: number, unit: string): Intl.NumberFormat {
  if (unit === '%') return TENTHS
  if (size < 1) return SMALL
  return size < 10 ? HUNDREDTHS : size < 100 ? TENTHS : WHOLE
}

/** `80.4% to 86.2%`, `14.6 to 27.6 days`; one figure where both are the same. */
export function rangeInWords(low: number, high: number, unit = ''): string {
  if (low === high) return figureInWords(low, unit)
  return `${figureInWords(low, unit === '%' ? unit : '')} to ${figureInWords(high, unit)}`
}
