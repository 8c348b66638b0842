import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../../src/app/backups/back-up.ts'
import { syncArchive } from '../../../src/app/sync/sync-archive.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import type { Progress } from '../../../src/model/progress.ts'
import { openTokenFile } from '../../../src/playlist/services/spotify/token-file.ts'
import type { Reply } from '../../support/hosts/replay.ts'
import { CLIENT_ID, idOf, makeSpotify, makeTrack } from '../../support/hosts/spotify.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { makeTempDir } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'

const LINK = `https://open.spotify.com/playlist/${idOf(1)}`
const { signal } = new AbortController()

async function open() {
  const dir = await makeTempDir()
  const items: unknown[] = [{ item: makeTrack(1) }]
  const state: { refusal?: Reply } = {}
  const spotify = makeSpotify({
    items,
    snapshot: () => `${items.length}`,
    instead: () => state.refusal,
  })
  const replay = await startStrictReplay(spotify.say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music', 'The Testers - Song 1.wav'), makeWav(1, 1))
  const { network } = replay
  const [cacheDir, configDir] = [join(dir, 'cache'), join(dir, 'config')]
  const environment = { cacheDir, configDir, processors: 2, network }
  const expiresAt = Date.now() + 3600_000
  const file = openTokenFile(join(configDir, 'spotify.json'))
  await file.write({ clientId: CLIENT_ID, ...spotify.giveTokens(), expiresAt })
  const request = { libraries: [join(dir, 'Music')], into: join(dir, 'Keep') }
  await all(
    backUpInput(completeRequest({ ...request, inputs: [LINK], jobs: 2 }), environment, signal),
  )
  const sync = (offline = false) =>
    all(syncArchive({ into: request.into, offline }, environment, signal))
  return { dir, items, state, sync }
}

async function all(events: AsyncIterable<Progress>): Promise<readonly Progress[]> {
  const seen: Progress[] = []
  for await (const event of events) seen.push(event)
  return seen
}

const reportsOf = (events: readonly Progress[]) =>
  events.flatMap((event) => (event.kind === 'report' ? [event.report] : []))
const kinds = (events: readonly Progress[]) => events.map(({ kind }) => kind)

test('a list is read again by its link, whatever it is called now, and changes are told', async () => {
  const { dir, items, sync } = await open()
  expect(kinds(await sync())).toContain('unchanged')
  items.push({ item: makeTrack(2) })
  await writeFile(join(dir, 'Music', 'The Testers - Song 2.wav'), makeWav(1, 2))
  const [report] = reportsOf(await sync())
  expect(report?.outcomes.map(({ kind }) => kind)).toEqual(['already-kept', 'kept'])
  expect(report?.changes?.added).toHaveLength(1)
  expect(kinds(await sync())).toContain('unchanged')
})

test('where the service refuses, or nobody may be asked, the list is taken as it was recorded', async () => {
  const { state, sync } = await open()
  state.refusal = { status: 403, body: '{"error":{"status":403,"message":"no"}}' }
  const events = await sync()
  expect(events.find(({ kind }) => kind === 'not-reread')).toMatchObject({ name: 'Evening' })
  expect(kinds(events)).toContain('unchanged')
  const offline = kinds(await sync(true))
  expect(offline).toContain('unchanged')
  expect(offline).not.toContain('not-reread')
})
