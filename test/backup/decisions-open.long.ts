import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { DecisionChoice } from '../../src/model/decision.ts'
import type { Track } from '../../src/model/track.ts'
import {
  archive as archiveOf,
  json,
  mbid,
  runSong,
  soundOfAnother,
  writeSongList,
} from '../support/hosts/free-song.ts'
import type { Say } from '../support/hosts/replay.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { listFiles } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const sound = makeWav(12, 5)

/** The Internet Archive with one recording of it. */
const archive = (metadata?: Fields, file?: Fields) => archiveOf(sound, metadata, file)

type Fields = Readonly<Record<string, unknown>>

const MARK = 'https://creativecommons.org/publicdomain/mark/1.0/'

/** MusicBrainz, which knows it as out on a release. */
const isPublished = json({
  recordings: [
    {
      id: mbid(1),
      title: 'Amber',
      length: 12_000,
      'first-release-date': '2019-05-06',
      'artist-credit': [{ name: 'The Testers', artist: { id: mbid(2), name: 'The Testers' } }],
      releases: [{ id: mbid(3), title: 'Stones', status: 'Official', date: '2019-05-06' }],
    },
  ],
})

// Every run encodes and waits for its own: all tests run at the same time.
let all: string
const opened: AsyncDisposable[] = []

beforeAll(async () => {
  all = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
})

afterAll(async () => {
  for (const each of opened) await each[Symbol.asyncDispose]()
  await rm(all, { recursive: true, force: true })
})

async function begin() {
  const dir = await mkdtemp(join(all, 'run-'))
  await writeSongList(dir)
  return dir
}

let runs = 0

/** A run that remembers no answer of an earlier one's. */
async function backUp(
  dir: string,
  say: Say,
  options: { dryRun?: boolean; offline?: boolean } = {},
) {
  const replay = await startStrictReplay(say)
  opened.push(replay)
  const keys = { SONGKEEP_ACOUSTID_KEY: 'a-key' }
  const cacheDir = join(dir, `cache-${runs++}`)
  const { outcomes } = await runSong(dir, replay, { ...options, keys, cacheDir })
  const [outcome] = outcomes
  if (!outcome) throw new Error('no outcome')
  return { outcome, asked: replay.asked.map(({ url }) => url.host + url.pathname) }
}

const track: Track = { title: 'Amber', artists: ['The Testers'], durationMs: 12_000 }
const chosen: DecisionChoice = {
  kind: 'recording',
  source: 'internet-archive',
  id: 'amber/amber.wav',
  title: 'Amber',
  artists: ['The Testers'],
}
const trusted: DecisionChoice = { ...chosen, trusted: true }

const keptFiles = async (dir: string) =>
  (await listFiles(join(dir, 'Keep'))).filter((path) => path.endsWith('.mp3'))

const download = 'archive.org/download/amber/amber.wav'

const doubts: readonly (readonly [string, Say, RegExp])[] = [
  [
    'by its sound',
    (url, asked) => (url.host === 'api.acoustid.org' ? soundOfAnother : archive()(url, asked)),
    /Somebody Famous/,
  ],
  [
    'by who put it there',
    (url, asked) =>
      url.host === 'musicbrainz.org' && url.pathname === '/ws/2/recording'
        ? isPublished
        : archive({ uploader: 'A Stranger' })(url, asked),
    /put there by A Stranger/,
  ],
  ['by a date that is missing', archive({ licenseurl: MARK }), /assertion that no date bears out/],
]

describe.concurrent('what is in doubt', () => {
  test.concurrent.each(doubts)(
    '%s is copied once the user has looked at it',
    async (_, say, doubt) => {
      const dir = await begin()
      expect((await backUp(dir, say)).outcome).toMatchObject({ kind: 'review' })
      const decisions = openDecisions(join(dir, 'Keep'))

      // It is the recording; of its licence nothing was said.
      await decisions.decide(track, chosen)
      expect((await backUp(dir, say)).outcome).toMatchObject({
        kind: 'review',
        verdict: { action: 'review' },
      })
      expect(await keptFiles(dir)).toEqual([])

      const { decidedAt } = await decisions.decide(track, trusted)
      const day = decidedAt.slice(0, 10)
      expect((await backUp(dir, say, { dryRun: true })).outcome.kind).toBe('would-keep')
      const { outcome } = await backUp(dir, say)
      if (outcome.kind !== 'kept') throw new Error(JSON.stringify(outcome))
      const stored = JSON.parse(
        await readFile(join(dir, 'Keep/inventory.jsonl'), 'utf8'),
      ) as ArchivedFile
      expect(stored.verdict.action).toBe('copy')
      expect(stored.verdict.reasons[0]).toBe(
        `You looked at it on ${day} and decided that its licence holds.`,
      )
      expect(stored.verdict.reasons.join(' ')).toMatch(doubt)
      expect(stored.chosen.notes).toContain(`chosen by you on ${day}`)
      const again = await backUp(dir, say)
      expect(again.outcome.kind).toBe('already-kept')
      expect(again.asked).toEqual([])
    },
  )
})

describe.concurrent('what a key shuts', () => {
  const shut: readonly (readonly [string, Say])[] = [
    ['no licence', archive({ licenseurl: undefined })],
    ['a licence that nobody knows', archive({ licenseurl: 'https://example.org/mine' })],
    ['all rights reserved', archive({ licenseurl: undefined, rights: 'All rights reserved' })],
    ['a host that opens it to some only', archive({ 'access-restricted-item': 'true' })],
    ['a host that streams it only', archive({ collection: ['stream_only'] })],
    ['a file marked as private', archive({}, { private: 'true' })],
    ['a host that contradicts itself', archive({ rights: 'All rights reserved' })],
  ]
  test.concurrent.each(shut)('%s: no decision opens it', async (_, say) => {
    const dir = await begin()
    expect((await backUp(dir, say)).outcome).toMatchObject({ kind: 'refused' })
    await openDecisions(join(dir, 'Keep')).decide(track, trusted)
    for (const dryRun of [true, false]) {
      const { outcome, asked } = await backUp(dir, say, { dryRun })
      expect(outcome).toMatchObject({
        kind: 'refused',
        verdict: { action: 'link' },
        match: { notes: [{ code: 'backup.chosen' }] },
        links: expect.arrayContaining([expect.objectContaining({ service: 'Bandcamp' })]),
      })
      expect(asked).not.toContain(download)
    }
    expect(await keptFiles(dir)).toEqual([])
  })

  test.concurrent('nor one that was made while both were open', async () => {
    const dir = await begin()
    const [, say] = doubts[0]!
    await backUp(dir, say)
    await openDecisions(join(dir, 'Keep')).decide(track, trusted)
    const { outcome } = await backUp(dir, archive({ licenseurl: undefined }))
    expect(outcome).toMatchObject({ kind: 'refused', verdict: { action: 'link' } })
    expect((await backUp(dir, say)).outcome.kind).toBe('kept')
  })
})

test.concurrent('where none is it, no place is asked for a copy, and where to hear it is told', async () => {
  const dir = await begin()
  await backUp(dir, doubts[0]![1])
  await openDecisions(join(dir, 'Keep')).decide(track, { kind: 'none' })
  const { outcome, asked } = await backUp(dir, archive())
  expect(outcome).toMatchObject({
    kind: 'not-found',
    reason: { code: 'backup.none-chosen' },
    links: expect.arrayContaining([expect.objectContaining({ service: 'Bandcamp' })]),
  })
  expect(asked.filter((address) => address.startsWith('archive.org'))).toEqual([])
  expect(await keptFiles(dir)).toEqual([])
})

test.concurrent('one in the open that was decided for is taken, though a file of one’s own fits', async () => {
  const dir = await begin()
  await writeFile(join(dir, 'Music/The Testers - Amber.wav'), makeWav(12, 1))
  const own = await backUp(dir, archive())
  if (own.outcome.kind !== 'kept') throw new Error(JSON.stringify(own.outcome))
  expect(own.outcome.kept.chosen.source).toBe('library')
  await openDecisions(join(dir, 'Keep')).decide(track, chosen)

  // Not to reach the place is no reason to lose what there is.
  const offline = await backUp(dir, archive(), { offline: true })
  expect(offline.outcome).toMatchObject({
    kind: 'already-kept',
    kept: { sha256: own.outcome.kept.sha256 },
    notes: [
      {
        code: 'backup.chosen-not-found',
        params: { source: 'internet-archive', id: 'amber/amber.wav' },
      },
    ],
  })

  const { outcome, asked } = await backUp(dir, archive())
  if (outcome.kind !== 'kept') throw new Error(JSON.stringify(outcome))
  expect(outcome.kept).toMatchObject({
    path: own.outcome.kept.path,
    chosen: { source: 'internet-archive', fileUrl: `https://${download}` },
    verdict: { licence: { id: 'CC-BY-4.0' } },
  })
  expect(asked).toContain(download)
})
