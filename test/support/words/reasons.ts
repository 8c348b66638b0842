import { expect } from 'vitest'
import { isReason, type Reason, type ReasonCode } from '../../../src/model/reason.ts'

/** A reason of this code, for `toEqual`; where parameters are given it must have these. */
export const reasonLike = (code: ReasonCode, params: object = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) })

/** A UserError of this code, for `toThrow`; `advice` is a code too. */
export const errorLike = (code: ReasonCode, params: object = {}, advice?: ReasonCode) =>
  expect.objectContaining({
    reason: reasonLike(code, params),
    ...(advice === undefined ? {} : { advice: reasonLike(advice) }),
  })

export const codesOf = (reasons: readonly Reason[]) => reasons.map(({ code }) => code)

/** What an error says of an input as a whole, or what that says of the thing within. */
export function innerCodeOf(error: unknown): ReasonCode | undefined {
  if (!(error instanceof Error && 'reason' in error && isReason(error.reason))) return undefined
  let inner: Reason = error.reason
  while ('reason' in inner.params && isReason(inner.params.reason)) inner = inner.params.reason
  return inner.code
}
