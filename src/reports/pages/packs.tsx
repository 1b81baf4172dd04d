/** The packs that were made, newest first, each as the board saw it. */
import { longDay, shortDay, dayInLondon } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { findCurrentPlanId } from '../../plan/store.ts'
import { shortFingerprint } from '../freeze.ts'
import { listPacks, type Pack } from '../store.ts'
import { packAddress } from './addresses.ts'

export const packs = page({
  path: '/reports',
  may: 'read-plan',
  section: 'Reports',
  async load({ db }) {
    const [made, planId] = await Promise.all([listPacks(db), findCurrentPlanId(db)])
    return { made, hasPlan: planId !== null }
  },
  title: () => 'Reports',
  view: ({ made, hasPlan }, _form, { person }) => {
    const mayMake = may(person, 'make-pack') && hasPlan
    return (
      <>
        <Heading
          actions={
            mayMake && (
              <Button small href="/reports/packs/make">
                Make a board pack
              </Button>
            )
          }
        >
          Board packs
        </Heading>
        <p class="govuk-body gt-measure">
          A pack tells how the programme stands on a day and what changed since the last one. It is frozen when it is
          made, and is the same as a page, as Word and as PDF.
        </p>
        <Table
          caption="Packs, newest first"
          captionHidden
          rows={made}
          columns={[
            {
              heading: 'Position as at',
              names: true,
              cell: pack => (
                <a class="govuk-link govuk-link--no-visited-state" href={packAddress(pack.packId)}>
                  {longDay(pack.asAt)}
                </a>
              ),
            },
            {
              heading: 'Changes since',
              cell: pack => (pack.sinceOn === pack.asAt ? 'First pack' : longDay(pack.sinceOn)),
            },
            { heading: 'Made', cell: pack => `${shortDay(dayInLondon(pack.madeAt))} by ${pack.madeBy}` },
            fileColumn('Word', '/pack.docx'),
            fileColumn('PDF', '/pack.pdf'),
            { heading: 'Fingerprint', cell: pack => <code>{shortFingerprint(pack.sha256)}</code> },
          ]}
          empty={
            <Empty title="No pack has been made yet">
              {hasPlan
                ? 'Make the first one: it takes a few seconds and can be made again for another day.'
                : 'A pack is made from the plan: load the improvement plan first.'}
            </Empty>
          }
        />
      </>
    )
  },
})

/** A column of its own for each kind of file, so that each link is wide apart from the next. */
const fileColumn = (name: string, path: `/pack.${string}`): Column<Pack> => ({
  heading: name,
  width: 'nowrap',
  cell: pack => (
    <a class="govuk-link" href={packAddress(pack.packId, path)}>
      {name}
      <span class="govuk-visually-hidden"> of {longDay(pack.asAt)}</span>
    </a>
  ),
})
