import { UnavailableError } from '../../base/http/errors.ts'
import type { HttpAnswer } from '../../base/http/http.ts'
import { findExcess } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'

/** About 70 MB when half of them are objects: 500 tracks that name all they can come to a tenth. */
const BOUNDS = { maxDepth: 64, maxValues: 500_000 }

/** The JSON of an answer, not yet believed; UnavailableError where it is none. */
export function readJson(
  { body, answer }: Pick<HttpAnswer, 'body' | 'answer'>,
  bounds = BOUNDS,
): unknown {
  const text = new TextDecoder().decode(body)
  const { host } = new URL(answer.url)
  const excess = findExcess(text, bounds)
  if (excess === 'too deep')
    throw new UnavailableError(host, reason('playlist.answer-too-deep', { host }))
  if (excess === 'too much')
    throw new UnavailableError(host, reason('playlist.answer-too-much', { host }))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnavailableError(host, reason('playlist.answer-damaged', { host }), { cause })
  }
}
