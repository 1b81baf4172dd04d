/** What the pages of retention have in common: who may open them, and the way back. */
export const forOfficer = { may: 'read-record', section: 'Account', asksAgain: true } as const
export const crumbs = () => [{ text: 'Retention', href: '/retention' }]
