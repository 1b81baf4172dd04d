/** What an e-mail address may be here. */

/**
 * Letters, figures and signs of ASCII only. Wide, Greek and Cyrillic letters look like others or become them when they are folded, so
 * that two addresses that differ would be one here, or one that is shown would be another's.
 */
export const isPlainEmail = (email: string): boolean => /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(email)
