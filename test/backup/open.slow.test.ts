import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFile } from 'music-metadata'
import { expect, test } from 'vitest'
import { archive, backUpSong, json, mbid, soundOfAnother, sum } from '../support/hosts/free-song.ts'
import { listFiles } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const whole = makeWav(12, 5)

test('a copy from the open is kept with its evidence, its licence in the tags', async () => {
  const { dir, outcome } = await backUpSong(archive(whole))
  if (outcome?.kind !== 'kept') throw new Error(JSON.stringify(outcome))
  expect(outcome.kept.chosen).toMatchObject({
    fileUrl: 'https://archive.org/download/amber/amber.wav',
    uploader: 'The Testers',
    sha256: sum('sha256', whole),
  })
  const { common } = await parseFile(join(dir, 'Keep', outcome.kept.path))
  expect(common.license).toBe('https://creativecommons.org/licenses/by/4.0/')
  expect(await listFiles(join(dir, 'cache', 'downloads'))).toEqual([])
})

test('a file that turns out to be broken is set aside with the reason, and the next place is asked', async () => {
  const broken = whole.subarray(0, whole.length / 2)
  const atArchive = archive(broken)
  const page = {
    pageid: 7,
    title: 'File:Amber.wav',
    index: 1,
    imageinfo: [
      {
        user: 'The Testers',
        size: whole.length,
        duration: 12,
        url: 'https://upload.wikimedia.org/wikipedia/commons/a/ab/Amber.wav',
        sha1: sum('sha1', whole),
        mime: 'audio/wav',
        extmetadata: {
          ObjectName: { value: 'Amber' },
          Artist: { value: 'The Testers' },
          LicenseUrl: { value: 'https://creativecommons.org/publicdomain/zero/1.0/' },
        },
      },
    ],
  }
  const { dir, outcome } = await backUpSong((url, asked) => {
    if (url.host === 'commons.wikimedia.org') return json({ query: { pages: [page] } })
    if (url.host === 'upload.wikimedia.org') return { body: whole }
    return atArchive(url, asked)
  })
  if (outcome?.kind !== 'kept') throw new Error(JSON.stringify(outcome))
  expect(outcome.kept.chosen.source).toBe('wikimedia-commons')
  const quarantine = join(dir, 'cache', 'downloads', 'quarantine')
  const [reason, sound] = (await listFiles(quarantine)).toSorted((a) =>
    a.endsWith('txt') ? -1 : 1,
  )
  expect(await readFile(join(quarantine, reason ?? ''), 'utf8')).toMatch(
    /^https:\/\/archive\.org\/download\/amber\/amber\.wav\n.+\n$/,
  )
  expect(broken.length).toBe((await readFile(join(quarantine, sound ?? ''))).length)
})

test('what sounds like somebody else’s is in review, and nothing of it is kept', async () => {
  const atArchive = archive(whole)
  const { dir, outcome } = await backUpSong(
    (url, asked) => (url.host === 'api.acoustid.org' ? soundOfAnother : atArchive(url, asked)),
    { keys: { SONGKEEP_ACOUSTID_KEY: 'a-key' } },
  )
  expect(outcome).toMatchObject({ kind: 'review', verdict: { action: 'review' } })
  expect((await listFiles(join(dir, 'Keep'))).filter((path) => path.endsWith('.mp3'))).toEqual([])
})

test('a cover comes from the release that MusicBrainz names, its ids go into the tags', async () => {
  const atArchive = archive(whole)
  const recording = {
    id: mbid(1),
    title: 'Amber',
    length: 12_000,
    'first-release-date': '2019-05-06',
    'artist-credit': [
      { name: 'The Testers', artist: { id: mbid(2), name: 'The Testers', 'sort-name': 'Testers' } },
    ],
    releases: [{ id: mbid(3), title: 'Stones', status: 'Official', date: '2019-05-06' }],
  }
  const { dir, outcome, asked } = await backUpSong((url, request) => {
    if (url.host === 'musicbrainz.org' && url.pathname === '/ws/2/recording')
      return json({ recordings: [recording] })
    if (url.host === 'musicbrainz.org' && url.pathname === `/ws/2/release/${mbid(3)}`)
      return json({ ...recording.releases[0], 'label-info': [], media: [], relations: [] })
    if (url.host === 'musicbrainz.org' && url.pathname === '/ws/2/release')
      return json({ releases: [{ ...recording.releases[0], 'label-info': [] }] })
    if (url.host === 'coverartarchive.org')
      return { headers: { 'content-type': 'image/png' }, body: png }
    return atArchive(url, request)
  })
  if (outcome?.kind !== 'kept') throw new Error(JSON.stringify(outcome))
  const { common } = await parseFile(join(dir, 'Keep', outcome.kept.path))
  expect(common.musicbrainz_recordingid).toBe(mbid(1))
  expect(common.musicbrainz_albumid).toBe(mbid(3))
  expect(common.picture?.[0]).toMatchObject({ format: 'image/png', type: 'Cover (front)' })
  expect(asked.map(({ url }) => url.href)).toContain(
    `https://coverartarchive.org/release/${mbid(3)}/front-1200`,
  )
})

/** One black pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
