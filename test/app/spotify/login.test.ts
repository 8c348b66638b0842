import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { logInToSpotify, logOutOfSpotify } from '../../../src/app/spotify/login.ts'
import { listOwnPlaylists } from '../../../src/app/spotify/own-playlists.ts'
import { reason } from '../../../src/model/reason.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { runCommand } from '../../support/command-line.ts'
import type { Say } from '../../support/hosts/replay.ts'
import { CLIENT_ID, makeSpotify } from '../../support/hosts/spotify.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { makeTempDir } from '../../support/program.ts'
import { visit } from '../../support/visit.ts'

async function open(instead?: Say) {
  const dir = await makeTempDir()
  const spotify = makeSpotify({ items: [] })
  const replay = await startStrictReplay(
    async (url, asked) => (await instead?.(url, asked)) ?? spotify.say(url, asked),
  )
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const environment = {
    cacheDir: join(dir, 'cache'),
    configDir: join(dir, 'config'),
    processors: 2,
    spotifyClientId: CLIENT_ID,
    network: replay.network,
  }
  const wrongLines = { count: 0 }
  /** `answer` stands for the user: it is given the address, and a way to paste. */
  const logIn = (
    answer: (address: string, paste: (line: string) => void) => void,
    signal = new AbortController().signal,
  ) => {
    const lines = new TransformStream<string, string>()
    const writer = lines.writable.getWriter()
    const talk = {
      onAddress: (address: string) => answer(address, (line) => void writer.write(line)),
      onWrongLine: () => void wrongLines.count++,
      pasted: lines.readable,
    }
    return logInToSpotify(environment, talk, signal)
  }
  return { dir, environment, logIn, spotify, asked: replay.asked, wrongLines }
}

test('a browser on this machine comes back by itself; the login is the user’s alone to read', async () => {
  const { dir, logIn, spotify, asked } = await open()
  let shown = ''
  const pages: Promise<{ status: number; text: string }>[] = []
  const name = await logIn((address) => {
    shown = address
    pages.push(visit(spotify.consent(address).href))
  })
  expect(name).toMatch(/^Me .*Myself$/)
  expect(await pages[0]).toMatchObject({ status: 200, text: expect.stringMatching(/may close/) })
  const { host, searchParams } = new URL(shown)
  expect(host).toBe('accounts.spotify.com')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: CLIENT_ID,
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
    scope: 'playlist-read-private playlist-read-collaborative user-library-read',
  })
  // What proves the code is ours was shown to nobody.
  const form = new URLSearchParams(asked[0]?.body)
  expect(form.get('code_verifier')).toMatch(/^[\w-]{86}$/)
  expect(shown).not.toContain(form.get('code_verifier'))
  expect(form.has('client_secret')).toBe(false)
  const path = join(dir, 'config', 'spotify.json')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(join(dir, 'config'))).mode & 0o777).toBe(0o700)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ clientId: CLIENT_ID })
})

test('where the browser is elsewhere, the address is pasted; other lines and a foreign state are not it', async () => {
  const { logIn, spotify, wrongLines, environment } = await open()
  await logIn((address, paste) => {
    const right = spotify.consent(address)
    const foreign = new URL(right)
    foreign.searchParams.set('state', 'of-somebody-else')
    for (const line of ['', 'hello', foreign.href, `  ${right.href}\r`]) paste(line)
  })
  expect(wrongLines.count).toBe(2)
  const playlists = await listOwnPlaylists(environment, new AbortController().signal)
  expect(playlists.map(({ name, owner }) => [name, owner])).toEqual([
    ['Liked Songs', reason('playlist.you')],
    ['Evening', reason('playlist.you')],
  ])
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['the user says no', { error: 'access_denied' }, /refused in the browser/],
  ['Spotify says no', { error: 'server_error' }, /did not agree.*server_error/],
  ['there is no code', {}, /no code/],
  ['the code is nobody’s', { code: 'made-up' }, /came too late, or had been used/],
])('%s: an error, and nothing is kept', async (_, query, message) => {
  const { logIn, spotify, environment } = await open()
  const login = logIn((address, paste) => {
    const { origin, pathname, searchParams } = spotify.consent(address)
    const answer = new URLSearchParams({ ...query, state: searchParams.get('state') ?? '' })
    paste(`${origin}${pathname}?${answer}`)
  })
  await expect(login).rejects.toThrow(message)
  expect(await logOutOfSpotify(environment)).toBe(false)
})

test('a code that somebody else asked for is of no use: it is bound to the proof', async () => {
  const { logIn, spotify } = await open()
  const login = logIn((address, paste) => {
    const stolen = spotify.consent(address.replace(/code_challenge=[^&]+/, 'code_challenge=theirs'))
    paste(stolen.href)
  })
  await expect(login).rejects.toBeInstanceOf(UserError)
})

test('a stop is heard while waiting', async () => {
  const { logIn } = await open()
  const stop = new AbortController()
  const login = logIn(() => stop.abort(new Error('Stopped by the user.')), stop.signal)
  await expect(login).rejects.toThrow('Stopped by the user.')
})

test('no client id, or offline: what to do', async () => {
  const { environment } = await open()
  const talk = { onAddress() {}, onWrongLine() {}, pasted: new ReadableStream<string>() }
  const { signal } = new AbortController()
  const { spotifyClientId: _, ...without } = environment
  for (const [given, hint] of [
    [without, /developer\.spotify\.com\/dashboard.*127\.0\.0\.1\/callback/],
    [{ ...environment, offline: true }, /SONGKEEP_OFFLINE/],
  ] as const)
    await expect(logInToSpotify(given, talk, signal)).rejects.toMatchObject({
      hint: expect.stringMatching(hint),
    })
  await expect(listOwnPlaylists(without, signal)).rejects.toThrow(/not logged in/)
})

test('logging out forgets it; a damaged login says so', async () => {
  const { logIn, spotify, environment, dir } = await open()
  await logIn((address, paste) => paste(spotify.consent(address).href))
  expect(await logOutOfSpotify(environment)).toBe(true)
  expect(await logOutOfSpotify(environment)).toBe(false)
  for (const text of ['', '{', '{"accessToken":5}', '[]']) {
    await writeFile(join(dir, 'config', 'spotify.json'), text)
    const listing = listOwnPlaylists(environment, new AbortController().signal)
    await expect(listing).rejects.toMatchObject({
      message: expect.stringMatching(/damaged/),
      hint: expect.stringMatching(/login spotify/),
    })
  }
})

test.each([['login', 'spotify'], ['logout', 'spotify'], ['playlists']])(
  'songkeep %s %s has help with examples',
  async (...command) => {
    const { code, stdout } = await runCommand([...command, '--help'], await makeTempDir())
    expect(code).toBe(0)
    expect(stdout).toMatch(/Examples?:\n.*songkeep/)
  },
)

test('another service is wrong use', async () => {
  const { code, stderr } = await runCommand(['login', 'deezer'], await makeTempDir())
  expect(code).toBe(2)
  expect(stderr).toMatch(/spotify/)
})
