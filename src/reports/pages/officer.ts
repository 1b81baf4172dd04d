/** What pages of requests for access have in common: who may open them, and the way back. */
export const forOfficer = { may: 'answer-access-requests', section: 'Account', asksAgain: true } as const
export const crumbs = () => [{ text: 'Requests for access', href: '/subject-access' }]
