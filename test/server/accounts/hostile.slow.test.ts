import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../support/servers/page-server.ts'
import { fillAccount, nothingLike, type Target } from './belongings.ts'
import { type HostileRequest, hostileRequests, throughOwn } from './requests.ts'
import { type AccountServer, openAccountServer } from './support.ts'

let server: AccountServer
let ben: string
let target: Target
let nothing: Target
const cookies = new Map<string, string>()

beforeAll(async () => {
  server = await openAccountServer({ olga: 'owner', mia: 'member', ben: 'member', gus: 'guest' })
  for (const name of ['olga', 'mia', 'ben', 'gus']) cookies.set(name, await server.signIn(name))
  cookies.set('nobody', '')
  cookies.set('a forged cookie', `${cookies.get('ben')?.split('=')[0]}=${'A'.repeat(43)}`)
  ben = cookies.get('ben') ?? ''
  target = await fillAccount(server, 'ben', ben)
  nothing = nothingLike(target)
}, 60_000)

afterAll(async () => {
  expect(server.running.log).toEqual([])
  await server[Symbol.asyncDispose]()
})

const ask = (who: string, { path, ...asked }: HostileRequest) =>
  server.as(cookies.get(who) ?? '', path, asked)

/** An answer but for what the request itself has named, and for the clock. */
function strip({ status, headers, text }: Answer, named: Target): string {
  const { date: _, ...rest } = headers
  let told = JSON.stringify({ status, headers: rest, text })
  const { into } = named
  const values = [...Object.values(named), into.replace(/[^/]+$/, 'Music'), join(into, '../..')]
  for (const value of values.toSorted((one, other) => other.length - one.length))
    for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])
      told = told.replaceAll(form, '<named>')
  return told
}

const named = () =>
  Object.entries(hostileRequests).flatMap(([route, build]) => {
    if (build === 'open') return []
    const [real, none] = [build(target), build(nothing)]
    return real.map((request, at) => ({ route, real: request, none: none[at] ?? request }))
  })

/** What is Ben's alone, wherever it is told. */
const secrets = () => [
  ...[target.job, target.archive, target.staged, target.upload, target.trashed],
  ...['Nightfall', 'Daybreak', 'Amber', 'Cedar', server.accounts.get('ben')!.place],
]

async function describeAll(dir: string): Promise<readonly string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = found.filter((each) => each.isFile())
  const lines = files.map(async (each) => {
    const path = join(each.parentPath, each.name)
    return `${path} ${createHash('sha256')
      .update(await readFile(path))
      .digest('hex')}`
  })
  return (await Promise.all(lines)).toSorted()
}

/** All that is Ben's: as he is told it, and as it lies on the disk. */
async function describeBens() {
  const base = `/api/archives/${target.archive}`
  const paths = ['/api/jobs', '/api/archives', '/api/settings', base, `${base}/trash`]
  const more = [`/api/jobs/${target.job}/entries`, `${base}/playlists/Nightfall/entries`]
  const told = await Promise.all([...paths, ...more].map((path) => server.as(ben, path)))
  const { place, id } = server.accounts.get('ben')!
  const data = join(server.home, 'data/accounts', id)
  const lies = await Promise.all([join(server.root, place), data].map(describeAll))
  return { told: told.map(({ status, text }) => [status, text]), lies }
}

test('every route of the server has a decision, and no other', async () => {
  const { paths } = (await server.as(ben, '/api')).json
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(Object.keys(hostileRequests).toSorted()).toEqual(routes.toSorted())
})

test('of what is another’s nothing is read, heard, changed or learnt', async () => {
  const before = await describeBens()
  const told: string[] = []
  let asked = 0
  for (const who of ['mia', 'gus', 'nobody', 'a forged cookie'])
    for (const { real, none } of named()) {
      const [answer, reference] = [await ask(who, real), await ask(who, none)]
      asked++
      const what = `${who}: ${real.method ?? 'GET'} ${real.path} ${JSON.stringify(real.body) ?? ''}`
      if (strip(answer, target) !== strip(reference, nothing))
        told.push(`${what}\n${strip(answer, target)}\n${strip(reference, nothing)}`)
      if (answer.status < 400) told.push(`${what}: ${answer.status}`)
    }
  expect(told).toEqual([])
  expect(asked).toBeGreaterThan(400)
  expect(await describeBens()).toEqual(before)
}, 120_000)

test('the same questions tell the one whose it is, so that the test above can fail', async () => {
  const silent: string[] = []
  for (const { route, real, none } of named()) {
    const isLooking = (real.method ?? 'GET') === 'GET' && !route.includes('/events')
    if (!isLooking || real.path.includes('..')) continue
    if (strip(await ask('ben', real), target) === strip(await ask('ben', none), nothing))
      silent.push(route)
  }
  // There is no cover, and nothing was looked for by hand.
  const none = ['/covers/', '/cover/', '/found/', '/audio/']
  expect(silent.filter((route) => !none.some((each) => route.includes(each)))).toEqual([])
})

test('what names nobody tells nothing of another either', async () => {
  for (const who of ['mia', 'gus', 'nobody'])
    for (const [route, build] of Object.entries(hostileRequests)) {
      const [method = '', path = ''] = route.split(' ')
      if (build !== 'open' || method !== 'GET') continue
      const { text } = await ask(who, { path, method })
      for (const secret of secrets()) expect(`${who} ${route}: ${text}`).not.toContain(secret)
    }
})

test('another’s work is not heard of by events, nor by their beat', async () => {
  const told = new Map<string, string>()
  const sockets = ['mia', 'gus'].map((who) => {
    const socket = connect(server.running.port, '127.0.0.1')
    socket.setEncoding('utf8').on('data', (piece) => told.set(who, (told.get(who) ?? '') + piece))
    const lines = ['GET /api/events HTTP/1.1', `Host: localhost:${server.running.port}`]
    socket.write(`${[...lines, `Cookie: ${cookies.get(who)}`].join('\r\n')}\r\n\r\n`)
    return socket
  })
  await pause(500)
  const before = new Map(told)
  const verify = { kind: 'verify', into: target.into }
  expect((await ask('ben', { path: '/api/jobs', method: 'POST', body: verify })).status).toBe(200)
  await pause(2_000)
  for (const socket of sockets) socket.destroy()
  expect([...before.values()].every((text) => text.includes('retry:'))).toBe(true)
  expect(told).toEqual(before)
})

test('a place in line does not tell how many others wait', async () => {
  const { jobs } = (await ask('mia', { path: '/api/jobs' })).json
  expect(jobs).toEqual([])
})

test('nor is anything of another reached through what is one’s own', async () => {
  const own = await fillAccount(server, 'mia', cookies.get('mia') ?? '')
  const before = await describeBens()
  const [real, none] = [throughOwn(own, target), throughOwn(own, nothing)]
  const told: string[] = []
  for (const [at, request] of real.entries()) {
    const [answer, reference] = [await ask('mia', request), await ask('mia', none[at] ?? request)]
    const what = `${request.method} ${request.path} ${JSON.stringify(request.body)}`
    if (strip(answer, target) !== strip(reference, nothing)) told.push(`${what}\n${answer.text}`)
    if (answer.status < 400) told.push(`${what}: ${answer.status} ${answer.text}`)
  }
  expect(told).toEqual([])
  expect(await describeBens()).toEqual(before)
}, 60_000)
