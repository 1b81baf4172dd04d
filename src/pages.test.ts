/** What holds for every page there is. */
import { expect, test } from 'vitest'
import { PAGES } from './app.ts'
import { PERMISSION } from './terms/permission.ts'

/** The only pages that anyone may open. */
const OPEN = ['/invitation', '/sign-in', '/sign-in/passkey']

test('every page names who may open it, and only sign-in is open to all', () => {
  for (const page of PAGES)
    if (page.kind === 'open-page') expect(OPEN).toContain(page.path)
    else expect(Object.keys(PERMISSION), page.path).toContain(page.may)
})

test('every page has an address of its own', () => {
  const addresses = PAGES.map(({ path }) => path.replace(/:\w+/g, ':'))
  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([])
})

test('an address is written in small letters and hyphens, and does not end in a slash', () => {
  for (const { path } of PAGES) expect(path).toMatch(/^\/$|^(\/([a-z0-9-]+(\.[a-z]+)?|:[a-zA-Z]+))+$/)
})

/** Permissions by which rows about children are reached, or who saw them. */
const OF_CHILDREN = [
  'see-children',
  'run-performance-meeting',
  'load-children',
  'read-record',
  'see-why-children',
  'answer-access-requests',
  'take-extract',
]
/** A form for an extract, with nothing in it. */
const EMPTY = ['/data/template']

test('whoever takes away what tells of children shows again who they are, and says what they need it for', () => {
  const taken = PAGES.filter(page => page.kind === 'download').filter(page => !EMPTY.includes(page.path))
  const ofChildren = taken.filter(page => OF_CHILDREN.includes(page.may) || page.asksAgain || page.asksWhy)
  expect(ofChildren.length).toBeGreaterThan(5)
  for (const page of ofChildren) expect([page.path, page.asksAgain, page.asksWhy]).toEqual([page.path, true, true])
})

/** Deciding who may do what, how the service is set up, what is kept and what goes, and for whom what is held is gathered. */
const SHOWS_AGAIN = ['manage-people', 'administer', 'read-record', 'answer-access-requests', 'take-extract']
/** What is taken away for good. */
const GONE_FOR_GOOD = ['/plan/attachments/:address/remove', '/retention/dispose', '/account/second-step/remove']
/** A search, that keeps nothing. */
const ONLY_ASKS = ['/record']

test('whoever changes what others may, how it is set up or what is kept shows again who they are', () => {
  const kept = PAGES.filter(page => page.kind === 'page' && page.save && !ONLY_ASKS.includes(page.path))
  const guarded = kept.filter(
    page => page.kind === 'page' && (SHOWS_AGAIN.includes(page.may) || GONE_FOR_GOOD.includes(page.path)),
  )
  expect(guarded.length).toBeGreaterThan(20)
  expect(GONE_FOR_GOOD.filter(path => !guarded.some(page => page.path === path))).toEqual([])
  for (const page of guarded) expect([page.path, page.kind === 'page' && Boolean(page.asksAgain)]).toEqual([page.path, true]) // prettier-ignore
})

test('a page that keeps what is sent says so, and one that asks for something keeps it', () => {
  for (const page of PAGES) if (page.kind !== 'download' && page.form) expect(page.save, page.path).toBeDefined()
})
