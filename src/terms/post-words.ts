/** The words and short forms that English children's services use for posts, teams and organisations. */

/** Short forms and what they stand for, both in small letters. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  ad: 'assistant director',
  ap: 'advanced practitioner',
  ceo: 'chief executive',
  cic: 'children in care',
  cin: 'children in need',
  cp: 'child protection',
  csc: "children's social care",
  cse: 'child sexual exploitation',
  cswt: 'children social work team',
  cyp: 'children young people',
  dcs: "director of children's services",
  eh: 'early help',
  hos: 'head of service',
  insp: 'inspector',
  iro: 'independent reviewing officer',
  lac: 'looked after children',
  lado: 'local authority designated officer',
  mgr: 'manager',
  psw: 'principal social worker',
  qa: 'quality assurance',
  sc: 'social care',
  sg: 'safeguarding',
  sm: 'service manager',
  sms: 'service managers',
  supt: 'superintendent',
  sw: 'social worker',
  tm: 'team manager',
  tms: 'team managers',
  ts: 'targeted services',
  vhead: 'virtual school head',
  yos: 'youth offending service',
  yot: 'youth offending team',
}

/** A word that makes what it stands in a post: someone can be asked about it. */
export const POST_WORD =
  /\b(?:heads?|head ?teachers?|directors?|managers?|mgrs?|officers?|chairs?|chairperson|leads?|leader|chief|dcs|ads?|hos|sms?|tms?|psw|principal|inspector|insp|superintendent|supt|sergeant|member|advis[eo]rs?|co-?ordinators?|commissioners?|auditors?|practitioners?|workers?|staff|vhead|iros?|lado|clerk|secretary|consultants?|nurses?|doctors?|gps?|solicitors?|analysts?|ceo)\b/i

/** A word, or a whole name, that makes what it stands in an organisation or standing group. */
export const ORGANISATION_WORD =
  /\b(?:trust|nhs|ccgs?|icb|police|wmp|cwpt|uhcw|council|lscb|lscp|cscb|schools?|college|university|hospital|academy|charity|partners(?:hip)?|agenc(?:y|ies)|board|committee|panel|group|grp|forum|teams?|services?|hub|cafcass|probation|crc|health|education|hr|l&d|it|ict|finance|legal|smt|slt|clt|dmt|esmt|org(?:anisational)? dev(?:elopment)?|owg|yos|yot|iag|housing|voluntary sector|barnardo'?s|nspcc|providers?|all)\b/i

/** Services within a council that each have a head of their own: `HoS CIN/ LAC` is two posts, `Service Manager Triage/ MASH` one. */
export const SERVICE_WITH_A_HEAD =
  /^(?:cin|lac|cic|eh(?: ts)?|early help(?: ts)?|cp|sg|sg ?& ?qa|qa|yos|ra|fostering|adoption|permanence|safeguarding|leaving care|social care|disabled children|regulated services|through ?care|assessment)(?: (?:service|unit|team))?$/i

/** Whole words that a narrow column is often seen to break. */
export const WORDS_OFTEN_BROKEN: ReadonlySet<string> = new Set(
  "safeguarding permanency permanence director assistant children children's services service manager management managers strategic commissioning prevention regulated protection improvement resources development education practitioner principal officer quality assurance fostering adoption chief executive inspector independent reviewing partnership organisational workforce intervention virtual school deputy coordinator social worker".split(
    ' ',
  ),
)
