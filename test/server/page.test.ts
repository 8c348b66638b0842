import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openMemory } from '../support/memory-context.ts'
import {
  ask,
  makeHome,
  pageText,
  type Running,
  removeHome,
  serve,
} from '../support/servers/page-server.ts'

let running: Running

beforeAll(async () => {
  const home = await makeHome()
  const web = join(home, 'web')
  await mkdir(join(web, 'deep'))
  await writeFile(join(web, 'deep/given.css'), 'body{}'.repeat(50))
  await writeFile(join(web, 'deep/given.css.gz'), gzipSync('body{}'.repeat(50)))
  await writeFile(join(web, 'icon.png'), Buffer.alloc(1000))
  await writeFile(join(home, 'secret.txt'), 'a secret')
  await symlink(join(home, 'secret.txt'), join(web, 'link.txt'))
  await symlink(home, join(web, 'up'))
  running = await serve(openMemory(home).context, home)
  return async () => {
    await running[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(running.address, path, { headers })

test('a script comes without the policies of a document, and may be no document itself', async () => {
  const { headers } = await get('/assets/index-AbCd1234.js')
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'permissions-policy': '',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
  [
    '/assets/index-AbCd1234.js',
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ],
  ['/deep/given.css', 'text/css; charset=utf-8', 'no-cache'],
  ['/icon.png', 'image/png', 'no-cache'],
])('%s', async (path, type, caching) => {
  const { status, headers } = await get(path)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe(type)
  expect(headers['cache-control']).toBe(caching)
})

describe('what can be made smaller comes smaller', () => {
  test('as the client takes it', async () => {
    const forms = [
      ['br, gzip', 'br', (bytes: Buffer) => brotliDecompressSync(bytes).toString()],
      ['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes).toString()],
      ['br;q=0, gzip;q=0.5', 'gzip', (bytes: Buffer) => gunzipSync(bytes).toString()],
      ['identity', undefined, String],
      ['', undefined, String],
    ] as const
    const tags = new Set<string | undefined>()
    for (const [accepted, encoding, unpack] of forms) {
      const { headers, bytes } = await get('/', { 'Accept-Encoding': accepted })
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers.vary).toBe('Accept-Encoding')
      expect(unpack(bytes)).toBe(pageText)
      tags.add(headers.etag)
    }
    expect(tags.size).toBe(3)
  })

  test('from what was built so, and not where it is none', async () => {
    const given = await get('/deep/given.css', { 'Accept-Encoding': 'gzip' })
    expect(gunzipSync(given.bytes).toString()).toBe('body{}'.repeat(50))
    expect(await get('/deep/given.css.gz')).toMatchObject({ status: 404 })
    expect((await get('/icon.png', { 'Accept-Encoding': 'br' })).headers).not.toHaveProperty(
      'content-encoding',
    )
  })
})

test('not again to whoever has it, and by its headers alone', async () => {
  const { headers } = await get('/')
  const again = await get('/', { 'If-None-Match': headers.etag ?? '' })
  expect([again.status, again.text]).toEqual([304, ''])
  const head = await ask(running.address, '/', { method: 'HEAD' })
  expect([head.status, head.headers['content-length'], head.text]).toEqual([
    200,
    String(pageText.length),
    '',
  ])
})

test.each([
  ...['/link.txt', '/up/secret.txt', '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt'],
  ...[
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/.%00/secret.txt',
    '/web',
    '/assets',
  ],
  ...['/assets/', '/index.html/', '//index.html', '/INDEX.HTML', '/index.html%00.js', '/__proto__'],
])('nothing else lies there: %s', async (path) => {
  const { status, text } = await get(path)
  expect([404, 400]).toContain(status)
  expect(text).not.toContain('a secret')
})
