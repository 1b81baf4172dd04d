/** How long each kind of record is kept, as it comes and as the authority says otherwise, and which rule that is. */

export type Kind = {
  name: string
  words: string
  years: number
  from: string
  source: string
  disposed: 'by-review' | 'by-itself' | 'with-the-service'
}

/** Each with the rule it comes with. What is held of children is a copy for measuring: the case file itself is kept by law in the case system. */
export const KINDS: readonly Kind[] = [
  {
    name: 'children',
    words: 'All that is held of a child',
    years: 7,
    from: 'the day the council last worked with them',
    source:
      'A copy, so that six full years and the present one can be measured. The case file is kept in the case system: of a looked-after child until the 75th anniversary of their birth (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50)',
    disposed: 'by-review',
  },
  {
    name: 'plan',
    words: 'The plan, ratings, evidence, packs and minutes of boards',
    years: 10,
    from: 'the end of the programme',
    source: 'The council’s own schedule; they name posts and no children',
    disposed: 'with-the-service',
  },
  {
    name: 'record',
    words: 'The record of who did and saw what',
    years: 7,
    from: 'the event',
    source:
      'Limitation Act 1980 and a year. It is a chain, so it goes with the service and not in pieces; it holds numbers, no child’s data',
    disposed: 'with-the-service',
  },
  {
    name: 'staged',
    words: 'Files and rows of loads that were not kept',
    years: 1,
    from: 'the load being kept or set aside, which removes them at once',
    source: 'Needed only until the load is decided',
    disposed: 'by-itself',
  },
]

export type Period = { name: string; years: number; isOwn: boolean }

/** What stands of each kind: the latest said, or as it comes. */
export const periodsOf = (said: readonly { kind: string; years: number | null }[]): Period[] =>
  KINDS.map(({ name, years }) => {
    const own = said.findLast(({ kind }) => kind === name)?.years ?? null
    return { name, years: own ?? years, isOwn: own !== null }
  })

export const ruleOf = ({ years }: Period): string => `${years} years after the council last worked with them`
