import type { ReasonParams } from './reasons/index.ts'
import type { None } from './reasons/none.ts'

export type ReasonCode = keyof ReasonParams

/**
 * Why something is as it is: a code, and what its sentence is filled with. `words` turns it into a sentence in
 * the reader's language; what is stored carries the code, the parameters and the English sentence. No union of all
 * codes: of a thousand members the compiler makes none. `isOf` tells the parameters of one.
 */
export interface Reason<Codes extends ReasonCode = ReasonCode> {
  readonly code: Codes
  readonly params: ReasonParams[Codes]
}

/** A reason that was sent or stored: the code may be one that this version does not know. */
export interface SentReason {
  readonly code: string
  readonly params: object
}

/** What a code's sentence is filled with: JSON, and reasons within reasons. */
export type ReasonParam =
  | string
  | number
  | boolean
  | Reason
  | undefined
  | readonly (string | number | Reason)[]

/** A reason, or words that are not ours and stand as they are: of an older archive, of a host. */
export type Told = Reason | string

/** `reason('match.same-isrc')`, `reason('media.too-short', { ms: 300 })`. */
export function reason<Code extends ReasonCode>(
  code: Code,
  ...[params]: None extends ReasonParams[Code] ? [ReasonParams[Code]?] : [ReasonParams[Code]]
): Reason<Code> {
  return { code, params: params ?? {} } as Reason<Code>
}

/** Whether a reason is of this code; its parameters are known then. */
export const isOf = <Code extends ReasonCode>(
  why: Pick<Reason, 'code' | 'params'>,
  code: Code,
): why is Reason<Code> => why.code === code

/** Words that came from elsewhere, as they are. */
export const textReason = (text: string): Reason<'text'> => reason('text', { text })

/** What may still be a sentence, as a reason. */
export const asReason = (told: Told): Reason => (typeof told === 'string' ? textReason(told) : told)

/** What an error of any kind says: its reason where it has one, the system's code for it, else its own words. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof Error && 'reason' in error && isReason(error.reason)) return error.reason
  if (isSystemError(error)) {
    const { code, path } = error
    return reason('storage.system', { code, path: typeof path === 'string' ? path : undefined })
  }
  return textReason(error instanceof Error ? error.message : String(error))
}

interface SystemError extends Error {
  /** `ENOENT`. */
  readonly code: string
  readonly path?: unknown
}

/** As Node passes it on from the operating system. */
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

/** Whether two reasons say the same, also where one of them was stored or sent. */
export const isSameReason = (one: Told | undefined, other: Told | undefined): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other)

/** For values that were stored or sent: the code may be one that this version does not know. */
export function isReason(value: unknown): value is Reason {
  if (typeof value !== 'object' || value === null) return false
  const { code, params } = value as Record<string, unknown>
  return (
    typeof code === 'string' &&
    typeof params === 'object' &&
    params !== null &&
    Object.keys(value).length === 2
  )
}
