/**
 * For tests: asks the service for a page, or sends it a form, as a browser would, without one.
 *
 *     const site = siteOf(createApp({ database, config: { address: ADDRESS } }), await sessionOf(database, council, 'director'))
 *     const answer = await site.post('/plan/actions/3/rate', { delivery: 'completed', reason: ' ' })
 *     expect(answer.status).toBe(400)
 */

/** The address that tests give the service and ask at. */
export const ADDRESS = 'http://127.0.0.1:3000'

type App = { fetch(request: Request): Response | Promise<Response> }
export type Typed = Record<string, string | string[]>
export type Site = {
  visit(address: string, headers?: Record<string, string>): Promise<Response>
  /** Sends what was typed; with `files`, as a form that uploads. */
  post(address: string, typed?: Typed, files?: Record<string, File | File[]>): Promise<Response>
}

/** `session` is the session cookie, from `sessionOf` of the people room; without it nobody is signed in. */
export function siteOf(app: App, session = ''): Site {
  const cookie = { Host: new URL(ADDRESS).host, ...(session && { Cookie: session }) }
  const send = async (address: string, options: RequestInit) => app.fetch(new Request(ADDRESS + address, options))
  return {
    visit: (address, headers) => send(address, { headers: { ...cookie, ...headers } }),
    post: (address, typed = {}, files) =>
      send(address, {
        method: 'POST',
        headers: { ...cookie, Origin: ADDRESS },
        body: files ? uploaded(typed, files) : new URLSearchParams(pairsOf(typed)),
      }),
  }
}

const pairsOf = (typed: Typed): [string, string][] =>
  Object.entries(typed).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]))

function uploaded(typed: Typed, files: Record<string, File | File[]>): FormData {
  const body = new FormData()
  for (const [name, value] of pairsOf(typed)) body.append(name, value)
  for (const [name, sent] of Object.entries(files)) for (const file of [sent].flat()) body.append(name, file)
  return body
}
