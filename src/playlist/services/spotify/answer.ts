import { UnavailableError } from '../../../base/http/errors.ts'
import type { HttpAnswer } from '../../../base/http/http.ts'
import { asRecord, findExcess } from '../../../base/json.ts'
import { cleanLine } from '../../../text/clean.ts'

/** A page of 50 tracks with every market of an old answer comes to some 20,000 values. */
const BOUNDS = { deepest: 32, mostValues: 200_000 }

/** The JSON of an answer, not yet believed; Unavailable where it is none. */
export function readJson({ body, answer }: Pick<HttpAnswer, 'body' | 'answer'>): unknown {
  const text = new TextDecoder().decode(body)
  const { host } = new URL(answer.url)
  const excess = findExcess(text, BOUNDS)
  if (excess) throw new UnavailableError(host, `The answer of ${host} is ${excess} to be read.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnavailableError(host, `The answer of ${host} is damaged or was cut off.`, { cause })
  }
}

/** What a refusal says: `{"error": {"status", "message", "reason"?}}`, or `{"error", "error_description"}`. */
export interface ApiRefusal {
  readonly code: string
  readonly message: string
  readonly reason: string
}

export function readRefusal(answer: Pick<HttpAnswer, 'body' | 'answer'>): ApiRefusal {
  let json: unknown
  try {
    json = readJson(answer)
  } catch {
    // Many a refusal is a page or nothing at all.
  }
  const { error, error_description } = asRecord(json)
  const { message, reason } = asRecord(error)
  const line = (value: unknown) =>
    typeof value === 'string' ? cleanLine(value.slice(0, 300)).slice(0, 200) : ''
  return {
    code: line(error),
    message: line(message) || line(error_description),
    reason: line(reason),
  }
}
