/**
 * What the service says of itself to whoever runs it: one line of JSON each on standard error, always with when, how grave and what.
 * Numbers, kinds and page paths as written only: never an address, a name, a form or anything of a child.
 */
import { channel } from 'node:diagnostics_channel'

export type Line = { level: 'info' | 'error'; event: string } & Record<string, unknown>

/** Each line as it was written, for whatever in this process wants to follow the log. */
const written = channel('golden-thread:log')

export function logLine(line: Line): void {
  const text = JSON.stringify({ at: new Date().toISOString(), ...line })
  written.publish(text)
  console.error(text)
}

/** An error whole, with its causes, but without the values that the database names with it: they may be about a child. */
export function toldOf(error: unknown): Told {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, constraint_name, table_name } = error as {
    code?: unknown
    constraint_name?: unknown
    table_name?: unknown
  }
  return {
    error: error.name,
    message: withoutValues(error),
    stack: error.stack?.replace(error.message, () => withoutValues(error)),
    ...(code !== undefined && { code, constraint_name, table_name }),
    ...(error.cause !== undefined && { cause: toldOf(error.cause) }),
  }
}

type Told = { error: string; message?: string; stack?: string | undefined } & Record<string, unknown>

/** PostgreSQL quotes the value it could not take (its class 22), and JavaScript the text that is no JSON; what else they quote is ours. */
function withoutValues(error: Error): string {
  const quotesValues = error instanceof SyntaxError || /^22/.test(String((error as { code?: unknown }).code))
  return quotesValues ? error.message.replace(/".*"|'.*'/gs, '"…"') : error.message
}
