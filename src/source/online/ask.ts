import { UnavailableError } from '../../base/http/errors.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../base/http/http.ts'
import { type Excess, findExcess } from '../../base/json.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { readSaid } from './said.ts'

/** What a server said, not yet believed: whoever reads it checks every field. */
export interface JsonAnswer extends Pick<HttpAnswer, 'answer' | 'forget'> {
  readonly json: unknown
}

export interface JsonReading {
  /** Makes JSON of what a host sends that is nearly JSON; must not make it longer. */
  readonly mend?: (text: string) => string
  /** What a host means by a refusal, where it says so: by its status and its JSON, if any. */
  readonly explain?: (status: number, json: unknown) => Reason | undefined
  /** For hosts that say in another way than by 404 that there is nothing. */
  readonly isNothing?: (status: number, json: unknown) => boolean
}

/** About 70 MB when half of them are objects: no answer worth reading comes near. */
const BOUNDS = { maxDepth: 64, maxValues: 500_000 }

/**
 * Asks for JSON. `undefined` where there is nothing at this address (404, 410); any other answer that is
 * not what was asked for throws an UnavailableError, with `place` named as a person knows it.
 */
export async function askForJson(
  http: Http,
  place: string,
  request: HttpRequest,
  signal: AbortSignal,
  { mend = (text) => text, explain, isNothing }: JsonReading = {},
): Promise<JsonAnswer | undefined> {
  const answer = await http.ask(request, signal)
  const { status } = answer
  if (status === 404 || status === 410) return undefined
  if (status < 200 || status > 299) {
    const json = readErrorJson(place, answer)
    if (isNothing?.(status, json)) return undefined
    const told = explain?.(status, json)
    throw unavailable(place, answer, told ?? explainRefusal(place, request, answer, json))
  }
  return { ...answer, json: readJson(place, answer, mend) }
}

function explainRefusal(
  place: string,
  request: HttpRequest,
  answer: HttpAnswer,
  json: unknown,
): Reason {
  const { status, headers } = answer
  // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
  if (headers['cf-mitigated'] === 'challenge') return reason('source.challenged', { place })
  const said = readSaid(request, answer, json)
  return said === undefined
    ? reason('source.refused', { place, status })
    : reason('source.refused-saying', { place, status, said })
}

const excesses = {
  'too deep': 'source.answer-too-deep',
  'too much': 'source.answer-too-much',
} as const satisfies Record<Excess, string>

/** Many hosts say in JSON why they refuse, and some in HTML. */
function readErrorJson(place: string, answer: HttpAnswer): unknown {
  try {
    return readJson(place, answer)
  } catch {
    return undefined
  }
}

function readJson(place: string, answer: HttpAnswer, mend = (text: string) => text): unknown {
  const text = mend(new TextDecoder().decode(answer.body))
  const excess = findExcess(text, BOUNDS)
  if (excess) throw unavailable(place, answer, reason(excesses[excess], { place }))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unavailable(place, answer, reason('source.answer-damaged', { place }), cause)
  }
}

/**
 * The error for an answer that is none, an `error` inside HTTP status 200 too. It is forgotten, since it
 * would be given again out of the cache for days.
 */
export function unavailable(
  place: string,
  { answer, forget }: Pick<HttpAnswer, 'answer' | 'forget'>,
  why: Reason = reason('source.answer-of-another-shape', { place }),
  cause?: unknown,
): UnavailableError {
  forget?.()
  return new UnavailableError(new URL(answer.url).host, why, { cause })
}
