import type { HttpAnswer } from '../../../base/http/http.ts'
import { asRecord } from '../../../base/json.ts'
import { cleanLine } from '../../../text/clean.ts'
import { readJson as readAny } from '../read-json.ts'

/** A page of 50 tracks comes to some 20,000 values where an old answer names every market. */
const BOUNDS = { maxDepth: 32, maxValues: 200_000 }

export const readJson = (answer: Pick<HttpAnswer, 'body' | 'answer'>) => readAny(answer, BOUNDS)

/**
 * What a refusal says: `{"error": {"status", "message", "reason"?}}`, or `{"error", "error_description"}`; some,
 * and among them those for want of Premium, are a plain sentence.
 */
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
    return { code: '', message: readPlain(answer.body), reason: '' }
  }
  const { error, error_description } = asRecord(json)
  const { message, reason: why } = asRecord(error)
  return {
    code: line(error),
    message: line(message) || line(error_description),
    reason: line(why),
  }
}

const line = (value: unknown) =>
  typeof value === 'string' ? cleanLine(value.slice(0, 300)).slice(0, 200) : ''

/** A short text; a page says nothing that could be told. */
function readPlain(body: Uint8Array): string {
  const text = line(new TextDecoder().decode(body.subarray(0, 1000)))
  return /^[<[{]/.test(text) ? '' : text
}
