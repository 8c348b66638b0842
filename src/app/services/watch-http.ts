import type { Http, HttpAnswer } from '../../base/http/http.ts'
import { parseJson } from '../../base/json.ts'
import { reasonOf } from '../../model/reason.ts'
import { readSaid } from '../../source/online/said.ts'
import { english } from '../../words/english.ts'

/** One question and what came of it. Nothing that was sent as a secret, and no header that was sent, is in it. */
export interface Exchange {
  readonly method: string
  readonly url: string
  /** What was posted. */
  readonly sent?: string
  /** Absent where no answer came. */
  readonly answer?: Pick<HttpAnswer, 'status' | 'headers' | 'body'>
  /** What the host says for itself, where it refuses. */
  readonly said?: string
  /** Why none came, in English. */
  readonly error?: string
}

/** The same way out, with all that goes over it written down. */
export interface WatchedHttp {
  readonly http: Http
  readonly exchanges: readonly Exchange[]
}

export function watchHttp(http: Http): WatchedHttp {
  const exchanges: Exchange[] = []
  const ask: Http['ask'] = async (request, signal) => {
    const { url, method = 'GET', body } = request
    const asked = {
      method,
      url,
      sent: body === undefined ? undefined : Buffer.from(body).toString(),
    }
    try {
      const answer = await http.ask(request, signal)
      const said = readSaid(request, answer, readJson(answer.body))
      exchanges.push({ ...asked, url: answer.answer.url, answer, said })
      return answer
    } catch (error) {
      exchanges.push({ ...asked, error: english(reasonOf(error)) })
      throw error
    }
  }
  const watched: Http = {
    ask,
    download: () =>
      Promise.reject(new Error('Nothing is downloaded to find out whether a host works.')),
    get contacted() {
      return http.contacted
    },
    get refused() {
      return http.refused
    },
    get line() {
      return http.line
    },
    get paces() {
      return http.paces
    },
    [Symbol.asyncDispose]: async () => {},
  }
  return { http: watched, exchanges }
}

/** Longer ones say more than that they refuse. */
const MAX_BYTES = 64 * 1024

function readJson(body: Uint8Array): unknown {
  return body.length > MAX_BYTES ? undefined : parseJson(new TextDecoder().decode(body))
}
