/** Who does something on a page of loads. */
import type { By } from '../../store/event.ts'
import type { Person } from '../../terms/permission.ts'

export const byOf = ({ personId, postId }: Person): By => ({ personId, postId })
