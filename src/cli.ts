/** The `golden-thread` command line: finds the command that was asked for, runs it, and prints its answer. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Answer, type Command, WrongUsage } from './commands/command.ts'
import { toldOf } from './store/log.ts'
import { nearestWord } from './terms/nearest-word.ts'

const DONE = 0
const INPUT_IS_WRONG = 1
const WRONGLY_USED = 2
/** A fault of the product itself, as `sysexits.h` numbers it. */
const BROKEN = 70

const FOLDER = join(import.meta.dirname, 'commands')

/** Every command by its words (`plan read`), as the files of the folder are named. */
const listCommands = (): string[] =>
  readdirSync(FOLDER)
    .filter(file => /^[a-z-]+\.ts$/.test(file) && file !== 'command.ts')
    .map(file => file.slice(0, -'.ts'.length).replaceAll('-', ' '))
    .sort()

const loadCommand = async (words: string): Promise<Command> =>
  (await import(`./commands/${words.replaceAll(' ', '-')}.ts`)).default

/** Runs what was typed after `golden-thread` and answers the exit code. */
export async function runCommandLine(typed: string[]): Promise<number> {
  const asJson = typed.includes('--json')
  try {
    return await runTyped(typed)
  } catch (error) {
    const code = exitCodeOf(error)
    const message =
      code === BROKEN
        ? `This is a fault in golden-thread itself: ${toldOf(error).message ?? describe(error)}`
        : describe(error)
    if (asJson) console.log(JSON.stringify({ error: message, problems: [{ where: whereIn(typed), problem: message }] }))
    console.error(forTerminal(`golden-thread: ${message}`))
    if (code === BROKEN && error instanceof Error) console.error(toldOf(error).stack)
    return code
  }
}

/** What a failure without a place of its own is about: the file or files that were given, else the command. */
const whereIn = (typed: string[]): string =>
  typed.filter(word => /[./\\]/.test(word) && !word.startsWith('-')).join(', ') || 'golden-thread'

async function runTyped(said: string[]): Promise<number> {
  const commands = listCommands()
  const typed = inWords(said, commands)
  const words = commands
    .filter(words => words.split(' ').every((word, at) => typed[at] === word))
    .sort((one, other) => other.length - one.length)[0]
  if (words === undefined) return showAll(typed, commands)
  const found = await loadCommand(words)
  const rest = typed.slice(words.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return show(helpFor(words, found))
  const { values, positionals } = parse(words, found, rest)
  const { json, ...given } = values
  const shown = (answer: Answer) => (json ? JSON.stringify(answer.json, null, 2) : answer.text)
  const answer = await found.run({
    values: given as never,
    positionals,
    progress: text => console.error(forTerminal(text)),
    say: part => console.log(forTerminal(shown(part))),
  })
  await print(shown(answer))
  return codeFor(answer)
}

/** A command may be asked for with hyphens too, as `make-authority` and `annex-a` are spoken of. */
const inWords = (typed: string[], commands: string[]): string[] => {
  const [first = '', ...rest] = typed
  return commands.includes(first.replaceAll('-', ' ')) ? [...first.split('-'), ...rest] : typed
}

const codeFor = ({ inputIsWrong }: Answer): number => (inputIsWrong ? INPUT_IS_WRONG : DONE)

/** Parses by the command's own options. Throws `WrongUsage` in the words of `node:util` and with the usage. */
function parse(words: string, { options, takes }: Command, rest: string[]) {
  const fail = (problem: string): never => {
    throw new WrongUsage(`${problem}\nUsage: ${usageOf(words, takes, options)}`)
  }
  try {
    const all = { ...options, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: rest, options: all, allowPositionals: true, strict: true })
    const needed = takes.filter(name => !name.startsWith('['))
    if (positionals.length < needed.length) fail(`${needed[positionals.length]} is missing`)
    if (positionals.length > takes.length && !takes.at(-1)?.includes('...'))
      fail(`"${positionals[takes.length]}" is one too many`)
    return { values, positionals }
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return fail(error.message.split('. To specify')[0]!)
    throw error
  }
}

async function showAll(typed: string[], commands: string[]): Promise<number> {
  const said = typed.filter(word => !word.startsWith('-'))
  const asksHelp = typed.length === 0 || typed.includes('--help') || typed.includes('-h') || typed[0] === 'help'
  const within = commands.filter(words => said.length > 0 && words.startsWith(`${said[0]} `))
  if (asksHelp && (said.length === 0 || said[0] === 'help' || within.length > 0))
    return show(await helpForAll(within.length > 0 ? within : commands), typed.length === 0 ? WRONGLY_USED : DONE)
  const near = nearestWord(said.join(' '), commands)
  const hint = within.length > 0 ? `It is one of: ${within.join(', ')}. ` : near ? `Did you mean "${near}"? ` : ''
  throw new WrongUsage(`There is no command "${said.join(' ') || typed.join(' ')}". ${hint}See golden-thread --help`)
}

async function helpForAll(commands: string[]): Promise<string> {
  const width = Math.max(...commands.map(words => words.length)) + 2
  const lines = await Promise.all(
    commands.map(async words => `  ${words.padEnd(width)}${(await loadCommand(words)).summary}`),
  )
  return [
    "Golden Thread runs a children's services improvement programme.",
    '',
    'Usage: golden-thread COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'Every command has --json (its answer as JSON) and --help.',
    'It ends with 0 when done, 1 when what it was given is wrong, 2 when it was asked wrongly.',
  ].join('\n')
}

function helpFor(words: string, { summary, takes, options, help }: Command): string {
  const named = Object.entries({
    ...options,
    json: { type: 'boolean', about: 'The answer as JSON' },
  } as Command['options'])
  const flags = named.map(
    ([name, { value, short }]) => `  ${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`,
  )
  const width = Math.max(...flags.map(flag => flag.length)) + 2
  const lines = named.map(([, { about }], at) => `${flags[at]!.padEnd(width)}${about}`)
  return [
    summary,
    '',
    `Usage: ${usageOf(words, takes, options)}`,
    '',
    ...lines,
    ...(help ? ['', help.trim()] : []),
  ].join('\n')
}

const usageOf = (words: string, takes: string[], options: Command['options']): string =>
  ['golden-thread', words, ...takes, ...(Object.keys(options).length > 0 ? ['[OPTIONS]'] : []), '[--json]'].join(' ')

const WORDED = ['WrongInput', 'NotFound', 'CannotStart']

const exitCodeOf = (error: unknown): number => {
  const name = error instanceof Error ? error.name : ''
  return name === 'WrongUsage' ? WRONGLY_USED : WORDED.includes(name) ? INPUT_IS_WRONG : BROKEN
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function show(text: string, code = DONE): Promise<number> {
  await print(text)
  return code
}

/** Files and their names come from elsewhere, and a terminal obeys control characters: only line feeds and tabs go through. */
const forTerminal = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')

/** Waits until the text has gone: a pipe may take less than a long answer at once. One closed early (`| head`) is no fault. */
const print = (text: string): Promise<void> =>
  new Promise((done, failed) => {
    if (text === '') return done()
    process.stdout.on('error', error => ((error as NodeJS.ErrnoException).code === 'EPIPE' ? done() : failed(error)))
    process.stdout.write(forTerminal(text.endsWith('\n') ? text : `${text}\n`), () => done())
  })

process.exitCode = await runCommandLine(process.argv.slice(2))
process.exit()
