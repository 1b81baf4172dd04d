/** The board pack: what the Improvement Board reads before it meets, described once for the web page, Word and PDF. */
import { longDay, weekday } from '../terms/day.ts'
import type { Description, Fact } from './description.ts'
import { amount } from './figure.ts'
import { numbered } from './number.ts'
import { factsOf, type PackFacts, type PackOf } from './pack-facts.ts'
import { printable } from './printable.ts'
import { withoutGround } from './without-ground.ts'
import { about } from './sections/about.ts'
import { byTheme } from './sections/by-theme.ts'
import { coverage } from './sections/coverage.ts'
import { files } from './sections/files.ts'
import { late } from './sections/late.ts'
import { measures } from './sections/measures.ts'
import { progress } from './sections/progress.ts'
import { questions } from './sections/questions.ts'
import { register } from './sections/register.ts'
import { summary } from './sections/summary.ts'
import { withoutImpact } from './sections/without-impact.ts'

/** The sections in reading order. Each may add annexes, which come after all sections. */
const SECTIONS = [
  summary,
  progress,
  byTheme,
  late,
  withoutImpact,
  files,
  measures,
  coverage,
  questions,
  about,
  register,
]

/** The pack for a plan as it stood, against the plan as the last pack had it. Pure: the same plan gives the same pack. */
export function describePack(given: PackOf): Description {
  const facts = factsOf(given)
  const description = printable({
    form: 1,
    authority: facts.authority,
    title: 'Improvement Board pack',
    subtitle: facts.plan.title,
    asAt: facts.asAt,
    facts: titlePage(facts),
    sections: numbered(SECTIONS.flatMap(section => section(facts))),
  })
  return given.kept ? description : withoutGround(description)
}

function titlePage({ plan, meeting, asAt, since, standing }: PackFacts): Fact[] {
  const met =
    meeting && [meeting.body, `${weekday(meeting.meetsOn)} ${longDay(meeting.meetsOn)}`, meeting.place].filter(Boolean)
  return [
    ...(met ? [{ term: 'For', words: [met.join(', ')] }] : []),
    { term: 'Position as at', words: [longDay(asAt)] },
    { term: 'Changes since', words: [since ? longDay(since) : 'This is the first pack'] },
    {
      term: 'Plan',
      words: [
        `Version ${plan.version.number}, ${amount(standing.actions.length, 'action')} in ${amount(plan.themes.length, 'theme')}`,
      ],
    },
  ]
}
