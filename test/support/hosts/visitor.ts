import { onTestFinished } from 'vitest'
import { openHttp } from '../../../src/base/http/open-http.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { findService } from '../../../src/playlist/services/all.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { makeClock, type Reply, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

export const sayJson = (body: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(body),
})

/** A link to a service's list, read over the real way out; `error` where it is not. */
export async function readFromService(text: string, say: Say, key?: string) {
  const found = findService(text)
  if (!found) throw new Error(`no service has ${text}`)
  const replay = await startStrictReplay(say)
  const http = openHttp({
    rules: found.service.hosts,
    userAgent: 'Songkeep/test (mailto:test@good.example)',
    network: replay.network,
    clock: makeClock(),
  })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  const told: string[] = []
  const onRead = (done: number, total: number) => void told.push(`${done}/${total}`)
  const { signal } = new AbortController()
  const result: Playlist | UserError = await found.service
    .read(found.link, { http, key, onRead }, signal)
    .catch((error: unknown) => {
      if (error instanceof UserError) return error
      throw error
    })
  const asked = replay.asked.map(({ url }) => `${url.pathname}${url.search}`)
  const { refused } = http
  const isError = result instanceof UserError
  return {
    playlist: isError ? undefined : result,
    error: isError ? result : undefined,
    told,
    asked,
    requests: replay.asked,
    refused,
  }
}

/** What a test looks at of each entry. */
export const entriesOf = (playlist: Playlist | undefined) =>
  playlist?.entries.map((entry) =>
    entry.kind === 'track' ? entry.track : { skipped: entry.reason.code, uri: entry.uri },
  )
