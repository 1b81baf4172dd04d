/** Whether links in a file that is sent to others would lead them anywhere. */

/** The service's address for a file's links; null where it only works on this machine, so that the file has words instead. */
export function addressToShare(address: string): string | null {
  const { hostname } = new URL(address)
  return /^(localhost|127\.|\[::1?\]$|0\.0\.0\.0$)/.test(hostname) ? null : address
}
