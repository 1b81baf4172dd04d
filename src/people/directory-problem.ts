/** What can go wrong between here and the council's directory, in words for who stands before it. Only these are ever shown. */

export const DIRECTORY_PROBLEM = {
  away: 'The sign-in of your council cannot be reached at the moment. Try again in a few minutes. If it is urgent, those who look after the service can let you in another way.',
  stopped: 'The sign-in was stopped before it was finished. Try again.',
  late: 'This sign-in was finished already, or took longer than ten minutes. Try again.',
  doubtful:
    'What came back from the sign-in of your council is not what was asked for, so nobody was let in. Try again from this page.',
  unknown:
    'Your council account is right, and nobody here is linked to it yet. Ask your improvement programme manager to send you an invitation.',
  another: 'That is another account than the one you are signed in with here.',
  taken: 'That council account is linked to someone else here. Ask your improvement programme manager.',
  uninvited: 'The invitation was used, or has ended. Ask your improvement programme manager for another.',
} as const
export type DirectoryProblem = keyof typeof DIRECTORY_PROBLEM

/** The words for what an address names (`?problem=away`); null for anything else. */
export const problemIn = (query: URLSearchParams): string | null => {
  const named = query.get('problem') ?? ''
  return Object.hasOwn(DIRECTORY_PROBLEM, named) ? DIRECTORY_PROBLEM[named as DirectoryProblem] : null
}
