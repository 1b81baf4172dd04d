/** The same thing is promised with different figures in different places. */
import type { Action } from '../action.ts'
import { type AlikeIndex, indexAlike } from '../alike.ts'
import { actionRefs, inWords, openActions, promisesIn, quote } from '../asking.ts'
import { planCheck, type Question } from '../check.ts'
import { resolveCitation } from '../citation.ts'
import type { Finding, Source } from '../source.ts'
import { figuresIn, type Figure } from '../figures.ts'
import { readWording, sharedWords, similarity, type Weights, weighWords, type Wording } from '../wording.ts'

const ALIKE = 0.55
/** A finding that the action cites is about the same thing already, so fewer shared words are enough. */
const ALIKE_TO_ITS_FINDING = 0.4
const DATED = /\b(20\d\d|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?['’]?\d\d)\b/i

export default planCheck({
  id: 'same-thing-different-targets',
  name: 'Same thing, different targets',
  severity: 'serious',
  why: 'Two figures for one thing let either be called met. The board must know which one the service is held to.',
  find({ plan, sources }) {
    const promised = new Map(openActions(plan).map(action => [action, promisedBy(action)]))
    return [...betweenActions([...promised.values()].flat()), ...withFindings(promised, sources)]
  },
  examples: [
    {
      that: 'supervision at 90% and at 100%',
      actions: [
        { measureText: '90% of staff have monthly supervision' },
        { measureText: '100% of staff have monthly supervision' },
      ],
      raises: 1,
      asks: /Actions 1 and 2/,
    },
    {
      that: '20 working days and 28 days',
      actions: [
        { measureText: '95% of initial health assessments take place within 20 working days of reception into care' },
        { measureText: 'Initial health assessments take place within 28 days of reception into care' },
      ],
      raises: 1,
    },
    {
      that: 'the finding says 28 days, the action 20 working days',
      findings: [
        {
          ref: '1.10',
          text: 'Ensure that initial health assessments take place within 28 days of reception into care',
        },
      ],
      actions: [
        {
          text: 'Initial health assessments take place within 20 working days of reception into care',
          cites: ['DfE Notice 1.10'],
        },
      ],
      raises: 1,
      asks: /DfE Notice 1\.10/,
    },
    {
      that: 'the same figure twice',
      actions: [
        { measureText: '90% of staff have monthly supervision' },
        { measureText: '90% of staff have monthly supervision' },
      ],
      raises: 0,
    },
    {
      that: 'different figures for different things',
      actions: [
        { measureText: '90% of staff have monthly supervision' },
        { measureText: '100% of care leavers have a health passport' },
      ],
      raises: 0,
    },
    {
      that: 'figures for different dates are a series',
      actions: [
        { measureText: '50% of audits good or better by Sept 2027' },
        { measureText: '80% of audits good or better by March 2028' },
      ],
      raises: 0,
    },
  ],
})

/** `figures` are the quantities as one text, to tell at once where two are the same. */
type Promised = { action: Action; text: string; quantities: Figure[]; figures: string; wording: Wording }

const promisedBy = (action: Action): Promised[] =>
  promisesIn([action.text, action.desiredOutcome, action.measureText].join('\n'))
    .filter(text => !DATED.test(text))
    .map(text => ({ action, text, quantities: figuresIn(text) }))
    .filter(({ quantities }) => quantities.length > 0)
    .map(each => ({ ...each, figures: figureKey(each.quantities), wording: subjectOf(each.text) }))

const figureKey = (figures: Figure[]): string =>
  figures.map(({ value, upTo, unit }) => `${value}-${upTo} ${unit}`).join(', ')

/** The words of a promise without its figures, whose `working days` would count as a difference. */
const subjectOf = (text: string): Wording =>
  readWording(figuresIn(text).reduce((rest, { text: figure }) => rest.replace(figure, ' '), text))

function betweenActions(promised: Promised[]): Question[] {
  const weights = weighWords(promised.map(({ wording }) => wording))
  const index = indexAlike<Said>(weights, ALIKE)
  const said = new Map<string, Said>()
  const groups: Promised[][] = []
  for (const one of promised) {
    const found = firstGroup(one, index, weights)
    const at = found ?? groups.length
    if (found === null) groups.push([one])
    else groups[found]!.push(one)
    const same = said.get(one.text)
    const its = same ?? { promise: one, places: [] }
    if (!same) {
      said.set(one.text, its)
      index.add(one.wording, its)
    }
    its.places = firstOfTwoActions([...its.places, { action: one.action, at }])
  }
  return groups.filter(group => group.length > 1).map(asQuestion)
}

/** A promise that many actions make in the same words: compared once for all, with the first groups in which one or another makes it. */
type Said = { promise: Promised; places: Place[] }
type Place = { action: Action; at: number }

/** The first place of all, and the first of any other action: whoever asks, one of the two is of another action than theirs. */
function firstOfTwoActions(places: Place[]): Place[] {
  const [first, ...rest] = places.sort((a, b) => a.at - b.at)
  const other = rest.find(({ action }) => action !== first!.action)
  return other ? [first!, other] : [first!]
}

/** The first group in which another action promises the same in other figures. */
function firstGroup(one: Promised, index: AlikeIndex<Said>, weights: Weights): number | null {
  let first: number | null = null
  for (const { promise, places } of index.mayBeAlike(one.wording)) {
    const place = places.find(({ action }) => action !== one.action)
    if (!place || (first !== null && place.at >= first) || promise.figures === one.figures) continue
    if (differ(one, promise, weights)) first = place.at
  }
  return first
}

/** About the same thing, in figures of the same kind, with no figure in common. */
const differ = (one: Promised, other: Promised, weights: Weights): boolean =>
  figuresDiffer(one.quantities, other.quantities) &&
  similarity(one.wording, other.wording, weights) >= ALIKE &&
  sharedWords(one.wording, other.wording, weights).length >= 2

function figuresDiffer(some: Figure[], others: Figure[]): boolean {
  for (const kind of ['share', 'time'] as const) {
    const [a, b] = [some, others].map(each => each.filter(({ unit }) => (unit === '%') === (kind === 'share')))
    if (a!.length === 0 || b!.length === 0) continue
    return !a!.some(x => b!.some(y => x.value === y.value && x.unit === y.unit && x.upTo === y.upTo))
  }
  return false
}

function asQuestion(group: Promised[]): Question {
  const refs = [...new Set(group.map(({ action }) => action.ref))]
  const texts = [
    ...new Map(group.map(({ text, quantities }) => [quantities.map(each => each.text).join(), text])).values(),
  ]
  return {
    where: `actions ${inWords(refs)}`,
    actionIds: [...new Set(group.map(({ action }) => action.actionId))],
    question: `Actions ${inWords(refs)} promise different figures for what seems the same thing, ${inWords(texts.slice(0, 3).map(text => quote(text, 80)))}: which holds?`,
    because: group.map(({ action, text }) => `${action.ref}: ${quote(text, 80)}`).join('; '),
  }
}

function withFindings(promised: Map<Action, Promised[]>, sources: Source[]): Question[] {
  const asked = new Map(
    sources
      .flatMap(source => source.findings)
      .map(finding => [finding, { wording: subjectOf(finding.text), figures: figuresIn(finding.text) }]),
  )
  const subjects = [...[...promised.values()].flat(), ...asked.values()].map(({ wording }) => wording)
  const weights = weighWords(subjects)
  const found = new Map<string, { source: Source; finding: Finding; promise: Promised; actions: Action[] }>()
  for (const [action, promises] of promised)
    for (const citation of action.citations) {
      const { source, finding } = resolveCitation(citation, sources)
      if (!source || !finding) continue
      const promise = promises.find(each => contradicts(each, asked.get(finding)!, weights))
      if (!promise) continue
      const key = `${finding.findingId} ${promise.text}`
      if (found.has(key)) found.get(key)!.actions.push(action)
      else found.set(key, { source, finding, promise, actions: [action] })
    }
  return [...found.values()].map(({ source, finding, promise, actions }) => ({
    where: actionRefs(actions),
    actionIds: actions.map(action => action.actionId),
    findingId: finding.findingId,
    question: `${source.shortName} ${finding.ref} asks for ${quote(finding.text, 110)} and ${actionRefs(actions)} ${actions.length === 1 ? 'promises' : 'promise'} ${quote(promise.text, 110)}: which holds?`,
    because: `${figuresIn(finding.text)
      .map(({ text }) => text)
      .join(', ')} against ${promise.quantities.map(({ text }) => text).join(', ')}`,
  }))
}

/** Another length of time for what the finding asks. */
function contradicts(promise: Promised, asked: { wording: Wording; figures: Figure[] }, weights: Weights): boolean {
  const times = (figures: Figure[]) => figures.filter(({ unit }) => unit !== '%')
  return (
    figuresDiffer(times(promise.quantities), times(asked.figures)) &&
    sharedWords(promise.wording, asked.wording, weights).length >= 2 &&
    similarity(promise.wording, asked.wording, weights) >= ALIKE_TO_ITS_FINDING
  )
}
