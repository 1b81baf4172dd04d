/** List 11: adopters with an application in the twelve months before. They are no children, so that their rows are checked and counted only. */
import { valueList } from '../../value-map.ts'
import { amount, day, id, number, oneOf } from '../ssd/column.ts'
import { ethnicity, gender, list, saysYes, unlettered } from './list.ts'

const LEAVING = valueList(
  'reason for leaving the adoption process',
  { 1: 'Adopter withdrew from process', 2: 'Process put on hold', 3: 'Application refused' },
  {},
)

export const adopters = list(11, {
  title: 'Adopters',
  rows: 'adopters',
  months: 12,
  into: 'fosterCarers',
  brings: {},
  inOrder: [
    ['stage1On', 'stage1EndedOn'],
    ['stage2On', 'stage2EndedOn'],
  ],
  fields: {
    id: id('Individual adopter identifier'),
    personId: number('Individual adopter identifier', 'Adopter identifier'),
    familyId: number('Family identifier'),
    gender,
    ethnicity,
    isDisabled: saysYes('Disability'),
    isFosteringForAdoption: saysYes('Is the (prospective) adopter fostering for adoption?'),
    enquiredOn: day('Date enquiry received'),
    stage1On: day('Date Stage 1 started'),
    stage1EndedOn: day('Date Stage 1 ended'),
    stage2On: day('Date Stage 2 started'),
    stage2EndedOn: day('Date Stage 2 ended'),
    submittedOn: day('Date application submitted'),
    approvedOn: day('Date application approved'),
    matchedOn: day('Date adopter matched with child(ren)'),
    placedOn: day('Date child/children placed with adopter(s)'),
    placed: amount({ to: 20 }, 'No. of children placed', 'Number of children placed'),
    orderedOn: day('Date of Adoption Order'),
    leftOn: day('Date of leaving adoption process'),
    leftReason: unlettered(oneOf(LEAVING, 'Reason for leaving adoption process')),
  },
  bring() {},
})
