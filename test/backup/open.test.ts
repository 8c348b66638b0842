import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFile } from 'music-metadata'
import { expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup-request.ts'
import type { Report } from '../../src/model/outcome.ts'
import { listFiles, makeTempDir } from '../support/program.ts'
import { type Reply, type Say, startReplay } from '../support/replay.ts'
import { makeWav } from '../support/sound.ts'

const whole = makeWav(12, 5)
const sum = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')
const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })
const nothing: Reply = { status: 404, body: '{}' }
const mbid = (sort: number) => `0000000${sort}-0000-4000-8000-000000000001`

/** The Internet Archive with one free recording of these bytes, given to it by the artist. */
const archive =
  (sound: Uint8Array): Say =>
  (url) => {
    if (url.host === 'archive.org' && url.pathname === '/advancedsearch.php')
      return json({ response: { docs: [{ identifier: 'amber', title: 'Amber' }] } })
    if (url.host === 'archive.org' && url.pathname === '/metadata/amber')
      return json({
        metadata: {
          identifier: 'amber',
          title: 'Amber',
          creator: 'The Testers',
          uploader: 'The Testers',
          licenseurl: 'https://creativecommons.org/licenses/by/4.0/',
        },
        files: [
          {
            name: 'amber.wav',
            source: 'original',
            length: '12',
            size: String(sound.length),
            md5: sum('md5', sound),
          },
        ],
      })
    if (url.pathname === '/download/amber/amber.wav')
      return { headers: { 'content-type': 'audio/wav' }, body: sound }
    return nothing
  }

async function backUp(say: Say, keys: Record<string, string> = {}) {
  const dir = await makeTempDir()
  const replay = await startReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'list.csv'), 'Title,Artist,Duration (ms)\nAmber,The Testers,12000\n')
  const request = completeRequest({
    inputs: [join(dir, 'list.csv')],
    libraries: [join(dir, 'Music')],
    catalogues: [],
    into: join(dir, 'Keep'),
    names: '{position} {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 1,
    dryRun: false,
    offline: false,
  })
  const { network } = replay
  const environment = { cacheDir: join(dir, 'cache'), processors: 1, keys, network }
  let report: Report | undefined
  for await (const event of backUpInput(request, environment, new AbortController().signal))
    if (event.kind === 'report') report = event.report
  const [outcome] = report?.outcomes ?? []
  return { dir, outcome, report, asked: replay.asked }
}

test('a copy from the open is kept with its evidence, its licence in the tags', async () => {
  const { dir, outcome } = await backUp(archive(whole))
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
  const { dir, outcome } = await backUp((url, asked) => {
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
  const { dir, outcome } = await backUp(
    (url, asked) =>
      url.host === 'api.acoustid.org'
        ? json({
            status: 'ok',
            results: [
              {
                id: mbid(9),
                score: 0.99,
                recordings: [
                  {
                    id: mbid(1),
                    title: 'Amber',
                    duration: 12,
                    artists: [{ id: mbid(2), name: 'Somebody Famous' }],
                    releases: [{ id: mbid(3) }],
                  },
                ],
              },
            ],
          })
        : atArchive(url, asked),
    { SONGKEEP_ACOUSTID_KEY: 'a-key' },
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
  const { dir, outcome, asked } = await backUp((url, request) => {
    if (url.host === 'musicbrainz.org' && url.pathname === '/ws/2/recording')
      return json({ recordings: [recording] })
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
