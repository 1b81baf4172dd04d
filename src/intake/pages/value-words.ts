/** Lists of values in addresses: their names, with the words joined. */
import { listsOfValues } from '../lists-of-values.ts'

const joined = (name: string) => name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()

export const valuesAddress = (listName: string) => `/data/values/words?list=${joined(listName)}`

export const listAtAddress = (given: string) => listsOfValues().find(({ list }) => joined(list.name) === given) ?? null
