import { networkInterfaces } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { openCallback } from '../../../src/base/http/callback.ts'
import { visit } from '../../support/visit.ts'

async function open() {
  const callback = await openCallback({
    path: '/callback',
    accept: (query) => query.get('state') === 'mine',
    says: { taken: 'You may close this page.', other: 'No.', nothing: 'Nothing.' },
  })
  onTestFinished(() => callback[Symbol.asyncDispose]())
  return callback
}

test('waits for the visit it was opened for, and hears no other', async () => {
  const callback = await open()
  expect(callback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
  const waiting = callback.wait(new AbortController().signal)
  const { port } = new URL(callback.address)
  for (const [address, options, status] of [
    [`${callback.address}?state=other&code=1`, {}, 400],
    [callback.address, {}, 400],
    [`http://127.0.0.1:${port}/?state=mine`, {}, 404],
    [`http://127.0.0.1:${port}//evil.example/callback?state=mine`, {}, 404],
    [`${callback.address}?state=mine`, { method: 'POST' }, 404],
    [`${callback.address}?state=mine`, { headers: { host: `rebound.example:${port}` } }, 404],
  ] as const)
    expect(await visit(address, options), address).toMatchObject({ status })
  const { status, text, headers } = await visit(`${callback.address}?state=mine&code=right`)
  expect([status, text]).toEqual([200, 'You may close this page.\n'])
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect((await waiting).get('code')).toBe('right')
})

test('nobody else on the network can reach it', async () => {
  const callback = await open()
  const { port } = new URL(callback.address)
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others)
    await expect(visit(`http://${address}:${port}/callback?state=mine`)).rejects.toThrow()
})

test('a stop is heard', async () => {
  const callback = await open()
  const stop = new AbortController()
  const waiting = callback.wait(stop.signal)
  stop.abort(new Error('Stopped by the user.'))
  await expect(waiting).rejects.toThrow('Stopped by the user.')
  await expect(callback.wait(stop.signal)).rejects.toThrow('Stopped by the user.')
})
