/** What is held of somebody who signs in here: who they are here, what they did, looked at and wrote. No child is in it. */
import { BASIS, type Basis } from '../../people/reach.ts'
import { inWords, momentOf } from '../../people/record-words.ts'
import type { Db } from '../../store/database.ts'
import { longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { ROLE_NAME } from '../../terms/permission.ts'
import { dayOr, type Part, partOf } from './copy.ts'
import { listDone, listDoneAbout, listHoldingsOf, listLooksBy, listRowsThatName, listSavedViewsOf, listSessionsOf, listSignIn, listWritten } from './staff-store.ts' // prettier-ignore

export const heldHere = async (db: Db, personId: number) => ({
  holdings: await listHoldingsOf(db, personId),
  signIn: await listSignIn(db, personId),
  sessions: await listSessionsOf(db, personId),
  done: await listDone(db, personId),
  looks: await listLooksBy(db, personId),
  doneAbout: await listDoneAbout(db, personId),
  written: await listWritten(db, personId),
  savedViews: await listSavedViewsOf(db, personId),
  named: (await listRowsThatName(db, personId)).filter(({ table }) => !TOLD_ELSEWHERE.includes(table)),
})
export type HeldHere = Awaited<ReturnType<typeof heldHere>>

/** Told row by row above, or worked out from what is. */
const TOLD_ELSEWHERE = ['account', 'authenticator', 'directory_link', 'passkey', 'post_holding', 'reach', 'recovery_code', 'saved_view', 'session'] // prettier-ignore

/** In the order they are read; what there is nothing of is there without rows. */
export const partsHere = (held: HeldHere): Part[] => [
  holdingsPart(held.holdings),
  signInPart(held.signIn),
  sessionsPart(held.sessions),
  donePart(held.done),
  looksPart(held.looks),
  doneAboutPart(held.doneAbout),
  writtenPart(held.written),
  savedViewsPart(held.savedViews),
  namedPart(held.named),
]

const moment = (at: Date | null): string => (at ? momentOf(at) : '')
const spaced = (name: string): string => capital(name.replaceAll('_', ' '))

const holdingsPart = (holdings: HeldHere['holdings']) =>
  partOf<HeldHere['holdings'][number]>(
    { id: 'posts', heading: 'Posts' },
    [
      ['Post', ({ title }) => title],
      ['Of', ({ organisation, team, service }) => [organisation, service, team].filter(Boolean).join(', ')],
      ['Role', ({ role }) => (ROLE_NAME as Readonly<Record<string, string>>)[role] ?? role],
      ['From', ({ from }) => longDay(from)],
      ['Until', ({ to }) => dayOr(to)],
      ['How', ({ basis, reason }) => [BASIS[basis as Basis] ?? basis, reason].filter(Boolean).join(': ')],
    ],
    holdings,
  )

const signInPart = (signIn: HeldHere['signIn']) =>
  partOf<HeldHere['signIn'][number]>(
    { id: 'sign-in', heading: 'How they sign in', about: 'Without the secrets.' },
    [
      ['With', ({ what, name }) => [what, name].filter(Boolean).join(': ')],
      ['Added', ({ addedAt }) => moment(addedAt)],
      ['Used', ({ usedAt }) => moment(usedAt)],
      ['Ended', ({ endedAt }) => moment(endedAt)],
    ],
    signIn,
  )

const sessionsPart = (sessions: HeldHere['sessions']) =>
  partOf<HeldHere['sessions'][number]>(
    { id: 'sessions', heading: 'Where they are signed in' },
    [
      ['Since', ({ beganAt }) => moment(beganAt)],
      ['Last used', ({ seenAt }) => moment(seenAt)],
      ['Shown', ({ proof }) => inWords(proof)],
      ['From', ({ from }) => from ?? ''],
    ],
    sessions,
  )

const donePart = (done: HeldHere['done']) =>
  partOf<HeldHere['done'][number]>(
    { id: 'done', heading: 'What they did', about: 'From the record, by day. Looks at children follow.' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ kind }) => inWords(kind)],
      ['About', ({ about }) => inWords(about)],
      ['Times', ({ times }) => String(times)],
      ['From', ({ from }) => from.join(', ')],
    ],
    done,
  )

const looksPart = (looks: HeldHere['looks']) =>
  partOf<HeldHere['looks'][number]>(
    { id: 'looks', heading: 'Looks at children', about: 'How often and at how many: not at whom.' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['At what', ({ what }) => inWords(what)],
      ['Times', ({ times }) => String(times)],
      ['Children', ({ children }) => String(children)],
    ],
    looks,
  )

const doneAboutPart = (doneAbout: HeldHere['doneAbout']) =>
  partOf<HeldHere['doneAbout'][number]>(
    { id: 'done-about', heading: 'What was done about them' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ kind }) => inWords(kind)],
      ['Times', ({ times }) => String(times)],
    ],
    doneAbout,
  )

const writtenPart = (written: HeldHere['written']) =>
  partOf<HeldHere['written'][number]>(
    { id: 'written', heading: 'What they wrote' },
    [
      ['Day', ({ on }) => longDay(on)],
      ['What', ({ what }) => what],
      ['Words', ({ words }) => words],
    ],
    written,
  )

const savedViewsPart = (savedViews: HeldHere['savedViews']) =>
  partOf<HeldHere['savedViews'][number]>(
    { id: 'views', heading: 'Saved views' },
    [
      ['Name', ({ name }) => name],
      ['Of', ({ query }) => query],
      ['Saved', ({ savedAt }) => moment(savedAt)],
    ],
    savedViews,
  )

const namedPart = (named: HeldHere['named']) =>
  partOf<HeldHere['named'][number]>(
    {
      id: 'named',
      heading: 'Where else they are named',
      about: 'How many things of each kind say that they added, changed or ended them.',
    },
    [
      ['What', ({ table }) => spaced(table)],
      ['As', ({ column }) => spaced(column)],
      ['Day', ({ on }) => dayOr(on)],
      ['How many', ({ rows }) => String(rows)],
    ],
    named,
  )
