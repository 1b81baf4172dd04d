/** Two people editing one action: what each changed since both last saw the same words, and what both changed. */
import type { EditableWords } from './action-store.ts'

export const EDITABLE = [
  'text',
  'desiredOutcome',
  'measureText',
  'monitoredBy',
] as const satisfies readonly (keyof EditableWords)[]

/** The parts that someone else changed (from `seen` to `now`) and this person changed too, to something else. */
export const bothTouched = (seen: EditableWords, now: EditableWords, given: EditableWords) =>
  EDITABLE.filter(field => now[field] !== seen[field] && given[field] !== seen[field] && given[field] !== now[field])

/** Each part as this person left it where they changed it, else as it stands now. */
export const mergeWords = (seen: EditableWords, now: EditableWords, given: EditableWords): EditableWords =>
  Object.fromEntries(
    EDITABLE.map(field => [field, given[field] === seen[field] ? now[field] : given[field]]),
  ) as EditableWords
