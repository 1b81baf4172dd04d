/** The way back from the pages of an action, and ids in addresses. */
import { NotFound } from '../../store/not-found.ts'
import type { Action } from '../action.ts'
import { actionAddress } from '../words.tsx'

export const actionCrumbs = (action: Action) => [
  { text: 'Plan', href: '/plan' },
  { text: `Action ${action.ref}`, href: actionAddress(action.actionId) },
]

/** The number in the address. What is no number is not there. */
export function idIn(params: Record<string, string>, name = 'id'): number {
  const id = Number(params[name])
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) throw new NotFound('page at this address')
  return id
}
