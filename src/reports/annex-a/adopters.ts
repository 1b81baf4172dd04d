/** List 11: adopters. The records are of children and hold none, so that the list has its headings only and says why. */
import { annexList, type Column, type OfChild } from './list.ts'

const HEADINGS = [
  'Individual adopter identifier', 'Family identifier', 'Gender', 'Ethnicity', 'Disability',
  'Is the (prospective) adopter fostering for adoption?', 'Date enquiry received', 'Date Stage 1 started', 'Date Stage 1 ended',
  'Date Stage 2 started', 'Date Stage 2 ended', 'Date application submitted', 'Date application approved',
  'Date adopter matched with child(ren)', 'Date child/children placed with adopter(s)', 'No. of children placed', 'Date of Adoption Order',
  'Date of leaving adoption process', 'Reason for leaving adoption process',
] // prettier-ignore

const columns: Column<OfChild>[] = HEADINGS.map(heading => ({ heading, cell: () => null }))
columns[0] = { ...columns[0]!, notHeld: 'The records of children hold no adopters: fill in this list from the adoption service' } // prettier-ignore

export const adopters = annexList<OfChild>({ number: 11, title: 'Adopters', from: [], rows: () => [], columns })
