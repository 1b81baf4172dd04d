/** What pages of extracts for analysis have in common: who may open them, and the way back. */
export const forTaker = { may: 'take-extract', section: 'Data' } as const
export const crumbs = () => [{ text: 'Extracts for analysis', href: '/data/extracts' }]
