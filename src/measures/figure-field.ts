/** Figures as people type them in a form: `87.5`, `87.5%`, `1,204`. */
import type { Field } from '../web/form.ts'

/** `missing` is what to say where it is empty; without it the field may be null. `least` and `most` are the ends of what it may be. */
export const figureField = ({
  missing,
  least = -Infinity,
  most = Infinity,
  whole = false,
}: { missing?: string; least?: number; most?: number; whole?: boolean } = {}): Field<number | null> => ({
  read({ texts: [typed = ''] }) {
    const text = typed.trim()
    if (text === '') return missing ? { problem: missing } : { value: null }
    const value = figureIn(text)
    if (value === null || (whole && !Number.isInteger(value)))
      return { problem: `Enter a ${whole ? 'whole number' : 'number'}: "${text.slice(0, 20)}" is not one` }
    return value < least || value > most ? { problem: `Enter a number ${rangeWords(least, most)}` } : { value }
  },
})

const rangeWords = (least: number, most: number): string => {
  if (most === Infinity) return `of ${least} or more`
  return least === -Infinity ? `of ${most} or less` : `from ${least} to ${most}`
}

/** The number that is written, or null where none is. At most 12 digits before the point and 6 after. */
export function figureIn(text: string): number | null {
  const plain = text.trim().replace(/\s*%$/, '').replace('−', '-')
  if (!/^-?(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,6})?$/.test(plain)) return null
  return Number(plain.replaceAll(',', ''))
}
