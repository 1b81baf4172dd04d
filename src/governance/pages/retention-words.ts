/** What is reviewed, counted: `2 children`. */
const COUNTED: Record<string, [one: string, many: string]> = {
  children: ['child', 'children'],
  meetings: ['meeting', 'meetings'],
  files: ['file', 'files'],
  staff: ['person', 'people'],
}

export const countedAs = (kind: string, count: number): string => {
  const [one, many] = COUNTED[kind] ?? ['row', 'rows']
  return `${count} ${count === 1 ? one : many}`
}
