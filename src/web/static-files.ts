/** The few files a page needs, by name: stylesheet, scripts, icon. Their address holds their hash, so a browser keeps each for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { themeCss, themeIn } from './theme.ts'

type File = { name: string; type: string; text: string }

const own = (name: string) => readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')
const ofPackage = (path: string) => readFileSync(fileURLToPath(import.meta.resolve(path)), 'utf8')

const CSS = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

const hashed = ({ name, text }: File) => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return `/assets/${name.replace(/(?=\.[^.]+$)/, `-${hash}`)}`
}

const components: File = {
  name: 'components.js',
  type: SCRIPT,
  text: ofPackage('govuk-frontend/dist/govuk/govuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*/, ''),
}
const passkey: File = { name: 'passkey.js', type: SCRIPT, text: own('passkey.js') }
const loads: File = { name: 'loads.js', type: SCRIPT, text: own('loads.js') }
const meeting: File = { name: 'meeting.js', type: SCRIPT, text: own('meeting.js') }
const enhance = own('enhance.js')
  .replace('./components.js', hashed(components))
  .replace('./passkey.js', hashed(passkey))
  .replace('./loads.js', hashed(loads))
  .replace('./meeting.js', hashed(meeting))
const FILES: File[] = [
  { name: 'golden-thread.css', type: CSS, text: own('built/golden-thread.css') },
  components,
  passkey,
  loads,
  meeting,
  { name: 'enhance.js', type: SCRIPT, text: enhance },
  { name: 'icon.svg', type: 'image/svg+xml', text: own('icon.svg') },
]
const addresses = new Map(FILES.map(file => [file.name, hashed(file)]))

/** The address of a file. Throws for one that is not served. */
export function fileAddress(name: string): string {
  const address = addresses.get(name)
  if (!address) throw new Error(`not a file that is served: ${name}`)
  return address
}

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Serves the files and the colours of each authority, and nothing else that lies on the disk. */
export function serveFiles(app: Hono): void {
  const plain = { 'Cache-Control': FOR_EVER, 'X-Content-Type-Options': 'nosniff' }
  for (const file of FILES) {
    const packed = new Uint8Array(gzipSync(file.text))
    const headers = { ...plain, 'Content-Type': file.type, Vary: 'Accept-Encoding' }
    app.get(hashed(file), c =>
      /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
        ? c.body(packed, 200, { ...headers, 'Content-Encoding': 'gzip' })
        : c.body(file.text, 200, headers),
    )
  }
  app.get('/assets/:theme{theme-[0-9a-f]{6}\\.css}', c =>
    c.body(themeCss(themeIn(c.req.param('theme'))), 200, { ...plain, 'Content-Type': CSS }),
  )
}
