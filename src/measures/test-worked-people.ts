/** Answers to the worked examples about workers, courts, adoption and leaving care: records are made from their words, and the measure counts them. */
import type { CareLeaver } from '../children/care-leaver.ts'
import { addDays, day } from '../terms/day.ts'
import { dayNumber } from '../terms/day-number.ts'
import { halfUp } from './figure.ts'
import { workersIn } from './histories/changes-of-worker.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { figureIn } from './test-worked-figures.ts'

const AS_AT = day('2016-03-31')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `1 Apr 14`; null of `-`. */
const dayIn = (text: string) => {
  const found = /(\d{1,2}) (\w{3}) (\d\d)/.exec(text)
  if (!found) return null
  const [, date, month, year] = found
  return day(`20${year}-${String(MONTHS.indexOf(month!) + 1).padStart(2, '0')}-${date!.padStart(2, '0')}`)
}

const numbersIn = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
const rounded = (id: string, records: ExampleRecords, ...period: ['three-years'] | []) =>
  Number(halfUp(figureIn(id, records, ...period).value!))

const post = (id: string, fte: number, more: object = {}) =>
  ({ id, workerId: `w${id}`, title: 'Social worker', fte, isAgency: false, fromOn: '2010-01-04', ...more }) as const

/** `(entered; moved in; placement order; match; fostered with same carers from) 1: ...; ...`. */
function adoptionsIn(given: string): ExampleRecords {
  const children = [...given.matchAll(/(\d): ([^.]+)\./g)].map(
    ([, id, days]) => [id!, days!.split(';').map(dayIn)] as const,
  )
  return {
    claEpisodes: children.map(([id, [entered]]) => ({ id, personId: id, startedOn: entered!, startReason: 'S' })),
    permanence: children.map(([id, [, placedOn, placementOrderOn, matchedOn, withCarer]]) => ({
      id,
      personId: id,
      placedOn: placedOn!,
      placementOrderOn: placementOrderOn!,
      matchedOn: matchedOn!,
      isAdoptedByCarer: withCarer != null,
      placedWithCarerOn: withCarer ?? null,
      orderedOn: AS_AT,
      orderType: 'adoption',
    })),
  }
}

type Leaver = Pick<CareLeaver, 'inTouch' | 'activity'>
/** Who each of the words of N08 is. */
const LEAVERS: Record<string, Leaver> = {
  died: { inTouch: 'DIED', activity: null },
  'returned home': { inTouch: 'RHOM', activity: 'F2' },
  EET: { inTouch: 'YES', activity: 'F5' },
  NEET: { inTouch: 'YES', activity: 'G5' },
  'not in touch and activity unknown': { inTouch: 'NO', activity: '0' },
  'refused contact': { inTouch: 'REFU', activity: null },
}

/** By the id of the example: from its `given`, in the shape of its `exp`. */
export const PEOPLE_FIGURES: Record<string, (given: string) => unknown> = {
  H05: given => {
    const days = numbersIn(given)
    return rounded('care-proceedings-duration-mean', {
      courtCases: days.map((count, at) => ({
        id: `${at}`,
        personId: `${at}`,
        issuedOn: addDays(AS_AT, -count),
        finalOrderOn: AS_AT,
      })),
    })
  },
  M10: given => {
    const workers = [...given.split('year:')[1]!.matchAll(/\b([A-Z])\b/g)].map(([, name]) => name!)
    const history = historyOf(
      recordsOf(
        {
          involvements: workers.map((workerId, at) => ({
            id: `${at}`,
            personId: '1',
            role: 'CW',
            workerId,
            fromOn: addDays(AS_AT, -300 + 90 * at),
            untilOn: at === workers.length - 1 ? null : addDays(AS_AT, -210 + 90 * at),
          })),
        },
        AS_AT,
      ),
    )
    return workersIn(history, '1', dayNumber(AS_AT) - 365, dayNumber(AS_AT)).size
  },
  M22: given => {
    const [own, agency] = numbersIn(given)
    return rounded('sw-agency-rate', {
      workerPosts: [
        ...Array.from({ length: own! }, (_, at) => post(`${at}`, 1)),
        ...Array.from({ length: agency! }, (_, at) => post(`a${at}`, 1, { isAgency: true })),
      ],
    })
  },
  M24: given => {
    const [leavers, , inPost] = numbersIn(given)
    return rounded('sw-turnover-rate', {
      workerPosts: [
        post('before', 1, { untilOn: '2014-06-30' }),
        ...Array.from({ length: leavers! }, (_, at) => post(`l${at}`, 1, { untilOn: '2015-09-30' })),
        ...Array.from({ length: inPost! }, (_, at) => post(`${at}`, 1)),
      ],
    })
  },
  N06: given => {
    const records = adoptionsIn(`${given}.`)
    return [
      'adoption-a1-entry-to-placement',
      'adoption-a2-order-to-match',
      'adoption-a10-adjusted',
      'adoption-a3-under-14m',
    ].map(id => rounded(id, records, 'three-years'))
  },
  N08: given => {
    const written = new RegExp(`(\\d) (${Object.keys(LEAVERS).join('|')})`, 'g')
    const leavers = [...given.matchAll(written)].flatMap(([, count, words]) =>
      Array.from({ length: Number(count) }, () => LEAVERS[words!]!),
    )
    if (leavers.length !== numbersIn(given)[0]) throw new Error(`Not all are read: ${leavers.length} of "${given}"`)
    return rounded('care-leavers-eet', {
      people: leavers.map((_, at) => ({ id: `${at}`, bornOn: '1996-01-04' })),
      careLeavers: leavers.map((leaver, at) => ({
        id: `${at}`,
        personId: `${at}`,
        eligibility: 'former-relevant',
        ...leaver,
      })),
    })
  },
  N10: given => {
    const workers = [...given.matchAll(/(NQSW|SW) with (\d+)(?: children)? \(cap (\d+)\)/g)]
    return rounded('caseload-mean/above-cap', {
      workerPosts: workers.map(([, kind, , cap], at) => ({
        id: `w${at}`,
        workerId: `w${at}`,
        fte: 1,
        isNewlyQualified: kind === 'NQSW',
        caseloadCap: Number(cap),
        fromOn: '2015-01-05',
      })),
      involvements: workers.flatMap(([, , held], at) =>
        Array.from({ length: Number(held) }, (_, of) => ({
          id: `${at}.${of}`,
          personId: `${at}.${of}`,
          role: 'CW' as const,
          workerId: `w${at}`,
          fromOn: '2015-06-01',
        })),
      ),
    })
  },
}
