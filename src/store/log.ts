/**
 * What the service says of itself to whoever runs it: one line of JSON each on standard error, always with when, how grave and what.
 * Numbers, kinds and page paths as written only: never an address, a name, a form or anything of a child.
 */
export type Line = { level: 'info' | 'error'; event: string } & Record<string, unknown>

export const logLine = (line: Line): void => console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
