import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import type { Progress } from '../../src/model/progress.ts'
import { openTokenFile } from '../../src/playlist/services/spotify/token-file.ts'
import type { Reply } from '../support/hosts/replay.ts'
import { CLIENT_ID, idOf, makeSpotify, makeTrack } from '../support/hosts/spotify.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { listFiles, makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const LINK = `https://open.spotify.com/playlist/${idOf(1)}?si=abc`
const items = [{ item: makeTrack(1) }, null, { item: makeTrack(2) }]

interface Given {
  readonly input?: string | readonly string[]
  readonly isLoggedIn?: boolean
  readonly expiresIn?: number
  readonly offline?: boolean
  readonly publicPage?: boolean
  readonly instead?: (url: URL) => Reply | undefined
}

/** A library with one of the two songs, and one run of `songkeep backup` over it. */
async function open({ isLoggedIn = true, expiresIn = 3600_000, instead }: Given = {}) {
  const dir = await makeTempDir()
  const spotify = makeSpotify({ items, instead })
  const replay = await startStrictReplay(spotify.say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music', 'The Testers - Song 1.wav'), makeWav(1, 1))
  const environment = {
    cacheDir: join(dir, 'cache'),
    configDir: join(dir, 'config'),
    processors: 2,
    network: replay.network,
  }
  if (isLoggedIn) {
    const expiresAt = Date.now() + expiresIn
    const file = openTokenFile(join(dir, 'config', 'spotify.json'))
    await file.write({ clientId: CLIENT_ID, ...spotify.giveTokens(), expiresAt })
  }
  const run = async ({ input = LINK, offline = false, publicPage = false }: Given = {}) => {
    const request = completeRequest({
      inputs: [input].flat(),
      publicPage,
      libraries: [join(dir, 'Music')],
      catalogues: [],
      into: join(dir, 'Keep'),
      names: '{playlist}/{position} {artist} - {title}',
      format: 'mp3',
      quality: 'V2',
      jobs: 2,
      dryRun: false,
      offline,
    })
    const events: Progress[] = []
    for await (const event of backUpInput(request, environment, new AbortController().signal))
      events.push(event)
    return events
  }
  return { dir, run, spotify, asked: replay.asked }
}

const kindsOf = (events: readonly Progress[]) =>
  events.flatMap((event) =>
    event.kind === 'report' ? event.report.outcomes.map(({ kind }) => kind) : [],
  )

test('a link becomes an archive; no token is in it, in the cache or in what is told', async () => {
  const { dir, run, spotify, asked } = await open({ expiresIn: -1 })
  const events = await run()
  expect(kindsOf(events)).toEqual(['kept', 'skipped', 'not-found'])
  expect(await listFiles(join(dir, 'Keep'))).toContain('Evening/01 The Testers - Song 1.mp3')
  expect(events).toContainEqual({ kind: 'preparing', what: 'playlist', done: 3, total: 3 })
  const ofSpotify = asked.filter(({ url }) => url.host.endsWith('spotify.com'))
  expect(ofSpotify.map(({ url }) => url.pathname)).toEqual([
    '/api/token',
    `/v1/playlists/${idOf(1)}`,
    `/v1/playlists/${idOf(1)}/items`,
  ])
  // Given out: one pair before the run, one during it.
  expect(spotify.secrets).toHaveLength(4)
  const files = (await listFiles(dir)).filter((path) => !path.startsWith('config'))
  expect(files.length).toBeGreaterThan(5)
  const told = [inspect(events, { depth: 20, maxArrayLength: null, maxStringLength: null })]
  for (const path of files) told.push(await readFile(join(dir, path), 'latin1'))
  for (const secret of spotify.secrets) for (const text of told) expect(text).not.toContain(secret)
  // Nobody but Spotify was told one.
  for (const { url, headers, body } of asked)
    if (!ofSpotify.some((each) => each.url === url))
      for (const secret of spotify.secrets)
        expect(JSON.stringify([url, headers, body])).not.toContain(secret)
})

test('liked songs', async () => {
  const { dir, run } = await open()
  expect(kindsOf(await run({ input: 'spotify:liked' }))).toEqual(['kept', 'skipped', 'not-found'])
  expect(await listFiles(join(dir, 'Keep'))).toContain('Liked Songs/01 The Testers - Song 1.mp3')
})

test('a link and a file of the same playlist are one', async () => {
  const { dir, run } = await open()
  const file = join(dir, 'Evening.csv')
  await writeFile(
    file,
    'Title,Artist,Album\nSong 1,The Testers,Sketches\nSong 3,The Testers,Sketches\n',
  )
  const events = await run({ input: [LINK, file] })
  expect(events.filter(({ kind }) => kind === 'report')).toHaveLength(1)
  expect(kindsOf(events)).toHaveLength(4)
})

test('a list of URIs is given its names, as the user who is logged in', async () => {
  const { dir, run, asked } = await open()
  const file = join(dir, 'pasted.txt')
  const song = `/v1/tracks/${idOf(7)}`
  await writeFile(file, `spotify:track:${idOf(7)}\nspotify:track:${idOf(8)}\n`)
  const offline = await run({ input: file, offline: true })
  expect(kindsOf(offline)).toEqual(['skipped', 'skipped'])
  await writeFile(join(dir, 'Music', 'The Testers - Song 7.wav'), makeWav(1, 1))
  expect(kindsOf(await run({ input: file }))).toEqual(['kept', 'skipped'])
  expect(asked.filter(({ url }) => url.pathname === song)).toHaveLength(1)
})

test.each<[string, Given, Given, RegExp, RegExp]>([
  ['offline', {}, { offline: true }, /offline/, /file of the playlist/],
  ['not logged in', { isLoggedIn: false }, {}, /not logged in/, /songkeep login spotify/],
  [
    'told to be quiet for a day',
    { instead: () => ({ status: 429, headers: { 'retry-after': '86400' } }) },
    {},
    /not to be asked again before \d{4}-/,
    /./,
  ],
  [
    'logged out by Spotify',
    {
      expiresIn: -1,
      instead: ({ host }) =>
        host.startsWith('accounts')
          ? { status: 400, body: '{"error":"invalid_grant"}' }
          : undefined,
    },
    {},
    /login at Spotify has ended/,
    /songkeep login spotify/,
  ],
])('%s: an error before anything is made', async (_, given, more, message, hint) => {
  const { dir, run, spotify } = await open(given)
  const error = await run(more).then(
    () => undefined,
    (thrown) => thrown,
  )
  expect(error?.message).toMatch(message)
  expect(String(error?.hint)).toMatch(hint)
  expect((await listFiles(dir)).filter((path) => path.startsWith('Keep'))).toEqual([])
  for (const secret of spotify.secrets)
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret)
})
