/** What is in an extract for analysis, what was done to it, and what it still is: the README that goes with it, as plain text. */
import { longDay } from '../../terms/day.ts'
import type { About } from '../analysis-extract.ts'
import { facts, paragraph, plainText, underlined } from '../plain-text.ts'
import type { SmallGroups } from './small-groups.ts'
import { type ExtractTable, treatmentOf, treatmentWords } from './treatments.ts'

export const readMe = (
  about: About,
  tables: readonly { table: ExtractTable; rows: number }[],
  groups: SmallGroups,
): string =>
  plainText([
    underlined('Pseudonymised extract of the records of children'),
    facts([
      ['Council', about.authority],
      ['Records as at', longDay(about.asAt)],
      ['Taken', `${longDay(about.takenOn)}, by ${about.takenBy}`],
      ['Project', about.project],
      ['Why', about.reason],
      ['Held by', about.receiver],
      ['Extract', String(about.extractId)],
    ]),
    underlined('This is personal data'),
    paragraph(`Pseudonyms are not anonymity. The council keeps the records from which this was made, so the data protection law holds for every row (UK GDPR, recital 26, article 4(5)): keep it where only those who work on the project reach it, use it for this project alone, do not put it beside other data in order to find out who somebody is, and delete it when the project ends. To find out who is behind it without the council’s leave is an offence (Data Protection Act 2018, section 171).`), // prettier-ignore
    paragraph(`Days of events are kept, because every measure is made of them. Somebody who knows when a child came into care, or who knows of a rare event, may find that child. What ends at an eighteenth birthday tells the birthday.`), // prettier-ignore
    underlined('How many children stand out'),
    paragraph(`Of ${groups.children.toLocaleString('en-GB')} people in the records, by age, sex, ethnicity and disability together. The smallest group has ${groups.smallest ?? 0} (k = ${groups.smallest ?? 0}).`), // prettier-ignore
    facts(groups.bySize.map(({ words, children }) => [`In a group of ${words}`, children.toLocaleString('en-GB')])),
    underlined('What was done'),
    paragraph(`Numbers became pseudonyms: HMAC-SHA256 under a key of the project, 128 bits. ${about.links ? 'The key is kept by the council, so that a later extract of the same project has the same pseudonyms; those of another project are others.' : 'The key was made for this one file and kept nowhere: nothing links it with another extract.'} Rows that belonged together still do; their order says nothing. Dates of birth and death are told as the first day of their month. Names, numbers that other bodies use (pupil, learner, NHS and court numbers), postcodes, names of teams and whatever people wrote in their own words are left out. Where a record held something that could not be read, it says so.`), // prettier-ignore
    ...tables.map(tableWords),
  ])

/** A column that brings a day and its time is told once. */
function tableWords({ table, rows }: { table: ExtractTable; rows: number }): string {
  const columns = new Map(
    Object.entries(table.fields).map(([field, { names }]) => [
      names[0]!,
      treatmentWords(treatmentOf(table.into, field)),
    ]),
  )
  return `${underlined(`tables/${table.name}.csv: ${table.rows}, ${rows.toLocaleString('en-GB')} rows`)}\r\n${facts([...columns])}`
}
