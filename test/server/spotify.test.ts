import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { openContext } from '../../src/app/open-context.ts'
import { CLIENT_ID, makeSpotify, type SpotifyServer } from '../support/hosts/spotify.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import {
  ask,
  askJson,
  makeHome,
  type Running,
  removeHome,
  serve,
} from '../support/servers/page-server.ts'

/* The login at Spotify by HTTP, as a browser goes through it; the server asks for a password of its own. */

const password = 'correct horse battery'
const bearer = { Authorization: `Bearer ${password}` }

let context: Context
let running: Running
let spotify: SpotifyServer
/** All that the server has answered. */
const answered: string[] = []

beforeAll(async () => {
  const home = await makeHome()
  spotify = makeSpotify({ items: [] })
  const replay = await startStrictReplay(spotify.say)
  const environment = readEnvironment({
    SONGKEEP_CACHE: join(home, 'cache'),
    SONGKEEP_CONFIG: join(home, 'config'),
    SONGKEEP_DATA: join(home, 'data'),
  })
  context = await openContext(
    { ...environment, network: replay.network },
    { width: 1, folders: [home] },
  )
  running = await serve(context, home, { password })
  return async () => {
    await running[Symbol.asyncDispose]()
    await context[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
    await removeHome(home)
    // Neither a token nor a code is ever told, and nothing broke.
    expect(running.log).toEqual([])
    for (const secret of spotify.secrets) expect(answered.join('\n')).not.toContain(secret)
  }
})

const send = async (method: string, path: string, body?: unknown) => {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const answer = await ask(running.address, path, { method, headers: bearer, body: sent })
  answered.push(answer.text)
  return answer
}

/** What a browser sends that another site has sent here. */
const fromSpotify = {
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
}

const comeBack = async (
  path: string,
  headers: Readonly<Record<string, string>> = fromSpotify,
  method = 'GET',
) => {
  const answer = await ask(running.address, path, { method, headers })
  answered.push(answer.text)
  return answer
}

async function begin(): Promise<URL> {
  const { json } = await send('POST', '/api/spotify/login', { clientId: CLIENT_ID })
  const { pending } = json
  answered.pop()
  expect(spotify.complain(pending.address)).toBe(undefined)
  return spotify.consent(pending.address)
}

test('all but the way back needs the password', async () => {
  for (const [method, path] of [
    ['GET', '/api/spotify'],
    ['POST', '/api/spotify/login'],
    ['POST', '/api/spotify/login/answer'],
    ['DELETE', '/api/spotify/login'],
    ['GET', '/api/spotify/playlists'],
  ] as const)
    expect([path, (await askJson(running.address, path, method)).status]).toEqual([path, 401])
})

test('the way back takes nothing where no login waits', async () => {
  for (const path of [
    '/callback',
    '/callback?code=x',
    '/callback?code=x&state=',
    `/callback?code=x&state=${'A'.repeat(32)}`,
    '/callback?state=__proto__&code=x',
    '/callback?error=<script>alert(1)</script>&state=x',
  ]) {
    const { status, text, headers } = await comeBack(path)
    expect([path, status]).toEqual([path, 400])
    expect(text).not.toContain('<script')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
  expect((await send('GET', '/api/spotify')).json).toMatchObject({ isLoggedIn: false })
})

test('only a window of its own, under a name of ours, by GET, comes back here', async () => {
  const { pathname, search } = await begin()
  const path = `${pathname}${search}`
  for (const [headers, status] of [
    [{ ...fromSpotify, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }, 403],
    [{ ...fromSpotify, 'Sec-Fetch-Dest': 'iframe' }, 403],
    [{ ...fromSpotify, Origin: 'https://evil.example' }, 403],
    [{ ...fromSpotify, Host: `rebind.example:${running.port}` }, 421],
  ] as const)
    expect((await comeBack(path, headers)).status).toBe(status)
  for (const near of ['/callback/', '/callback/x', '/Callback', '/api/callback', '//callback'])
    expect([near, (await comeBack(near)).status]).toEqual([near, 403])
  expect((await comeBack(path, fromSpotify, 'POST')).status).toBe(403)
  // All of that has used nothing up.
  const { status, text, headers } = await comeBack(path)
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(text).toContain('href="/#/guide"')
  expect((await comeBack(path)).status).toBe(400)
  expect((await send('GET', '/api/spotify')).json).toMatchObject({ isLoggedIn: true })
})

test('the lists come, the login goes', async () => {
  const { json } = await send('GET', '/api/spotify/playlists')
  expect(json.playlists[0]).toMatchObject({
    uri: 'spotify:liked',
    owner: { code: 'playlist.you' },
  })
  expect((await send('DELETE', '/api/spotify/login')).json).toMatchObject({ isLoggedIn: false })
  const { status, json: refused } = await send('GET', '/api/spotify/playlists')
  expect([status, refused.reason.code]).toEqual([422, 'playlist.not-logged-in'])
})

test('the address is pasted where the browser is on another machine', async () => {
  const { href } = await begin()
  const foreign = href.replace(/state=[\w-]+/, 'state=of-somebody-else')
  for (const [address, code] of [
    ['https://open.spotify.com/', 'playlist.login-address-unlike'],
    [foreign, 'playlist.login-of-another'],
  ]) {
    const refused = await send('POST', '/api/spotify/login/answer', { address })
    expect([refused.status, refused.json.reason.code]).toEqual([422, code])
  }
  const answer = await send('POST', '/api/spotify/login/answer', { address: href })
  expect(answer.json).toMatchObject({ isLoggedIn: true })
})

test('a refusal is told on the page that comes back, in the browser’s language, and on ours', async () => {
  const { searchParams } = await begin()
  const query = new URLSearchParams({
    error: '<img src=x onerror=alert(1)>',
    state: searchParams.get('state') ?? '',
  })
  const { status, text } = await comeBack(`/callback?${query}`, {
    ...fromSpotify,
    'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5',
  })
  expect(status).toBe(400)
  expect(text).toContain('<html lang="de">')
  expect(text).not.toContain('<img')
  const { json } = await send('GET', '/api/spotify')
  expect(json.failure.reason.code).toBe('playlist.login-not-agreed')
})
