// `npm run audit`: asks the registry which advisories there are against what the lock file names, and keeps the answer with its day in
// advisories.json, which `npm test` then holds every version against without the network. Ends with 1 where any is known, 2 where nobody answered.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', cwd: root }).stdout.trim()
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
const versions = {}
for (const [path, { version }] of Object.entries(lock))
  if (path !== '') (versions[path.split('node_modules/').at(-1)] ??= []).push(version)

const answer = await fetch(new URL('-/npm/v1/security/advisories/bulk', registry), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(versions),
}).catch(error => ({ ok: false, status: error.cause?.code ?? error.message }))
if (!answer.ok) {
  console.error(
    `${registry} did not say which advisories there are (${answer.status}). advisories.json stays as it is.`,
  )
  process.exit(2)
}
const advisories = Object.entries(await answer.json()).flatMap(([name, found]) =>
  found.map(({ vulnerable_versions, severity, title, url }) => ({
    name,
    range: vulnerable_versions,
    severity,
    title,
    url,
  })),
)
const kept = {
  askedOn: new Date().toISOString().slice(0, 10),
  registry,
  parts: Object.keys(versions).length,
  advisories: advisories.sort((one, other) => (one.name + one.url < other.name + other.url ? -1 : 1)),
}
writeFileSync(join(root, 'advisories.json'), `${JSON.stringify(kept, null, 2)}\n`)
for (const { name, range, severity, title, url } of advisories)
  console.log(`${severity}: ${name} ${range}: ${title} (${url})`)
console.log(`${kept.parts} parts asked about, ${advisories.length} advisories`)
process.exitCode = advisories.length > 0 ? 1 : 0
