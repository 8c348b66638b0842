import { onTestFinished } from 'vitest'
import { ownRule } from '../../../src/base/http/allow/own-rule.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { openServer } from '../../../src/playlist/servers/all.ts'
import type { ServerAccount } from '../../../src/playlist/servers/server.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { makeClock, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

/** A server of the user's own, over the real way out. */
export async function openOwnServer(account: ServerAccount, say: Say) {
  const replay = await startStrictReplay(say)
  const http = openHttp({
    rules: [ownRule(new URL(account.base))],
    userAgent: 'Songkeep/test',
    network: replay.network,
    clock: makeClock(),
  })
  const server = openServer({ ...account, http })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  return { server, requests: replay.asked, http }
}

/** Why something was refused. */
export async function refusalOf(asking: Promise<unknown>): Promise<UserError> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof UserError) return error
  throw error ?? new Error('It was not refused.')
}
