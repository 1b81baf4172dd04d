/** How many of the last load's people a new one must hold before somebody is asked to look at it, with every change and a way back. */
import { changeToPutBack } from '../../store/change.ts'
import { Changes } from '../../web/changes.tsx'
import { Button, Heading, InsetText } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { changeKnownShare, findKnownShare, listShareChanges, shareInWords, USUAL_SHARE } from '../known-share.ts'

/** Below it half an extract, or a neighbour's, would be kept without a question. [D] */
const LEAST = 10

export const knownSharePage = page({
  path: '/settings/loads',
  may: 'administer',
  section: 'Account',
  asksAgain: 'to-save',
  async load({ db, query }) {
    const [now, changes] = [await findKnownShare(db), await listShareChanges(db)]
    return { now, changes, back: changeToPutBack(changes, query) }
  },
  title: () => 'When a load is asked about',
  breadcrumbs: () => [{ text: 'Settings', href: '/settings' }],
  form: {
    percent: text({ max: 4, missing: 'Enter a percentage' }),
    why: text({ max: 1000, missing: 'Enter why it is changed' }),
  },
  view: ({ now, changes, back }, form) => {
    form.start({ percent: String(Math.round((back?.was.share ?? now) * 100)) })
    return (
      <>
        <form method="post" novalidate>
          <ErrorSummary problems={form.problems} />
          <Heading>{back ? 'Put back when a load is asked about' : 'When a load is asked about'}</Heading>
          <InsetText>
            A load in which few of the people known from the last one stand may be another council’s, or part of one.
            Whoever keeps it is then asked first, and the record has what they answered.
          </InsetText>
          <Input
            name="percent"
            label="Fewer than how many per cent of the people known?"
            hint={`As it comes: ${shareInWords(USUAL_SHARE)}. The higher, the sooner it is asked`}
            width={4}
            inputmode="numeric"
            form={form}
          />
          <Textarea name="why" label="Why?" rows={2} form={form} />
          <Button>{back ? 'Put it back' : 'Change it'}</Button>
        </form>
        <Changes
          changes={changes}
          inWords={(was, becomes) => `${shareInWords(was.share)} to ${shareInWords(becomes.share)}`}
          href="/settings/loads"
        />
      </>
    )
  },
  async save({ db, person }, { now }, { percent, why }) {
    const typed = percent.replace(/\s*%$/, '')
    if (!/^\d{1,3}$/.test(typed) || Number(typed) < LEAST || Number(typed) > 100)
      throw new Refused([{ field: 'percent', text: `Enter a whole number from ${LEAST} to 100` }])
    const share = Number(typed) / 100
    if (share === now) throw new Refused([{ field: null, text: 'Nothing would change' }])
    await changeKnownShare(db, person, share, why)
    return '/settings/loads'
  },
})
