/** Where a pack is found. */
export const packAddress = (packId: number, file = ''): string => `/reports/packs/${packId}${file}`
