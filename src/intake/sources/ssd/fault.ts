/** A value that was there and could not be used, or was used and is worth a look. */
import type { Severity } from '../../load-problem.ts'

export class Fault {
  readonly severity: Severity
  readonly problem: string
  readonly expected: string
  /** What is kept all the same. */
  readonly value: unknown
  /** `unmapped`: a word of the authority that no code is known for; `month-first`: a date in American order. */
  readonly kind: 'unmapped' | 'month-first' | null
  /** The word itself, where it is only part of what stood there. */
  readonly word: string | null

  constructor(
    problem: string,
    expected: string,
    {
      severity = 'value-left-out',
      value = null,
      kind = null,
      word = null,
    }: { severity?: Severity; value?: unknown; kind?: Fault['kind']; word?: string | null } = {},
  ) {
    this.problem = problem
    this.expected = expected
    this.severity = severity
    this.value = value
    this.kind = kind
    this.word = word
  }
}
