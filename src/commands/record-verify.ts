/** `golden-thread record verify`: whether the record of who did and saw what is whole. */
import { readConfig } from '../config.ts'
import { openStore } from '../store/open-store.ts'
import { type RecordProblem, verifyRecord } from '../store/verify-record.ts'
import { authorityNamed, command, WrongUsage } from './command.ts'

export default command({
  summary: 'Say whether anything in the record was altered, taken out or moved',
  takes: [],
  options: {
    authority: { type: 'string', value: 'NAME', about: 'Where the database holds more than one authority' },
    noted: { type: 'string', value: 'HASH', about: 'A hash of the record that was noted before, to hold it against' },
  },
  help: `Reads every event and works out its hash again. Prints the hash with which the record ends: note it where nobody here can change
it, and give it next time with --noted. Ends with 1 where something is wrong, and says with which event.`,
  async run({ values }) {
    const { noted = null } = values
    if (noted !== null && !/^[0-9a-f]{64}$/i.test(noted))
      throw new WrongUsage('--noted takes the 64 digits and letters of a hash, as this command prints it')
    const store = await openStore(readConfig(), 'record verify', 'join')
    try {
      const authority = await authorityNamed(store.database, values.authority ?? null)
      const verified = await verifyRecord(store.database, authority, noted)
      const { events, seals, hash, problems } = verified
      const read = `${count(events, 'event')} and ${count(seals, 'seal')} read.`
      return {
        json: verified,
        text:
          problems.length === 0
            ? `${read} The record is whole. It ends with ${hash || 'nothing yet'}.`
            : [`${read} The record is not whole:`, ...problems.map(inWords)].join('\n'),
        inputIsWrong: problems.length > 0,
      }
    } finally {
      await store.close()
    }
  },
})

const count = (many: number, what: string): string => `${many.toLocaleString('en-GB')} ${what}${many === 1 ? '' : 's'}`

function inWords({ seq, eventId, problem }: RecordProblem): string {
  if (/^[A-Z]/.test(problem)) return `  ${problem}`
  const which =
    seq === null ? `Event number ${eventId}` : `Event ${seq}${eventId === null ? '' : ` (number ${eventId})`}`
  return `  ${which} ${problem}`
}
