/**
 * Those outside - board, councillors, partners, the DfE, young people - at every page, export and format of a council with the records of six years:
 * no child in any of it, and no number of one to five, nor one that a calculator could make of what is there on one day, on two days and in packs.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { PAGES } from './app.ts'
import type { ChildRecords } from './children/records.ts'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { makeAuthority } from './demo/make-authority.ts'
import { readSsd } from './intake/read-ssd.ts'
import { listPublicFigures } from './measures/book-store.ts'
import { measureNamed } from './measures/catalogue.ts'
import type { Valued } from './measures/measure.ts'
import type { ShownFigure } from './measures/public-figures.ts'
import { runMeasures } from './measures/run-measures.ts'
import { findRunAsAt } from './measures/run-store.ts'
import { parts, PARTS, tells, type Told } from './measures/telling.ts'
import { tieMeasure } from './plan/action-measure-store.ts'
import { testDatabase } from './store/test-database.ts'
import { type Day, day } from './terms/day.ts'
import { type Permission, permissionsOf, type Role, ROLE, rolesThatMay } from './terms/permission.ts'
import { isSmall } from './terms/small-number.ts'
import { addressOf, type FullCouncil, openFullCouncil, QUERY } from './test-full-council.ts'
import type { Site } from './web/test-site.ts'

const OUTSIDE = ['board-chair', 'board-member', 'elected-member', 'partner-lead', 'dfe-adviser', 'shadow-board-member', 'young-people-representative'] as const satisfies Role[] // prettier-ignore
/** The first opens every page; the others what they may open beside. Everyone outside opens the pages that hold figures. */
const EVERYWHERE: Role[] = ['board-member', 'partner-lead', 'data-protection-officer', 'administrator']
const [EARLIER, LATER] = [day('2026-11-21'), day('2026-11-22')]
const TIED = ['assessments-45wd', 'icpc-15wd', 'contacts-received', 'cpp-long-duration', 'care-leavers-eet', 'missing-children', 'placements-3-plus', 'iha-20wd'] // prettier-ignore

const { database } = await testDatabase()
const { records: made } = await readSsd(makeAuthority({ children: 120, seed: 'small numbers', asAt: LATER }), LATER)
const CANARY = { forename: 'Zephyrine', surname: 'Quillfeather', upn: 'Z987654321098', commonId: '9990001112', bornOn: day('2013-02-27') } // prettier-ignore
const POSTCODE = 'ZZ99 3VZ'
let here: FullCouncil
const sites = new Map<Role, Site>()
const as = async (role: Role) => {
  if (!sites.has(role)) sites.set(role, await here.siteAs(role))
  return sites.get(role)!
}

/** The first hundred are called by names that are nobody else's. */
const withCanaries = (records: ChildRecords): ChildRecords => ({
  ...records,
  people: records.people.map((one, at) =>
    at < 100 ? { ...one, ...CANARY, forename: `${CANARY.forename}${at}` } : one,
  ),
  addresses: records.addresses.map(one => ({ ...one, postcode: POSTCODE })),
  placements: records.placements.map(one => ({ ...one, postcode: POSTCODE })),
})

/** What had not been recorded a day before: one row in forty of what happened lately. */
const recordedBefore = (records: ChildRecords): ChildRecords => {
  const less = <Row>(rows: readonly Row[]) => rows.filter((_, at) => at < rows.length * 0.8 || at % 40 !== 0)
  const { assessments, conferences, contacts, referrals, cpVisits, missing } = records
  return { ...records, asAt: EARLIER, assessments: less(assessments), conferences: less(conferences), contacts: less(contacts), referrals: less(referrals), cpVisits: less(cpVisits), missing: less(missing) } as ChildRecords // prettier-ignore
}

beforeAll(async () => {
  here = await openFullCouncil(database, 'Smallborough')
  const { authorityId, on, posts } = here.council
  const records = withCanaries(made)
  for (const load of [recordedBefore(records), records])
    await runMeasures(database, authorityId, await keepTestSnapshot(database, authorityId, load))
  await database.transaction(on(), async db => {
    for (const measure of TIED.filter(id => id !== 'icpc-15wd'))
      await tieMeasure(db, { ...posts['programme-manager'], on: day('2026-01-05') }, here.ids.action, measure)
  })
  for (const asAt of ['21/11/2026', '22/11/2026'])
    packs.push((await here.manager.post('/reports/packs/make', { asAt })).headers.get('location')!)
}, 120_000)
const packs: string[] = []

/** What anybody reads of it: text of a page, of each part of a Word or Excel file, of a PDF where it can be read here. */
async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (/officedocument/.test(type)) {
    const zip = await JSZip.loadAsync(await answer.arrayBuffer())
    const texts = await Promise.all(Object.values(zip.files).map(file => file.async('text')))
    return texts.join('\n')
  }
  return type.includes('pdf') ? pdfText(new Uint8Array(await answer.arrayBuffer())) : answer.text()
}

function pdfText(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-numbers-'))
  try {
    writeFileSync(join(folder, 'pack.pdf'), pdf)
    return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', join(folder, 'pack.pdf'), '-'], { encoding: 'utf8' })
  } catch {
    return '' // it is made from the same description as the page and the Word file
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const visit = async (role: Role, address: string) => {
  const answer = await (await as(role)).visit(address)
  return { status: answer.status, text: await textOf(answer) }
}

/** Beside their names: their numbers, days of birth in any spelling, numbers of other services, postcodes, and ways to their pages. */
const OF_A_CHILD = /Zephyrine|Quillfeather|Z987654321098|9990001112|ZZ99|27(?: |\/0?)(?:Feb(?:ruary)?|2)(?: |\/)2013|2013-02-27|Robin Ashdown|href="\/children/i // prettier-ignore
const numbers = new Set(made.people.map(({ id }) => id))
const childIn = (text: string): string | undefined =>
  OF_A_CHILD.exec(text)?.[0] ?? text.match(/[A-Za-z]*-?\d{3,}/g)?.find(word => numbers.has(word))

/** `87.4%</span> 214 of 245` and `87.4%, 214 of 245`: what a figure is shown with, wherever it stands. */
const shares = (text: string): Told[] =>
  [...text.replace(/<[^>]+>/g, ' ').matchAll(/\d%,?\s+\(?([\d,]+) of ([\d,]+)/g)].map(([, numerator, denominator]) => ({
    numerator: Number(numerator!.replaceAll(',', '')),
    denominator: Number(denominator!.replaceAll(',', '')),
  }))
/** Said in words, but for the words that say what is hidden. */
const FEW_IN_WORDS = /(?<!one to |any )\b(?:[1-5]|one|two|three|four|five) (?:cases?|child(?:ren)?)\b/i
const smallIn = (text: string) =>
  shares(text).find(one => tells({ valued: 'percentage' }, one)) ??
  FEW_IN_WORDS.exec(text.replace(/<[^>]+>/g, ' '))?.[0]

/** Of what is the data protection officer's alone, and of who watches over a child: there the number of a child must be seen. */
const isOfficers = (may: Permission) =>
  may === 'see-why-children' || rolesThatMay(may).join() === 'data-protection-officer'

const FIGURES = ['/', '/measures', '/measures?all=yes', '/measures.csv', '/measures.xlsx', '/measures/targets?measure=icpc-15wd', ...TIED.map(id => `/measures/of/${id}`)] // prettier-ignore

describe('what is looked at is there', () => {
  test('the director reads of the children, and figures of few', async () => {
    const book = (await visit('director', '/measures.csv')).text
    const few = lines(book).filter(({ valued, of }) => tells({ valued }, of))
    expect(few.length).toBeGreaterThan(15)
    expect(childIn((await visit('director', '/children')).text)).toBeDefined()
    const corrected = TIED.map(async id =>
      (await visit('director', `/measures/of/${id}`)).text.includes('As reported then'),
    )
    expect((await Promise.all(corrected)).filter(Boolean).length).toBeGreaterThan(2)
  })
})

/** The pages that a role may open, but for those that are the data protection officer's own. */
const openTo = (role: Role): string[] =>
  PAGES.filter(page => 'may' in page && rolesThatMay(page.may).includes(role) && !isOfficers(page.may)).map(({ path }) => addressOf(path, here.ids) + (QUERY[path] ?? '')) // prettier-ignore

describe.each(EVERYWHERE)('a %s', role => {
  test('finds no child and no small number on any page, in any file', async () => {
    const beside = role === 'board-member' ? [] : openTo('board-member')
    const pages = openTo(role).filter(address => !beside.includes(address))
    const files = packs.flatMap(pack => [pack, `${pack}/pack.docx`, `${pack}/pack.pdf`])
    let figures = 0
    for (const address of [...pages, ...(role === 'board-member' ? files : [])]) {
      const { text } = await visit(role, address)
      expect([address, childIn(text), smallIn(text)]).toEqual([address, undefined, undefined])
      figures += shares(text).length
    }
    if (role === 'board-member') expect(figures).toBeGreaterThan(20)
    const action = await visit(role, `/plan/actions/${here.ids.action}`)
    expect([childIn(action.text), smallIn(action.text)]).toEqual([undefined, undefined])
    if (role === 'administrator') expect(shares(action.text)).toEqual([])
  }, 120_000) // prettier-ignore
})

describe.each(OUTSIDE)('a %s', role => {
  test(
    'may do no more than who opened every page, and finds none on those with figures',
    { timeout: 60_000 },
    async () => {
      expect(permissionsOf(role).filter(one => one !== 'update-own-actions')).toEqual(permissionsOf('board-member'))
      expect(['none', 'own-organisation']).toContain(ROLE[role].scope)
      for (const address of [
        ...FIGURES,
        `/plan/actions/${here.ids.action}`,
        `/plan/actions/${here.ids.action}/thread`,
      ]) {
        const { status, text } = await visit(role, address)
        expect([address, status, childIn(text), smallIn(text)]).toEqual([address, 200, undefined, undefined])
      }
    },
  )
})

type Line = Told & { measure: string; kind: string; period: string; overdue: number; valued: Valued }

const lineOf = (one: ShownFigure): Line => ({
  ...one,
  period: `${one.kind} ${one.to}`,
  overdue: one.hidesOverdue ? 0 : one.openOverdue,
  valued: measureNamed(one.measure)!.valued,
})

/** The book as a file: a line a measure. What is hidden is none. */
const lines = (csv: string): { measure: string; valued: Valued; of: Told }[] =>
  (parse(csv, { columns: true, bom: true }) as Record<string, string>[]).flatMap(row => {
    const [measure, numerator, denominator] = [row['Name in the catalogue']!, row['Numerator'], row['Denominator']]
    const of = { numerator: Number(numerator), denominator: denominator === '' ? null : Number(denominator) }
    return numerator === '' ? [] : [{ measure, valued: measureNamed(measure)!.valued, of }]
  })

describe('with a calculator', () => {
  /** All that those outside are ever given of figures: what every page, chart, file and pack is made of, after each load. */
  const all: (Line & { on: Day })[] = []
  beforeAll(async () => {
    for (const on of [EARLIER, LATER])
      await database.reading(here.council.on(), async db => {
        const figures = await listPublicFigures(db, (await findRunAsAt(db, on))!)
        all.push(...figures.filter(({ isHidden }) => !isHidden).map(one => ({ ...lineOf(one), on })))
      })
  })
  const has = ({ numerator, denominator }: Told, measure?: string) =>
    all.some(one => Math.abs(one.numerator - numerator) < 0.1 && one.denominator === denominator && (measure ?? one.measure) === one.measure) // prettier-ignore

  test(
    'there is much to reckon with, and no page, file or pack tells of another figure',
    { timeout: 60_000 },
    async () => {
      expect(new Set(all.map(({ measure }) => measure)).size).toBeGreaterThan(60)
      expect(all.length).toBeGreaterThan(1_500)
      for (const on of [EARLIER, LATER]) {
        const book = lines((await visit('board-member', `/measures.csv?all=yes&as-at=${on}`)).text)
        for (const { measure, of } of book) expect([measure, of, has(of, measure)]).toEqual([measure, of, true])
        for (const id of TIED) {
          const html = (await visit('board-member', `/measures/of/${id}?as-at=${on}`)).text
          for (const share of shares(html.replace(/id="funnel|<h3[^>]*>Compared[^]*|Compared with others[^]*/, '')))
            expect([id, share, has(share, id)]).toEqual([id, share, true])
        }
      }
      for (const pack of packs)
        for (const share of shares((await visit('board-member', pack)).text).filter(
          ({ denominator }) => denominator! > 40,
        ))
          // prettier-ignore
          expect([pack, share, has(share)]).toEqual([pack, share, true])
    },
  )
  test('no figure tells a small number, nor does what is open and overdue in it', () => {
    const told = all.filter(one => tells(one, one) || isSmall(one.overdue) || (one.overdue > 0 && isSmall(PARTS.rest(one) - one.overdue))) // prettier-ignore
    expect(told).toEqual([])
  })
  test('one load less the other gives none, figure by figure and measure by measure', () => {
    for (const ways of Map.groupBy(all, ({ measure, period }) => `${measure} ${period}`).values())
      for (const one of ways)
        for (const other of ways) {
          expect(differences(one, other)).toEqual([])
          const overdue = one.overdue > 0 && other.overdue > 0 && isSmall(Math.abs(one.overdue - other.overdue))
          expect([one, other, overdue]).toEqual([one, other, false])
        }
  })
  test('a measure less its variant, or less all of them, gives none', () => {
    let families = 0
    for (const family of Map.groupBy(all, ({ measure, period, on }) => `${measure.split('/')[0]} ${period} ${on}`).values()) {
      const base = family.find(({ measure }) => !measure.includes('/'))
      const variants = family.filter(one => one !== base)
      if (!base || variants.length === 0) continue
      families++
      for (const one of variants) expect(differences(base, one)).toEqual([])
      const same = variants.filter(({ denominator }) => denominator === base.denominator)
      const sum = same.reduce((sum, { numerator }) => sum + numerator, 0)
      const left = [base.numerator - sum, ...(base.denominator === null ? [] : [base.denominator - sum, PARTS.rest(base) - sum])]
      expect([base, same, same.length > 0 && left.some(isSmall)]).toEqual([base, same, false])
    } // prettier-ignore
    expect(families).toBeGreaterThan(30)
  })
  test('a year less its months gives none', () => {
    let years = 0
    for (const own of Map.groupBy(all, ({ measure, on }) => `${measure} ${on}`).values()) {
      const months = own.filter(({ kind }) => kind === 'month')
      for (const year of own.filter(({ kind }) => /year/.test(kind))) {
        const to = year.period.split(' ')[1]!
        const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`
        const within = months.filter(({ period }) => period.slice(6) > from && period.slice(6) <= to)
        if (within.length === 0) continue
        years++
        const left = parts.filter(part => isSmall(PARTS[part](year) - within.reduce((sum, one) => sum + PARTS[part](one), 0))) // prettier-ignore
        expect([year, left]).toEqual([year, []])
      }
    }
    expect(years).toBeGreaterThan(0)
  })
})

/** What of them taking one from the other tells, with both, for whoever reads that it failed. */
const differences = (one: Line, other: Line) => {
  const told = parts.filter(part => isSmall(Math.abs(PARTS[part](one) - PARTS[part](other))))
  return told.length === 0 ? [] : [one, other, told]
}
