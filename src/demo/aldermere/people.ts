/** Aldermere's organisations, the posts that lead or steer the programme, and who has held them. All invented. */
import type { Calendar } from '../calendar.ts'
import type { OrganisationDescription, PostDescription } from '../description.ts'

const COUNCIL = 'Aldermere City Council'
const HEALTH = 'Larkwater Community Health NHS Trust'
const POLICE = 'Fenmarch Police'

export const organisations: OrganisationDescription[] = [
  { name: COUNCIL, kind: 'council' },
  { name: HEALTH, kind: 'health' },
  { name: POLICE, kind: 'police' },
  { name: 'Aldermere Safeguarding Children Partnership', kind: 'safeguarding' },
  { name: 'Aldermere Schools Forum', kind: 'education' },
  { name: 'Kitehill Young People', kind: 'voluntary' },
  { name: 'Department for Education', kind: 'government' },
]

export const posts = ({ date }: Calendar): PostDescription[] => [
  {
    key: 'dcs',
    title: "Director of Children's Services",
    organisation: COUNCIL,
    role: 'director',
    holders: [
      { name: 'Imelda Farthingay', email: 'imelda.farthingay@aldermere.example', from: date(-26, 4), to: null },
    ],
  },
  {
    key: 'programme',
    title: 'Improvement Programme Manager',
    organisation: COUNCIL,
    role: 'programme-manager',
    holders: [{ name: 'Tobias Wrenfield', email: 'tobias.wrenfield@aldermere.example', from: date(-25, 18), to: null }],
  },
  {
    key: 'protection',
    title: 'Head of Help and Protection',
    organisation: COUNCIL,
    role: 'head-of-service',
    holders: [{ name: 'Nkechi Ambersley', email: 'nkechi.ambersley@aldermere.example', from: date(-31, 1), to: null }],
  },
  {
    key: 'care',
    title: 'Head of Children in Care and Leaving Care',
    organisation: COUNCIL,
    role: 'head-of-service',
    holders: [{ name: 'Gethin Tarrowby', email: 'gethin.tarrowby@aldermere.example', from: date(-29, 9), to: null }],
  },
  {
    key: 'quality',
    title: 'Head of Quality and Workforce',
    organisation: COUNCIL,
    role: 'head-of-service',
    holders: [
      { name: 'Cordelia Hensby', email: 'cordelia.hensby@aldermere.example', from: date(-28, 1), to: date(-11, 24) },
      { name: 'Ravinder Mossgate', email: 'ravinder.mossgate@aldermere.example', from: date(-11, 25), to: null },
    ],
  },
  {
    key: 'analyst',
    title: 'Data and Performance Analyst',
    organisation: COUNCIL,
    role: 'analyst',
    holders: [
      { name: 'Yusuf Brackenridge', email: 'yusuf.brackenridge@aldermere.example', from: date(-22, 2), to: null },
    ],
  },
  {
    key: 'health',
    title: 'Designated Nurse for Safeguarding and Children in Care',
    organisation: HEALTH,
    role: 'partner-lead',
    holders: [
      { name: 'Bronagh Quillfeather', email: 'bronagh.quillfeather@larkwater.example', from: date(-33, 12), to: null },
    ],
  },
  {
    key: 'police',
    title: 'Detective Superintendent, Public Protection',
    organisation: POLICE,
    role: 'partner-lead',
    holders: [
      {
        name: 'Alasdair Pennocksley',
        email: 'alasdair.pennocksley@fenmarch.example',
        from: date(-36, 3),
        to: date(-15, 12),
      },
      { name: 'Samina Darrowby', email: 'samina.darrowby@fenmarch.example', from: date(-15, 13), to: null },
    ],
  },
  {
    key: 'chair',
    title: 'Independent Chair of the Improvement Board',
    organisation: COUNCIL,
    role: 'board-chair',
    holders: [
      { name: 'Winifred Ostlerhythe', email: 'winifred.ostlerhythe@aldermere.example', from: date(-24, 2), to: null },
    ],
  },
  {
    key: 'member',
    title: "Lead Member for Children's Services",
    organisation: COUNCIL,
    role: 'board-member',
    holders: [
      {
        name: 'Councillor Desmond Tillotsby',
        email: 'desmond.tillotsby@aldermere.example',
        from: date(-30, 20),
        to: null,
      },
    ],
  },
  {
    key: 'adviser',
    title: 'DfE Improvement Adviser',
    organisation: 'Department for Education',
    role: 'dfe-adviser',
    holders: [
      {
        name: 'Philippa Rookhallow',
        email: 'philippa.rookhallow@education-adviser.example',
        from: date(-23, 6),
        to: null,
      },
    ],
  },
  {
    key: 'team-manager',
    title: 'Team Manager, Children in Care One',
    organisation: COUNCIL,
    role: 'team-manager',
    holders: [
      { name: 'Rosalind Haverwick', email: 'rosalind.haverwick@aldermere.example', from: date(-22, 6), to: null },
    ],
  },
  {
    key: 'social-worker',
    title: 'Social Worker, Children in Care One',
    organisation: COUNCIL,
    role: 'social-worker',
    holders: [{ name: 'Emeka Larchfield', email: 'emeka.larchfield@aldermere.example', from: date(-17, 3), to: null }],
  },
  {
    key: 'reviewing-officer',
    title: 'Independent Reviewing Officer',
    organisation: COUNCIL,
    role: 'reviewing-officer',
    holders: [{ name: 'Bethan Quernmore', email: 'bethan.quernmore@aldermere.example', from: date(-27, 8), to: null }],
  },
  {
    key: 'scrutiny',
    title: "Chair of Children's Scrutiny",
    organisation: COUNCIL,
    role: 'elected-member',
    holders: [
      {
        name: 'Councillor Zubaida Fernleigh',
        email: 'zubaida.fernleigh@aldermere.example',
        from: date(-18, 20),
        to: null,
      },
    ],
  },
  {
    key: 'data-protection',
    title: 'Data Protection Officer',
    organisation: COUNCIL,
    role: 'data-protection-officer',
    holders: [{ name: 'Osric Penhallam', email: 'osric.penhallam@aldermere.example', from: date(-25, 9), to: null }],
  },
]
