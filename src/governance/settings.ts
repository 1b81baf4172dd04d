/** Every setting that a council has: what it is now, where that comes from, and where it is changed and its history read. */
import { MOST_FILE } from '../intake/check-file.ts'
import { findKnownShare, listShareChanges, shareInWords } from '../intake/known-share.ts'
import { findLastMapping, listMappings } from '../intake/value-mapping.ts'
import { findArea } from '../measures/comparators.ts'
import { listComparisonGroups, listOwnPopulations } from '../measures/comparison-store.ts'
import { findHolidays, listHolidayEntries } from '../measures/holiday-store.ts'
import { type SettingSaid, settingsAsAt } from '../measures/setting-store.ts'
import { listColleagues, listPostsHeld } from '../people/appointment-store.ts'
import { listOrganisationsHeld } from '../people/organisation-store.ts'
import { isSecondStepRequired } from '../people/store.ts'
import { listTeams } from '../people/team-store.ts'
import { bytesAttached } from '../plan/attachment-store.ts'
import { MOST_FILES, sizeOf } from '../plan/attachment.ts'
import type { Change } from '../store/change.ts'
import type { Db } from '../store/database.ts'
import { counted } from '../terms/count-words.ts'
import { type Day, dayInLondon, longDay, shortDay } from '../terms/day.ts'
import type { Permission } from '../terms/permission.ts'
import type { Asked } from '../web/page.tsx'
import { type Called, findCalled, listCalledChanges } from './authority-store.ts'
import { listPeriods } from './retention-store.ts'
import { periodsOf } from './retention.ts'

export type Setting = {
  name: string
  now: string
  /** Where it comes from: built in, the council's own with who said it and why, or set where the service runs. */
  from: string
  /** Where its history is read and who may, and who changes it there where that is fewer; null where nobody can here. */
  change: { href: string; may: Permission; changes?: Permission } | null
}
export type SettingGroup = { title: string; settings: Setting[] }

const BUILT_IN = 'Built in'
const AT_THE_MACHINE = 'Set where the service runs'

export async function listSettingGroups(asked: Asked): Promise<SettingGroup[]> {
  const { db, today } = asked
  return [
    { title: 'The council', settings: await ofCouncil(db) },
    { title: 'People', settings: await ofPeople(db, today) },
    { title: 'Signing in', settings: await ofSigningIn(asked) },
    { title: 'Bringing in records', settings: await ofLoads(asked) },
    { title: 'Files given as evidence', settings: await ofFiles(asked) },
    { title: 'Counting and rating', settings: await ofMeasures(db, today) },
    { title: 'Keeping', settings: await ofKeeping(db) },
  ]
}

const saidBy = (on: Day, by: string | null, why = '') =>
  `The council’s own since ${shortDay(on)}${why === '' ? '' : `: ${why}`} (${by ?? 'whoever runs the service'})`

const ofChange = (change: Change<unknown> | undefined, otherwise = BUILT_IN): string =>
  change ? saidBy(dayInLondon(change.at), change.by, change.why) : otherwise

async function ofCouncil(db: Db): Promise<Setting[]> {
  const [called, changes] = [await findCalled(db), await listCalledChanges(db)]
  const of = (name: string, part: keyof Called): Setting => ({
    name,
    now: called[part],
    from: ofChange(
      changes.find(({ was, becomes }) => was[part] !== becomes[part]),
      'As it was set up',
    ),
    change: { href: '/authority', may: 'administer' },
  })
  return [
    of('Name of the council', 'name'),
    of('In a sentence', 'shortName'),
    of('The programme', 'serviceName'),
    of('Colour', 'brandColour'),
  ]
}

async function ofPeople(db: Db, today: Day): Promise<Setting[]> {
  const posts = await listPostsHeld(db)
  const vacant = posts.filter(({ holdings }) => !holdings.some(({ to }) => to === null || to >= today)).length
  const of = (name: string, now: string, href: string): Setting => ({
    name,
    now,
    from: 'The council’s own',
    change: { href, may: 'manage-people' },
  })
  return [
    of('Organisations', String((await listOrganisationsHeld(db)).length), '/people/organisations'),
    of('Teams', String((await listTeams(db, today)).length), '/people/teams'),
    of('Posts', vacant === 0 ? String(posts.length) : `${posts.length}, ${vacant} of them vacant`, '/people'),
    of('People', String((await listColleagues(db, today)).length), '/people'),
  ]
}

async function ofSigningIn({ db, settings: { idleHours, longestHours, directory } }: Asked): Promise<Setting[]> {
  const isRequired = await isSecondStepRequired(db)
  return [
    {
      name: 'A second step',
      now: isRequired ? 'Required of posts that see children or decide who does' : 'Not required',
      from: isRequired
        ? `${BUILT_IN}. It cannot be loosened here: a password alone would open the records of children`
        : 'An invented council, for trying the service: no real one may go without',
      change: null,
    },
    {
      name: 'How long somebody stays signed in',
      now: `${hours(idleHours)} without use, ${hours(longestHours)} in any case`,
      from: AT_THE_MACHINE,
      change: null,
    },
    { name: 'Directory of staff', now: directory?.name ?? 'None: accounts are kept here', from: AT_THE_MACHINE, change: null }, // prettier-ignore
  ]
}

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`)

async function ofLoads({ db, mostRecords }: Asked): Promise<Setting[]> {
  const [share, [change], mappings] = [await findKnownShare(db), await listShareChanges(db), await listMappings(db)]
  const last = await findLastMapping(db)
  return [
    {
      name: 'When a load is asked about',
      now: `Fewer than ${shareInWords(share)} of the people known stand in it`,
      from: ofChange(change),
      change: { href: '/settings/loads', may: 'administer' },
    },
    {
      name: 'Our words for the standard’s',
      now: mappings.length === 0 ? 'None: only the standard’s own words are read' : `${mappings.length} mapped`,
      from: last ? `The council’s own, last changed ${shortDay(dayInLondon(last.mappedAt))} (${last.mappedBy})` : BUILT_IN,
      change: { href: '/data/values', may: 'load-children' },
    },
    { name: 'Files of one extract', now: `${Math.round(mostRecords / 1_048_576)} MB at most`, from: AT_THE_MACHINE, change: null }, // prettier-ignore
  ]
} // prettier-ignore

async function ofFiles({ db, mostAttached, scans }: Asked): Promise<Setting[]> {
  const inUse = sizeOf(await bytesAttached(db))
  return [
    {
      name: 'Scanner of files',
      now: scans ? 'ClamAV looks into every file that is brought before it is read or kept' : 'None: what kind a file is is checked, and nothing looks for viruses', // prettier-ignore
      from: AT_THE_MACHINE,
      change: null,
    },
    { name: 'One file', now: `${sizeOf(MOST_FILE)} at most, and ${MOST_FILES} for a piece of evidence`, from: BUILT_IN, change: null }, // prettier-ignore
    { name: 'All files together', now: `${sizeOf(mostAttached)} at most: ${inUse} are in use`, from: AT_THE_MACHINE, change: null }, // prettier-ignore
  ]
}

async function ofMeasures(db: Db, today: Day): Promise<Setting[]> {
  const [{ table, counted: own }, entries] = [await findHolidays(db), await listHolidayEntries(db)]
  const last = entries.at(-1)
  const said = await settingsAsAt(db, today)
  const of = (name: string, these: SettingSaid[], none: string): Setting => ({
    name,
    now: these.length === 0 ? none : `The council’s own of ${counted(new Set(these.map(({ measure }) => measure)).size, 'measure')}`,
    from: latest(these.map(one => ({ on: one.said, by: one.saidBy, why: one.why, id: one.settingId }))),
    change: { href: '/measures/targets', may: 'set-measures' },
  })
  const isRating = ({ name }: SettingSaid) => name === 'thresholds' || name === 'amber'
  return [
    {
      name: 'Bank holidays',
      now: `England and Wales to ${longDay(table.to)}${own.length > 0 ? `, with ${own.length === 1 ? 'an entry' : `${own.length} entries`} of the council’s own` : ''}`,
      from: last ? `${saidBy(last.said, last.saidBy, last.why)}` : BUILT_IN,
      change: { href: '/settings/holidays', may: 'see-settings', changes: 'administer' },
    },
    of('Rules of measures', said.filter(one => !isRating(one)), 'As each measure comes'),
    of('Green and amber', said.filter(isRating), 'As each measure comes'),
    ...(await ofComparison(db)),
  ]
} // prettier-ignore

async function ofComparison(db: Db): Promise<Setting[]> {
  const [[group], [population]] = [await listComparisonGroups(db), await listOwnPopulations(db)]
  const count = group?.neighbours.length ?? 0
  const region = group?.region ? (findArea(group.region)?.name ?? group.region) : null
  return [
    {
      name: 'Comparison group',
      now: group ? [`${count} ${count === 1 ? 'authority' : 'authorities'}`, ...(region ? [region] : [])].join(', ') : 'England alone', // prettier-ignore
      from: group ? saidBy(group.from, group.saidBy, group.why) : BUILT_IN,
      change: { href: '/measures/comparison', may: 'see-public-figures', changes: 'set-measures' },
    },
    {
      name: 'Children aged 0 to 17',
      now: population ? `${population.children.toLocaleString('en-GB')} in the middle of ${population.year}` : 'As the Office for National Statistics estimates', // prettier-ignore
      from: population ? `The council’s own: ${population.source}` : BUILT_IN,
      change: { href: '/measures/comparison/population', may: 'set-measures' },
    },
  ]
}

type Said = { id: number; on: Day; by: string; why: string }

/** Of several, the one said last. */
function latest(said: Said[]): string {
  const [last] = said.sort((one, other) => other.id - one.id)
  return last ? `Last said ${shortDay(last.on)}: ${last.why} (${last.by})` : BUILT_IN
}

async function ofKeeping(db: Db): Promise<Setting[]> {
  const said = await listPeriods(db)
  const own = periodsOf(said).filter(period => period.own).length
  const last = said.at(-1)
  return [
    {
      name: 'How long records are kept',
      now: own === 0 ? 'Each kind as it comes' : `${own === 1 ? 'One kind' : `${own} kinds`} by the council’s own period, the rest as they come`, // prettier-ignore
      from: last ? `Last said ${shortDay(last.saidOn)}: ${last.why} (${last.by})` : BUILT_IN,
      change: { href: '/retention', may: 'read-record' },
    },
  ]
}
