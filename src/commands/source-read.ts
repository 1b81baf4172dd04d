/** Reads a source document into its findings and shows them, keeping nothing. */
import { openDocument } from '../intake/open-document.ts'
import type { SourceReading } from '../intake/plan-reading.ts'
import { readSource } from '../intake/source-document.ts'
import { UnreadableFile } from '../intake/unreadable-file.ts'
import { command, WrongInput } from './command.ts'

export default command({
  summary: 'Read the findings of an inspection report, improvement notice or table of recommendations',
  takes: ['FILE'],
  options: {},
  help: `Reads Word, Excel, CSV and plain text. Nothing is kept.

  golden-thread source read notice.docx
  golden-thread source read notice.docx --json    { title, findings: [{ ref, heading, text, lead? }], problems }`,
  async run({ positionals }) {
    const file = positionals[0]!
    const reading = await read(file)
    return { json: asJson(reading), text: asText(reading), inputIsWrong: reading.findings.length === 0 }
  },
})

async function read(file: string): Promise<SourceReading> {
  try {
    return readSource(await openDocument(file))
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WrongInput(`${file}: ${error.message}`)
    throw error
  }
}

const asJson = ({ title, findings, problems }: SourceReading) => ({
  title,
  findings: findings.map(({ ref, heading, text, lead, status }) => ({
    ref,
    heading,
    text,
    ...(lead !== null && { lead }),
    ...(status && { status }),
  })),
  problems,
})

function asText({ title, findings, problems }: SourceReading): string {
  const listed = findings.map(({ ref, text, lead }) => `  ${ref.padEnd(6)} ${text}${lead === null ? '' : ` (${lead})`}`)
  const odd = problems.map(({ where, problem }) => `  ${where}: ${problem}`)
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  return [title, count, ...listed, ...(odd.length > 0 ? ['', 'To check:', ...odd] : [])].join('\n')
}
