/** What the heading of a plan's column says its cells are. Councils word them freely; a heading is matched by its own words alone. */
import type { PlanField } from './plan-reading.ts'

/** What a heading was taken for. `open` fields need the column's cells to decide: `Status` may hold a rating or a story. */
export type HeadingMatch = { fields: PlanField[]; confidence: number; why: string }

type Saying = [field: PlanField, words: RegExp]

/** Headings that are the field's own word: nothing else could be meant. */
const EXACT: Saying[] = [
  [
    'ref',
    /^(ref|refs|ref no|reference|reference (no|number)|no|nos|number|#|id|item|item no|(action|row|line|plan) (ref|reference|no|number|id)|unique ref(erence)?|serial( no)?|s\/no)$/,
  ],
  [
    'text',
    /^((key|priority|improvement|agreed|required|planned|specific|smart|main|proposed|immediate|individual) )*(actions?|tasks?|activity|activities|steps?)( (required|needed|planned|agreed|points?|items?|description|details?|to be taken|we will take|to take|to deliver( this)?|for improvement))?$/,
  ],
  [
    'text',
    /^((what )?(are )?we (will|going to|are going to|need to|intend to|plan to) do( (about it|next))?|what (will|do|shall|must|should) we (do|need to do)( (about it|next|differently))?|what are we (going to do|doing)\b.*|what (needs|has) to (happen|be done)( next)?|next steps|what will (happen|be done)|how (will|do|shall) we (do|achieve|deliver|get there)( (it|this|them))?|how we will (do|achieve|deliver|get there)( (it|this|them))?|what we will do( to (improve|achieve this))?)$/,
  ],
  [
    'objective',
    /^((key|strategic|priority|improvement|overall|smart|specific) )*(objectives?|aims?|goals?|priority|priorities|areas? (of|for) (improvement|development|focus)|improvement (areas?|needed|required)|(what )?needs? (for improvement|to improve)|recommendations?|(key )?(issues?|findings?|concerns?)( identified)?|what (needs|has) to (improve|change)|what do we need to (improve|change)|(identified|key) needs?|what (is|was) the (issue|problem|finding)|what are we worried about|(ofsted|inspection|key) (recommendations?|findings?)|(ilacs|sif|jtai) (recommendations?|findings?)|standards?|required improvements?)$/,
  ],
  [
    'theme',
    /^((key|priority|improvement) )*(themes?|work ?streams?|strands?|pillars?|programmes?|service areas?|key areas?|priority areas?|domains?)$/,
  ],
  [
    'desiredOutcome',
    /^((desired|intended|expected|planned|target(ed)?|key|anticipated|agreed|improvement|overall|the) )*(outcomes?|results?|benefits?)( (sought|wanted|required|for children( (and|&) (young people|families))?))?$/,
  ],
  [
    'desiredOutcome',
    /^((desired|intended|expected|planned|anticipated) )*impact( (for|on) (children|children (and|&) (young people|families)|our children))?$/,
  ],
  ['desiredOutcome', /^(improvement|key|outcome|performance improvement) targets?$/],
  [
    'desiredOutcome',
    /^(what (do|are) we (want|wanting|trying) to (achieve|see|change)|what we want to (achieve|see)|what (difference|impact) (will|should) (it|this|we) (make|have)( (for|to) (children|our children|children and families))?|what (will|does|would|should) (good|success|it|better|be different) ?(look like|be like)?( (for children|as a result))?|what will be different( for children)?|so what|what difference will (this|it) make)$/,
  ],
  [
    'lead',
    /^(((action|task|responsible|accountable|named|strategic|operational|overall|senior|nominated|delivery) )*(leads?|owners?)( (responsible|accountable|name|post|(officer|person|agency|partner|manager|organisation|professional)s?))*|((lead|action|responsible|accountable|named|nominated|senior|designated) )+(officers?|managers?|person|persons|people|agency|agencies|partners?|organisations?|professionals?|leads?)( (responsible|accountable|name))?|(officers?|managers?|persons?|people) responsible|leads?\(s\)|owner\(s\)|who|by who|by whom|who by|whom|who is (responsible|leading|accountable|doing it|going to do (it|this))|who will (do|lead|deliver)( (it|this|on this))?|who's responsible|responsib(le|ility|ilities)|accountab(le|ility)|led by|lead responsibility|sro|assigned to|allocated to)$/,
  ],
  [
    'timescale',
    /^(time[ -]?scales?|time[ -]?frames?|time[ -]?lines?|timing|by when|when|when by|when will (it|this|we) (be done|happen|do (it|this)|be completed?)|by what date|(target|due|completion|deadline|delivery|planned completion|expected completion|target completion|agreed|implementation|action|target end)( by)? dates?|deadlines?|due|due by|date due|dates?|complete by|(to be )?(completed?|completion|done|delivery|delivered|achieved) by|date (for|of) completion|date to be (completed|achieved)( by)?|target( for)? completion|target timescales?)$/,
  ],
  [
    'start',
    /^((planned|actual|proposed) )*(start|starts|started|start(ing)? date|from|date started|commence(s|ment)?( date)?|begin(s|ning)?( date)?)$/,
  ],
  ['end', /^((planned|actual|proposed) )*(end|ends|end(ing)? date|finish( date)?|to|until)$/],
  [
    'measure',
    /^((key|performance|outcome|impact|success|quality|output|qualitative|quantitative|agreed) )*(measures?( of (success|impact|progress|improvement))?|indicators?|kpis?|pis?|metrics?|milestones?)$/,
  ],
  [
    'measure',
    /^(success (criteria|criterion|factors?)|measured by|how (will|do|can|would) we (know|measure|tell|evidence|judge|demonstrate|test|monitor)\b.*|how we(('| wi)ll)? (know|measure|tell|evidence|demonstrate)\b.*|how will (it|this|success|impact|progress|the impact) be (measured|evidenced|known|judged|monitored)\b.*|how (is|are) (it|this|success|impact) measured|what will we measure|evidence of success|(what )?success (will )?looks? like|(key )?performance measures?( (and|&) milestones?)?)$/,
  ],
  [
    'evidence',
    /^((supporting|latest|current|summary of|details? of|monthly|quarterly|overall|written|narrative) )*(evidence|evidence base|progress|progress (updates?|notes?|report(ed)?|to date|made|so far|summary|commentary|narrative|against actions?)|updates?|comments?|commentary|notes?|narrative|position|current position|progress ?\/ ?update|achievements?( to date)?|activity to date)$/,
  ],
  [
    'evidence',
    /^(evidence of (impact|progress|completion|delivery|improvement|change)|what (have|has) (we|been) (done|achieved|changed)( so far)?|what (progress|difference|impact) (have we|has (been|it|this)) (made|had)|(progress|evidence|impact) (and|&) (progress|impact|evidence)|(progress|impact|evidence) ?\/ ?(progress|impact|evidence)|what (have we|we have) done|impact (to date|so far|achieved|evidence|evidenced|summary)|where are we now|how are we doing|what('s| is) the (evidence|impact))$/,
  ],
  [
    'delivery',
    /^(((action|delivery|progress|overall|current|completion|project|task|implementation|monthly) )*(b?ragg?b?|rag|status|ratings?|rag rating|b?ragg? (rating|status|rated)|rag\/status)|b?ragg? (for )?\(?(action|delivery|progress)s?\)?|(is it )?on track)$/,
  ],
  [
    'impact',
    /^(impact (b?ragg?|rag|status|ratings?|rag rating)|(outcome|evidence) (b?ragg?|status|rating)|b?ragg? (for|of) (impact|outcome|evidence)|rag impact)$/,
  ],
  [
    'monitoredBy',
    /^((monitored|overseen|reported|governed|assured|scrutinised|reviewed|signed off|held to account) (by|through|via|to|at)|(governance|monitoring|oversight|reporting|assurance|accountable|responsible|lead|scrutiny|overseeing)( (board|body|group|forum|arrangements?|route|meeting|mechanism|line))?|boards?|(monitoring|governing) (group|board|forum|body)|where (is it|will it be) (monitored|reported)|reports? to|reporting to|forum|committee)$/,
  ],
  [
    'cites',
    /^(sources?|source (ref|reference|document|of action)|origin|origin of action|links? to( .*)?|linked to( .*)?|cross[- ]ref(erence)?s?|((ofsted|inspection|notice|recommendation|rec|ilacs|sif|jtai|finding|dfe|scr|cspr)\.? )+(refs?|references?|no|nos|numbers?|paragraphs?|links?)|ofsted|ofsted para(graph)?s?|rec|recs|para(graph)?s?|source of .*|driver|raised (by|in)|recommendation source)$/,
  ],
]

/** Words within a longer heading that point to a field, with how sure they make it. The first that fits is taken. */
const KEYWORD: [field: PlanField, words: RegExp, confidence: number][] = [
  [
    'unmapped',
    /\b(cost|budget|resources?|funding|risks?|dependenc(y|ies)|date (completed|closed|reviewed|updated|added|signed)|completed on|last (updated|reviewed)|review date|next review|revised (date|timescale|deadline)|actual (completion|end)|barriers?|new date|baseline)\b/,
    0.6,
  ],
  ['desiredOutcome', /^progress\s*[-–—:]\s*.*\b(outcomes?|targets?)\b/, 0.7],
  ['evidence', /^(progress|update)s?\s*([-–—:(]|as at|at|to|on|against|since|in)\s*/, 0.8],
  ['delivery', /\b(b?ragg?)\b|\b(rating|status)\b/, 0.7],
  ['lead', /\b(lead|owner|responsible|accountable|responsibility|by whom?)\b/, 0.7],
  ['timescale', /\b(time ?scales?|deadline|by when|due|target date|completion date|time ?frame)\b/, 0.7],
  ['start', /\bstart\b/, 0.6],
  ['end', /\bend\b/, 0.6],
  [
    'text',
    /^((key|specific|agreed) )?actions?\b(?!.*\b(completed|taken|to date|so far|updates?|progress|recommendations?)\b)/,
    0.8,
  ],
  ['cites', /\b(recommendation|notice|ofsted|source|paragraph)s?\b.*\b(ref|reference|no|number|link)s?\b/, 0.7],
  ['objective', /\brecommendations?\b|\b(area|need)s? (of|for) (improvement|development)\b|\bobjectives?\b/, 0.6],
  ['measure', /\b(measures?|measured?|kpis?|indicators?|success criteria|how will we know|milestones?)\b/, 0.7],
  ['evidence', /\b(evidence|progress|updates?|comment(s|ary)?)\b/, 0.6],
  ['desiredOutcome', /\b(outcomes?|impact|difference|success look|benefits?|targets?)\b/, 0.6],
  ['monitoredBy', /\b(governance|monitor(ed|ing)?|oversight|board)\b/, 0.6],
  ['text', /\bactions?\b|\bwhat (will )?we (will )?do\b/, 0.6],
  ['text', /^(the )?what$/, 0.6],
  ['ref', /\b(ref|reference)\b|^(rec|action)\.? ?(no|#)/, 0.6],
  ['theme', /\b(theme|work ?stream)\b/, 0.6],
  ['objective', /\b(priority|aim|goal)\b/, 0.5],
  [
    'lead',
    /^(partners?|agency|agencies|organisations?|officers?|managers?|people|persons?|head of service|director)$/,
    0.5,
  ],
]

/** The heading as it is compared: small letters, straight quotes, single spaces, without the marks that end it; `R A G` is `rag`. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[‘’`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\b(b[ /])?r[ /]a[ /]g\b/g, 'rag')
    .replace(/\s*\((s|es)\)/g, 's')
    .replace(/^[\s*•–-]+|[\s:;.?!*_–-]+$/g, '')
    .trim()

const PARTS = /\s*(?:\/|&|\+|,|;|\band\b|\bor\b|\()\s*/

/** What the heading says its cells are, or null where its words say nothing known. */
export function matchHeading(heading: string): HeadingMatch | null {
  const plain = plainHeading(heading)
  if (plain === '' || plain.length > 120) return null
  const whole = exactField(plain)
  if (whole) return { fields: [whole], confidence: 1, why: `"${heading.trim()}" is a usual heading for it` }
  const parts = plain
    .split(PARTS)
    .map(part => plainHeading(part.replace(/\)$/, '')))
    .filter(part => part !== '')
  const found = parts.map(part => ({ part, field: exactField(part) }))
  if (parts.length > 1 && found.every(one => one.field !== null)) {
    const fields = [...new Set(found.map(one => one.field!))].sort(byReading)
    return { fields, confidence: 0.9, why: `"${parts.join('" and "')}" are usual headings` }
  }
  const keyword = KEYWORD.find(([, words]) => words.test(plain))
  if (!keyword) return null
  const [field, words, confidence] = keyword
  const others = found.map(one => one.field).filter(other => other !== null && other !== field && field !== 'unmapped')
  return {
    fields: [field, ...new Set(others as PlanField[])].slice(0, 2),
    confidence,
    why: `it speaks of "${words.exec(plain)![0].trim()}"`,
  }
}

const exactField = (plain: string): PlanField | null => EXACT.find(([, words]) => words.test(plain))?.[0] ?? null

/** A measure before the evidence for it, whatever order the heading names them in. */
const byReading = (one: PlanField, other: PlanField) => ORDER.indexOf(one) - ORDER.indexOf(other)
const ORDER: PlanField[] = ['text', 'objective', 'desiredOutcome', 'lead', 'timescale', 'measure', 'evidence']
