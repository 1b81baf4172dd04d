/** Words that changed, in place: what was taken out struck through, what came in underlined; both said to screen readers. */
import { diffWords } from '../diff-words.ts'

export const Changed = ({ before, after }: { before: string; after: string }) => (
  <p class="govuk-body gt-changed">
    {diffWords(before, after).map(piece =>
      piece.kind === 'added' ? (
        <ins>
          <span class="govuk-visually-hidden">Added: </span>
          {piece.text}
        </ins>
      ) : piece.kind === 'removed' ? (
        <del>
          <span class="govuk-visually-hidden">Removed: </span>
          {piece.text}
        </del>
      ) : (
        piece.text
      ),
    )}
  </p>
)
