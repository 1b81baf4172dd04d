/** What a measure means, in plain words, with its source and how this council counts it. */
import { longDay } from '../../terms/day.ts'
import { Details, SummaryList } from '../../web/components.tsx'
import { MARK } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { BASIS, type Measure, POLARITY, type Settings } from '../measure.ts'
import type { Run } from '../run-store.ts'

export const Definition = ({
  measure,
  settings,
  run,
}: {
  measure: Measure
  settings: Settings | null
  run: Run | null
}) => {
  const clock = measure.clock === null ? undefined : clockNamed(measure.clock)
  return (
    <section class="gt-section" id="definition">
      <h2 class="govuk-heading-m">What it means</h2>
      <SummaryList
        rows={[
          { key: 'Out of', value: measure.outOf },
          { key: 'Counted', value: measure.counted },
          { key: 'Left out', value: measure.leftOut },
          { key: 'When', value: `${BASIS[measure.basis]}. ${measure.rule}` },
          { key: 'Which way is better', value: POLARITY[measure.polarity] },
          { key: 'Source', value: measure.source },
          { key: 'How sure the rule is', value: [...new Set(measure.marks)].map(mark => MARK[mark]).join('. ') },
          ...(clock ? [{ key: 'Clock', value: `${clock.name}: ${clock.rule}` }] : []),
          ...(settings ? [{ key: 'How we count it', value: settingWords(measure, settings) }] : []),
        ]}
      />
      {run && (
        <Details summary="Which definition, holidays and extract these figures come from">
          <p class="govuk-body">
            Definition {measure.version.number}, from {longDay(measure.version.from as never)}. Catalogue{' '}
            {run.catalogue}. Holidays: {run.holidays}. Extract {run.snapshotId} with data to {longDay(run.asAt)}.
          </p>
        </Details>
      )}
    </section>
  )
}

const DAY_COUNT = { exclusive: 'The day of the event is day 0', inclusive: 'The day of the event is day 1' } as const
const TEST = { 'due-date': 'in time on or before the due day', elapsed: 'in time by working days gone by' } as const
const CHAIN = { actual: 'each from the day the last was held', fixed: 'on a fixed calendar' } as const

/** Under every figure of a clock: how days are counted and tested; then the measure's own settings. */
function settingWords(measure: Measure, settings: Settings): string {
  const own = Object.entries(measure.settings).map(([name, { words }]) => settingInWords(words, settings[name]))
  const { dayCount, test, chain } = settings
  const clock =
    measure.clock === null ? [] : [`${DAY_COUNT[dayCount]}; ${TEST[test]}${chain ? `; ${CHAIN[chain]}` : ''}`]
  return [...clock, ...own].join('. ') || 'As the definition says'
}

/** `1 to count from the start` is a choice that is made or not; anything else has its value. */
function settingInWords(words: string, value: unknown): string {
  const [, chosen, choice] = /^([01]) to (.+)$/.exec(words) ?? []
  return choice === undefined
    ? `${words}: ${String(value)}`
    : `${String(value) === chosen ? 'Chosen' : 'Not chosen'}: to ${choice}`
}
