/**
 * How long a board pack takes, as all three files: `node --import tsx bench/pack.ts [COPIES]`. One copy of the invented plan has 60
 * actions. The first pack includes the start of the worker that writes the files; the promise is that all three take under 3 seconds.
 */
import { raiseQuestions } from '../src/plan/checks.ts'
import { coverageOfSources } from '../src/plan/coverage.ts'
import { AS_AT, inventedProgramme, inventedSource, SINCE } from '../src/reports/examples/invented-plan.ts'
import { freeze } from '../src/reports/freeze.ts'
import { describePack } from '../src/reports/pack.ts'
import { writePdf } from '../src/reports/pdf.ts'
import { writeWeb } from '../src/reports/web.tsx'
import { writeWord } from '../src/reports/word.ts'

const PROMISED = 3000
const copies = Number(process.argv[2] ?? 1)
const [plan, before] = [inventedProgramme(AS_AT, copies), inventedProgramme(SINCE, copies)]
const sources = [inventedSource(1, 'Report', 'Inspection report', Array(24).fill('See children promptly'))]

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[number, Result]> {
  const from = performance.now()
  const result = await work()
  return [Math.round(performance.now() - from), result]
}

const actions = plan.themes.flatMap(theme => theme.actions).length
for (const run of ['first', 'second', 'third']) {
  const busy = process.cpuUsage()
  const [described, frozen] = await timed(() =>
    freeze(
      describePack({
        authority: 'Marlbeck Council',
        plan,
        before,
        coverage: coverageOfSources(plan, sources),
        questions: raiseQuestions({ plan, sources, asAt: AS_AT }),
        meeting: null,
        kept: true,
      }),
    ),
  )
  const [web, html] = await timed(() => writeWeb(frozen))
  const [word, docx] = await timed(() => writeWord(frozen))
  const [pdf, file] = await timed(() => writePdf(frozen))
  const { user, system } = process.cpuUsage(busy)
  const all = described + web + word + pdf
  const sizes = [html.length, docx.length, file.length].map(bytes => `${Math.round(bytes / 1024)} kB`).join(', ')
  console.log(
    `${actions} actions, ${run} pack: ${all} ms (described ${described}, web ${web}, Word ${word}, PDF ${pdf}; processor ${Math.round((user + system) / 1000)}; ${sizes})${all > PROMISED ? ', OVER' : ''}`,
  )
}
