import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, makeHome, openReal, removeHome, serve } from '../support/servers/page-server.ts'

test('more than 512 MB are refused, before the password is given and after, and nothing of them stays', async () => {
  const home = await makeHome()
  try {
    await using context = await openReal(home)
    for (const [password, refused] of [
      [undefined, 413],
      ['a password', 401],
    ] as const) {
      await using running = await serve(context, home, { password })
      const sent = ask(running.address, '/api/uploads?name=x.csv', {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream', 'Transfer-Encoding': 'chunked' },
        body: Buffer.alloc(513 * 2 ** 20),
      })
      // Or the line is cut, while the rest is still on its way.
      expect([refused, 'none']).toContain(
        await sent.then(
          ({ status }) => status,
          () => 'none',
        ),
      )
      expect(await readdir(join(home, 'data/uploads'))).toEqual([])
      expect(await ask(running.address, '/api/session')).toMatchObject({ status: 200 })
      expect(running.log).toEqual([])
    }
  } finally {
    await removeHome(home)
  }
})
