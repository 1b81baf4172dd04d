/** The way back from the pages of an action, and ids in addresses. */
import { NotFound } from '../../store/not-found.ts'
import type { Action } from '../action.ts'
import { actionAddress } from '../words.tsx'

export const actionCrumbs = (action: Action) => [
  { text: 'Plan', href: '/plan' },
  { text: `Action ${action.ref}`, href: actionAddress(action.actionId) },
]

/** The number in the address, written as we write it and no other way. What is no number is not there. */
export function idIn(params: Record<string, string>, name = 'id'): number {
  const written = params[name] ?? ''
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new NotFound('page at this address')
  return Number(written)
}
