/**
 * Small numbers of children, which could tell who somebody is: counts of 1 to 5 are hidden from all who may not see children, as the DfE's
 * statistics of children in need hid them (2020). A percentage is hidden with them, where either of its parts is as small.
 */

const LEAST_SHOWN = 6

/** True of 1 to 5; nobody is told by a nought. */
export const isSmall = (count: number): boolean => count > 0 && count < LEAST_SHOWN

/** True where a figure of so many of so many would tell a small number: those counted, or those who are not. */
export const tellsSmall = (numerator: number, denominator: number | null): boolean =>
  isSmall(numerator) || (denominator !== null && (isSmall(denominator) || isSmall(denominator - numerator)))
