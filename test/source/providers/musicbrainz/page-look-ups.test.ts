import { describe, expect, test } from 'vitest'
import { UnavailableError } from '../../../../src/base/http/errors.ts'
import type { Asker, MusicBrainzAnswer } from '../../../../src/source/providers/musicbrainz/ask.ts'
import { PageLookUps } from '../../../../src/source/providers/musicbrainz/page-look-ups.ts'

const { signal } = new AbortController()
const songs = (count: number) =>
  Array.from({ length: count }, (_, at) => `https://www.deezer.com/track/${at}`)

const answer = (json: unknown): MusicBrainzAnswer => ({
  json,
  answer: { url: 'https://musicbrainz.org/ws/2/url', sha256: '0', at: '2026-11-21' },
})
const page = (resource: string) => ({
  id: '00005050-0000-4000-8000-000000005050',
  resource,
  relations: [{ of: resource }],
})

/** Knows every page but that of track 13, as MusicBrainz says it: one as itself, several as a list. */
const knowing = (addresses: readonly string[]): MusicBrainzAnswer => {
  const known = addresses.filter((each) => !each.endsWith('/13'))
  if (addresses.length > 1) return answer({ 'url-count': known.length, urls: known.map(page) })
  return known[0] === undefined ? undefined : answer(page(known[0]))
}

function openLookUps(
  say: typeof knowing | ((asked: readonly string[]) => Promise<never>) = knowing,
) {
  const asked: (readonly string[])[] = []
  const signals: AbortSignal[] = []
  const asker: Pick<Asker, 'pages'> = {
    async pages(addresses, stop) {
      asked.push(addresses)
      signals.push(stop)
      return say(addresses)
    },
  }
  return { asked, signals, pages: new PageLookUps(asker as Asker) }
}

const related = (resource: string) => [{ of: resource }]

describe('PageLookUps', () => {
  test('one page is asked for alone, and answered as itself', async () => {
    const { asked, pages } = openLookUps()
    const [song = ''] = songs(1)
    expect(await pages.relationsOf(song, signal)).toEqual(related(song))
    expect(asked).toEqual([[song]])
  })

  test('a page that is not known has no relations, alone and among others', async () => {
    const alone = openLookUps().pages.relationsOf('https://www.deezer.com/track/13', signal)
    expect(await alone).toEqual([])
    const { asked, pages } = openLookUps()
    const found = await Promise.all(songs(14).map((each) => pages.relationsOf(each, signal)))
    expect(found.map(({ length }) => length)).toEqual([...Array(13).fill(1), 0])
    expect(asked).toHaveLength(1)
  })

  test('what is asked for while one question is under way goes together into the next', async () => {
    const [first = '', ...others] = songs(5)
    const said = Promise.withResolvers<void>()
    const { asked, pages } = openLookUps(async (addresses) => {
      await said.promise
      return knowing(addresses) as never
    })
    const one = pages.relationsOf(first, signal)
    await expect.poll(() => asked).toEqual([[first]])
    const more = others.map((each) => pages.relationsOf(each, signal))
    // The first again: it is under way.
    const again = pages.relationsOf(first, signal)
    said.resolve()
    expect(await one).toEqual(related(first))
    expect(await again).toEqual(related(first))
    expect(await Promise.all(more)).toEqual(others.map(related))
    expect(asked).toEqual([[first], others])
  })

  test('a hundred at most, and no more than a server’s line can hold', async () => {
    const { asked, pages } = openLookUps()
    await Promise.all(songs(130).map((each) => pages.relationsOf(each, signal)))
    expect(asked.map(({ length }) => length)).toEqual([100, 30])
    const long = Array.from({ length: 4 }, (_, at) => `https://a.example/${at}${'x'.repeat(2500)}`)
    await Promise.all(long.map((each) => pages.relationsOf(each, signal)))
    expect(asked.slice(2).map(({ length }) => length)).toEqual([2, 2])
  })

  test('what is expected fills a question, and is not asked for again', async () => {
    const { asked, pages } = openLookUps()
    const all = songs(120)
    pages.expect(all)
    const last = all[119] ?? ''
    expect(await pages.relationsOf(last, signal)).toEqual(related(last))
    expect(asked.map(({ length }) => length)).toEqual([100])
    expect(asked[0]).toEqual([last, ...all.slice(0, 99)].toSorted())
    await Promise.all(all.map((each) => pages.relationsOf(each, signal)))
    expect(asked.map(({ length }) => length)).toEqual([100, 20])
    pages.expect(all)
    await pages.relationsOf('https://www.deezer.com/track/500', signal)
    expect(asked[2]).toEqual(['https://www.deezer.com/track/500'])
  })

  test('a question that fails is one failure: who waited beside asks again', async () => {
    let fail = true
    const failure = new UnavailableError('musicbrainz.org', 'busy')
    const { asked, pages } = openLookUps(async (addresses) => {
      if (!fail) return knowing(addresses) as never
      fail = false
      throw failure
    })
    pages.expect(songs(50))
    const [first, second] = songs(2).map((each) => pages.relationsOf(each, signal))
    await expect(first).rejects.toBe(failure)
    expect(await second).toEqual(related(songs(2)[1] ?? ''))
    expect(asked.map(({ length }) => length)).toEqual([50, 1])
    expect(await pages.relationsOf(songs(1)[0] ?? '', signal)).toHaveLength(1)
  })

  test('who gives up stops nobody else; where nobody waits, the question stops', async () => {
    const { signals, pages } = openLookUps(() => new Promise<never>(() => {}))
    const [one, other] = [new AbortController(), new AbortController()]
    const [first = '', second = ''] = songs(2)
    const both = [pages.relationsOf(first, one.signal), pages.relationsOf(second, other.signal)]
    await expect.poll(() => signals).toHaveLength(1)
    const stopped = new Error('Stopped by the user.')
    one.abort(stopped)
    await expect(both[0]).rejects.toBe(stopped)
    expect(signals[0]?.aborted).toBe(false)
    other.abort(stopped)
    await expect(both[1]).rejects.toBe(stopped)
    expect(signals[0]?.aborted).toBe(true)
  })

  test.each([{}, { error: 'Try later.' }, [], 'All is well.', { urls: null }])(
    '%j is no answer',
    async (json) => {
      const { pages } = openLookUps(() => answer(json))
      await expect(pages.relationsOf(songs(1)[0] ?? '', signal)).rejects.toBeInstanceOf(
        UnavailableError,
      )
    },
  )
})
