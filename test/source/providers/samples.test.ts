import { describe, expect, test } from 'vitest'
import { nothingKnown } from '../../../src/source/knowledge.ts'
import type { Provider } from '../../../src/source/provider.ts'
import { coverArtArchive } from '../../../src/source/providers/cover-art-archive/cover-art-archive.ts'
import { deezer } from '../../../src/source/providers/deezer/deezer.ts'
import { funkwhale } from '../../../src/source/providers/funkwhale/funkwhale.ts'
import { itunes } from '../../../src/source/providers/itunes/itunes.ts'
import { libraryOfCongress } from '../../../src/source/providers/library-of-congress/library-of-congress.ts'
import { listenBrainz } from '../../../src/source/providers/listenbrainz/listenbrainz.ts'
import { wikimediaCommons } from '../../../src/source/providers/wikimedia-commons/wikimedia-commons.ts'
import { answerFrom } from '../../support/hosts/fixture-answers.ts'
import { openReplayed, openWay, type TextReply } from '../../support/hosts/online.ts'
import { readSample } from '../../support/samples.ts'

const { signal } = new AbortController()
const track = { title: 'Blue Harbour', artists: ['The Lanterns'], durationMs: 221_000 }

async function lookUp(provider: Provider<'lookUp'>, say: (url: URL) => TextReply) {
  await using way = await openWay(provider, say)
  await using opened = provider.open(way.context)
  const found = await way
    .watch(opened.lookUp(track, nothingKnown, signal))
    .catch((error: unknown) => error)
  return { found, asked: way.asked }
}

test('Wikimedia Commons, of too many questions: waits as long as it says, and asks again', async () => {
  let times = 0
  const say = answerFrom(wikimediaCommons.name)
  await using source = await openReplayed(wikimediaCommons, (url) =>
    times++ === 0 ? readSample(wikimediaCommons.name, 'too many without a contact') : say(url),
  )
  expect(await source.search(track, signal)).not.toEqual([])
  const [first, second] = source.requests
  expect(second?.url.href).toBe(first?.url.href)
})

test('the Library of Congress, behind a challenge: told as that, and not asked again', async () => {
  await using source = await openReplayed(libraryOfCongress, () =>
    readSample(libraryOfCongress.name, 'a challenge'),
  )
  for (let each = 0; each < 5; each++)
    await expect(source.search(track, signal)).rejects.toMatchObject({
      reason: { code: 'source.challenged', params: { place: 'Library of Congress' } },
    })
  expect(source.asked).toHaveLength(1)
})

test('iTunes, with line feeds before its JSON: read', async () => {
  const { found } = await lookUp(itunes, () =>
    readSample(itunes.name, 'nothing, after three line feeds'),
  )
  expect(found).toEqual(nothingKnown)
})

test('ListenBrainz, of names that are too long: its own sentence', async () => {
  const { found, asked } = await lookUp(listenBrainz, () =>
    readSample(listenBrainz.name, 'too long'),
  )
  const said = expect.stringMatching(/must be less than 250$/)
  expect(found).toMatchObject({
    reason: { code: 'source.refused-saying', params: { place: 'ListenBrainz', status: 400, said } },
  })
  expect(asked).toHaveLength(1)
})

test.each([
  ['quota', { code: 'source.no-more-questions', params: { place: 'Deezer' } }],
  [
    'unknown path',
    {
      code: 'source.error-code',
      params: { place: 'Deezer', errorCode: 600, said: 'Unknown path components : /nowhere' },
    },
  ],
])('Deezer, %s: told as that', async (what, reason) => {
  const { found } = await lookUp(deezer, () => readSample(deezer.name, what))
  expect(found).toMatchObject({ reason })
})

describe('Funkwhale, a track of its first API', () => {
  const sample = readSample(funkwhale.name, 'a track of API 1')

  test('that bears no licence is not offered', async () => {
    await using source = await openReplayed(funkwhale, () => sample)
    expect(await source.search(track, signal)).toEqual([])
  })

  test('with one it is, under the artist’s one name, and with nobody as its uploader', async () => {
    const body = sample.body.replace('"license":null', '"license":"cc-by-4.0"')
    await using source = await openReplayed(funkwhale, () => ({ ...sample, body }))
    const [found] = await source.search(track, signal)
    expect(found).toMatchObject({
      artists: ['The Lanterns'],
      albumArtists: ['The Lanterns'],
      album: 'Harbour Lights',
      year: 2014,
      trackNumber: 7,
      durationMs: 221_000,
      media: { files: [{ format: 'ogg', bytes: 3_502_417 }] },
    })
    expect([found?.uploader, found?.uploaderUrl]).toEqual([undefined, undefined])
  })
})

test.each(['at archive.org, to the United States', 'at archive.org, to Canada'])(
  'the Cover Art Archive leads on to where the picture lies, %s',
  async (last) => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])
    await using way = await openWay(coverArtArchive, ({ hostname }) => {
      if (hostname === 'coverartarchive.org')
        return readSample(coverArtArchive.name, 'at coverartarchive.org')
      return hostname === 'archive.org' ? readSample(coverArtArchive.name, last) : { body: jpeg }
    })
    await using opened = coverArtArchive.open(way.context)
    const release = '00000071-0000-4000-8000-000000000071'
    const cover = await way.watch(opened.cover(release, signal))
    expect(cover).toMatchObject({ mime: 'image/jpeg' })
    expect(way.asked).toHaveLength(3)
  },
)
