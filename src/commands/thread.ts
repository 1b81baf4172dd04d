/** `golden-thread thread`: the golden thread of a plan's document against its sources, walked and checked, keeping nothing. */
import { basename } from 'node:path'
import { sameSource } from '../intake/citation.ts'
import type { SourceReading } from '../intake/plan-reading.ts'
import { readPlan } from '../intake/plan-document.ts'
import { openDocument } from '../intake/open-document.ts'
import type { Document } from '../intake/document.ts'
import { readSource } from '../intake/source-document.ts'
import { UnreadableFile } from '../intake/unreadable-file.ts'
import { checkCitations, type CheckedCitation } from '../plan/citation-check.ts'
import { raiseQuestions } from '../plan/checks.ts'
import { type RaisedQuestion, SEVERITY } from '../plan/check.ts'
import { type CoveredFinding, coverageInWords, coverageOfSources, type SourceCoverage } from '../plan/coverage.ts'
import { allActions, allObjectives, type Plan } from '../plan/plan.ts'
import { planOfReading, shortNameInPlan, shortNameInTitle, sourceOfReading } from '../plan/plan-of-reading.ts'
import type { Source } from '../plan/source.ts'
import { dayInLondon, isDay, type Day } from '../terms/day.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: 'Walk the golden thread of a plan against its sources: coverage, citations, and what a board would ask',
  takes: [],
  options: {
    plan: { type: 'string', value: 'FILE', about: 'the improvement plan (Word, Excel, CSV or text)' },
    source: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      about: 'a source that it answers; may be given several times',
    },
    as: { type: 'string', multiple: true, value: 'NAME', about: 'what the plan calls that source, in the same order' },
    'as-at': {
      type: 'string',
      value: 'DAY',
      about: 'the day to check it as at (2026-11-22); today where it is not given',
    },
  },
  help: `Keeps nothing. What the plan calls a source is worked out from its title ("Improvement Notice" is DfE Notice) or from the
references that the plan cites; say it with --as where that is wrong.

  golden-thread thread --plan plan.docx --source notice.docx
  golden-thread thread --plan plan.docx --source notice.docx --source report.docx --as "DfE Notice" --as Ofsted --json`,
  async run({ values, progress }) {
    if (!values.plan) throw new WrongUsage('say which plan: --plan FILE')
    const asAt = dayGiven(values['as-at'])
    const plan = planOfReading(readPlan(await open(values.plan)), asAt)
    if (allActions(plan).length === 0) throw new WrongInput(`${values.plan}: no actions were found in it`)
    const sources: Source[] = []
    for (const [index, file] of (values.source ?? []).entries()) {
      progress(`Reading ${basename(file)}`)
      const reading = readSource(await open(file))
      if (reading.findings.length === 0) throw new WrongInput(`${file}: no findings were found in it`)
      sources.push(sourceOfReading(reading, values.as?.[index] ?? nameOf(file, reading, plan), index + 1))
    }
    const walked = {
      plan,
      coverage: coverageOfSources(plan, sources),
      citations: checkCitations(plan, sources),
      questions: raiseQuestions({ plan, sources, asAt }),
    }
    return { json: asJson(walked), text: asText(walked) }
  },
})

type Walked = { plan: Plan; coverage: SourceCoverage[]; citations: CheckedCitation[]; questions: RaisedQuestion[] }

async function open(file: string): Promise<Document> {
  try {
    return await openDocument(file)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WrongInput(`${file}: ${error.message}`)
    throw error
  }
}

function dayGiven(given: string | undefined): Day {
  if (given === undefined) return dayInLondon(new Date())
  if (!isDay(given)) throw new WrongUsage(`--as-at takes a day as 2026-11-22, not ${given}`)
  return given
}

function nameOf(file: string, reading: SourceReading, plan: Plan): string {
  const name = shortNameInTitle(reading.title) ?? shortNameInPlan(plan, reading.findings)
  if (name === null) throw new WrongUsage(`say what the plan calls ${basename(file)} (${reading.title}): --as NAME`)
  return name
}

const asJson = ({ coverage, citations, questions }: Walked) => ({
  findings: coverage.flatMap(({ source, findings }) =>
    findings.map(({ finding, coverage, actions, objectives }) => ({
      source: source.shortName,
      ref: finding.ref,
      coverage: coverage === 'closed' ? 'none' : coverage,
      actions: actions.map(action => action.ref),
      objectives: objectives.map(objective => objective.ref),
    })),
  ),
  citations: citations.map(({ in: where, cites, state, betterMatch }) => ({
    in: where,
    cites,
    found: state !== 'not-loaded' && state !== 'points-nowhere',
    state,
    ...(betterMatch && { betterMatch: { ref: betterMatch.ref, why: betterMatch.why } }),
  })),
  checks: questions.map(({ check, where, question, because }) => ({
    check: check.id,
    severity: check.severity,
    where,
    question,
    because,
  })),
})

function asText({ plan, coverage, citations, questions }: Walked): string {
  const doubted = citations.filter(({ betterMatch, state }) => betterMatch !== null || state === 'points-nowhere')
  const notLoaded = namesNotLoaded(citations)
  return [
    `${plan.title}: ${allActions(plan).length} actions, ${allObjectives(plan).length} objectives`,
    ...coverage.flatMap(({ source, findings, counts }) => [
      '',
      `${source.title} (${source.shortName}): ${findings.length} findings, ${coverageInWords(counts)}`,
      ...findings.map(coverageLine),
    ]),
    '',
    `${citations.length} citations${notLoaded.length > 0 ? `; not loaded: ${notLoaded.join(', ')}` : ''}`,
    ...doubted.map(({ in: where, cites, betterMatch }) =>
      betterMatch === null
        ? `  ${where} cites ${cites}, which is not there`
        : `  ${where} cites ${cites}, but fits ${betterMatch.ref} better. ${betterMatch.why}`,
    ),
    '',
    `${questions.length} questions a board would ask`,
    ...questions.map(({ check, question }) => `  ${SEVERITY[check.severity]}: ${question}`),
  ].join('\n')
}

/** Each source that is cited and not loaded, under the name it is cited by first. */
const namesNotLoaded = (citations: CheckedCitation[]): string[] =>
  citations
    .filter(({ state }) => state === 'not-loaded')
    .map(({ citation }) => citation.source)
    .reduce<string[]>(
      (names, name) =>
        names.some(shortName => sameSource(name, { shortName, knownAs: [] })) ? names : [...names, name],
      [],
    )

function coverageLine({ finding, coverage, actions, objectives }: CoveredFinding): string {
  const by =
    coverage === 'action'
      ? `action ${actions.map(action => action.ref).join(', ')}`
      : coverage === 'objective'
        ? `only objective ${objectives.map(objective => objective.ref).join(', ')}`
        : 'nothing'
  return `  ${finding.ref.padEnd(6)} ${by.padEnd(26)} ${finding.text.replace(/\s+/g, ' ').slice(0, 90)}`
}
