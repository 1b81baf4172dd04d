/** Where to go back to after signing in: an address of ours or the start, never another site. */

/** The address where it is a path here (`/plan/actions/3?late=yes`), else `/`. */
export function returnAddress(given: string | null): string {
  if (given === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) return '/'
  const url = new URL(given, 'http://here.invalid')
  return url.origin === 'http://here.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}

/** A page such as sign-in, coming back to the address afterwards. */
export const comingBack = (page: string, address: string): string =>
  address === '/' ? page : `${page}?next=${encodeURIComponent(address)}`
