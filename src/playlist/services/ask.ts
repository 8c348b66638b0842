import { UnavailableError } from '../../base/http/errors.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../base/http/http.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { cleanLine } from '../../text/clean.ts'
import { readJson } from './read-json.ts'

export interface AskOptions {
  /** The service, as its listeners know it. */
  readonly title: string
  /** What a refusal means, by its status and its JSON, where the service says so. */
  readonly explain?: (status: number, json: unknown) => Error | undefined
}

/**
 * Asks a service for JSON, not yet believed. A list may have changed by the next run, so that nothing of it is
 * remembered. Throws what `explain` says, else UnavailableError.
 */
export async function askService(
  http: Pick<Http, 'ask'>,
  request: HttpRequest,
  { title, explain }: AskOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await http.ask(request, signal)
  answer.forget?.()
  const { status } = answer
  if (status >= 200 && status <= 299) return readJson(answer)
  const json = readRefusal(answer)
  throw (
    explain?.(status, json) ??
    unavailable(answer, reason('playlist.service-refuses', { service: title, status }))
  )
}

/** An answer that is none. */
export const unavailable = ({ answer }: Pick<HttpAnswer, 'answer'>, why: Reason) =>
  new UnavailableError(new URL(answer.url).host, why)

/** Not every refusal is JSON. */
function readRefusal(answer: HttpAnswer): unknown {
  try {
    return readJson(answer)
  } catch {
    return undefined
  }
}

/** A server's own words in a line; undefined where it has none. */
export function readWords(value: unknown): string | undefined {
  const words = typeof value === 'string' ? cleanLine(value.slice(0, 300)).slice(0, 200) : ''
  return words === '' ? undefined : words
}
