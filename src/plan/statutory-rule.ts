/**
 * Lengths of time that the law or statutory guidance for England sets for children's services, as a plan's words can
 * contradict them: by allowing longer. A council may promise less time; it may not promise more.
 */
import { inDays, type Figure, figuresIn } from './figures.ts'

export type StatutoryRule = {
  name: string
  /** Words that say a promise is about this rule, and words that say it is about something else. */
  about: RegExp
  notAbout?: RegExp
  /** `within`: at most so long after the start. `every`: at most so long between one and the next. */
  how: 'within' | 'every'
  limit: Pick<Figure, 'value' | 'unit'>
  says: string
  law: string
}

export const STATUTORY_RULES: StatutoryRule[] = [
  {
    name: 'Review of a pathway plan',
    about: /pathway plan/i,
    how: 'every',
    limit: { value: 6, unit: 'months' },
    says: 'a pathway plan is reviewed at least every six months',
    law: 'Care Leavers (England) Regulations 2010, regulation 7',
  },
  {
    name: 'Assessment',
    about: /\b(single |social work |children'?s? )?assessments?\b/i,
    notAbout:
      /health|risk|parenting|foster|kinship|carer|adopt|pre-?birth|education|age assessment|tenanc|financ|panel/i,
    how: 'within',
    limit: { value: 45, unit: 'working days' },
    says: 'an assessment is completed within 45 working days of the referral',
    law: 'Working Together to Safeguard Children, chapter on assessment',
  },
  {
    name: 'Initial child protection conference',
    about:
      /\bICPCs?\b|initial (child protection |CP )?conference|(child protection|CP) conferences?\b.*(strategy|section 47|s\.? ?47)/i,
    notAbout: /minutes|report|invit/i,
    how: 'within',
    limit: { value: 15, unit: 'working days' },
    says: 'the initial conference is held within 15 working days of the strategy discussion',
    law: 'Working Together to Safeguard Children, initial child protection conferences',
  },
  {
    name: 'Child protection review conference',
    about:
      /\bRCPCs?\b|review (child protection )?conference|child protection (plan )?reviews?|reviews? of child protection plans?/i,
    notAbout: /minutes|report/i,
    how: 'every',
    limit: { value: 6, unit: 'months' },
    says: 'the first review conference is within three months and the next ones at most six months apart',
    law: 'Working Together to Safeguard Children, child protection review conferences',
  },
  {
    name: 'Review of a looked after child',
    about:
      /\b(LAC|looked after( child\w*)?|CLA|children in care|child care) reviews?\b|reviews? of (looked after|care plan)|\b(LAC|looked after child\w*|children in care)\b.{0,40}\breviewed\b/i,
    notAbout: /minutes|report|health|pathway|education|\bPEPs?\b|placement/i,
    how: 'every',
    limit: { value: 6, unit: 'months' },
    says: 'a looked after child is reviewed within 20 working days, again within three months, then at most six months apart',
    law: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
  },
  {
    name: 'First review of a looked after child',
    about: /\bfirst (LAC|looked after( child\w*)?|CLA|statutory) reviews?\b|\binitial (LAC|looked after) reviews?\b/i,
    how: 'within',
    limit: { value: 20, unit: 'working days' },
    says: 'the first review is within 20 working days of becoming looked after',
    law: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
  },
  {
    name: 'Initial health assessment',
    about: /\binitial health assessments?\b|\bIHAs?\b/i,
    how: 'within',
    limit: { value: 20, unit: 'working days' },
    says: 'the initial health assessment is done in time for the first review, within 20 working days',
    law: 'Promoting the health and well-being of looked-after children (2015)',
  },
  {
    name: 'Review health assessment',
    about: /\breview health assessments?\b|\bRHAs?\b|\bannual health assessments?\b/i,
    how: 'every',
    limit: { value: 12, unit: 'months' },
    says: 'health is assessed every six months under five and every twelve months from five',
    law: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  },
  {
    name: 'Return home interview',
    about: /\breturn (home )?interviews?\b|\bRHIs?\b/i,
    how: 'within',
    limit: { value: 72, unit: 'hours' },
    says: 'a return home interview is carried out within 72 hours of the return',
    law: 'Statutory guidance on children who run away or go missing from home or care (2014)',
  },
  {
    name: 'Care proceedings',
    about: /\b(care|court) proceedings\b|\bPLO cases\b|court timescales/i,
    notAbout: /pre-?proceedings|before proceedings|adopt/i,
    how: 'within',
    limit: { value: 26, unit: 'weeks' },
    says: 'care proceedings are disposed of within 26 weeks',
    law: 'Children Act 1989, section 32(1)(a)',
  },
  {
    name: 'Decision on a referral',
    about: /\bdecisions? (on|about) (the |each |every |all )?referrals?\b|\breferral decisions?\b/i,
    how: 'within',
    limit: { value: 1, unit: 'working days' },
    says: 'a social worker decides what follows a referral within one working day',
    law: 'Working Together to Safeguard Children, response to a referral',
  },
  {
    name: 'Personal education plan',
    about: /\bPEPs?\b|personal education plans?/i,
    notAbout: /quality|audit/i,
    how: 'every',
    limit: { value: 4, unit: 'months' },
    says: 'a personal education plan is reviewed each school term',
    law: 'Promoting the education of looked-after and previously looked-after children (2018)',
  },
  {
    name: 'Visits to a privately fostered child',
    about: /private(ly)? foster\w*/i,
    how: 'every',
    limit: { value: 12, unit: 'weeks' },
    says: 'a privately fostered child is visited every six weeks in the first year and every twelve weeks after it',
    law: 'Children (Private Arrangements for Fostering) Regulations 2005, regulation 8',
  },
]

/** A month rounds, and a working day is counted as 7/5 of a day: a fortieth more is the same. */
const ROUNDING = 1.025
const EVERY = /\b(every|each|at|intervals?|no more than|at least)\b/i
const NOT_A_LIMIT =
  /\b(last|past|previous|over the|aged?|older than|under|more than|waiting|for up to|after|since|average of|in the)\s*$/i

/** The rules that a promise contradicts, with the words in it that do. */
export function rulesContradicted(promise: string): { rule: StatutoryRule; words: string }[] {
  return STATUTORY_RULES.filter(({ about, notAbout }) => about.test(promise) && !notAbout?.test(promise)).flatMap(
    rule => {
      const longer = figuresIn(promise).find(
        quantity => saysInterval(promise, quantity) === (rule.how === 'every') && isLonger(quantity, rule),
      )
      return longer && !NOT_A_LIMIT.test(promise.slice(0, longer.at)) ? [{ rule, words: longer.text }] : []
    },
  )
}

function isLonger(quantity: Figure, { limit }: StatutoryRule): boolean {
  const [length, longest] = [inDays({ value: quantity.upTo ?? quantity.value, unit: quantity.unit }), inDays(limit)!]
  return length !== null && length > longest * ROUNDING
}

/** `12 monthly`, `every 12 months`, `annually`; not `within 12 months`. */
const saysInterval = (promise: string, { text, at }: Figure): boolean =>
  /(ly|annual)$/i.test(text) ||
  EVERY.test(promise.slice(Math.max(0, at - 12), at)) ||
  /^ *intervals?/i.test(promise.slice(at + text.length))
