import { setTimeout } from 'node:timers/promises'
import { fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import { sourceOf } from './store.ts'

const { signal } = new AbortController()
const KEY = 's/Blå – It’s +1 &c. #2?.mp3'

/** What an address has to do, and not to do, that a store has signed. */
export function testSignedAddresses(name: string, open: () => Promise<Store>) {
  describe(name, () => {
    let store: Store

    const sign = async (key = KEY, expiresInS = 60) =>
      (await store.presign?.(key, {
        expiresInS,
        contentType: 'audio/mpeg',
        contentDisposition: `inline; filename="a + b.mp3"; filename*=UTF-8''Bl%C3%A5.mp3`,
      })) ?? ''

    beforeAll(async () => {
      store = await open()
      await store.put(KEY, sourceOf('0123456789'), { signal })
      await store.put('s/other', sourceOf('other'), { signal })
    })

    afterAll(() => store[Symbol.asyncDispose]())

    test('gives the object, whole and in part, as what it was said to be', async () => {
      const whole = await fetch(await sign())
      expect(await whole.text()).toBe('0123456789')
      expect(whole.headers.get('content-type')).toBe('audio/mpeg')
      expect(whole.headers.get('content-disposition')).toContain('filename="a + b.mp3"')
      const part = await fetch(await sign(), { headers: { range: 'bytes=3-5' } })
      expect([part.status, await part.text()]).toEqual([206, '345'])
    })

    test('is of no other method', async () => {
      for (const method of ['PUT', 'POST', 'DELETE']) {
        const body = method === 'DELETE' ? undefined : 'x'
        const { status } = await fetch(await sign(), { method, body })
        expect([method, status >= 400]).toEqual([method, true])
      }
      expect((await store.head(KEY, signal))?.bytes).toBe(10)
    })

    test('is of no other key, and of nothing that was changed in it', async () => {
      const signed = await sign('s/other')
      const wrong = [
        signed.replace('s/other', encodeURI(KEY).replace('?', '%3F').replace('#', '%23')),
        signed.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
        signed.replace('audio%2Fmpeg', 'text%2Fhtml'),
        signed.replace(/&X-Amz-Signature=[^&]*/, ''),
      ]
      expect((await fetch(signed)).status).toBe(200)
      for (const each of wrong) {
        const answer = await fetch(each)
        expect([each === signed, answer.status]).toEqual([false, 403])
        expect(await answer.text()).not.toContain('0123')
      }
    })

    test('expires', async () => {
      const signed = await sign(KEY, 1)
      expect((await fetch(signed)).status).toBe(200)
      await setTimeout(2500)
      expect((await fetch(signed)).status).toBe(403)
    })
  })
}
