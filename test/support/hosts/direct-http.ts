import { createHash } from 'node:crypto'
import type { Http, HttpRequest } from '../../../src/base/http/http.ts'
import { addSecrets } from '../../../src/base/http/secrets.ts'
import { type AcceptTable, findRefusal, type Question } from './strict.ts'

export interface DirectReply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export const USER_AGENT = 'Songkeep/0 (https://songkeep.example)'

/**
 * Answers without a way between, for thousands of them; `asked` remembers what was asked for. Throws where the
 * real hosts, as `tables` tell, would not take the question.
 */
export function answerDirectly(
  say: (url: URL) => DirectReply,
  tables: readonly AcceptTable[] = [],
): Http & { readonly asked: URL[] } {
  const asked: URL[] = []
  return {
    asked,
    contacted: [],
    refused: [],
    paces: [],
    line: 'up',
    async ask(request) {
      const { url } = request
      asked.push(new URL(url))
      if (findRefusal(tables, asQuestion(request)))
        throw new Error(`The real host does not take this: ${url}`)
      const { status = 200, headers = {}, body } = say(new URL(url))
      const sha256 = createHash('sha256').update(body).digest('hex')
      const answer = { url, sha256, at: '2026-11-21T12:00:00.000Z' }
      return { status, headers, body: Buffer.from(body), answer, finalUrl: url }
    },
    download: () => Promise.reject(new Error('Nothing is downloaded here.')),
    async [Symbol.asyncDispose]() {},
  }
}

const asQuestion = ({ url, method = 'GET', headers, body, secrets }: HttpRequest): Question => ({
  url: new URL(addSecrets(url, secrets)),
  method,
  headers: { 'user-agent': USER_AGENT, ...headers },
  body: Buffer.from(body ?? '').toString(),
})
