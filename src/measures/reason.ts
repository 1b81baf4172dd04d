/** Why a case is past its clock: one list for all clocks. A reason explains what is late; it never makes it in time. */

export const REASON = {
  family: 'Family unavailable or refused',
  missing: 'Child missing',
  agreed: 'Purposeful delay agreed by a manager',
  partner: 'Partner not available',
  worker: 'Worker absent, or post vacant',
  court: 'Court or police direction',
  recording: 'Recorded late: it was done in time',
  system: 'System error',
  other: 'Other',
} as const
export type Reason = keyof typeof REASON

/** Said wherever a reason is given or shown. */
export const NEVER_IN_TIME =
  'A reason says why. It never makes a late case in time: that takes a change of the record itself.'

/** What its note has to say, where the reason alone does not. */
const NOTE_NEEDED: Partial<Record<Reason, string>> = {
  agreed: 'Enter in the note which manager agreed the delay, and when',
  other: 'Enter the reason in the note',
}

/** What is missing from what was given; null where nothing is. */
export const noteMissing = (reason: Reason, note: string): string | null =>
  note.trim() === '' ? (NOTE_NEEDED[reason] ?? null) : null

export const isReason = (text: string): text is Reason => Object.hasOwn(REASON, text)
