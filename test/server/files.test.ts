import { spawnSync } from 'node:child_process'
import { appendFile, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRange } from '../../src/server/files/byte-range.ts'
import { dispose } from '../../src/server/files/disposition.ts'
import { namesTag, quoteTag } from '../../src/server/files/etag.ts'
import { choosePolicy } from '../../src/server/headers.ts'
import { codePoint } from '../support/code-point.ts'
import { openMemory } from '../support/memory-context.ts'
import { ask, makeHome, type Running, removeHome, serve } from '../support/servers/page-server.ts'

const sound = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251))

let home: string
let running: Running

beforeAll(async () => {
  home = await makeHome()
  await writeFile(join(home, 'sound.mp3'), sound)
  await writeFile(join(home, 'empty.mp3'), '')
  running = await serve(openMemory(home).context, home)
  return async () => {
    await running[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

const get = (headers: Readonly<Record<string, string>> = {}, name = 'sound.mp3', method = 'GET') =>
  ask(running.address, `/api/archives/a/files/${name}`, { headers, method })

describe('a file is sent', () => {
  test('whole', async () => {
    const { status, headers, bytes } = await get()
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '100000',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; media-src 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="sound.mp3"; filename*=UTF-8''sound.mp3`,
    })
    expect(bytes.equals(sound)).toBe(true)
  })

  test.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, 99_999],
    ['bytes=500-999', 500, 999],
    ['bytes=99999-99999', 99_999, 99_999],
    ['bytes=99000-200000', 99_000, 99_999],
    ['bytes=-1', 99_999, 99_999],
    ['bytes=-999999', 0, 99_999],
    ['Bytes=7-8', 7, 8],
    ['bytes=0-99999999999999999999999999', 0, 99_999],
  ])('in the part asked for: %s', async (range, start, end) => {
    const { status, headers, bytes } = await get({ Range: range })
    expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/100000`])
    expect(headers['content-length']).toBe(String(end - start + 1))
    expect(bytes.equals(sound.subarray(start, end + 1))).toBe(true)
  })

  test.each(['bytes=100000-', 'bytes=100000-100001', 'bytes=-0', 'bytes=999999999999999999999-'])(
    'not at all beyond its end: %s',
    async (range) => {
      const { status, headers, json } = await get({ Range: range })
      expect([status, headers['content-range']]).toEqual([416, 'bytes */100000'])
      expect(json).toMatchObject({ reason: { code: 'server.no-such-part' } })
    },
  )

  test.each([
    ...['bytes=5-1', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=0-1,5-6', 'bytes=--1', 'bytes=1-2-3'],
    ...['lines=0-1', '0-1', 'bytes=0x0-0x1', 'bytes=1e3-', 'bytes=0.5-1', 'bytes=٠-٩'],
  ])('whole where the range is none: %s', async (range) => {
    const { status, bytes } = await get({ Range: Buffer.from(range).toString('latin1') })
    expect([status, bytes.length]).toEqual([200, 100_000])
  })

  test('not again to whoever has it, and whole to whoever has another', async () => {
    const { etag = '' } = (await get()).headers
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect(await get({ 'If-None-Match': known })).toMatchObject({ status: 304, text: '' })
    expect(await get({ 'If-None-Match': '"x"' })).toMatchObject({ status: 200 })
    const part = { Range: 'bytes=0-9' }
    expect(await get({ ...part, 'If-Range': etag })).toMatchObject({ status: 206 })
    for (const other of ['"x"', `W/${etag}`, 'Sat, 21 Nov 2026 12:00:00 GMT'])
      expect(await get({ ...part, 'If-Range': other })).toMatchObject({ status: 200 })
  })

  test('by its headers alone', async () => {
    const { status, headers, bytes } = await get({}, 'sound.mp3', 'HEAD')
    expect([status, headers['content-length'], bytes.length]).toEqual([200, '100000', 0])
    const part = await get({ Range: 'bytes=0-9' }, 'sound.mp3', 'HEAD')
    expect([part.status, part.headers['content-length']]).toEqual([206, '10'])
  })

  test('when there is nothing in it', async () => {
    expect(await get({}, 'empty.mp3')).toMatchObject({ status: 200, text: '' })
    expect(await get({ Range: 'bytes=0-' }, 'empty.mp3')).toMatchObject({ status: 416 })
  })
})

describe('a file is not sent', () => {
  test('when it is a link, a folder, a pipe, or gone', async () => {
    await symlink('/etc/passwd', join(home, 'link.mp3'))
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(home, 'pipe.mp3')])
    for (const name of ['link.mp3', 'web', 'pipe.mp3', 'gone.mp3']) {
      const { status, text } = await get({}, name)
      expect([name, status]).toEqual([name, 404])
      expect(text).not.toContain('root:')
    }
  })

  test.each([
    '..%2fsecret',
    'web%2f..%2f..%2fsecret',
    'a%2f%2fb',
    '%2fetc%2fpasswd',
    '..%5csecret',
    '.',
  ])('from anywhere else, whatever the context would say: %s', async (name) => {
    expect((await get({}, name)).status).toBe(name === '.' ? 404 : 400)
  })

  test('but a candidate may be a link in the user’s own folders', async () => {
    await writeFile(join(home, 'far.wav'), 'far away')
    await symlink(join(home, 'far.wav'), join(home, '7.wav'))
    const path = '/api/archives/a/playlists/b/audio/0.1/7'
    expect(await ask(running.address, path)).toMatchObject({ status: 200, text: 'far away' })
  })

  test('on to a client that has gone', async () => {
    await writeFile(join(home, 'long.mp3'), Buffer.alloc(50_000_000))
    const socket = connect(running.port, '127.0.0.1')
    const host = `Host: localhost:${running.port}`
    socket.write(`GET /api/archives/a/files/long.mp3 HTTP/1.1\r\n${host}\r\n\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
    socket.destroy()
    expect(await get()).toMatchObject({ status: 200 })
    await rm(join(home, 'long.mp3'))
    expect(running.log).toEqual([])
  })

  test('with more than it had when it was opened', async () => {
    const path = join(home, 'grows.mp3')
    await writeFile(path, 'one')
    const first = await get({}, 'grows.mp3')
    await appendFile(path, 'two')
    const second = await get({ 'If-None-Match': first.headers.etag ?? '' }, 'grows.mp3')
    expect([first.text, second.status, second.text]).toEqual(['one', 200, 'onetwo'])
  })
})

test.each([
  ['list.m3u8', 'audio/mpegurl', "sandbox; default-src 'none'; frame-ancestors 'none'"],
  ['page.html', 'text/html; charset=utf-8', "sandbox; default-src 'none'; frame-ancestors 'none'"],
  ['report.json', 'application/json', "sandbox; default-src 'none'; frame-ancestors 'none'"],
  ['picture.svg', 'image/svg+xml', "sandbox; default-src 'none'; frame-ancestors 'none'"],
  ['report.html', 'text/html; charset=utf-8', 'sandbox allow-scripts; '],
  ['report.html', 'audio/mpeg', "default-src 'none'; media-src 'self'; "],
])('a browser that opens %s of %s is told what it may do', (name, type, policy) => {
  expect(choosePolicy(name, type).startsWith(policy)).toBe(true)
  expect(choosePolicy(name, type)).not.toContain('allow-same-origin')
  expect(choosePolicy(name, type)).toContain("default-src 'none'")
})

test('a range never leaves its file', () => {
  const numbers = fc.oneof(
    fc.constant(''),
    fc.nat(20).map(String),
    fc.bigInt({ min: 0n }).map(String),
  )
  fc.assert(
    fc.property(numbers, numbers, fc.nat(20), (from, to, bytes) => {
      const range = readRange(`bytes=${from}-${to}`, bytes)
      if (range === undefined || range === 'none') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
      expect(range.end).toBeLessThan(bytes)
    }),
  )
})

test('a name of any kind makes one harmless header', () => {
  const name = fc.oneof(fc.string({ unit: codePoint }), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(name, (text) => {
      const header = dispose('attachment', text)
      expect(header).toMatch(
        /^attachment; filename="[ !#-~]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/,
      )
      expect(header).not.toMatch(/filename="[^"]*[/\\%]/)
      const exact = decodeURIComponent(header.split("''")[1] ?? '')
      expect(exact).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u)
    }),
  )
  expect(dispose('inline', 'Motörhead – “Ace”.mp3')).toBe(
    `inline; filename="Mot_rhead _ _Ace_.mp3"; filename*=UTF-8''Mot%C3%B6rhead%20%E2%80%93%20%E2%80%9CAce%E2%80%9D.mp3`,
  )
})

test('a tag of any kind makes one harmless header', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      const tag = quoteTag(text)
      expect(tag).toMatch(/^"[\x21\x23-\x7e]*"$/)
      expect(namesTag(tag, tag)).toBe(true)
    }),
  )
})
