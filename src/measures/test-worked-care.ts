/** Answers to the worked examples about children in care and missing: records are made from their words, and the measure counts them. */
import type { ClockTime } from '../children/recorded.ts'
import { day } from '../terms/day.ts'
import { londonTime, readInstant, HOUR } from '../terms/london-time.ts'
import { halfUp } from './figure.ts'
import type { ExampleRecords } from './measure-example.ts'
import { figureIn } from './test-worked-figures.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `3 Aug 2015`, and `since 2013`, which is some day of that year. */
const dayIn = (text: string) => {
  const [, date, month, year] = /(\d{1,2}) (\w{3}) (\d{4})/.exec(text)!
  return day(`${year}-${String(MONTHS.indexOf(month!) + 1).padStart(2, '0')}-${date!.padStart(2, '0')}`)
}

const BACK = '2016-03-09T10:00'
const backAt = () => {
  const read = readInstant(BACK)
  if ('problem' in read) throw new Error(read.problem)
  return read.instant
}

/** `1 interview after 71 h; 3 offered in time, declined; 4 never offered`. */
function returnsIn(given: string): ExampleRecords {
  const each = [...given.matchAll(/(\d) (interview after (\d+) h|offered in time, declined|never offered)/g)]
  return {
    missing: each.map(([, id]) => ({
      id: id!,
      personId: id!,
      type: 'M',
      startedOn: '2016-03-08',
      endedOn: BACK.slice(0, 10),
      endedAt: BACK as ClockTime,
    })),
    returnInterviews: each.map(([, id, what, hours]) => {
      const interview = { id: `i${id}`, missingId: id!, personId: id! }
      if (hours === undefined) return { ...interview, outcome: what === 'never offered' ? 'not-offered' : 'declined' }
      const heldAt = londonTime(backAt() + Number(hours) * HOUR).slice(0, 16)
      return { ...interview, heldOn: heldAt.slice(0, 10), heldAt: heldAt as ClockTime, outcome: 'held' }
    }),
  }
}

const percentage = (id: string, records: ExampleRecords) => Number(halfUp(figureIn(id, records).value!))

/** By the id of the example: from its `given`, in the shape of its `exp`. */
export const CARE_FIGURES: Record<string, (given: string) => unknown> = {
  F09: given => {
    const [, since] = /since (\d{4})/.exec(given)!
    const [left, back] = given.split(', left ')[1]!.split(', returned ').map(dayIn)
    const { denominator } = figureIn('cla-health-checks-12m', {
      claEpisodes: [
        { id: 'a', personId: '1', startedOn: `${since}-06-03`, startReason: 'S', ceasedOn: left!, ceasedReason: 'E4A' },
        { id: 'b', personId: '1', startedOn: back!, startReason: 'S' },
      ],
    })
    return denominator === 1
  },
  F11: given => {
    const [, age] = /Age (\d)/.exec(given)!
    const { numerator, denominator } = figureIn('rha-up-to-date/oc2', {
      people: [{ id: '1', bornOn: `${2016 - Number(age)}-01-04` }],
      claEpisodes: [{ id: 'a', personId: '1', startedOn: '2014-06-03', startReason: 'S' }],
      healthChecks: [{ id: 'h', personId: '1', kind: 'review', checkedOn: '2015-09-01', status: 'completed' }],
    })
    return denominator === 1 && numerator === 1
  },
  M14: given => {
    const [own, agency] = [...given.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const ids = Array.from({ length: own! + agency! }, (_, at) => `${at}`)
    return percentage('in-house-fostering-share', {
      claEpisodes: ids.map(id => ({ id, personId: id, placementId: id, startedOn: '2015-06-01', startReason: 'S' })),
      placements: ids.map((id, at) => ({ id, personId: id, type: 'U6', provider: at < own! ? 'PR1' : 'PR4' })),
    })
  },
  N02: given => {
    const records = returnsIn(given)
    return ['rhi-72h', 'rhi-72h/accepted', 'rhi-offered-and-completed', 'rhi-offered-and-completed/completed'].map(id =>
      percentage(id, records),
    )
  },
}
