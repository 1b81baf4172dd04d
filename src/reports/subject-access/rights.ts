/** What anybody is told with a copy of what is held of them (UK GDPR, article 15(1) and (2)): in plain words, for them to read. */

export const RIGHTS: readonly (readonly [heading: string, words: string])[] = [
  [
    'Why it is held',
    'The council measures whether its services for children are given in time and do good, and puts right what is not. The law asks it to (Children Acts 1989 and 2004). It is not used for anything else.',
  ],
  [
    'Who sees it',
    'Members of staff whose post needs it, and every look at a child is written down. Nobody outside the council, unless the law says so, such as an inspector. Nothing is sent to another country.',
  ],
  [
    'How long it is held',
    'As long as the council’s rules for each kind of record say; then somebody looks at it and it is deleted. The council can tell you the time for each kind.',
  ],
  ['Where it came from', 'From the council’s case management system, and from what its staff wrote here.'],
  ['Decisions', 'No computer decides anything about you by it. People do.'],
  [
    'What you can ask for',
    'That what is wrong is put right, that something is deleted or not used, or that you are told more. Ask the council’s data protection officer.',
  ],
  [
    'If you are not content',
    'Tell the council first. You may also complain to the Information Commissioner: ico.org.uk, 0303 123 1113.',
  ],
]
