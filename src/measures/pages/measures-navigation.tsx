/** The parts of the measures, the same on each of them. */
import { linkAsAt } from '../../web/as-at.tsx'
import { SubNavigation } from '../../web/components.tsx'
import type { Asked } from '../../web/page.tsx'
import { may } from '../../terms/permission.ts'

const WAYS = {
  book: { text: 'Performance book', href: '/measures', may: 'see-public-figures' },
  forecast: { text: 'Forecast', href: '/measures/forecast', may: 'see-figures' },
  targets: { text: 'Targets', href: '/measures/targets', may: 'see-public-figures' },
  entered: { text: 'Entered figures', href: '/measures/entered', may: 'see-figures' },
  own: { text: 'Measures of our own', href: '/measures/own', may: 'set-measures' },
  comparison: { text: 'Comparison', href: '/measures/comparison', may: 'see-public-figures' },
} as const

export const MeasuresNavigation = ({ current, asked }: { current: keyof typeof WAYS; asked: Asked }) => (
  <SubNavigation
    label="Measures"
    items={Object.entries(WAYS)
      .filter(([, way]) => may(asked.person, way.may))
      .map(([way, { text, href }]) => ({ text, href: linkAsAt(asked, href), current: way === current }))}
  />
)

const targetsCrumb = { text: 'Targets', href: '/measures/targets' }
export const enteredCrumb = { text: 'Entered figures', href: '/measures/entered' }
export const comparisonCrumb = { text: 'Comparison', href: '/measures/comparison' }

/** What is set of one measure. */
export const targetsAddress = (measure: string): string => `/measures/targets?measure=${encodeURIComponent(measure)}`

/** The way back from a page that changes what is set of a measure. */
export const crumbsOf = ({ id, name }: { id: string; name: string }) => [
  targetsCrumb,
  { text: name, href: targetsAddress(id) },
]
