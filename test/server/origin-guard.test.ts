import { beforeAll, describe, expect, test } from 'vitest'
import { type Memory, openMemory } from '../support/memory-context.ts'
import {
  ask,
  askJson,
  makeHome,
  type Running,
  removeHome,
  serve,
  speak,
} from '../support/servers/page-server.ts'

let running: Running
let memory: Memory

beforeAll(async () => {
  const home = await makeHome()
  memory = openMemory(home)
  running = await serve(memory.context, home, { hostNames: ['keep.example.org', 'other:8443'] })
  return async () => {
    await running[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

const settings = {
  libraries: [],
  catalogues: [],
  format: 'mp3',
  quality: 'V0',
  id3: '2.4',
  cover: false,
  publicPage: false,
  offline: true,
}
const body = JSON.stringify({ settings })
const own = () => running.address
const json = { 'Content-Type': 'application/json' }

describe('the name that we are asked for by', () => {
  test.each([
    ['our address', () => `127.0.0.1:${running.port}`, 200],
    ['our name', () => `localhost:${running.port}`, 200],
    ['our name in capitals', () => `LocalHost:${running.port}`, 200],
    ['our address in IPv6', () => `[::1]:${running.port}`, 200],
    ['a name given to us', () => 'keep.example.org', 200],
    ['the same with our port', () => `keep.example.org:${running.port}`, 200],
    ['a name given with its port', () => 'other:8443', 200],
    ['the same without', () => 'other', 421],
    ['another port', () => 'localhost:1', 421],
    ['no port', () => 'localhost', 421],
    ['a name that leads here', () => `rebind.example:${running.port}`, 421],
    ['ours with more behind', () => `localhost:${running.port}.evil.example`, 421],
    ['ours with a user', () => `localhost:${running.port}@evil.example`, 421],
    ['another address', () => `127.0.0.2:${running.port}`, 421],
  ])('%s', async (_, host, status) => {
    expect(await ask(own(), '/api/session', { headers: { Host: host() } })).toMatchObject({
      status,
    })
  })

  test.each([
    ['two names', (own: string) => `Host: ${own}\r\nHost: evil.example\r\n`, 400],
    ['no name', () => '', 400],
    ['an empty name', () => 'Host:\r\n', 421],
  ])('%s', async (_, header, status) => {
    const given = header(`localhost:${running.port}`)
    const told = await speak(running.port, `GET / HTTP/1.1\r\n${given}Connection: close\r\n\r\n`)
    expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })
})

describe('where a request comes from', () => {
  test.each([
    ['nowhere: a program', {}, 200],
    ['our page', () => ({ Origin: own(), 'Sec-Fetch-Site': 'same-origin' }), 200],
    ['the address line', () => ({ 'Sec-Fetch-Site': 'none' }), 200],
    ['our page behind a proxy with TLS', () => ({ Origin: own().replace('http', 'https') }), 200],
    ['another page', { Origin: 'https://evil.example' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['our host on another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['an origin that begins as ours', () => ({ Origin: `${own()}.evil.example` }), 403],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a neighbour', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['what no browser says', { 'Sec-Fetch-Site': 'friendly' }, 403],
    [
      'a link on another page',
      {
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
      },
      403,
    ],
  ])('%s', async (_, headers, status) => {
    const given = typeof headers === 'function' ? headers() : headers
    expect(await ask(own(), '/api/session', { headers: given })).toMatchObject({ status })
  })

  test('a kept file may be opened from a report, which has no origin; but neither framed nor fetched', async () => {
    const opened = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }
    const path = '/api/archives/a/files/web/index.html'
    expect(await ask(own(), path, { headers: opened })).toMatchObject({ status: 200 })
    const changes: readonly Readonly<Record<string, string>>[] = [
      { 'Sec-Fetch-Dest': 'iframe' },
      { 'Sec-Fetch-Dest': 'audio', 'Sec-Fetch-Mode': 'no-cors' },
      { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' },
      { Origin: 'null' },
    ]
    for (const change of changes)
      expect(await ask(own(), path, { headers: { ...opened, ...change } })).toMatchObject({
        status: 403,
      })
  })
})

describe('what changes something', () => {
  const put = (headers: Readonly<Record<string, string>>) =>
    ask(own(), '/api/settings', { method: 'PUT', headers, body })

  test.each([
    ['our page', () => ({ ...json, Origin: own(), 'Sec-Fetch-Site': 'same-origin' }), 200],
    ['a program', () => json, 200],
    ['a browser that does not say', () => ({ ...json, 'Sec-Fetch-Site': 'same-origin' }), 403],
    ['a form', () => ({ 'Content-Type': 'application/x-www-form-urlencoded' }), 415],
    ['a form of text', () => ({ 'Content-Type': 'text/plain', Origin: own() }), 415],
    ['a form of parts', () => ({ 'Content-Type': 'multipart/form-data; boundary=x' }), 415],
    ['what looks like JSON', () => ({ 'Content-Type': 'text/plain;application/json' }), 415],
    ['no type', () => ({ 'Content-Type': '', Origin: own() }), 415],
    ['another page', () => ({ ...json, Origin: 'http://evil.example' }), 403],
  ])('%s', async (_, headers, status) => {
    const before = memory.written.length
    expect(await put(headers())).toMatchObject({ status })
    expect(memory.written.length - before).toBe(status === 200 ? 1 : 0)
  })

  test('no file of this machine, whatever the context would say', async () => {
    const order = {
      kind: 'backup',
      inputs: [{ kind: 'file', path: '/etc/passwd' }],
      into: '/keep',
      libraries: [],
      catalogues: [],
      format: 'mp3',
      quality: 'V0',
      id3: '2.4',
    }
    const before = memory.owners.length
    expect(await askJson(own(), '/api/jobs', 'POST', order)).toMatchObject({ status: 422 })
    expect(memory.owners.length).toBe(before)
  })

  test('without a body a program still says what it is', async () => {
    const pause = (headers: Readonly<Record<string, string>>) =>
      ask(own(), '/api/jobs/none/pause', { method: 'POST', headers })
    expect(await pause(json)).toMatchObject({ status: 404 })
    expect(await pause({ 'Content-Type': '' })).toMatchObject({ status: 415 })
    expect(await pause({ 'Content-Type': '', Origin: own() })).toMatchObject({ status: 404 })
  })
})

describe('methods, addresses and headers', () => {
  test.each(['PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'SEARCH', 'PURGE'])(
    '%s is not answered',
    async (method) => {
      expect(await ask(own(), '/api/jobs', { method })).toMatchObject({ status: 405 })
    },
  )

  test('a path that is there says what may be asked of it', async () => {
    const { status, headers } = await ask(own(), '/api/jobs', { method: 'PUT', body: '{}' })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
  })

  test('an address of 8 kB and more is refused', async () => {
    const path = (length: number) => `/api/session?${'x'.repeat(length - 13)}`
    expect(await ask(own(), path(8192))).toMatchObject({ status: 200 })
    expect(await ask(own(), path(8193))).toMatchObject({ status: 414 })
  })

  test.each(['/', '/api/session', '/nothing', '/api/nothing', '/api/jobs/..%2f'])(
    'every answer is fenced in: %s',
    async (path) => {
      const { headers } = await ask(own(), path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "media-src 'self' https://archive.example",
          'frame-src https://www.youtube-nocookie.com',
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; '),
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      expect(headers).not.toHaveProperty('x-powered-by')
    },
  )
})
