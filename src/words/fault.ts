import { isReason, type Reason, textReason } from '../model/reason.ts'
import { english } from './english.ts'

/** What is wrong and what to do about it: as values, and in English for programs and logs. */
export interface Fault {
  readonly message: string
  readonly hint?: string
  readonly reason: Reason
  readonly advice?: Reason
}

export function faultOf(reason: Reason, advice?: Reason): Fault {
  const hint = advice && english(advice)
  return { message: english(reason), hint, reason, advice }
}

/** A fault that was stored; one that was stored before reasons were values has sentences alone. */
export function readFault(stored: unknown): Fault | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { message, hint, reason, advice } = stored as Readonly<Record<string, unknown>>
  if (typeof message !== 'string') return undefined
  const hintText = typeof hint === 'string' ? hint : undefined
  return {
    message,
    hint: hintText,
    reason: isReason(reason) ? reason : textReason(message),
    advice: isReason(advice) ? advice : hintText === undefined ? undefined : textReason(hintText),
  }
}
