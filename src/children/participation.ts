/** How a child took part in a review. SSDA903 codes. */

export const PARTICIPATION = {
  PN0: 'Child under 4 at the time of the review',
  PN1: 'Child attends and speaks for himself or herself',
  PN2: 'Child attends, an advocate speaks',
  PN3: 'Child attends and conveys views by symbols',
  PN4: 'Child attends without contributing',
  PN5: 'Child does not attend, an advocate is briefed with the views',
  PN6: 'Child does not attend, views are sent',
  PN7: 'Child does not attend and views are not sent',
} as const

export type Participation = keyof typeof PARTICIPATION
