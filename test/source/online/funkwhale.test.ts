import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { judge } from '../../../src/rights/judge.ts'
import { recogniseLicence } from '../../../src/rights/recognise.ts'
import { ofPods } from '../../../src/source/providers/funkwhale/funkwhale.ts'
import { openDirectly } from '../../support/hosts/online.ts'
import { describeShared, shared } from '../../support/shared.ts'

const { signal } = new AbortController()
const track = { title: 'Blue Harbour', artists: ['The Lanterns'] }

const result = {
  id: 7,
  title: 'Blue Harbour',
  artist: { name: 'The Lanterns' },
  license: 'cc-by-4.0',
  is_local: true,
  uploads: [
    { listen_url: '/api/v1/listen/7/?upload=8', extension: 'flac', duration: 221, is_local: true },
  ],
}
const remote = {
  ...result,
  id: 9,
  is_local: false,
  uploads: [{ ...result.uploads[0], is_local: false }],
}
const page = (...results: unknown[]) => ({
  body: JSON.stringify({ count: results.length, results }),
})

const read = { host: 'read.example', title: 'Read Pod', readOn: '2026-11-21' }
const unread = { host: 'unread.example', title: 'Unread Pod' }

test.each([
  ['on a pod whose terms were read: a copy', read, result, 'copy'],
  ['on a pod whose terms nobody has read: a link', unread, result, 'link'],
  ['come to a pod from another one: a link', read, remote, 'link'],
  ['without sound that is its own: a link', read, { ...result, uploads: [] }, 'link'],
] as const)('what lies %s', async (_, pod, found, action) => {
  const source = openDirectly(ofPods([pod]), () => page(found))
  const [recording] = await source.search(track, signal)
  expect(recording && judge(recording, { today: '2026-11-21' }).action).toBe(action)
})

test('what has no licence is not offered', async () => {
  const source = openDirectly(ofPods([read]), () => page({ ...result, license: null }))
  expect(await source.search(track, signal)).toEqual([])
})

test('each pod is asked, and ids of two pods are two', async () => {
  const source = openDirectly(ofPods([read, unread]), () => page(result))
  const found = await source.search(track, signal)
  expect(found.map(({ id }) => id).sort()).toEqual(['read.example/7', 'unread.example/7'])
})

test('a pod that is down hides nothing that another has', async () => {
  const source = openDirectly(ofPods([unread, read]), ({ hostname }) =>
    hostname === 'unread.example' ? { status: 500, body: '' } : page(result),
  )
  expect(await source.search(track, signal)).toHaveLength(1)
})

test('that nobody has it is not said while a pod is down', async () => {
  const source = openDirectly(ofPods([unread, read]), ({ hostname }) =>
    hostname === 'unread.example' ? { status: 500, body: '' } : page(),
  )
  await expect(source.search(track, signal)).rejects.toBeInstanceOf(UnavailableError)
})

describeShared('Funkwhale’s list of licences', 'data/replies/funkwhale', () => {
  test('each of its codes is recognised as what its address names', () => {
    const text = readFileSync(shared('data/replies/funkwhale/licenses.json'), 'utf8')
    const licences: readonly { readonly code: string; readonly url: string }[] = JSON.parse(text)
    expect(licences.length).toBeGreaterThan(300)
    for (const { code, url } of licences) {
      expect(recogniseLicence(code).id).not.toBe('unknown')
      expect(recogniseLicence(code).id).toBe(recogniseLicence(url).id)
    }
  })
})
