import { describe, expect, test } from 'vitest'
import type { Recording } from '../../../src/model/recording.ts'
import type { Track } from '../../../src/model/track.ts'
import { providers } from '../../../src/source/all.ts'
import type { Provider } from '../../../src/source/provider.ts'
import { answerFrom, readFixture } from '../../support/hosts/fixture-answers.ts'
import { openWay } from '../../support/hosts/online.ts'

const { signal } = new AbortController()
const named = (name: string) => providers.find((each) => each.name === name) as Provider<'find'>
const mbid = '3a6b2c9e-1f0d-4e5a-8b7c-0123456789ab'

describe('what a person pastes is read by whose it is, and by nobody else', () => {
  test.each<[string, string, string]>([
    ['https://archive.org/details/some-item_2001', 'internet-archive', 'some-item_2001'],
    ['archive.org/details/item', 'internet-archive', 'item'],
    ['http://www.archive.org/details/item?query=x#y', 'internet-archive', 'item'],
    ['https://archive.org/details/item/01%20Song.flac', 'internet-archive', 'item/01 Song.flac'],
    ['https://archive.org/download/item/CD1/a.mp3', 'internet-archive', 'item/CD1/a.mp3'],
    ['https://www.jamendo.com/track/1884527/a-name', 'jamendo', '1884527'],
    ['https://www.jamendo.com/de/track/1884527', 'jamendo', '1884527'],
    ['https://commons.wikimedia.org/wiki/File:A_song.ogg', 'wikimedia-commons', 'File:A song.ogg'],
    ['https://ccmixter.org/files/someone/12345', 'ccmixter', '12345'],
    [`https://musicbrainz.org/recording/${mbid}`, 'musicbrainz', mbid],
    [mbid.toUpperCase(), 'musicbrainz', mbid],
    ['GB-AYE-68-00001', 'musicbrainz', 'isrc:GBAYE6800001'],
    ['gbaye6800001', 'musicbrainz', 'isrc:GBAYE6800001'],
  ])('%s', (text, name, id) => {
    const read = providers.flatMap(({ name, readAddress }) => {
      const found = readAddress?.(text)
      return found === undefined ? [] : [[name, found]]
    })
    expect(read).toEqual([[name, id]])
  })

  test.each([
    'https://archive.org/',
    'https://archive.org/search?query=x',
    'https://archive.org/details/../../x',
    'https://archive.org.example.com/details/item',
    'https://example.com/https://archive.org/details/item',
    'https://user:secret@example.com/details/item',
    'https://www.jamendo.com/album/1',
    'https://commons.wikimedia.org/wiki/Category:Songs',
    'https://commons.wikimedia.org/wiki/File:A|File:B',
    'https://ccmixter.org/people/someone',
    'https://musicbrainz.org/release/3a6b2c9e-1f0d-4e5a-8b7c-0123456789ab',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://archive.org/details/%',
    'a song that I like',
    ' ',
  ])('and nobody reads %j', (text) => {
    for (const { readAddress } of providers) expect(readAddress?.(text)).toBeUndefined()
  })
})

type Expected = Readonly<
  Record<string, { readonly track: Track; readonly found: readonly Recording[] }>
>

/** What a search finds is found by its id alone, as the host has it. */
describe.each<[string, string]>([
  ['jamendo', 'id'],
  ['wikimedia-commons', 'pageids'],
  ['ccmixter', 'ids'],
])('%s finds by id', (name, parameter) => {
  test('what it found by words', async () => {
    const provider = named(name)
    const expected: Expected = readFixture(name, 'expected.json')
    const [first] = expected.found?.found ?? []
    const say = answerFrom(name)
    const words = JSON.stringify(expected.found?.track)
    const asked: URL[] = []
    await using way = await openWay(provider, (url) => {
      asked.push(url)
      if (!url.searchParams.has(parameter)) return say(url)
      // The host's answer has the one shape, whatever it was asked by.
      return say(searched ?? url)
    })
    let searched: URL | undefined
    await using opened = provider.open(way.context) as ReturnType<
      Provider<'search' | 'find'>['open']
    >
    await way.watch(opened.search(JSON.parse(words), signal))
    searched = asked[0]
    const found = await way.watch(opened.find(first?.id ?? '', signal))
    expect(asked.at(-1)?.searchParams.get(parameter)).toBe(first?.id)
    expect(found.find(({ id }) => id === first?.id)).toMatchObject(first ?? {})
  })

  test('and asks nothing for what is no id of its', async () => {
    const provider = named(name)
    await using way = await openWay(provider, () => ({ status: 404, body: '' }))
    await using opened = provider.open(way.context)
    if (name !== 'wikimedia-commons')
      expect(await opened.find('../x?y=z', signal).catch(() => [])).toEqual([])
    expect(way.asked.every(({ pathname }) => !pathname.includes('x'))).toBe(true)
  })
})

test('an item of the Internet Archive is found as a whole, or one sound of it', async () => {
  const provider = named('internet-archive')
  await using way = await openWay(provider, answerFrom(provider.name))
  await using opened = provider.open(way.context)
  const all = await way.watch(opened.find('lanterns-tide', signal))
  expect(all.length).toBeGreaterThan(1)
  const [first] = all
  expect(await way.watch(opened.find(first!.id, signal))).toEqual([first])
  const file = first?.media?.kind === 'remote' ? first.media.files.at(-1)?.url : ''
  const pasted = provider.readAddress?.(file ?? '')
  expect(await way.watch(opened.find(pasted ?? '', signal))).toEqual([first])
  expect(await way.watch(opened.find('lanterns-tide/gone.flac', signal))).toEqual([])
})

test('MusicBrainz says what a code names, without any sound', async () => {
  const provider = named('musicbrainz')
  await using way = await openWay(provider, answerFrom(provider.name))
  await using opened = provider.open(way.context)
  const id = '00000060-0000-4000-8000-000000000060'
  const byId = await way.watch(opened.find(id, signal))
  expect(byId).toMatchObject([{ id, source: 'musicbrainz', title: expect.any(String) }])
  expect(byId[0]?.media).toBeUndefined()
  const byIsrc = await way.watch(opened.find('isrc:QZLTN1400003', signal))
  expect(byIsrc.length).toBeGreaterThan(0)
  expect(byIsrc.every(({ isrc }) => isrc === 'QZLTN1400003')).toBe(true)
  expect(await way.watch(opened.find('isrc:QZLTN1499999', signal))).toEqual([])
  expect(await opened.find('../artist/x', signal)).toEqual([])
})
