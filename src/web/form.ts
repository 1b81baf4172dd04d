/**
 * What a form asks for, and what was given: each field reads the text a browser sent into a typed value, or says in words
 * what to put right. What was typed is always kept, so that a form comes back as it was left.
 */
import { type Day, isDay } from '../terms/day.ts'
import type { RefusalKind } from './refusal.ts'

/** One thing asked for. `read` gets every value the browser sent under its name and answers with the value or the problem. */
export type Field<Value> = {
  read(sent: Sent): { value: Value } | { problem: string }
  /** True of a file: only forms that ask for one may send much. The files of an extract of records may be larger than others; of several files a number says how many bytes they may have together. */
  isFile?: true | 'records' | number
}
export type Sent = { texts: string[]; files: Upload[] }
export type Upload = { name: string; type: string; bytes: Uint8Array }

export type Fields = Record<string, Field<unknown>>
export type Given<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never }

/** A problem with a field, shown beside it and in the summary at the top. `field` is null where it concerns the whole form. */
export type FieldProblem = { field: string | null; text: string }

/** A form as shown: what was typed (or what stands now) and what is wrong with it. */
export type Form = {
  problems: FieldProblem[]
  /** The texts typed in a field; before anything was typed, what `start` gave. */
  texts(field: string): string[]
  text(field: string): string
  problem(field: string): string | null
  /** Gives fields what stands now, for a form that has not been sent. Returns the form itself. */
  start(values: Record<string, string | string[] | null>): Form
}

/** Thrown by a page's `save` where what was given cannot be kept: the same view comes back with the problems. */
export class Refused extends Error {
  override name = 'Refused'
  readonly problems: FieldProblem[]
  /** Named where it is a refusal for the record, and no slip of the pen. */
  readonly kind: RefusalKind | null
  constructor(problems: FieldProblem[], kind: RefusalKind | null = null) {
    super(problems.map(problem => problem.text).join('; '))
    this.problems = problems
    this.kind = kind
  }
}

/** Reads what was sent by the fields asked for. */
export function readForm<F extends Fields>(
  fields: F,
  sent: Record<string, Sent>,
): { given: Given<F> | null; form: Form } {
  const problems: FieldProblem[] = []
  const given: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const answer = field.read(sent[name] ?? { texts: [], files: [] })
    if ('problem' in answer) problems.push({ field: name, text: answer.problem })
    else given[name] = answer.value
  }
  const typed = Object.fromEntries(Object.entries(sent).map(([name, { texts }]) => [name, texts]))
  return { given: problems.length === 0 ? (given as Given<F>) : null, form: formOf(typed, problems, true) }
}

/** A form that has not been sent yet. */
export const blankForm = (): Form => formOf({}, [], false)

/** The form with more problems, for what only saving could find. */
export const withProblems = (form: Form, problems: FieldProblem[]): Form => ({
  ...form,
  problems: [...form.problems, ...problems],
  problem: problemIn([...form.problems, ...problems]),
})

function formOf(typed: Record<string, string[]>, problems: FieldProblem[], sent: boolean): Form {
  const stands = { ...typed }
  const form: Form = {
    problems,
    texts: field => stands[field] ?? [],
    text: field => stands[field]?.[0] ?? '',
    problem: problemIn(problems),
    start(values) {
      if (!sent)
        for (const [field, value] of Object.entries(values)) stands[field] = value === null ? [] : [value].flat()
      return form
    },
  }
  return form
}

const problemIn = (problems: FieldProblem[]) => (field: string) =>
  problems.find(problem => problem.field === field)?.text ?? null

/**
 * What was typed, as everyone will see it: without the marks that turn the direction of what follows, and without what takes
 * no room and so makes two names that look alike differ. What shows nothing at all is empty.
 */
function only(sent: Sent): string {
  const plain = (sent.texts[0] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim()
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(plain) ? '' : plain
}

/**
 * What turns the direction of what follows, has no width, or is a tag. Joiners stay where a script or an emoji is written with them, and
 * the marks of direction behind letters that are written from right to left.
 */
const UNSEEN = new RegExp(
  [
    String.raw`[\u00ad\u034f\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]`,
    String.raw`[\u{e0000}-\u{e007f}]`,
    String.raw`(?<=[\p{sc=Latin}\p{N}])[\u200c\u200d]|[\u200c\u200d](?=[\p{sc=Latin}\p{N}])`,
    String.raw`(?<![\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}])[\u061c\u200e\u200f]`,
  ].join('|'),
  'gu',
)

/** Words. `max` is in characters; `missing` is what to say where it is empty; without it the field may be empty. */
export const text = ({ max = 500, missing }: { max?: number; missing?: string } = {}): Field<string> => ({
  read(sent) {
    const value = only(sent)
    if (value === '' && missing) return { problem: missing }
    if (value.length > max)
      return {
        problem: `Use ${max.toLocaleString('en-GB')} characters or fewer: this has ${value.length.toLocaleString('en-GB')}`,
      }
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value))
      return { problem: 'Remove characters that cannot be shown' }
    return { value }
  },
})

/** One of the keys of a list of words. */
export const oneOf = <Key extends string>(options: Record<Key, string>, missing: string): Field<Key> => ({
  read(sent) {
    const value = only(sent)
    return Object.hasOwn(options, value) ? { value: value as Key } : { problem: missing }
  },
})

/** One of the keys, or null where nothing is chosen. */
export const maybeOneOf = <Key extends string>(options: Record<Key, string>): Field<Key | null> => ({
  read(sent) {
    const value = only(sent)
    if (value === '') return { value: null }
    return Object.hasOwn(options, value) ? { value: value as Key } : { problem: 'Select one of the options' }
  },
})

/** An id as the database can hold it and as we write it; null for anything else. */
const idIn = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

/** An id chosen from a list; whether it exists is for the database to say. */
export const idOf = (missing: string): Field<number> => ({
  read(sent) {
    const value = idIn(only(sent))
    return value === null ? { problem: missing } : { value }
  },
})

/** Any number of ids. */
export const idsOf = (): Field<number[]> => ({
  read(sent) {
    const values = sent.texts.filter(text => text !== '').map(idIn)
    return values.includes(null) ? { problem: 'Select from the list' } : { value: values as number[] }
  },
})

/** Any number of choices sent under the name, each a few words. */
export const texts = (): Field<string[]> => ({
  read: sent => ({ value: sent.texts.map(text => only({ texts: [text], files: [] })) }),
})

/**
 * A day, from one box (`2026-11-22`, `22/11/2026`) or as a date input sends it. `missing` is what to say where it is empty;
 * without it the value may be null.
 */
export const onDay = ({ missing }: { missing?: string } = {}): Field<Day | null> => ({
  read(sent) {
    const value = only(sent)
    if (value === '') return missing ? { problem: missing } : { value: null }
    const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(value)
    const iso = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : value
    return isDay(iso)
      ? { value: iso }
      : { problem: `Enter a date that exists, such as 22/11/2026: "${value.slice(0, 20)}" is not one` }
  },
})

/** A ticked box. */
export const ticked = (): Field<boolean> => ({ read: sent => ({ value: sent.texts.length > 0 }) })

/** A file. `maxBytes` is checked again while the body is read, before this. */
export const upload = ({ missing, maxBytes }: { missing: string; maxBytes: number }): Field<Upload> => ({
  isFile: true,
  read(sent) {
    const file = sent.files[0]
    if (!file || (file.bytes.length === 0 && file.name === '')) return { problem: missing }
    if (file.bytes.length === 0) return { problem: `The file ${file.name} is empty` }
    if (file.bytes.length > maxBytes)
      return { problem: `The file must be smaller than ${Math.floor(maxBytes / 1_048_576)} MB` }
    return { value: file }
  },
})

/** Any number of files up to `most`, with `mostBytes` together; none is fine unless `missing` says what to say. Each is for the page to look at. */
export const files = ({
  most,
  mostBytes,
  missing,
}: {
  most: number
  mostBytes: number
  missing?: string
}): Field<Upload[]> => ({
  isFile: mostBytes,
  read(sent) {
    const given = sent.files.filter(({ name, bytes }) => name !== '' || bytes.length > 0)
    if (given.length === 0 && missing) return { problem: missing }
    if (given.length > most) return { problem: `Select up to ${most} files: there are ${given.length}` }
    return { value: given }
  },
})

/** The files of an extract of records, one or more. How large they may be together is the service's setting, and holds while they are read. */
export const recordFiles = ({ missing }: { missing: string }): Field<Upload[]> => ({
  isFile: 'records',
  read({ files }) {
    const given = files.filter(({ name, bytes }) => name !== '' || bytes.length > 0)
    return given.length === 0 ? { problem: missing } : { value: given }
  },
})
