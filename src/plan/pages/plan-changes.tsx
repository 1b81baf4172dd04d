/** What changed between two states of a plan, action by action, with the words that changed. */
import type { Action } from '../action.ts'
import type { ActionPair } from '../compare-plans.ts'
import { Changed } from './word-changes.tsx'

export const ActionName = ({ action }: { action: Action }) => (
  <>
    <strong>{action.ref}</strong> {action.text}
  </>
)

/** `ratings` false leaves ratings out, as a document seldom carries them. `part` offers to say that the two are not the same action. */
export const ChangedPairs = ({
  pairs,
  ratings = true,
  part = false,
}: {
  pairs: ActionPair[]
  ratings?: boolean
  part?: boolean
}) => {
  const shown = pairs
    .map(pair => ({
      ...pair,
      changes: pair.changes.filter(change => ratings || (change.field !== 'delivery' && change.field !== 'impact')),
    }))
    .filter(pair => pair.changes.length > 0 || pair.moved !== null || (part && pair.by !== 'reference'))
  if (shown.length === 0) return <p class="govuk-body">No action changed its words, place or dates.</p>
  return (
    <>
      <h2 class="govuk-heading-m">What changed</h2>
      {shown.map(pair => (
        <details class="gt-opens gt-thread__row" open={shown.length <= 10}>
          <summary>
            <ActionName action={pair.after} />
            <span class="gt-small">
              {pair.moved?.ref && ` was ${pair.moved.ref[0]}.`}
              {pair.moved?.theme && ` Moved from theme ${pair.moved.theme[0]} to ${pair.moved.theme[1]}.`}
              {pair.changes.length > 0 &&
                ` Changed: ${pair.changes.map(change => change.name.toLowerCase()).join(', ')}.`}
            </span>
          </summary>
          {pair.changes.map(change => (
            <>
              <h3 class="govuk-heading-s">{change.name}</h3>
              <Changed before={change.before} after={change.after} />
            </>
          ))}
          {part && (
            <label class="gt-filters__tick">
              <input type="checkbox" name="parted" value={String(pair.before.actionId)} /> These are two different
              actions: end the earlier one, begin a new one
            </label>
          )}
        </details>
      ))}
    </>
  )
}
