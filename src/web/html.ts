/** What a view wrote, as HTML text: for the official components, which take what is inside them as text. */
import { type Child, Fragment, jsx } from 'hono/jsx'

/** Everything in it is escaped by the view that wrote it. Throws where a part of the view waits for something: views do not wait. */
export function htmlOf(child: Child): string {
  const html = jsx(Fragment, {}, child as string).toString()
  if (typeof html !== 'string') throw new TypeError('a view may not wait: load what it shows before')
  return html
}
