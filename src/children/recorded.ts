/** What every record of a child has, whichever file it came in. */

/**
 * `unread` names the fields that held something which could not be used (a day that never was, a value nobody has mapped). They
 * are null here, but they were not empty: an end that could not be read does not make a plan open. A measure leaves such a row
 * out and lists it as a fault of the data (clocks, R20).
 */
export type Recorded = { readonly unread: readonly string[] }

/**
 * A time on the clock in London, `2016-04-01T14:30`, as the file held it and without an offset. Where only the day is known there
 * is none: a time of 00:00 says that nobody wrote the time down.
 */
export type ClockTime = string & { readonly __clockTime: 'ClockTime' }
