/**
 * What a command of `golden-thread` is. One file each in this folder, found by its name: `plan-read.ts` is `golden-thread plan read`.
 * A file is loaded only when its command is asked for, so what it imports costs nobody else.
 */
import type { ParseArgsOptionsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { listAuthorities } from '../store/authority.ts'
import type { Database } from '../store/database.ts'

/** Options as `node:util` parses them, each with what `--help` says of it; `value` names what follows one (`--as-at DAY`). */
export type Options = ParseArgsOptionsConfig & Record<string, { about: string; value?: string }>

/** What the command was given. `progress` writes a line for the person waiting, apart from the answer; say it for what takes seconds. */
export type Given<O extends Options> = {
  values: ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']
  positionals: string[]
  progress(text: string): void
  /** Prints a part of the answer now, for a command that goes on after it. */
  say(part: Answer): void
}

/** What it found: `json` is printed with `--json`, `text` without. `inputIsWrong` ends with 1, as for a file that could not be read. */
export type Answer = { json: unknown; text: string; inputIsWrong?: boolean }

export type Command<O extends Options = Options> = {
  /** One line for the list of commands. */
  summary: string
  /** What stands after the words, in order: `['FILE']`; `'[FILE]'` may be left out, `'FILE...'` is one or more. */
  takes: string[]
  /** `json` and `help` belong to every command and are not named here. */
  options: O
  /** More for its own `--help`: what it reads, what it prints, an example. */
  help?: string
  /** Throw `WrongInput` for what the person gave, `WrongUsage` for how they asked; `NotFound` and `CannotStart` are worded already. */
  run(given: Given<O>): Promise<Answer>
}

/** ``export default command({ summary, takes: ['FILE'], options: {}, async run({ values, positionals }) { ... } })`` */
export const command = <const O extends Options>(given: Command<O>): Command<O> => given

/** What was given cannot be used, in words that say what to do. The command ends with 1. */
export class WrongInput extends Error {
  override name = 'WrongInput'
}

/** The command was asked for in a way it does not know. It ends with 2 and says how it is asked. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** The authority that a command is for: the one named, or the only one. */
export async function authorityNamed(database: Database, name: string | null): Promise<number> {
  const held = await listAuthorities(database)
  const found = name === null ? held : held.filter(one => one.name.toLowerCase() === name.toLowerCase())
  const names = held.map(one => one.name).join(', ')
  if (held.length === 0) throw new WrongInput('The database holds no authority yet: run golden-thread start first')
  if (found.length === 0) throw new WrongInput(`The database holds no authority called ${name}. It holds: ${names}`)
  if (found.length > 1) throw new WrongUsage(`Say which authority with --authority. The database holds: ${names}`)
  return found[0]!.authorityId
}
