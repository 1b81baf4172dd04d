/** Who may see a child and why, and who has looked. The address holds what stands for the child, never an identifier. */
import { listLooks } from '../../store/look.ts'
import { may } from '../../terms/permission.ts'
import { Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { findChildAt, whoMaySee } from '../reach-store.ts'
import { WhoHasLooked } from '../who-has-looked.tsx'
import { WhoMaySee } from '../who-may-see.tsx'

export const whoMaySeeChildPage = page({
  path: '/children/:address/who-may-see',
  may: 'see-why-children',
  section: 'Account',
  wide: true,
  async load({ db, params, person }) {
    const child = await findChildAt(db, params['address']!)
    const crumbs = may(person, 'see-children')
      ? [{ text: 'Children', href: '/children' }, { text: 'The child', href: `/children/${child.address}` }] // prettier-ignore
      : [{ text: 'The record', href: '/record' }]
    return { child, crumbs, seers: await whoMaySee(db, child.childId), looks: await listLooks(db, child.childId) }
  },
  looks: ({ child }) => ({ what: 'who-may-see', children: [child.childId] }),
  title: () => 'Who may see this child',
  breadcrumbs: ({ crumbs }) => crumbs,
  view: ({ child, seers, looks }) => (
    <>
      <Heading caption={`Number in the case system: ${child.personRef}`}>Who may see this child</Heading>
      <p class="govuk-body gt-measure">
        Someone sees a child because their post reaches the whole council, the child’s team or its service, or because
        the child is allocated to them. A team and its service see a child for twelve months after its work with them
        has ended.
      </p>
      <WhoMaySee seers={seers} />
      <WhoHasLooked looks={looks} />
    </>
  ),
})
