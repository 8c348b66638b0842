import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import { describeLink, groupLinks, listLinks, webAddress } from '../../src/report/links.ts'
import { en } from '../../src/words/en/index.ts'
import { everyKind, links, track } from './samples.ts'

const missing = (given: typeof links): Outcome => ({
  kind: 'not-found',
  position: 1,
  track: track(),
  reason: 'No.',
  links: given,
})

describe('webAddress', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['HTTP://Example.ORG', 'http://example.org/'],
    ['https://exämple.org/ü', 'https://xn--exmple-cua.org/%C3%BC'],
    ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
    ['https://example.org/\u202Efdp', 'https://example.org/%E2%80%AEfdp'],
    ['javascript:alert(1)', undefined],
    ['vbscript:x', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['spotify:track:1', undefined],
    ['https://user:secret@example.org/', undefined],
    ['https://bandcamp.com@evil.example/', undefined],
    [`https://example.org/${'x'.repeat(10_000)}`, undefined],
    ['example.org', undefined],
    ['', undefined],
  ])('%j → %j', (given, address) => expect(webAddress(given)).toBe(address))
})

describe('links', () => {
  it('stand by kind, in the order in which a listener wants them', () => {
    expect(groupLinks(missing(links)).map(({ kind }) => kind)).toEqual([
      'watch',
      'listen',
      'download',
      'buy',
      'homepage',
      'search',
    ])
  })

  it('name an address once, and keep the first word on it', () => {
    const [search, buy] = links
    if (!search || !buy) throw new Error('no samples')
    const again = {
      ...buy,
      url: buy.url.toUpperCase().replace('/TRACK/LOW-WATER', '/track/low-water'),
    }
    expect(listLinks(missing([buy, { ...again, service: 'Another' }, search]))).toEqual([
      buy,
      search,
    ])
  })

  it('are none where there are none', () => {
    expect(everyKind.filter((outcome) => groupLinks(outcome).length > 0)).toHaveLength(2)
    expect(groupLinks(missing([]))).toEqual([])
  })

  it('say of a search that nobody has checked it', () => {
    expect(links.map((link) => describeLink(link, en))).toEqual([
      ['a search, not checked'],
      [],
      ['the artist’s own channel'],
      [],
      [],
      [],
    ])
  })
})
