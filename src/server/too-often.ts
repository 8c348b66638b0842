import { type Reason, reason } from '../model/reason.ts'
import { HttpError } from './http-error.ts'

/** 429 with the time to wait. */
export const tooOften = (why: Reason, seconds: number): HttpError =>
  new HttpError(429, why, {
    advice: reason('server.try-again-in', { seconds }),
    headers: { 'Retry-After': String(seconds) },
  })

export const wrongTooOften = (seconds: number): HttpError =>
  tooOften(reason('server.wrong-too-often'), seconds)
