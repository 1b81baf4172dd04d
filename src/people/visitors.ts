/** How the web finds out who is asking. */
import type { Visitors } from '../web/visitor.ts'
import { authorityIn } from './session.ts'
import { endSessionOf, findVisitor, noteSeen } from './store.ts'

export const visitors: Visitors = { authorityIn, find: findVisitor, noteSeen, end: endSessionOf }
