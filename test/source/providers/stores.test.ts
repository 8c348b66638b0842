import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { nothingKnown } from '../../../src/source/knowledge.ts'
import { linkToSearches, storeSearches } from '../../../src/source/providers/stores/stores.ts'
import { codePoint } from '../../support/code-point.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'

const hosts = ['bandcamp.com', 'www.qobuz.com', 'us.7digital.com', 'search.worldcat.org']

test('are searches at each store, and say so', () => {
  const links = linkToSearches({ title: 'Blue Harbour - Live', artists: ['The Lanterns', 'Ada'] })
  expect(links.map(({ url }) => url)).toEqual([
    'https://bandcamp.com/search?q=lanterns%20blue%20harbour&item_type=t',
    'https://www.qobuz.com/us-en/search/tracks/lanterns%20blue%20harbour',
    'https://us.7digital.com/search?q=lanterns%20blue%20harbour',
    'https://search.worldcat.org/search?q=lanterns%20blue%20harbour',
  ])
  for (const { kind, by } of links) expect([kind, by]).toEqual(['search', 'stores'])
  expect(links.at(-1)?.note).toEqual(reason('source.in-libraries'))
})

test.each([
  ['AC/DC', 'Back in Black', 'ac%20dc%20back%20in%20black'],
  ['Björk', 'Jóga', 'bj%C3%B6rk%20j%C3%B3ga'],
  ['', '새벽 4시', '%EC%83%88%EB%B2%BD%204%EC%8B%9C'],
  ['', '!!!', '!!!'],
  ['', '../../?=&#', '..%2F..%2F%3F%3D%26%23'],
  ['A', '50% & more #1', 'a%2050%20more%201'],
])('%s, %s is encoded', (artist, title, words) => {
  const [, qobuz] = linkToSearches({ title, artists: artist === '' ? [] : [artist] })
  expect(qobuz?.url).toBe(`https://www.qobuz.com/us-en/search/tracks/${words}`)
})

test.each(['', ' ', '..', '\u202e\0'])('nothing to search for is no link: %j', (title) => {
  expect(linkToSearches({ title, artists: [] })).toEqual([])
})

test('whatever a playlist holds, a link leads to its store’s search and nowhere else', () => {
  const text = fc.oneof(
    fc.string({ unit: codePoint, maxLength: 3000 }),
    fc.string(),
    fc.constant('\ud800'),
  )
  fc.assert(
    fc.property(text, text, (title, artist) => {
      for (const { url } of linkToSearches({ title, artists: [artist] })) {
        const { hostname, pathname, protocol } = new URL(url)
        expect(protocol).toBe('https:')
        expect(hosts).toContain(hostname)
        expect(pathname).toMatch(/^\/(?:us-en\/)?search(?:\/tracks\/[^/]+)?$/)
        expect(url.length).toBeLessThan(10_000)
      }
    }),
  )
})

test('ask nobody', async () => {
  const http = answerDirectly(() => ({ body: '' }))
  await using provider = storeSearches.open({ http, today: '2026-11-21' })
  const track = { title: 'Blue Harbour', artists: [] }
  const found = await provider.lookUp(track, nothingKnown, new AbortController().signal)
  expect(found.links).toHaveLength(hosts.length)
  expect(http.asked).toEqual([])
  expect(storeSearches.hosts).toEqual([])
})
