/** How the web finds out who is asking. */
import type { Visitors } from '../web/visitor.ts'
import { authorityIn } from './session.ts'
import { endSessionOf, findVisitor, findWhose, noteSeen } from './store.ts'

export const visitors: Visitors = { authorityIn, find: findVisitor, whose: findWhose, noteSeen, end: endSessionOf }
