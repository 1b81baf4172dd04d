/** The contents of a report in Word, with the page that each section begins on worked out, so that Word need not be asked to. */
import { type PageNumberEstimator, LeaderType, TableOfContents } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import type { Description } from './description.ts'

/** Where there are more rows of tables than this, the pages take too long to work out and the contents name none. */
const NUMBERED_UP_TO = 600

const isNumbered = ({ sections }: Description): boolean =>
  sections
    .flatMap(({ blocks }) => blocks)
    .reduce((rows, block) => rows + (block.kind === 'table' ? block.rows.length : 0), 0) <= NUMBERED_UP_TO

/** For the document's own `pageNumbers`. */
export const pageNumbersOf = (description: Description) =>
  isNumbered(description) ? { pageNumbers: pagesOfHeadings } : {}

/** `bookmarkOf` names the bookmark of a section's heading. */
export const contentsOf = (description: Description, bookmarkOf: (id: string) => string) =>
  new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: '1-1',
    beginDirty: false,
    ...(!isNumbered(description) && {
      pageNumbersEntryLevelsRange: '1-1',
      tabLeader: LeaderType.NONE,
      cachedEntries: description.sections.map(({ id, label, heading }) => ({
        title: `${label}  ${heading}`,
        level: 1,
        href: bookmarkOf(id),
      })),
    }),
  })

/** Lays out only what comes before the last section: it is the longest, and the contents tell no more of it than where it begins. */
const pagesOfHeadings: PageNumberEstimator = Object.assign(
  (...[body, context]: Parameters<PageNumberEstimator>) => {
    const parts = body['w:body'] as object[]
    const last = parts.findLastIndex(part => JSON.stringify(part).slice(0, 200).includes('"w:val":"Heading1"'))
    const before = { ...body, 'w:body': [...parts.slice(0, last + 1), ...parts.slice(-1)] } as typeof body
    const { bookmarks } = estimatePageNumbers(before, context)
    return { bookmarks }
  },
  { ...(estimatePageNumbers.listNumbers && { listNumbers: estimatePageNumbers.listNumbers }) },
)
