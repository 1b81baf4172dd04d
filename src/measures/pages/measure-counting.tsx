/** How a measure is counted and rated: what may be set, what it is now, and everything that was ever set. */
import { shortDay } from '../../terms/day.ts'
import { SummaryList } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { AMBER, type Asked as AskedSetting, settingInWords, settingsAsked, settingsOn } from '../measure-settings.ts'
import type { SettingSaid } from '../setting-store.ts'
import type { MeasureIsSet } from './measure-set.tsx'

/** What may be set, with what it is now; and everything that was ever set. */
export const Settings = ({ set: { measure, asAt, said }, mayChange }: { set: MeasureIsSet; mayChange: boolean }) => {
  const asked = settingsAsked(measure.measure)
  const own = settingsOn(said, asAt)
  const change = (name: string) =>
    mayChange && { change: `/measures/settings?measure=${encodeURIComponent(measure.id)}&name=${name}` }
  return (
    <>
      <h2 class="govuk-heading-m">How it is counted and rated</h2>
      <SummaryList
        rows={[
          ...asked.map(one => ({ key: one.words, value: nowInWords(one, own.get(one.name)), ...change(one.name) })),
          { key: AMBER.words, value: amberNow(own.get('amber')), ...change('amber') },
          {
            key: 'Green and amber',
            value: own.get('thresholds')?.value
              ? settingInWords(undefined, own.get('thresholds')!.value)
              : 'As the target or the measure has it',
            ...(mayChange && { change: `/measures/thresholds?measure=${encodeURIComponent(measure.id)}` }),
          },
        ]}
      />
      {said.length > 0 && <SettingHistory asked={asked} said={said} mayChange={mayChange} />}
    </>
  )
}

const amberNow = (said: SettingSaid | undefined): string =>
  said && said.value !== null
    ? `${settingInWords(AMBER, said.value)} (since ${shortDay(said.from)})`
    : `${AMBER.usual} points, or ${AMBER.usual}% of the target where it is no percentage (as it comes)`

const nowInWords = (asked: AskedSetting, said: SettingSaid | undefined): string =>
  said && said.value !== null
    ? `${settingInWords(asked, said.value)} (since ${shortDay(said.from)})`
    : `${asked.usual === null ? 'As its clock has it' : settingInWords(asked, asked.usual)} (as it comes)`

const SettingHistory = ({
  asked,
  said,
  mayChange,
}: {
  asked: AskedSetting[]
  said: SettingSaid[]
  mayChange: boolean
}) => (
  <Table
    caption="What was set, newest first"
    rows={said}
    columns={[
      {
        heading: 'Setting',
        names: true,
        cell: one => [...asked, AMBER].find(({ name }) => name === one.name)?.words ?? 'Green and amber',
      },
      {
        heading: 'Set to',
        cell: one =>
          settingInWords(
            asked.find(({ name }) => name === one.name),
            one.value,
          ),
      },
      { heading: 'From', width: 'nowrap', cell: one => shortDay(one.from) },
      { heading: 'Why', width: 'wide', cell: one => one.why },
      { heading: 'Approved by', cell: one => one.approver },
      { heading: 'Set', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
      {
        heading: 'Put back',
        headingHidden: true,
        cell: one =>
          mayChange && (
            <a class="govuk-link" href={`/measures/settings/${one.settingId}/put-back`}>
              Put back<span class="govuk-visually-hidden"> what was before {shortDay(one.from)}</span>
            </a>
          ),
      },
    ]}
  />
)
