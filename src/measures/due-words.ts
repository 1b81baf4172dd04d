/** How far off a day is, in words: `in 3 days`, `today`, `5 days over`. In figures, for columns that are read down. */

export function daysWords(days: number): string {
  if (days === 0) return 'today'
  const many = Math.abs(days)
  const said = `${many} ${many === 1 ? 'day' : 'days'}`
  return days > 0 ? `in ${said}` : `${said} over`
}
