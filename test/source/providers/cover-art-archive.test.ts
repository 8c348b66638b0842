import { describe, expect, test } from 'vitest'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import { coverArtArchive } from '../../../src/source/providers/cover-art-archive/cover-art-archive.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'
import { expectMutantsRefused } from '../../support/hosts/mutants.ts'
import { makeContext, openWay, tablesOf } from '../../support/hosts/online.ts'
import type { Reply } from '../../support/hosts/replay.ts'

const { signal } = new AbortController()
const RELEASE = '00000071-0000-4000-8000-000000000071'
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const missing = { status: 404, body: '<!doctype html>' }

async function find(answer: (path: string, host: string) => Reply, id = RELEASE) {
  await using way = await openWay(coverArtArchive, (url) => answer(url.pathname, url.hostname))
  await using provider = coverArtArchive.open(way.context)
  const found = way.watch(provider.cover(id, signal))
  await Promise.allSettled([found])
  const asked = way.asked.map(({ hostname, pathname }) => `${hostname}${pathname}`)
  return { found: await found.catch((error) => error), asked, requests: way.requests }
}

const front = (size: number) => `coverartarchive.org/release/${RELEASE}/front-${size}`

describe('Cover Art Archive', () => {
  test.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
  ])('finds a front cover of type %s by its first bytes, wherever it lies', async (mime, bytes) => {
    const redirects: Readonly<Record<string, string>> = {
      'coverartarchive.org': 'https://archive.org/download/mbid-1/front.jpg',
      'archive.org': 'https://ia800.us.archive.org/1/items/mbid-1/front.jpg',
    }
    const { found, asked } = await find((_, host): Reply => {
      const location = redirects[host]
      return location
        ? { status: 307, headers: { location } }
        : { headers: { 'content-type': 'application/octet-stream' }, body: bytes }
    })
    expect(found).toMatchObject({ mime, answer: { url: `https://${front(1200)}` } })
    expect(Buffer.from(found.bytes)).toEqual(Buffer.from(bytes))
    expect(asked).toHaveLength(3)
  })

  test('asks what the real host takes, and it refuses any other name', async () => {
    const { requests, asked } = await find(() => missing)
    expect(asked).toEqual([front(1200), front(500), front(250)])
    expectMutantsRefused(tablesOf(coverArtArchive), requests)
  })

  test('takes a smaller one where there is no large one', async () => {
    const { found, asked } = await find((path) =>
      path.endsWith('1200') ? missing : { body: JPEG },
    )
    expect(found).toMatchObject({ mime: 'image/jpeg' })
    expect(asked).toEqual([front(1200), front(500)])
  })

  test.each<[string, Reply]>([
    ['has no cover', missing],
    ['is none', { status: 400, body: '{}' }],
    ['has something that is no picture', { body: '<!doctype html><title>Sorry</title>' }],
    ['has an empty cover', { body: '' }],
    ['has a GIF', { body: 'GIF89a' }],
  ])('finds none for a release that %s', async (_, reply) => {
    const { found } = await find(() => reply)
    expect(found).toBeUndefined()
  })

  test.each(['', '../../etc', 'x'.repeat(36), `${RELEASE}/../..`])(
    'asks nothing for %j, which is no id',
    async (id) => {
      const { found, asked } = await find(() => ({ body: JPEG }), id)
      expect(found).toBeUndefined()
      expect(asked).toEqual([])
    },
  )

  test.each<[string, Reply]>([
    ['is down', { status: 503 }],
    ['forbids it', { status: 403 }],
    ['asks for a long rest', { status: 429, headers: { 'retry-after': '86400' } }],
    ['sends half a picture', { body: JPEG, fault: 'truncated' }],
    ['sends more than a cover', { body: Buffer.concat([JPEG, Buffer.alloc(6 * 2 ** 20)]) }],
  ])('is unavailable where the server %s', async (_, reply) => {
    const { found } = await find(() => reply)
    expect(found).toBeInstanceOf(UnavailableError)
    expect(found.message).toMatch(/^[^\p{Cc}]{10,300}\.$/u)
  })

  test.each(['https://elsewhere.example/a.jpg', 'https://127.0.0.1/a.jpg', 'http://archive.org/'])(
    'follows no redirect to %s',
    async (location) => {
      const { found } = await find(() => ({ status: 307, headers: { location } }))
      expect(found).toBeInstanceOf(RequestRefusedError)
    },
  )

  test('asks nothing when it was stopped before, or closed', async () => {
    const http = answerDirectly(() => missing, tablesOf(coverArtArchive))
    const provider = coverArtArchive.open(makeContext(coverArtArchive, http))
    const reason = new Error('Stopped by the user.')
    await expect(provider.cover(RELEASE, AbortSignal.abort(reason))).rejects.toBe(reason)
    await provider[Symbol.asyncDispose]()
    await expect(provider.cover(RELEASE, signal)).rejects.toThrow(/closed/)
    expect(http.asked).toEqual([])
  })
})
