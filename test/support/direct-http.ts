import { createHash } from 'node:crypto'
import type { Http } from '../../src/base/http/http.ts'

export interface DirectReply {
  readonly status?: number
  readonly body: string
}

/** Answers without a way between, for thousands of them; `asked` remembers what was asked for. */
export function answerDirectly(say: (url: URL) => DirectReply): Http & { readonly asked: URL[] } {
  const asked: URL[] = []
  return {
    asked,
    contacted: [],
    refused: [],
    async ask({ url }) {
      asked.push(new URL(url))
      const { status = 200, body } = say(new URL(url))
      const sha256 = createHash('sha256').update(body).digest('hex')
      const answer = { url, sha256, at: '2026-11-21T12:00:00.000Z' }
      return { status, headers: {}, body: Buffer.from(body), answer, finalUrl: url }
    },
    download: () => Promise.reject(new Error('Nothing is downloaded here.')),
    async [Symbol.asyncDispose]() {},
  }
}
