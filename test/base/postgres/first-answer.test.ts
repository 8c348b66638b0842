import { createServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type DatabaseOptions, openDatabase } from '../../../src/base/postgres/database.ts'
import type { Reason } from '../../../src/model/reason.ts'
import { UserError } from '../../../src/words/user-error.ts'

/** A port where nobody listens, or where somebody does and never says a word. */
async function findPort(kind: 'closed' | 'silent'): Promise<number> {
  const server: Server = createServer((socket) => void socket.on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  if (kind === 'closed') await close()
  else onTestFinished(() => void close())
  return typeof address === 'object' && address ? address.port : 0
}

async function open(port: number, host: string, options: DatabaseOptions) {
  const told: { readonly why: Reason; readonly afterMs: number }[] = []
  const start = performance.now()
  const onAway = (why: Reason) => void told.push({ why, afterMs: performance.now() - start })
  const url = `postgres://anna:hush-hush@${host}:${port}/songs`
  const error: unknown = await openDatabase(url, { ...options, onAway }).catch((thrown) => thrown)
  return { error, told, ms: performance.now() - start }
}

test.each([
  ['closed', '127.0.0.1'],
  ['closed', 'localhost'],
  ['silent', '127.0.0.1'],
] as const)(
  'a database that is away is told at once (%s port, %s), and fails in time',
  async (kind, host) => {
    const port = await findPort(kind)
    const { error, told, ms } = await open(port, host, { openingMs: 1_500 })
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      reason: {
        code: 'database.not-reached',
        params: { host, port, said: expect.stringMatching(/\w/) },
      },
      advice: { code: 'database.check-address' },
    })
    expect(ms).toBeLessThan(5_000)
    expect(told).toMatchObject([{ why: { code: 'database.awaited', params: { host, port } } }])
    expect(told[0]?.afterMs).toBeLessThan(1_400)
    expect(JSON.stringify([error, told])).not.toContain('hush')
  },
)

test('it is waited for twice as long as a restart, and no longer', async () => {
  const { ms } = await open(await findPort('closed'), '127.0.0.1', { patienceMs: 400 })
  expect(ms).toBeLessThan(3_000)
})
