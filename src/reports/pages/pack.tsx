/** A pack as the board saw it, and its files. */
import { dayInLondon, longDay } from '../../terms/day.ts'
import { readConfig } from '../../config.ts'
import { Button, Heading } from '../../web/components.tsx'
import { type Asked, download, page } from '../../web/page.tsx'
import { type Frozen } from '../freeze.ts'
import { addressToShare } from '../share.ts'
import { writePdf } from '../pdf.ts'
import { findPack } from '../store.ts'
import { ReportBody } from '../web.tsx'
import { writeWord } from '../word.ts'
import { packAddress } from './addresses.ts'

export const pack = page({
  path: '/reports/packs/:id',
  may: 'read-plan',
  section: 'Reports',
  load: ({ db, params }) => findPack(db, Number(params.id)),
  title: ({ asAt, title }) => `${title}, ${longDay(asAt)}`,
  breadcrumbs: () => [{ text: 'Reports', href: '/reports' }],
  view: ({ packId, title, madeAt, madeBy, frozen }) => (
    <>
      <Heading
        caption={frozen.description.authority}
        actions={
          <>
            <Button kind="secondary" small href={packAddress(packId, '/pack.docx')}>
              Word
            </Button>
            <Button kind="secondary" small href={packAddress(packId, '/pack.pdf')}>
              PDF
            </Button>
          </>
        }
      >
        {title}
      </Heading>
      <p class="gt-small">
        Made on {longDay(dayInLondon(madeAt))} by {madeBy}, and frozen: it does not change when the plan does.
      </p>
      <ReportBody frozen={frozen} />
    </>
  ),
})

const file = (ending: string, type: string, write: (frozen: Frozen, address: string | null) => Promise<Uint8Array>) =>
  download({
    path: `/reports/packs/:id/pack.${ending}`,
    may: 'read-plan',
    async make({ db, params }: Asked) {
      const { asAt, frozen } = await findPack(db, Number(params.id))
      const body = () => write(frozen, addressToShare(readConfig().address))
      return { name: `Improvement Board pack ${asAt}.${ending}`, type, body }
    },
  })

export const packWord = file(
  'docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  writeWord,
)
export const packPdf = file('pdf', 'application/pdf', writePdf)
