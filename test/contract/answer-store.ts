import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerStore } from '../../src/base/http/cache/answer-store.ts'

const now = Date.now()
const stored = (freshUntil = now + 1000) => ({
  freshUntil,
  said: randomBytes(200),
  body: randomBytes(20_000),
})

/** What every store of answers promises; each call of `open` is another run's view of one and the same. */
export function testAnswerStore(open: () => AnswerStore): void {
  test('an answer comes back as it was put, to whoever looks for it', async () => {
    const [id, answer] = [randomBytes(32), stored()]
    expect(await open().get(id)).toBeUndefined()
    await open().put(id, answer, now)
    const found = (await open().get(id))!
    expect(found.freshUntil).toBe(answer.freshUntil)
    expect(Buffer.from(found.said).equals(answer.said)).toBe(true)
    expect(Buffer.from(found.body).equals(answer.body)).toBe(true)
  })

  test('a later one replaces it, and what was removed is gone', async () => {
    const id = randomBytes(32)
    await open().put(id, stored(), now)
    await open().put(id, stored(now + 5), now)
    expect((await open().get(id))?.freshUntil).toBe(now + 5)
    await open().remove(id)
    expect(await open().get(id)).toBeUndefined()
    await open().remove(id)
  })
}
