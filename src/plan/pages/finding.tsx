/**
 * A finding and its golden thread: read downwards from its words to objectives, actions, measures and evidence, each opening in
 * place and linking to its own page; what is missing is drawn as a gap that says so.
 */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Button, Gap, Heading, InsetText, Tag, Timeline } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { EVIDENCE, isLate, SHOWS } from '../action.ts'
import type { Attachment } from '../attachment.ts'
import { listAttachmentsOfFinding } from '../attachment-store.ts'
import { FilesOfEvidence } from '../attached-files.tsx'
import { checkCitations } from '../citation-check.ts'
import { listFindingEvidence } from '../source-store.ts'
import { type ActionStrand, type FindingThread, type ObjectiveStrand, threadOfFinding } from '../thread.ts'
import {
  actionAddress,
  ActionLinks,
  DeliveryTag,
  FindingLink,
  ImpactTag,
  LeadLinks,
  TimescaleWords,
  Verbatim,
} from '../words.tsx'
import { idIn } from './crumbs.ts'
import { CoverageTag } from './finding-rows.tsx'
import { EMPTY_PLAN, loadSources } from './findings.tsx'

export async function loadFinding(asked: Pick<Asked, 'db' | 'asAt' | 'params'>) {
  const { plan, sources } = await loadSources(asked)
  const source = sources.find(one => one.findings.some(finding => finding.findingId === idIn(asked.params)))
  const finding = source?.findings.find(one => one.findingId === idIn(asked.params))
  if (!source || !finding) throw new NotFound('such finding on this day')
  return { plan: plan ?? EMPTY_PLAN, sources, source, finding }
}

export const findingPage = page({
  path: '/findings/:id',
  may: 'read-plan',
  section: 'Findings',
  dated: true,
  async load(asked) {
    const { plan, sources, source, finding } = await loadFinding(asked)
    const citations = checkCitations(plan, sources)
    return {
      thread: threadOfFinding(plan, sources, source, finding),
      evidence: await listFindingEvidence(asked.db, finding.findingId, asked.asAt),
      files: await listAttachmentsOfFinding(asked.db, finding.findingId, asked.asAt),
      doubts: citations.filter(one => one.finding === finding && one.betterMatch !== null),
      better: citations.filter(one => one.betterMatch?.finding === finding),
    }
  },
  title: ({ thread }) => `${thread.source.shortName} ${thread.finding.ref}`,
  breadcrumbs: ({ thread }) => [
    { text: 'Findings', href: '/findings' },
    { text: thread.source.shortName, href: `/findings/sources/${thread.source.sourceId}` },
  ],
  view: ({ thread, evidence, files, doubts, better }, _form, asked) => (
    <>
      <Heading
        caption={thread.finding.heading || thread.source.title}
        actions={<Doings thread={thread} asked={asked} />}
      >
        {thread.source.shortName} {thread.finding.ref}
      </Heading>
      <InsetText>
        <Verbatim text={thread.finding.text} />
      </InsetText>
      <p class="gt-ratings">
        <CoverageTag coverage={thread.coverage} />
        {thread.finding.leadText && <span>Lead officer: {thread.finding.leadText}</span>}
      </p>
      {thread.finding.closed && (
        <p class="govuk-body">
          Closed {shortDay(thread.finding.closed.on)}: {thread.finding.closed.reason}
        </p>
      )}
      <AsAtControl {...asked} />
      <h2 class="govuk-heading-m">The thread</h2>
      <ol class="gt-thread">
        <Step name="Objectives" count={thread.objectives.length}>
          {thread.objectives.length === 0 && thread.coverage === 'none' ? (
            <Gap title="No objective cites this finding" />
          ) : (
            thread.objectives.map(strand => <ObjectiveRow strand={strand} asked={asked} />)
          )}
        </Step>
        <Step name="Actions" count={thread.actions.length}>
          {thread.actions.length === 0 ? (
            <Gap title="No action answers this finding" />
          ) : (
            thread.actions.map(strand => <ActionRow strand={strand} asked={asked} />)
          )}
          {thread.coverage === 'objective' && (
            <Gap title="No action cites this finding: it is answered only through its objective" />
          )}
        </Step>
        <Step name="Measures" count={thread.actions.filter(strand => strand.action.measureText !== '').length}>
          {thread.actions.map(strand => (
            <MeasureRow strand={strand} />
          ))}
          {thread.actions.every(strand => strand.action.measureText === '') && (
            <Gap title="Nothing measures whether this is put right" />
          )}
        </Step>
        <Step
          name="Evidence"
          count={thread.actions.reduce((sum, strand) => sum + strand.action.evidence.length, evidence.length)}
        >
          <EvidenceRows thread={thread} evidence={evidence} files={files} asked={asked} />
        </Step>
      </ol>
      <Gaps thread={thread} asked={asked} />
      {doubts.map(one => (
        <Gap title={`${one.in} cites this finding, but fits ${one.betterMatch!.ref} better`}>
          {one.betterMatch!.why}
        </Gap>
      ))}
      {better.map(one => (
        <Gap title={`${one.in} cites ${one.cites}, but its words fit this finding better`}>{one.betterMatch!.why}</Gap>
      ))}
      {thread.alsoAnswers.length > 0 && (
        <>
          <h2 class="govuk-heading-m">The same work also answers</h2>
          <ul class="govuk-list govuk-list--bullet">
            {thread.alsoAnswers.map(({ source, finding }) => (
              <li>
                <FindingLink findingId={finding.findingId} asked={asked}>
                  {`${source.shortName} ${finding.ref}`}
                </FindingLink>{' '}
                {finding.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  ),
})

const Doings = ({ thread, asked }: { thread: FindingThread; asked: Asked }) =>
  may(asked.person, 'edit-plan') && asked.asAt === asked.today ? (
    <>
      <Button small kind="secondary" href={`/findings/${thread.finding.findingId}/evidence`}>
        Add evidence
      </Button>
      <Button small kind="secondary" href={`/findings/${thread.finding.findingId}/close`}>
        {thread.finding.closed ? 'Open again' : 'Close'}
      </Button>
    </>
  ) : null

const Step = ({ name, count, children }: { name: string; count: number; children?: any }) => (
  <li class="gt-thread__step">
    <h3 class="gt-thread__name">
      {name} <span class="gt-thread__count">{count}</span>
    </h3>
    {children}
  </li>
)

const ObjectiveRow = ({ strand, asked }: { strand: ObjectiveStrand; asked: Asked }) => (
  <div class="gt-thread__row">
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={linkAsAt(asked, `/plan/objectives/${strand.objective.objectiveId}`)}
    >
      {strand.objective.ref}
    </a>{' '}
    {strand.objective.text} {!strand.cites && <span class="gt-small">through its action</span>}
  </div>
)

const ActionRow = ({ strand, asked }: { strand: ActionStrand; asked: Asked }) => (
  <details class="gt-thread__row gt-opens">
    <summary>
      <strong>{strand.action.ref}</strong> {strand.action.text}
      <span class="gt-thread__tags">
        <DeliveryTag delivery={strand.action.delivery} /> <ImpactTag impact={strand.action.impact} />
        {isLate(strand.action, asked.asAt) && <strong class="gt-late">Late</strong>}
        {!strand.cites && <span class="gt-small">only through its objective</span>}
      </span>
    </summary>
    <p class="govuk-body">
      Lead: <LeadLinks action={strand.action} />. Timescale: <TimescaleWords action={strand.action} asAt={asked.asAt} />
    </p>
    {strand.action.reason && <p class="govuk-body">{strand.action.reason}</p>}
    <a class="govuk-link" href={linkAsAt(asked, actionAddress(strand.action.actionId))}>
      Open action {strand.action.ref}
    </a>
  </details>
)

const MeasureRow = ({ strand }: { strand: ActionStrand }) =>
  strand.action.measureText === '' ? (
    <Gap title={`Action ${strand.action.ref} has no measure`} />
  ) : (
    <div class="gt-thread__row">
      <strong>{strand.action.ref}</strong> {strand.action.measureText}
      {strand.gaps.some(gap => gap.kind === 'nothing-to-count') && (
        <span class="gt-small"> Nothing in it can be counted</span>
      )}
    </div>
  )

type FindingEvidence = Awaited<ReturnType<typeof listFindingEvidence>>

function EvidenceRows({
  thread,
  evidence,
  files,
  asked,
}: {
  thread: FindingThread
  evidence: FindingEvidence
  files: Attachment[]
  asked: Asked
}) {
  const edits = may(asked.person, 'edit-plan') && asked.asAt === asked.today
  const all = [
    ...evidence.map(one => ({
      ...one,
      of: 'This finding',
      files: files.filter(({ evidenceId }) => evidenceId === one.evidenceId),
      changes: edits,
    })),
    ...thread.actions.flatMap(({ action }) =>
      action.evidence.map(one => ({
        ...one,
        of: `Action ${action.ref}`,
        changes: false,
      })),
    ),
  ].sort((a, b) => (a.speaksOfOn < b.speaksOfOn ? 1 : -1))
  if (all.length === 0) return <Gap title="There is no evidence that children are better off" />
  const kinds = new Set(all.map(one => one.kind))
  const missing = Object.entries(EVIDENCE)
    .filter(([kind]) => !kinds.has(kind))
    .map(([, words]) => words.toLowerCase())
  return (
    <>
      <Timeline
        items={all.map(one => ({
          title: (
            <>
              {one.title}{' '}
              <Tag colour={one.shows === 'impact' ? 'green' : one.shows === 'worse' ? 'red' : 'grey'}>
                {SHOWS[one.shows as keyof typeof SHOWS]}
              </Tag>
            </>
          ),
          when: `${EVIDENCE[one.kind as keyof typeof EVIDENCE]}, ${shortDay(one.speaksOfOn)}. ${one.of}`,
          children: <FilesOfEvidence of={one} asked={asked} changes={one.changes} />,
        }))}
      />
      {missing.length > 0 && <p class="gt-small">No evidence yet of these kinds: {missing.join(', ')}.</p>}
    </>
  )
}

const Gaps = ({ thread, asked }: { thread: FindingThread; asked: Asked }) =>
  thread.gaps.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What is missing</h2>
      <ul class="gt-gaps">
        {thread.gaps.map(gap => (
          <li>
            {gap.words}
            {gap.actions.length > 0 && ': '}
            <ActionLinks actions={gap.actions} asked={asked} />
          </li>
        ))}
      </ul>
    </>
  )
