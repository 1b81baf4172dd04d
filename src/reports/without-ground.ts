/** A report whose figures have nowhere to open, because what it tells of is kept in no database. Links within the report stay. */
import type { Description } from './description.ts'

export const withoutGround = (description: Description): Description =>
  JSON.parse(JSON.stringify(description), (name, value: unknown) => {
    if (name === 'to' && typeof value === 'string' && !value.startsWith('#')) return null
    if (typeof value === 'object' && value !== null && 'link' in value && 'to' in value && value.to === null)
      return value.link
    return value
  })
