import type { HttpAnswer, HttpRequest } from '../../base/http/http.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { readJson } from '../services/read-json.ts'
import type { ServerAccess } from './server.ts'

/** More than any answer about a list or a page of songs comes to. */
const MAX_BYTES = 64 * 2 ** 20
const TIMEOUT_MS = 60_000
/** A page of songs, each of some fifty values; a list is given whole. */
const BOUNDS = { maxDepth: 32, maxValues: 3_000_000 }

/**
 * Asks a server of the user's own; nothing that it answers is remembered. UserError where it sends whoever asks
 * elsewhere: only the user can say that the other address is theirs too.
 */
export async function askServer(
  { base, http }: ServerAccess,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const limits = { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, redirects: 'tell' } as const
  const answer = await http.ask({ ...request, ...limits }, signal)
  answer.forget?.()
  const { location } = answer.headers
  if (answer.status < 300 || answer.status > 399 || location === undefined) return answer
  const to = URL.parse(location, base)?.origin ?? ''
  throw new UserError(
    reason('playlist.server-moved', { server: placeOf({ base }), to }),
    reason('playlist.name-other-address'),
  )
}

/** How a server is told to the user. */
export const placeOf = ({ base }: Pick<ServerAccess, 'base'>) => new URL(base).host

/** The JSON of an answer; undefined where it is a page, and the server another one. */
export function readServerJson(answer: HttpAnswer): unknown {
  const head = new TextDecoder().decode(answer.body.subarray(0, 100))
  return /^\s*</.test(head) ? undefined : readJson(answer, BOUNDS)
}
