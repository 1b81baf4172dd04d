/** From which network address a request comes, where proxies stand in front of the service and say so in X-Forwarded-For. */
import { isIP } from 'node:net'
import { proxiesIn, type TrustedProxies } from '../config.ts'

/**
 * The sender's address: the nearest one that no trusted proxy has. What stands further left in the header anyone can write, so it
 * is believed only as far as trusted proxies wrote it; what is no address is not believed at all.
 */
export function senderOf(connected: string, forwardedFor: string, trusted: TrustedProxies): string {
  const written = forwardedFor.split(',').map(plain)
  const hops = [...(forwardedFor === '' ? [] : written), plain(connected)].reverse()
  const first = typeof trusted === 'number' ? Math.min(trusted, hops.length - 1) : nearestStranger(hops, trusted)
  const believed = hops.slice(0, first + 1)
  const odd = believed.findIndex(hop => !isIP(hop))
  return believed[odd === -1 ? first : odd - 1] ?? connected
}

function nearestStranger(hops: string[], trusted: string[]): number {
  const ours = proxiesIn(trusted)
  const at = hops.findIndex(hop => !(isIP(hop) && ours.check(hop, isIP(hop) === 6 ? 'ipv6' : 'ipv4')))
  return at === -1 ? hops.length - 1 : at
}

/** Without the port that some proxies add, and an IPv4 address as such where the system hands it over as IPv6. */
const plain = (hop: string): string =>
  hop
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
