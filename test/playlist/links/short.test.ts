import { expect, onTestFinished, test } from 'vitest'
import { RequestRefusedError } from '../../../src/base/http/errors.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { resolveShort } from '../../../src/playlist/links/short.ts'
import { spotifyHosts } from '../../../src/playlist/services/spotify/hosts.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { makeClock, type Reply } from '../../support/hosts/replay.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'

const ID = '4uLU6hMCjMI75M1A2tKUQC'
const SHORT = 'https://spotify.link/hRkBrwub9xb'
const GOAL = `https://open.spotify.com/playlist/${ID}`

const to = (location: string): Reply => ({ status: 307, headers: { location } })

/** A world where every other host would answer too, were it asked. */
async function resolve(says: Readonly<Record<string, Reply>>, url = SHORT) {
  const replay = await startStrictReplay(
    ({ host, pathname }) => says[host + pathname] ?? says[host],
  )
  const http = openHttp({
    rules: [
      ...spotifyHosts,
      { host: 'elsewhere.example', pace: { requests: 9, perMs: 1 }, atOnce: 1 },
    ],
    userAgent: 'Songkeep/test',
    network: replay.network,
    clock: makeClock(),
  })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  const asked = () => replay.asked.map(({ url: each }) => each.host)
  return { found: resolveShort(url, http, new AbortController().signal), asked }
}

test.each<[string, Readonly<Record<string, Reply>>, string[]]>([
  ['at once', { 'spotify.link': to(`${GOAL}?si=1`) }, ['spotify.link']],
  [
    'over two hosts',
    {
      'spotify.link': to('https://spotify.app.link/x?_p=c1'),
      'spotify.app.link': to(`https://open.spotify.com/intl-de/playlist/${ID}`),
    },
    ['spotify.link', 'spotify.app.link'],
  ],
  [
    'from a place relative to the host',
    { 'spotify.link/hRkBrwub9xb': to('/other'), 'spotify.link/other': to(GOAL) },
    ['spotify.link', 'spotify.link'],
  ],
  [
    'by a page that redirects by its script',
    { 'spotify.link': { body: `<script>go("${GOAL}?si=2")</script><a href="${GOAL}">` } },
    ['spotify.link'],
  ],
])('a short link is read hop by hop, %s', async (_, says, hosts) => {
  const { found, asked } = await resolve(says)
  expect(await found).toEqual({ kind: 'playlist', id: ID })
  expect(asked()).toEqual(hosts)
})

const away = (host: string) => reason('playlist.short-link-away', { host })

test.each<[string, Readonly<Record<string, Reply>>, Reason]>([
  [
    'to another host',
    { 'spotify.link': to('https://elsewhere.example/x') },
    away('elsewhere.example'),
  ],
  [
    'to what looks like Spotify',
    { 'spotify.link': to(`https://open.spotify.com.evil.example/playlist/${ID}`) },
    away('open.spotify.com.evil.example'),
  ],
  ['to this machine', { 'spotify.link': to('http://127.0.0.1/') }, away('127.0.0.1')],
  ['to a program', { 'spotify.link': to(`intent://playlist/${ID}`) }, away('playlist')],
  [
    'to nothing that is read',
    { 'spotify.link': to('https://open.spotify.com/download') },
    reason('playlist.short-link-unreadable'),
  ],
  ['nowhere', { 'spotify.link': { status: 404 } }, reason('playlist.short-link-nowhere')],
  [
    'to a page that names two',
    { 'spotify.link': { body: `${GOAL} ${GOAL.replace('playlist', 'album')}` } },
    reason('playlist.short-link-nowhere'),
  ],
  ['round and round', { 'spotify.link': to(SHORT) }, reason('playlist.short-link-endless')],
])('a short link that leads %s is an error, and nobody else is asked', async (_, says, given) => {
  const { found, asked } = await resolve({ 'elsewhere.example': { body: GOAL }, ...says })
  const error = await found.catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(error).not.toBeInstanceOf(RequestRefusedError)
  expect(error.reason).toEqual(given)
  expect(error.advice).toEqual(reason('playlist.open-short-link'))
  expect(new Set(asked())).toEqual(new Set(['spotify.link']))
})
