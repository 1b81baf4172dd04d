/** What is not in a copy of what is held of somebody, and why; and what is to be looked at before it is handed over. */

export const LEFT_OUT_OF_CHILD = [
  'The case file itself: it is in the case management system, and a request for it is answered from there. What is here is a copy of some of its facts, kept for measuring.',
  'Names of members of staff who looked: their posts are given.',
  'Whose record it is that names this child as theirs: it is another person’s.',
  'Numbers that only join one record to another, such as of a family group, a meeting or a carer: they are in the file for machines alone.',
  'Files that loads were read from: none is kept.',
  'Whether records are kept from disposal by a legal hold: to say so could harm an inquiry.',
  'What is worked out from the rest, such as who may see them; and earlier requests for access, of which the council keeps a file.',
  'Plans, updates, evidence and minutes of boards: they tell of the service, and nobody may name a child in them. They are not searched.',
  'Backups, which hold the same for as long as the council keeps them.',
]

export const LOOK_AT_OF_CHILD = [
  'Other people: names of family members, carers and others are theirs. Take out what tells of them unless they agree or it is reasonable without (Data Protection Act 2018, Schedule 2, paragraph 16). Names of those who worked with the child as professionals may stay (paragraph 17).',
  'Serious harm: take out what would be likely to harm the child or another seriously (Schedule 3, part 3, social work data). Where a parent asks, take out what the child gave in confidence, or did not want told.',
  'Adoption, court reports and what an inquiry or the police asked to keep back have rules of their own (Schedule 3, part 5; Schedule 4).',
  'Who asks: make sure of who they are, and for a parent that they may ask for this child.',
]

export const LEFT_OUT_OF_STAFF = [
  'Which children they worked with or looked at: that is the children’s own. How many, and when, is told.',
  'What they wrote of a child: it is in the child’s record. How often is told.',
  'Secrets by which they sign in, and what one could be tried with.',
  'Who did what about them, such as giving them a post: those are other people. What was done, and when, is told.',
  'Words in which others may name them: plans, minutes and notes are not searched.',
  'What is worked out from the rest: what their posts reach, and the seals of the record.',
  'Backups, which hold the same for as long as the council keeps them.',
]

export const LOOK_AT_OF_STAFF = [
  'Other people: a reason or a note may name a colleague or a child. Take out what is theirs unless they agree or it is reasonable without (Data Protection Act 2018, Schedule 2, paragraph 16).',
  'Inquiries: what would harm one that is under way may be kept back (Schedule 2, paragraphs 2 and 7). So may what tells of plans of management, as long as it would (paragraph 22).',
  'Who asks: make sure that it is they, or somebody whom they sent.',
]
