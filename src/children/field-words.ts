/** What the fields of the records are called by someone who reads them: "Date of birth", "Authorised", "Seen alone". */
import type { TableName, Tables } from './records.ts'

export type FieldOf<Name extends TableName> = Exclude<keyof Tables[Name], 'unread'> & string

/** In one table, where what it is called elsewhere says too little there. */
const IN: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  people: { id: 'Number in the case system', legacyId: 'Number in an earlier system' },
  professionals: { id: 'Number in the case system' },
  addresses: { kind: 'Kind of address', fromOn: 'Lived there from', untilOn: 'Lived there until' },
  contacts: { sourceText: 'Who made it' },
  referrals: { sourceText: 'Who made it', need: 'Main need' },
  earlyHelp: { endReason: 'Why it ended' },
  claEpisodes: { need: 'Main need', startReason: 'Why the episode began', ceasedReason: 'Why it ceased' },
  placements: { type: 'Kind of placement', miles: 'Miles from home', changeReason: 'Why it ended' },
  involvements: { role: 'Role of the worker', changeReason: 'Why the worker changed' },
  immunisations: { upToDate: 'Up to date' },
  linkedIdentifiers: { kind: 'What number it is', value: 'The number' },
  motherhoods: { personId: 'Number of the mother', childId: 'Number of the child', childBornOn: 'Child born' },
  healthChecks: { kind: 'Kind of check' },
  keyEvents: { kind: 'What happened' },
  fosterCarers: { kind: 'Kind of carer' },
  missing: { type: 'Missing or absent' },
  voices: {
    worriesExplained: 'My worker explained what they worry about',
    storyHelped: 'My story helped me understand',
    agreesWithWorker: 'I agree with my worker',
    planIsClear: 'The plan to keep me safe is clear',
    tabletHelped: 'Using a tablet helped me explain',
  },
  supervisions: { recordedOn: 'Written up', childId: 'Number of the child' },
}

const OWN: Readonly<Record<string, string>> = {
  id: 'Number of the record',
  personId: 'Number of the person',
  upn: 'Unique pupil number',
  uln: 'Unique learner number',
  upnUnknown: 'Why there is no pupil number',
  commonId: 'NHS or other single number',
  bornOn: 'Date of birth',
  expectedOn: 'Birth expected',
  diedOn: 'Died',
  hasEhcPlan: 'Has an education, health and care plan',
  section47Id: 'Number of the section 47 enquiry',
  cpPlanId: 'Number of the child protection plan',
  cinPlanId: 'Number of the child in need plan',
  careId: 'Number of the period of care',
  urn: 'Ofsted number of the provider',
  agencyUrn: 'Ofsted number of the agency',
  fte: 'Full-time equivalent',
  workerId: 'Worker',
  supervisorId: 'Supervisor',
  personalAdviserId: 'Personal adviser',
  teamId: 'Team',
  fromOn: 'From',
  untilOn: 'Until',
  noFurtherAction: 'No further action',
  isInSiblingGroup: 'In a group of brothers and sisters',
  siblingsTogether: 'Brothers and sisters to be placed together',
  siblingsApart: 'Brothers and sisters to be placed apart',
  lastIroContactOn: 'Last contact with the reviewing officer',
  isAccommodationSuitable: 'Accommodation suitable',
  cpPlansInReferral: 'Child protection plans in the period of the referral',
  ehcPlan: 'EHC plan',
  outcomes: 'Outcome',
  miles: 'Miles',
  asAt: 'As at',
}

const spaced = (field: string): string =>
  field
    .replace(/^(is|was|has)(?=[A-Z])/, '')
    .replace(/(Id|On)$/, end => (end === 'Id' ? 'Number' : ''))
    .replace(/At$/, 'Time')
    .replace(/[A-Z0-9]+/g, found => ` ${found.toLowerCase()}`)
    .trim()
    .replace(/^./, first => first.toUpperCase())

export const fieldWords = (table: TableName, field: string): string => IN[table]?.[field] ?? OWN[field] ?? spaced(field)
