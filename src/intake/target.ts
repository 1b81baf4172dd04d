/**
 * Reads the measurable promises in the words of a measure (`35% by March 2015, 50% by Sept 2015`), each with the day it is due. A
 * later series that replaces an earlier one keeps the words that introduce it, and the earlier one is kept beside it.
 */
import { mendDateWords } from '../terms/month.ts'
import { findDates, plainDates, type NamedDate } from './dates-in-words.ts'
import { findQuantities, type Quantity } from './quantity.ts'
import type { Target } from './plan-reading.ts'

/** A measure is some lines long; past this length a cell is no measure, and only its beginning is read. */
const LONGEST = 10_000

/** What `series` is for the targets as they were first set. */
export const FIRST_SERIES = 'first'

/** The targets that a text sets, in order; none where it sets none. */
export function readTargets(text: string): Target[] {
  const found: Target[] = []
  let carried = FIRST_SERIES
  for (const line of text.slice(0, LONGEST).split('\n')) {
    const { targets, announced } = targetsOfLine(line, carried)
    found.push(...targets)
    carried = announced ?? (targets.length > 0 ? carried : FIRST_SERIES)
  }
  return found
}

/**
 * The targets of an action, wherever its row sets them: in its measure, in its desired outcome (`80% of reviews in time by Jan 2017`), and
 * in those lines of its progress that speak of milestones or targets, where plans put series that were revised. What one of them says
 * as another has said it stands once.
 */
export function readTargetsOfAction(words: { measure: string; desiredOutcome: string; evidence: string }): Target[] {
  const same = (a: Target, b: Target) =>
    a.text === b.text && a.value === b.value && a.unit === b.unit && a.series === b.series
  return [words.measure, words.desiredOutcome, milestoneLines(words.evidence)]
    .map(readTargets)
    .reduce((before, own) => [...before, ...own.filter(target => !before.some(other => same(other, target)))])
}

/** Progress is mostly figures of what has been: only a line that names a milestone or target sets one. */
const milestoneLines = (progress: string): string =>
  progress
    .split('\n')
    .filter(line => /\b(?:milestones?|targets?)\b/i.test(line))
    .join('\n')

/** The targets of a line, and the words that announce a new series where its targets stand on the lines below. */
function targetsOfLine(line: string, carried: string): { targets: Target[]; announced: string | null } {
  const targets: Target[] = []
  let [series, announced]: [string, string | null] = [carried, null]
  for (const sentence of sentencesOf(line)) {
    const { label, words } = labelOf(sentence)
    if (label) series = label
    announced = words === '' ? label : null
    targets.push(...targetsIn(words, series))
  }
  return { targets, announced }
}

/** One line's sentences, spaces made single; bullets are not part of the words. */
const sentencesOf = (line: string): string[] =>
  mendDateWords(line.replace(/\s+/g, ' ').trim())
    .replace(/^[-•▪*·–] ?/, '')
    .split(/(?<=[.;!?]) (?=[A-Z\d<>%])/)

const RESET = /\b(?:revised|re-?based|reset|re-?set|updated|replaced|amended)\b/i

/** What a sentence says before a colon; `label` only where it sets targets anew (`Milestones revised as of April 2015`). */
function labelOf(sentence: string): { label: string | null; words: string } {
  const colon = /:(?!\d)/.exec(sentence)
  if (!colon || colon.index > 160) return { label: null, words: sentence }
  const [before, words] = [sentence.slice(0, colon.index).trim(), sentence.slice(colon.index + 1).trim()]
  if (RESET.test(before)) return { label: before, words }
  return { label: null, words: findQuantities(plainDates(before), () => false).length > 0 ? sentence : words }
}

function targetsIn(words: string, series: string): Target[] {
  const plain = plainDates(words)
  const dates = findDates(plain)
  const isDate = (at: number) => dates.some(date => at >= date.at && at < date.end)
  const quantities = withUnmarkedShare(plain, dates, findQuantities(plain, isDate))
  const dated = quantities.map(quantity => ({ quantity, due: dueOf(quantity, quantities, dates, plain) }))
  const isSeries = dated.filter(({ due }) => due).length > 1
  return dated.map(({ quantity: { at, end, ...promise }, due }) => ({
    text: isSeries && due ? together(words, Math.min(at, due.at), Math.max(end, due.end)) : words,
    ...promise,
    dueOn: due?.to ?? null,
    series,
  }))
}

/** The words of one of several targets, its closing bracket with it: `75% (March 2017)`. */
function together(words: string, from: number, to: number): string {
  const part = words.slice(from, to)
  return part.includes('(') && !part.includes(')') && words[to] === ')' ? `${part})` : part
}

/** `March 15 - 35% Sept 15 - 50% March 16 - 80`: the last is a percentage like the others, its mark lost. */
function withUnmarkedShare(plain: string, dates: NamedDate[], quantities: Quantity[]): Quantity[] {
  if (quantities.length === 0 || quantities.some(quantity => quantity.unit !== '%')) return quantities
  const unmarked = dates.flatMap(date => {
    const number = /^ ?[-=:] ?(\d{1,3})(?![\d.%]| ?%| ?-)/.exec(plain.slice(date.end, date.end + 12))
    if (!number) return []
    const end = date.end + number[0].length
    return [{ ...quantities[0]!, value: Number(number[1]), at: end - number[1]!.length, end }]
  })
  return [
    ...quantities,
    ...unmarked.filter(({ at }) => !quantities.some(quantity => quantity.end > at && quantity.at <= at)),
  ].sort((a, b) => a.at - b.at)
}

const ONLY_A_DATE_BEFORE = /^(?:by|from|in|on|at|the|end|of|milestones?|targets?|for|[ :-])*$/

/** The date by which a quantity is due: the next one after it, or the last before it where the sentence gives dates first. */
function dueOf(quantity: Quantity, all: Quantity[], dates: NamedDate[], plain: string): NamedDate | null {
  const first = dates[0]
  if (!first) return null
  if (first.at < all[0]!.at && datesFirst(plain, first, all[0]!))
    return dates.findLast(date => date.at < quantity.at) ?? null
  const next = all.find(other => other.at > quantity.at)
  const due = dates.find(date => date.at >= quantity.end && (!next || date.at < next.at))
  if (!due) return null
  const between = plain.slice(quantity.end, due.at)
  return between.includes(',') && !/\bby (?:the )?(?:end of )?$/.test(between) ? null : due
}

const datesFirst = (plain: string, first: NamedDate, quantity: Quantity): boolean =>
  ONLY_A_DATE_BEFORE.test(plain.slice(0, first.at)) || /^ ?[-:=]? ?$/.test(plain.slice(first.end, quantity.at))
