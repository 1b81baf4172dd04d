/**
 * Makes the stylesheet that browsers take from `assets/*.scss` and govuk-frontend. Its result is committed, so that a service needs no
 * compiler: run it after a change there or an upgrade: `node --import tsx src/web/build-assets.ts`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

/** The whole stylesheet, as it should stand. */
export const stylesheet = (): string =>
  `${
    compile(join(import.meta.dirname, 'assets', 'golden-thread.scss'), {
      loadPaths: [join(import.meta.dirname, '..', '..', 'node_modules')],
      style: 'compressed',
      quietDeps: true,
    }).css
  }\n`

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(import.meta.dirname, 'assets', 'built', 'golden-thread.css'), stylesheet())
