/** The kinds of teams, what each is called, its share of the children and how many a worker holds. */

const assessment = { id: 'D1', name: 'Front door and assessment' }
const safeguarding = { id: 'D2', name: 'Safeguarding' }
const corporate = { id: 'D3', name: 'Corporate parenting' }
const quality = { id: 'D4', name: 'Quality and reviewing' }

export type TeamKind =
  | 'front-door'
  | 'assessment'
  | 'protection'
  | 'disability'
  | 'looked-after'
  | 'leaving-care'
  | 'adoption'
  | 'fostering'
  | 'reviewing'
  | 'early-help'

type Kind = {
  kind: TeamKind
  service: { id: string; name: string }
  /** As many as the authority is large. */
  names: string[]
  titles: string[]
  share: number
  caseload: number
  registered: boolean
}

const SOCIAL_WORKER = ['Social worker', 'Social worker', 'Senior social worker']

export const KINDS: readonly Kind[] = [
  { kind: 'front-door', service: assessment, names: ['Front Door'], titles: SOCIAL_WORKER, share: 0.05, caseload: 20, registered: true },
  { kind: 'assessment', service: assessment, names: ['Assessment North', 'Assessment East', 'Assessment South', 'Assessment West'], titles: SOCIAL_WORKER, share: 0.24, caseload: 17, registered: true },
  { kind: 'protection', service: safeguarding, names: ['Family Safeguarding Harbour', 'Family Safeguarding Castle', 'Family Safeguarding Meadow', 'Family Safeguarding Mill', 'Family Safeguarding Priory', 'Family Safeguarding Quarry'], titles: SOCIAL_WORKER, share: 0.5, caseload: 17, registered: true },
  { kind: 'disability', service: safeguarding, names: ['Children with Disabilities'], titles: SOCIAL_WORKER, share: 0.06, caseload: 18, registered: true },
  { kind: 'looked-after', service: corporate, names: ['Children in Care One', 'Children in Care Two', 'Children in Care Three'], titles: SOCIAL_WORKER, share: 0.2, caseload: 15, registered: true },
  { kind: 'leaving-care', service: corporate, names: ['Leaving Care'], titles: ['Personal adviser'], share: 0.11, caseload: 22, registered: false },
  { kind: 'adoption', service: corporate, names: ['Adoption'], titles: SOCIAL_WORKER, share: 0.02, caseload: 12, registered: true },
  { kind: 'fostering', service: corporate, names: ['Fostering'], titles: ['Supervising social worker'], share: 0.03, caseload: 15, registered: true },
  { kind: 'reviewing', service: quality, names: ['Independent Reviewing'], titles: ['Independent reviewing officer'], share: 0.25, caseload: 65, registered: true },
  { kind: 'early-help', service: assessment, names: ['Early Help'], titles: ['Early help practitioner'], share: 0.1, caseload: 18, registered: false },
] // prettier-ignore

export const kindNamed = (kind: TeamKind): Kind => KINDS.find(one => one.kind === kind)!
