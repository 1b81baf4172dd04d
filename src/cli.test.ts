/** The command line as people meet it: the program itself, its words and its exit codes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FRONT_DOOR = join(import.meta.dirname, '..', 'bin', 'golden-thread.mjs')

const type = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FRONT_DOOR, ...words], { encoding: 'utf8' })
  return { code: status, out: stdout, said: stderr }
}

test('--help names every command with a line of its own, and ends with 0', () => {
  const { code, out } = type('--help')
  expect(code).toBe(0)
  const files = readdirSync(join(import.meta.dirname, 'commands')).filter(file => !/^command\.ts$|\.test\./.test(file))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files)
    expect(out).toMatch(new RegExp(`^  ${file.replace('.ts', '').replaceAll('-', ' ')} +\\S`, 'm'))
})

test('nothing said shows the same, and ends with 2', () => {
  expect(type()).toMatchObject({ code: 2, out: type('--help').out })
})

test.each(['start', 'migrate', 'stop', 'plan read', 'source read'])('%s --help says how it is asked', words => {
  const { code, out } = type(...words.split(' '), '--help')
  expect(code).toBe(0)
  expect(out).toContain(`Usage: golden-thread ${words}`)
  expect(out).toContain('--json')
})

test.each([
  [['plna', 'read'], 'There is no command "plna read". Did you mean "plan read"?'],
  [['strat'], 'Did you mean "start"?'],
  [['plan'], 'There is no command "plan". It is one of: plan read'],
  [['zzzzzzzz'], 'There is no command "zzzzzzzz". See golden-thread --help'],
  [['--frobnicate'], 'There is no command "--frobnicate"'],
  [['migrate', '--frobnicate'], "Unknown option '--frobnicate'"],
  [['migrate', 'now'], '"now" is one too many'],
  [['plan', 'read'], 'FILE is missing'],
])('%j ends with 2 and says what to type', (words, message) => {
  const { code, out, said } = type(...words)
  expect(code).toBe(2)
  expect(said).toContain(message)
  expect(out).toBe('')
})

test('a file that is not there ends with 1, and with --json the error is JSON too', () => {
  const { code, out, said } = type('plan', 'read', '/no/such/plan.docx', '--json')
  expect(code).toBe(1)
  expect(said).toContain('/no/such/plan.docx')
  const problem = expect.stringContaining('/no/such/plan.docx')
  expect(JSON.parse(out)).toEqual({ error: problem, problems: [{ where: '/no/such/plan.docx', problem }] })
})

test('it works from any folder, and takes a file as named from there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
  writeFileSync(join(folder, 'plan.csv'), 'Ref,Action,Lead,By when\n1,Train the team,PSW,April 2027\n')
  const read = spawnSync(process.execPath, [FRONT_DOOR, 'plan', 'read', 'plan.csv', '--json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(read.stderr).toBe('')
  expect(JSON.parse(read.stdout).themes[0].actions[0].text).toBe('Train the team')
})

test.each([
  ['plan', 'read'],
  ['source', 'read'],
  ['thread', '--plan'],
])('%s %s of a folder says that it is one', (...words) => {
  const { code, said } = type(...words, tmpdir())
  expect(code).toBe(1)
  expect(said).toContain(`${tmpdir()}: this is a folder: name the file in it`)
})

test('what a file or its name holds is never obeyed by the terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-cli-'))
  try {
    const file = join(folder, 'plan\u001b[31m\u0007.csv')
    writeFileSync(file, 'Ref,Action,Lead\n1,Visit \u009b31m every child,Head of Service\n')
    for (const words of [
      ['plan', 'read', file],
      ['source', 'read', file],
      ['thread', '--plan', file],
      ['plan', 'read', `${file}x`],
    ]) {
      const { out, said } = type(...words)
      // eslint-disable-next-line no-control-regex
      expect(out + said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
