/** Lays out a report by `report.typ` and makes the PDF. Runs in the worker. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfPages } from './pdf-pages.ts'
import { FONT_FILES } from './picture.ts'

/** PDF/UA-1, ISO 14289-1: tagged, titled, in a language, with words for each picture; the compiler refuses what is not. */
const STANDARD = 'ua-1'

/** How many documents ago a part may have been used last and still be kept in memory. */
const KEPT_FOR = 3

const ROOM = import.meta.dirname

let warm: NodeCompiler | null = null

export function makePdf({ pages }: { pages: PdfPages }): Uint8Array {
  const compiler = (warm ??= NodeCompiler.create({
    workspace: ROOM,
    fontArgs: [{ fontBlobs: FONT_FILES.map(file => readFileSync(file)) }],
  }))
  compiler.mapShadow(join(ROOM, 'report.json'), Buffer.from(JSON.stringify(pages)))
  try {
    const compiled = compiler.compile({ mainFilePath: join(ROOM, 'report.typ') })
    const { result } = compiled
    if (!result) throw new Error(told(compiler, compiled))
    return compiler.pdf(result, { pdfStandard: STANDARD })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(KEPT_FOR)
  }
}

function told(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError()
  return error === null ? 'no reason was given' : JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000)
}
