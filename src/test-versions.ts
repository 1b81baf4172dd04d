/** For tests: whether a version is in a range as advisories write them: `<1.2.3`, `>=2.0.0 <2.1.4 || =3.0.0`, `*`. */

/** Throws where the range is written in another way, so that nothing is taken for safe because it could not be read. */
export const isIn = (version: string, range: string): boolean => range.split('||').some(part => allHold(version, part))

function allHold(version: string, part: string): boolean {
  const bounds = part
    .replace(/(<=?|>=?|=)\s+/g, '$1')
    .trim()
    .split(/\s+/)
  return bounds.every(bound => holds(version, bound))
}

function holds(version: string, bound: string): boolean {
  if (bound === '*' || bound === '') return true
  const [, sign = '=', than] = /^(<=?|>=?|=)?v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)(?:\+[\w.-]+)?$/.exec(bound) ?? []
  if (than === undefined) throw new Error(`not a range of versions that can be read: ${bound}`)
  const order = compare(version, than)
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0, '=': order === 0 }[sign]!
}

/** Semantic Versioning 2.0.0, 11: what comes before a release is less than the release, and its parts go one by one. */
function compare(one: string, other: string): number {
  const [[release, before], [otherRelease, otherBefore]] = [split(one), split(other)]
  const byRelease = compareParts(release, otherRelease)
  if (byRelease !== 0 || (before.length === 0 && otherBefore.length === 0)) return byRelease
  if (before.length === 0 || otherBefore.length === 0) return before.length === 0 ? 1 : -1
  return compareParts(before, otherBefore)
}

const split = (version: string): [string[], string[]] => {
  const [, release = '', before = ''] = /^([\d.]+)(?:-([\w.-]+))?/.exec(version) ?? []
  return [release.split('.'), before === '' ? [] : before.split('.')]
}

function compareParts(one: string[], other: string[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [mine, theirs] = [one[at], other[at]]
    if (mine === theirs) continue
    if (mine === undefined || theirs === undefined) return mine === undefined ? -1 : 1
    const [isNumber, isOtherNumber] = [/^\d+$/.test(mine), /^\d+$/.test(theirs)]
    if (isNumber && isOtherNumber) return Math.sign(Number(mine) - Number(theirs))
    return isNumber !== isOtherNumber ? (isNumber ? -1 : 1) : mine < theirs ? -1 : 1
  }
  return 0
}
