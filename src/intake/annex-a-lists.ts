/** The eleven lists of Ofsted's Annex A, in order, each in its own file. */
import { adopters } from './sources/annex-a/adopters.ts'
import { adoption } from './sources/annex-a/adoption.ts'
import { assessments } from './sources/annex-a/assessments.ts'
import { careLeavers } from './sources/annex-a/care-leavers.ts'
import { childProtection } from './sources/annex-a/child-protection.ts'
import { childrenInCare } from './sources/annex-a/children-in-care.ts'
import { childrenInNeed } from './sources/annex-a/children-in-need.ts'
import { contacts } from './sources/annex-a/contacts.ts'
import { earlyHelp } from './sources/annex-a/early-help.ts'
import type { List } from './sources/annex-a/list.ts'
import { referrals } from './sources/annex-a/referrals.ts'
import { section47s } from './sources/annex-a/section47s.ts'

export const ANNEX_A_LISTS: readonly List[] = [
  contacts, earlyHelp, referrals, assessments, section47s, childrenInNeed, childProtection, childrenInCare, careLeavers, adoption,
  adopters,
] // prettier-ignore
