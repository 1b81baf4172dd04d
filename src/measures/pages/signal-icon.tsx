/** The icon of a signal, with its words for those who hear the page. */
import { raw } from 'hono/html'

export const Icon = ({ words, svg }: { words: string; svg: string }) => (
  <span class="gt-icon" title={words}>
    {raw(svg)}
    <span class="govuk-visually-hidden">{words}</span>
  </span>
)
