import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { writeInventoryLine } from '../../src/archive/inventory/inventory-line.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { readInventory } from '../archive/support/inspect.ts'
import { archive, backUpSong, json, mbid, soundOfAnother } from '../support/hosts/free-song.ts'
import type { Reply, Say } from '../support/hosts/replay.ts'
import { makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const atArchive = archive(makeWav(12, 5))
const today = new Date().toISOString().slice(0, 10)

/** MusicBrainz answers every question like this; nobody else knows the song. */
const musicBrainz =
  (reply: Reply): Say =>
  (url, asked) =>
    url.host === 'musicbrainz.org' ? reply : atArchive(url, asked)

const knowsNothing = musicBrainz(json({ count: 0, offset: 0, recordings: [] }))
const refuses = musicBrainz({ status: 400, body: '{"error":"not a valid inc parameter"}' })
/** By its words it is somebody else's, published. */
const knowsAnother = musicBrainz(
  json({
    recordings: [
      {
        id: mbid(1),
        title: 'Amber',
        length: 12_000,
        'artist-credit': [{ name: 'The Testers', artist: { id: mbid(2), name: 'The Testers' } }],
        releases: [{ id: mbid(3), title: 'Stones', status: 'Official', date: '2019' }],
      },
    ],
  }),
)

/** It is the artist's own, whom no label has. */
const knowsItsOwner: Say = (url, asked) => {
  if (url.host !== 'musicbrainz.org' || url.pathname === '/ws/2/recording')
    return knowsAnother(url, asked)
  const release = { id: mbid(3), title: 'Stones', status: 'Official', 'label-info': [] }
  return json(
    url.pathname.includes('/artist/')
      ? { id: mbid(2), name: 'The Testers', aliases: [], relations: [] }
      : { ...release, media: [], relations: [] },
  )
}

let dir = ''
beforeEach(async () => {
  dir = await makeTempDir()
})

/** A run on another day: nothing of what was asked before is remembered. */
async function backUp(say: Say, keys?: Record<string, string>) {
  await rm(join(dir, 'cache'), { recursive: true, force: true })
  return await backUpSong(say, { dir, keys })
}

const lineOf = async () => (await readInventory(join(dir, 'Keep')))[0]

/** As if it had always been so: what would tell that the line was another is thrown away. */
async function changeLine(change: Partial<ArchivedFile>) {
  const line = await lineOf()
  if (!line) throw new Error('nothing is kept')
  await rm(join(dir, 'Keep/.songkeep'), { recursive: true })
  await writeFile(join(dir, 'Keep/inventory.jsonl'), writeInventoryLine({ ...line, ...change }))
}

test.each([
  ['refuses', refuses],
  ['is always busy', musicBrainz({ status: 503 })],
  ['hangs up', musicBrainz({ fault: 'deaf' })],
  ['is not there', musicBrainz({ status: 404, body: '{}' })],
])('where MusicBrainz %s, nothing is copied from where anybody may upload', async (_, say) => {
  const { outcome, report } = await backUp(say)
  expect(outcome).toMatchObject({ kind: 'review' })
  if (outcome?.kind !== 'review') throw new Error('not in review')
  expect(outcome.verdict.reasons[0]).toMatchObject({
    code: 'rights.not-checked',
    params: { by: 'MusicBrainz' },
  })
  expect(report?.unavailable).toMatchObject([{ source: 'MusicBrainz' }])
  expect(await lineOf()).toBeUndefined()
})

test('the next run asks again, and keeps it with the day', async () => {
  await backUp(refuses)
  expect((await backUp(knowsNothing)).outcome).toMatchObject({ kind: 'kept' })
  expect(await lineOf()).toMatchObject({ checkedAt: today })
})

test('what was kept while nobody could be asked is looked at again, and goes to review', async () => {
  await backUp(knowsNothing)
  await changeLine({ checkedAt: undefined })

  const unanswered = await backUp(refuses)
  expect(unanswered.outcome).toMatchObject({
    kind: 'already-kept',
    notes: [{ code: 'backup.kept-unchecked' }],
  })
  const { outcome, asked } = await backUp(knowsAnother)
  expect(asked.some(({ url }) => url.host === 'musicbrainz.org')).toBe(true)
  if (outcome?.kind !== 'review') throw new Error(JSON.stringify(outcome))
  const path = (await lineOf())?.path ?? ''
  expect(outcome.verdict.reasons.at(-1)).toEqual({ code: 'backup.kept-in-doubt', params: { path } })
  expect((await readFile(join(dir, 'Keep', path))).length).toBeGreaterThan(0)
  const { doubt } = (await lineOf()) ?? {}
  expect(doubt?.reasons.length).toBeGreaterThan(0)

  // While it is in doubt it stays so, whoever cannot be asked.
  expect((await backUp(refuses)).outcome).toMatchObject({ kind: 'review' })
  expect((await lineOf())?.doubt).toEqual(doubt)
  // Nor does anybody's silence settle it, but the word of one who knows.
  expect((await backUp(knowsNothing)).outcome).toMatchObject({ kind: 'review' })
  expect((await backUp(knowsItsOwner)).outcome).toMatchObject({ kind: 'already-kept', notes: [] })
  const settled = await lineOf()
  expect(settled).toMatchObject({ checkedAt: today })
  expect(settled?.doubt).toBeUndefined()
})

test('what was looked at lately is not asked about, and after some weeks it is', async () => {
  const asksMusicBrainz = async () =>
    (await backUp(knowsNothing)).asked.some(({ url }) => url.host === 'musicbrainz.org')
  await backUp(knowsNothing)
  expect(await asksMusicBrainz()).toBe(false)
  await changeLine({ checkedAt: '2026-01-01' })
  expect(await asksMusicBrainz()).toBe(true)
  expect(await lineOf()).toMatchObject({ checkedAt: today })
})

test('whose sound it is is asked again too', async () => {
  await backUp(knowsNothing)
  await changeLine({ checkedAt: undefined })
  const knowsTheSound: Say = (url, asked) =>
    url.host === 'api.acoustid.org' ? soundOfAnother : knowsNothing(url, asked)
  const { outcome } = await backUp(knowsTheSound, { SONGKEEP_ACOUSTID_KEY: 'a-key' })
  if (outcome?.kind !== 'review') throw new Error(JSON.stringify(outcome))
  expect(outcome.verdict.reasons[0]).toMatchObject({
    code: 'rights.uploader-doubted',
    params: { by: 'AcoustID' },
  })
})
