import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const DATABASE = 'postgres://golden_thread_service:a@db.example:5432/council'
const OWNER = 'postgres://golden_thread_owner:b@db.example:5432/council'

test('with nothing set it is this machine, port 3000, the built-in database and the demo', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    address: 'http://127.0.0.1:3000',
    trustedProxies: 0,
    folder: join(import.meta.dirname, '..', 'data'),
    databaseUrl: null,
    migrationUrl: null,
    demo: true,
    demoPassword: null,
    metricsToken: null,
    logsRequests: false,
    scanner: null,
    mostAttached: 20 * 1024 ** 3,
    mostRequests: { session: 600, address: 6_000 },
    signIn: { idleHours: 12, longestHours: 24, directory: null, sealing: null },
    mostRecords: 200 * 1024 * 1024,
  })
})

test('the address follows host and port unless it is said', () => {
  expect(readConfig({ HOST: '0.0.0.0', PORT: '8080' }).address).toBe('http://0.0.0.0:8080')
  expect(readConfig({ HOST: '::1' }).address).toBe('http://[::1]:3000')
  expect(readConfig({ GOLDEN_THREAD_ADDRESS: 'https://improvement.example.gov.uk/' }).address).toBe(
    'https://improvement.example.gov.uk',
  )
})

test('a database of your own is given no demo unless it is asked for', () => {
  expect(readConfig({ DATABASE_URL: DATABASE, MIGRATION_DATABASE_URL: OWNER })).toMatchObject({
    databaseUrl: DATABASE,
    migrationUrl: OWNER,
    demo: false,
  })
  const asked = { DATABASE_URL: DATABASE, GOLDEN_THREAD_DEMO: 'yes', GOLDEN_THREAD_DEMO_PASSWORD: 'eight888' }
  expect(readConfig(asked)).toMatchObject({ demo: true, demoPassword: 'eight888' })
})

test('proxies in front are so many, or these', () => {
  expect(readConfig({ GOLDEN_THREAD_TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
  expect(readConfig({ GOLDEN_THREAD_TRUSTED_PROXIES: '10.0.0.5, fd00::/8' }).trustedProxies).toEqual([
    '10.0.0.5',
    'fd00::/8',
  ])
})

test('what is empty or only spaces is not set', () => {
  expect(readConfig({ PORT: '', HOST: '  ', DATABASE_URL: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: '65536' }, 'PORT is "65536": give a number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT is "-1"'],
  [{ PORT: '80.5' }, 'PORT is "80.5"'],
  [{ HOST: 'http://here' }, 'HOST is "http://here"'],
  [{ GOLDEN_THREAD_ADDRESS: 'council.gov.uk' }, 'GOLDEN_THREAD_ADDRESS is "council.gov.uk"'],
  [{ GOLDEN_THREAD_ADDRESS: 'https://council.gov.uk/improvement' }, 'give the start of its web address'],
  [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL is not one'],
  [{ DATABASE_URL: 'postgres://a@b' }, 'give postgres://user:password@host:5432/database'],
  [{ MIGRATION_DATABASE_URL: OWNER }, 'DATABASE_URL is not: set both'],
  [{ GOLDEN_THREAD_TRUSTED_PROXIES: '10' }, 'GOLDEN_THREAD_TRUSTED_PROXIES is "10": give how many proxies'],
  [{ GOLDEN_THREAD_TRUSTED_PROXIES: '10.0.0.0/33' }, 'or their addresses, such as 10.0.0.5'],
  [{ GOLDEN_THREAD_TRUSTED_PROXIES: 'yes' }, 'GOLDEN_THREAD_TRUSTED_PROXIES is "yes"'],
  [{ GOLDEN_THREAD_MOST_REQUESTS: '59' }, 'give a whole number, 60 to 999999'],
  [{ GOLDEN_THREAD_SCANNER: 'clamd' }, 'GOLDEN_THREAD_SCANNER is "clamd": give clamd:/run/clamav/clamd.ctl'],
  [{ GOLDEN_THREAD_SCANNER: 'http://scanner:3310' }, 'or clamd://host:3310'],
  [{ GOLDEN_THREAD_SCANNER: 'clamd://scanner:65536' }, 'GOLDEN_THREAD_SCANNER is'],
  [{ GOLDEN_THREAD_SCANNER: 'clamd:run/clamd.ctl' }, 'GOLDEN_THREAD_SCANNER is'],
  [{ GOLDEN_THREAD_SECRETS_KEY: 'short' }, 'GOLDEN_THREAD_SECRETS_KEY is not one: give 32 bytes in base64'],
  [{ GOLDEN_THREAD_SECRETS_KEY_OLD: 'a'.repeat(64) }, 'GOLDEN_THREAD_SECRETS_KEY is not: set both'],
  [{ GOLDEN_THREAD_SECRETS_KEY_FILE: '/no/such/file' }, 'GOLDEN_THREAD_SECRETS_KEY_FILE is "/no/such/file"'],
  [{ GOLDEN_THREAD_MOST_ATTACHED_GB: '0' }, 'give a number of gigabytes from 1 to 9999'],
  [{ GOLDEN_THREAD_DEMO: 'true' }, 'GOLDEN_THREAD_DEMO is "true": give yes or no'],
  [{ GOLDEN_THREAD_DEMO_PASSWORD: 'seven77' }, 'give 8 characters or more'],
  [{ DATABASE_URL: DATABASE, GOLDEN_THREAD_DEMO: 'yes' }, 'choose GOLDEN_THREAD_DEMO_PASSWORD too'],
] as [Record<string, string>, string][])('%o is refused by its name', (env, message) => {
  expect(() => readConfig(env)).toThrow(message)
})

test.each([
  ['clamd:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamd://scanner.council.gov.uk', { host: 'scanner.council.gov.uk', port: 3310 }],
  ['clamd://10.0.0.9:3311', { host: '10.0.0.9', port: 3311 }],
  ['clamd://[fd00::9]:3311', { host: 'fd00::9', port: 3311 }],
])('the scanner at %s', (said, where) => {
  expect(readConfig({ GOLDEN_THREAD_SCANNER: said }).scanner).toEqual(where)
})

test('the key that secrets are sealed with stands in the surroundings or in a file, and the one before it beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'))
  const [key, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  writeFileSync(join(folder, 'key'), `${key.toString('base64')}\n`)
  const env = {
    GOLDEN_THREAD_SECRETS_KEY_FILE: join(folder, 'key'),
    GOLDEN_THREAD_SECRETS_KEY_OLD: old.toString('hex'),
  }
  expect(readConfig(env).signIn.sealing).toEqual({ key, old })
  rmSync(folder, { recursive: true })
})

test('65535 is the last port, and 0 asks for any', () => {
  expect(readConfig({ PORT: '65535' }).port).toBe(65_535)
  expect(readConfig({ PORT: '0' }).port).toBe(0)
})

test('everything that is wrong is named at once', () => {
  expect(() => readConfig({ PORT: 'x', GOLDEN_THREAD_DEMO: 'x' })).toThrow(/PORT[^]*GOLDEN_THREAD_DEMO/)
})

test('a password in a wrong address is not repeated', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://a:secret@b/c' })).toThrow(/^(?!.*secret)/s)
})

const TENANT = 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0'
const OIDC = {
  GOLDEN_THREAD_OIDC_ISSUER: TENANT,
  GOLDEN_THREAD_OIDC_CLIENT_ID: 'golden-thread',
  GOLDEN_THREAD_OIDC_CLIENT_SECRET: 'not-to-be-shown',
}

test('a directory is there where it is set, with the least it may do', () => {
  expect(readConfig(OIDC).signIn.directory).toEqual({
    issuer: TENANT,
    clientId: 'golden-thread',
    clientSecret: 'not-to-be-shown',
    name: 'your council account',
    authority: null,
    linkByEmail: false,
    posts: {},
  })
})

test('its secret may stand in a file, and its posts have titles with commas and signs', () => {
  const { GOLDEN_THREAD_OIDC_CLIENT_SECRET: _, ...without } = OIDC
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret')
  writeFileSync(file, 'from-a-file\n')
  const posts = 'Head=Head of Help, Protection = both; Chair = Independent Chair;'
  const { directory } = readConfig({
    ...without,
    GOLDEN_THREAD_OIDC_CLIENT_SECRET_FILE: file,
    GOLDEN_THREAD_OIDC_POSTS: posts,
    GOLDEN_THREAD_OIDC_LINK_BY_EMAIL: 'yes',
  }).signIn
  expect(directory).toMatchObject({
    clientSecret: 'from-a-file',
    linkByEmail: true,
    posts: { Head: 'Head of Help, Protection = both', Chair: 'Independent Chair' },
  })
})

test.each([
  [{ GOLDEN_THREAD_OIDC_CLIENT_ID: '' }, 'GOLDEN_THREAD_OIDC_CLIENT_ID is missing'],
  [{ GOLDEN_THREAD_OIDC_ISSUER: '' }, 'GOLDEN_THREAD_OIDC_ISSUER is missing'],
  [{ GOLDEN_THREAD_OIDC_CLIENT_SECRET: '' }, 'GOLDEN_THREAD_OIDC_CLIENT_SECRET is missing'],
  [{ GOLDEN_THREAD_OIDC_ISSUER: 'http://login.example' }, 'give the https address of the directory'],
  [{ GOLDEN_THREAD_OIDC_ISSUER: 'login.example' }, 'give the https address of the directory'],
  [{ GOLDEN_THREAD_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, "your own tenant's address"],
  [{ GOLDEN_THREAD_OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' }, "anybody's accounts"],
  [{ GOLDEN_THREAD_OIDC_LINK_BY_EMAIL: 'true' }, 'give yes or no'],
  [{ GOLDEN_THREAD_OIDC_POSTS: 'Head of Help' }, 'give app roles and posts'],
  [
    { GOLDEN_THREAD_OIDC_CLIENT_SECRET: '', GOLDEN_THREAD_OIDC_CLIENT_SECRET_FILE: '/not/there' },
    'name a file that can be read',
  ],
  [{ GOLDEN_THREAD_SESSION_IDLE_HOURS: '0' }, 'give whole hours, 1 to 720'],
  [{ GOLDEN_THREAD_SESSION_LONGEST_HOURS: '8' }, 'GOLDEN_THREAD_SESSION_IDLE_HOURS is more than'],
] as [Record<string, string>, string][])('beside a directory %o stops the start', (env, message) => {
  expect(() => readConfig({ ...OIDC, ...env })).toThrow(message)
  expect(() => readConfig({ ...OIDC, ...env })).toThrow(/^(?!.*not-to-be-shown)/s)
})

test.each(['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'GOLDEN_THREAD_DEMO_PASSWORD', 'GOLDEN_THREAD_METRICS_TOKEN'])(
  '%s may stand in a file, and what is in it is never repeated',
  name => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'))
    const file = join(folder, 'secret')
    const value = /URL/.test(name) ? 'postgres://service:hush-hush-hush@db/council' : 'hush-hush-hush-hush'
    const beside = name === 'MIGRATION_DATABASE_URL' ? { DATABASE_URL: value } : {}
    writeFileSync(file, `${value}\n`)
    expect(JSON.stringify(readConfig({ ...beside, [`${name}_FILE`]: file }))).toContain('hush-hush-hush')
    writeFileSync(file, 'hush')
    const wrong = () => readConfig({ ...beside, [`${name}_FILE`]: file })
    expect(wrong).toThrow(name)
    expect(wrong).not.toThrow('hush')
    expect(() => readConfig({ ...beside, [`${name}_FILE`]: join(folder, 'none') })).toThrow(
      /_FILE is .*name a file that can be read/,
    )
    rmSync(folder, { recursive: true })
  },
)
