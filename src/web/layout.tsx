/** What stands around every page: who we are, where you are, who you are; and what prints. */
import type { Child } from 'hono/jsx'
import { type Day, longDay } from '../terms/day.ts'
import { may } from '../terms/permission.ts'
import { LookingBack } from './as-at.tsx'
import { Breadcrumbs, type Link } from './components.tsx'
import { htmlOf } from './html.ts'
import { govuk } from './macros.ts'
import type { NavigationItem } from './navigation.ts'
import type { Asked, Section } from './page.tsx'
import { fileAddress } from './static-files.ts'
import { themeAddress } from './theme.ts'
import type { ShownAuthority, Visitor } from './visitor.ts'

export type Around = {
  title: string
  /** Null before anyone has signed in. */
  visitor: Visitor | null
  navigation: NavigationItem[]
  section: Section | null
  breadcrumbs?: Link[]
  wide?: boolean
  /** Where the page shows state as at a day. */
  looking?: Pick<Asked, 'asAt' | 'today' | 'address'>
  /** What to tell above the page, where the day asked for cannot be shown. */
  notice?: string | null
  /** True where a form came back with something to put right: the title says so first. */
  wrong?: boolean
  children: Child
}

const PRODUCT: ShownAuthority = {
  name: 'Golden Thread',
  shortName: 'Golden Thread',
  serviceName: 'Children’s services improvement',
  brandColour: '#1d4f6b',
}

/** The whole document. */
export const documentOf = (around: Around): string => `<!DOCTYPE html>${htmlOf(<Document {...around} />)}`

function Document(around: Around) {
  const authority = around.visitor?.authority ?? PRODUCT
  return (
    <html lang="en" class="govuk-template">
      <Head title={around.title} authority={authority} {...(around.wrong && { wrong: true })} />
      <body class="govuk-template__body">
        {govuk('skip-link', { href: '#main-content', text: 'Skip to main content' })}
        <Header authority={authority} visitor={around.visitor} />
        <Navigation items={around.navigation} section={around.section} />
        {around.looking && <LookingBack {...around.looking} />}
        <div class="govuk-width-container">
          {around.breadcrumbs && around.breadcrumbs.length > 0 && <Breadcrumbs items={around.breadcrumbs} />}
          <main
            class={`govuk-main-wrapper gt-main${around.wide ? '' : ' gt-main--narrow'}`}
            id="main-content"
            tabindex={-1}
          >
            {around.notice && (
              <p class="gt-notice" role="status">
                {around.notice}
              </p>
            )}
            {around.children}
          </main>
        </div>
        <Footer
          authority={authority}
          recordsTo={around.visitor?.recordsTo ?? null}
          {...(around.looking && { looking: around.looking })}
        />
      </body>
    </html>
  )
}

const Head = ({ title, wrong, authority }: { title: string; wrong?: boolean; authority: ShownAuthority }) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${wrong ? 'Error: ' : ''}${title} – ${authority.shortName} ${authority.serviceName}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content={authority.brandColour} />
    <link rel="icon" href={fileAddress('icon.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={fileAddress('golden-thread.css')} />
    <link rel="stylesheet" href={themeAddress(authority.brandColour)} />
    <script type="module" src={fileAddress('enhance.js')}></script>
  </head>
)

const Header = ({ authority, visitor }: { authority: ShownAuthority; visitor: Visitor | null }) => (
  <header class="gt-header">
    <div class="govuk-width-container gt-header__row">
      <a class="gt-header__home" href="/">
        <span class="gt-header__council">{authority.name}</span>
        <span class="gt-header__service">{authority.serviceName}</span>
      </a>
      {visitor && <Account visitor={visitor} />}
    </div>
  </header>
)

/** Who is signed in and in which post; a menu that opens without script. */
const Account = ({ visitor: { person } }: { visitor: Visitor }) => (
  <details class="gt-account" data-menu>
    <summary class="gt-account__who">
      <span class="gt-account__name">{person.name}</span>
      <span class="gt-account__post">{person.postTitle ?? 'No post'}</span>
    </summary>
    <div class="gt-account__menu">
      <a class="gt-account__item" href="/account">
        Your account
      </a>
      {may(person, 'manage-people') && (
        <a class="gt-account__item" href="/people">
          People and posts
        </a>
      )}
      <form method="post" action="/sign-out">
        <button class="gt-account__item">Sign out</button>
      </form>
    </div>
  </details>
)

const Navigation = ({ items, section }: { items: NavigationItem[]; section: Section | null }) =>
  items.length === 0 ? null : (
    <>
      {govuk('service-navigation', {
        classes: 'gt-navigation',
        navigationLabel: 'Main',
        menuButtonText: 'Menu',
        navigation: items.map(({ text, href }) => ({ text, href, active: text === section })),
      })}
    </>
  )

type FooterGiven = { authority: ShownAuthority; recordsTo: Day | null; looking?: Around['looking'] }

/** Which day the page tells of, and which day the last extract of children's records was of. */
const Footer = ({ authority, recordsTo, looking }: FooterGiven) => (
  <footer class="gt-footer">
    <div class="govuk-width-container gt-footer__row">
      <p class="gt-footer__words">
        {authority.name}: {authority.serviceName}
      </p>
      <p class="gt-footer__words">
        {looking ? `As at ${longDay(looking.asAt)}` : 'Golden Thread'}
        {recordsTo && `. Last extract of children’s records: to ${longDay(recordsTo)}`}
      </p>
    </div>
  </footer>
)
