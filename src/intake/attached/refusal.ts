/** How what stands in the way of a file is told: what was found in it, and what to do. */
import { UnreadableFile } from '../unreadable-file.ts'

/** Within a file of an allowed kind. */
export const holds = (found: string, instead: string): UnreadableFile =>
  new UnreadableFile(`it holds ${found}, so that it was not kept: ${instead}`)

export const WITHOUT = 'save it without that'

/** What a reader would be led to elsewhere by opening the file. */
export const fetches = (): UnreadableFile => holds('a part that is fetched from elsewhere when it is opened', WITHOUT)

export const broken = (): UnreadableFile =>
  new UnreadableFile(
    'it is damaged, or holds something after its end, so that it was not kept: save it again and give that',
  )
