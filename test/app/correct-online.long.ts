import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Decide, HandSearch, Row } from '../../src/api/contract.ts'
import { HandSearches } from '../../src/app/backups/by-hand/hand-searches.ts'
import { decideRow } from '../../src/app/backups/decide-row.ts'
import { AllowedFolders } from '../../src/app/settings/allowed-folders.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import { archive, json, runSong, writeSongList } from '../support/hosts/free-song.ts'
import { makeClock, type Replay, type Say } from '../support/hosts/replay.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { makeWav } from '../support/sound.ts'

/* An item that no search finds for the track's words, but a person does: by other words, or by its address. */

const sound = makeWav(12, 5)
const { signal } = new AbortController()
let dir: string
let searches: HandSearches
let replay: Replay & AsyncDisposable
let licence: Readonly<Record<string, unknown>> = {}
let isDown = false

/** The Archive's search knows the item by another name than the list has; its licence is what a test says. */
const say: Say = (url, asked) => {
  if (isDown) return { status: 503, body: '' }
  if (url.pathname === '/advancedsearch.php' && !/otherwise/i.test(url.search))
    return json({ response: { docs: [] } })
  return archive(sound, { title: 'Called Otherwise', ...licence })(url, asked)
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-correct-'))
  await writeSongList(dir)
  replay = await startStrictReplay(say)
})

afterAll(async () => {
  await replay[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

let runs = 0
/** Nothing is remembered of earlier answers. */
async function begin() {
  await searches?.[Symbol.asyncDispose]()
  const environment = {
    cacheDir: join(dir, `cache-${runs++}`),
    processors: 1,
    network: replay.network,
    clock: makeClock(Date.now()),
  }
  const uploads = { find: () => Promise.reject(new Error('nothing was uploaded')) }
  searches = new HandSearches({ environment, folders: new AllowedFolders([dir]), uploads })
}

const track = { title: 'Amber', artists: ['The Testers'], durationMs: 12_000 }
const into = () => join(dir, 'Keep')
const row: Row = {
  ...{ kind: 'row', key: '0.1', list: 0, position: 1, state: 'not-found' },
  ...{ title: 'Amber', artists: ['The Testers'] },
}
const outcome: Outcome = {
  ...{ kind: 'not-found', position: 1, track, links: [] },
  reason: { code: 'text', params: { text: '' } },
}

const search = (asked: HandSearch) =>
  searches.search(
    { key: row.key, track },
    asked,
    { into: into(), libraries: [], catalogues: [] },
    signal,
  )
const decide = (decision: Decide) => decideRow({ row, outcome }, decision, into(), searches, signal)
const backUp = async () =>
  (await runSong(dir, replay, { cacheDir: join(dir, `cache-${runs++}`) })).outcomes[0]

const byWords = { kind: 'words', title: 'Otherwise', artist: 'The Testers', in: 'open' } as const
const byAddress = { kind: 'address', text: 'https://archive.org/details/amber' } as const

test('what the words of the list do not find is found by other words, with both keys looked at', async () => {
  expect((await backUp())?.kind).toBe('not-found')
  await begin()
  const found = await search(byWords)
  expect(found.candidates[0]).toMatchObject({
    match: { recording: { source: 'internet-archive', id: 'amber/amber.wav' } },
    verdict: { action: 'copy', licence: { id: 'CC-BY-4.0' } },
    hasSound: true,
    listen: { kind: 'open' },
  })
})

test('a decision replaces neither the licence nor the host’s word', async () => {
  licence = { licenseurl: 'https://example.com/all-rights-reserved' }
  await begin()
  const { search: id, candidates } = await search(byAddress)
  expect(candidates[0]?.verdict.action).toBe('link')
  await decide({ kind: 'found', search: id, candidate: 0, trusted: true })
  expect(await backUp()).toMatchObject({ kind: 'refused', verdict: { action: 'link' } })
  await openDecisions(into()).withdraw(track)
  licence = {}
})

test.each<[string, HandSearch]>([
  ['words', byWords],
  ['its address', byAddress],
])('what is decided for by %s is kept by the next run, which finds it again', async (_, asked) => {
  await begin()
  const { search: id } = await search(asked)
  await decide({ kind: 'found', search: id, candidate: 0 })
  const kept = await backUp()
  expect(kept).toMatchObject({
    kind: expect.stringMatching(/kept/),
    kept: { chosen: { source: 'internet-archive', id: 'amber/amber.wav' } },
  })
  const [last] = (await openDecisions(into()).list()).slice(-1)
  expect(last?.choice).toMatchObject({
    found: { kind: asked.kind },
    evidence: { steps: expect.any(Array) },
  })
})

test('who cannot be asked is told, and stops nobody', async () => {
  isDown = true
  await begin()
  const found = await search(byWords)
  expect(found.candidates).toEqual([])
  expect(found.told.map(({ code }) => code)).toContain('app.not-asked')
  isDown = false
})

test('an address of nobody’s is told so, and a search can be left', async () => {
  await begin()
  await expect(search({ kind: 'address', text: 'https://example.com/x' })).rejects.toMatchObject({
    reason: { code: 'app.address-unknown' },
  })
  const leaving = AbortSignal.abort(new Error('left'))
  const places = { into: into(), libraries: [], catalogues: [] }
  await expect(searches.search({ key: row.key, track }, byWords, places, leaving)).rejects.toThrow(
    'left',
  )
})
