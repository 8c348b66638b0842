import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { segmentName } from '../../../src/catalogue/format/layout.ts'
import { type IndexSummary, readManifest } from '../../../src/catalogue/format/manifest.ts'
import { identify, MAX_ASK_BYTES } from '../../../src/catalogue/remote/protocol.ts'
import { cut, serve } from '../../catalogue/shards/serving.ts'
import { artistsOf } from '../../catalogue/support/artists.ts'
import { inputOf, makeFolder, recording } from '../../catalogue/support/catalogue.ts'
import { type Asked, ask, speak } from '../../support/servers/page-server.ts'

const CANARY = 'the canary sings'
const TOKEN = 'a secret'

let folder = ''
let address = ''
let port = 0
let id = ''
let other = ''

beforeAll(async () => {
  const whole = makeFolder()
  const recordings = Array.from({ length: 60 }, (_, at) =>
    recording({ id: `${at}`, title: `Song ${at}`, artists: [`Artist ${at}`] }),
  )
  const artists = [artistsOf([{ artist: 'Artist 1', aliases: ['Somebody Else'] }])]
  await buildCatalogue({ out: whole, inputs: [inputOf(recordings)], artists })
  const folders = await cut(whole, 2)
  folder = folders[0]!
  writeFileSync(join(folder, 'private.txt'), CANARY)
  writeFileSync(join(dirname(folder), 'private.txt'), CANARY)
  id = identify(readManifest(folder))
  other = identify(readManifest(folders[1]!))
  const server = await serve([folder], { limits: { bodyMs: 300, headersMs: 1000 } })
  address = server.address
  port = Number(new URL(address).port)
  return async () => {
    await server[Symbol.asyncDispose]()
  }
})

const search = {
  kind: 'search',
  index: 0,
  parts: [{ titles: [{ hash: 1, low: 2, high: 3 }], artists: [4], misspelt: [], anywhere: true }],
  most: 6,
}
const part = search.parts[0]!
const track = { title: 'Song', artists: ['Artist'] }
const choose = { kind: 'choose', index: 0, track, hits: [], most: 6 }
const post = (body: unknown, more: Asked = {}): Asked => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
})
const asks = (...all: readonly unknown[]) => post({ asks: all })

/** What is answered, and that the server then answers what is right. */
async function expectRefused(path: string, asked: Asked, status: number, code: string) {
  const answer = await ask(address, path, asked)
  expect({ status: answer.status, ...answer.json }).toEqual({
    status,
    reason: { code, params: {} },
  })
  expect(answer.text).not.toContain(CANARY)
  expect((await ask(address, '/catalogues')).json.catalogues).toHaveLength(1)
  return answer
}

test('what is right is answered', async () => {
  const { status, json } = await ask(address, `/catalogues/${id}/ask`, asks(search, choose))
  expect(status).toBe(200)
  expect(json.answers.map(({ kind }: { readonly kind: string }) => kind)).toEqual([
    'search',
    'choose',
  ])
})

describe('questions that are none', () => {
  const deep = `{"asks":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const many = Array.from({ length: 257 }, () => search)
  test.each<readonly [what: string, asked: Asked]>([
    ['nothing', post('')],
    ['no JSON', post('{"asks":[')],
    ['a list', post('[]')],
    ['null', post('null')],
    ['a number', post('1e999')],
    ['bytes that are no UTF-8', post('', { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) })],
    ['nothing but depth', post(deep)],
    ['no list of questions', post({ asks: 'search' })],
    ['too many of them', asks(...many)],
    ['one of no kind', asks({ ...search, kind: 'drop' })],
    ['one of a kind from a prototype', asks({ ...search, kind: 'constructor' })],
    ['no index', asks({ ...search, index: undefined })],
    ['an index that is not there', asks({ ...search, index: 1 })],
    ['an index below all', asks({ ...search, index: -1 })],
    ['an index between two', asks({ ...search, index: 0.5 })],
    ['an index by its name', asks({ ...search, index: '__proto__' })],
    ['parts that are none', asks({ ...search, parts: {} })],
    ['too many parts', asks({ ...search, parts: Array(9).fill(part) })],
    ['a hash that is text', asks({ ...search, parts: [{ ...part, artists: ['1'] }] })],
    ['a hash beyond all', asks({ ...search, parts: [{ ...part, artists: [2 ** 60] }] })],
    ['a hash below all', asks({ ...search, isrc: -1 })],
    [
      'artists without end',
      asks({ ...search, parts: [{ ...part, artists: Array(9000).fill(1) }] }),
    ],
    ['a title without words', asks({ ...search, parts: [{ ...part, titles: [{ hash: 1 }] }] })],
    ['more records than anybody wants', asks({ ...search, most: 100_000 })],
    ['a track of another shard', asks({ kind: 'read', index: 0, tracks: [59] })],
    ['a track that nobody has', asks({ kind: 'read', index: 0, tracks: [2 ** 40] })],
    ['tracks without end', asks({ kind: 'read', index: 0, tracks: Array(2000).fill(0) })],
    [
      'a hit that is none',
      asks({ ...choose, hits: [{ track: 0, score: 'high', isElsewhere: true }] }),
    ],
    ['a track without artists', asks({ ...choose, track: { title: 'a' } })],
    ['one right and one wrong', asks(search, { kind: 'read', index: 0, tracks: [59] })],
  ])('%s', async (_, asked) => {
    await expectRefused(`/catalogues/${id}/ask`, asked, 400, 'catalogue.ask-wrong')
  })

  test('too large: refused before it is read, or once it is', async () => {
    const path = `/catalogues/${id}/ask`
    const large = `{"asks":[],"more":"${'x'.repeat(MAX_ASK_BYTES)}"}`
    const { headers } = await expectRefused(path, post(large), 413, 'server.too-large')
    expect(headers.connection).toBe('close')
    const chunked = { 'Transfer-Encoding': 'chunked' }
    await expectRefused(path, post(large, { headers: chunked }), 413, 'server.too-large')
  })

  test('of another type, as a form could send it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', ''])
      await expectRefused(
        `/catalogues/${id}/ask`,
        { ...asks(search), headers: { 'Content-Type': type } },
        415,
        'catalogue.ask-wrong',
      )
  })
})

describe('paths and methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s', async (method) => {
    for (const path of ['/catalogues', `/catalogues/${id}/ask`])
      await expectRefused(path, { method }, 405, 'catalogue.ask-no-such-path')
  })

  test('GET where a question belongs, POST where none does', async () => {
    await expectRefused(`/catalogues/${id}/ask`, {}, 404, 'catalogue.ask-no-such-path')
    await expectRefused('/catalogues', asks(search), 404, 'catalogue.ask-no-such-path')
    const names = `/catalogues/${id}/names/${segmentName('names', 0)}`
    await expectRefused(names, asks(search), 404, 'catalogue.ask-no-such-path')
  })

  test('another shard, an older build: nothing is answered out of this one', async () => {
    for (const each of [other, '0'.repeat(32)]) {
      const path = `/catalogues/${each}`
      await expectRefused(`${path}/ask`, asks(search), 404, 'catalogue.ask-other-catalogue')
      await expectRefused(`${path}/names/x`, {}, 404, 'catalogue.ask-other-catalogue')
    }
  })

  test('of a list of names nothing but its files is read', async () => {
    const [{ build }] = readManifest(folder).indexes as [IndexSummary]
    const names = segmentName('names', 0)
    expect((await ask(address, `/catalogues/${id}/names/${names}`)).status).toBe(200)
    const tried = [
      '../catalogue.json',
      '..%2fcatalogue.json',
      '%2e%2e/private.txt',
      '..\\private.txt',
      '../../private.txt',
      'catalogue.json',
      'private.txt',
      `${names}%00`,
      `${names}/..`,
      `../${build}/${segmentName('records', 0)}`,
      segmentName('records', 0),
      'names--1.seg',
      segmentName('names', 1),
      '/etc/passwd',
      '',
    ]
    for (const file of tried)
      await expectRefused(`/catalogues/${id}/names/${file}`, {}, 404, 'catalogue.ask-no-such-path')
  })

  test.each([
    '/',
    '/catalogues/',
    '/catalogues?x',
    '/catalogues/0/ask',
    '/catalogues/../catalogues',
  ])('%s', async (path) => {
    await expectRefused(path, {}, 404, 'catalogue.ask-no-such-path')
  })
})

test('another name that leads here is refused', async () => {
  const headers = { Host: `evil.example:${port}` }
  await expectRefused('/catalogues', { headers }, 421, 'catalogue.ask-other-host')
})

describe('with a token', () => {
  test('nothing is told without it, nor to whoever guesses', async () => {
    await using server = await serve([folder], { token: TOKEN, limits: { tries: 4 } })
    const asked = async (authorization?: string) =>
      await ask(server.address, '/catalogues', {
        headers: authorization === undefined ? {} : { Authorization: authorization },
      })
    for (const wrong of [undefined, 'Bearer', `Basic ${TOKEN}`, `Bearer ${TOKEN} `.repeat(2)]) {
      const { status, json, headers } = await asked(wrong)
      expect([status, json.reason.code]).toEqual([401, 'catalogue.ask-no-token'])
      expect(headers.connection).toBe('close')
    }
    // By now the guesses are used up, and even the right one has to wait.
    expect((await asked(`Bearer ${TOKEN}`)).status).toBe(429)
  })

  test('who knows it may ask as often as they like', async () => {
    await using server = await serve([folder], { token: TOKEN, limits: { tries: 2 } })
    const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }
    for (let time = 0; time < 10; time++) {
      const answer = await ask(server.address, `/catalogues/${id}/ask`, {
        ...asks(search),
        headers,
      })
      expect(answer.status).toBe(200)
    }
  })

  test('nobody opens it to others without one', async () => {
    const opening = serve([folder], { host: '0.0.0.0' })
    await expect(opening).rejects.toMatchObject({ reason: { code: 'catalogue.token-missing' } })
  })
})

describe('on the wire', () => {
  const head = (length: number) =>
    `POST /catalogues/${id}/ask HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

  test('a body that never comes, and one that comes letter by letter', async () => {
    expect(await speak(port, head(100))).toContain('server.too-slow')
    const drip = new Promise<string>((resolve) => {
      const pieces: Buffer[] = []
      const socket = connect(port, '127.0.0.1', () => socket.write(head(10_000)))
      const timer = setInterval(() => socket.write(' '), 20)
      socket.on('data', (piece) => pieces.push(piece)).on('error', () => {})
      socket.on('close', () => {
        clearInterval(timer)
        resolve(Buffer.concat(pieces).toString())
      })
    })
    expect(await drip).toContain('server.too-slow')
  })

  test('whoever leaves in the middle stops nothing', async () => {
    const whole = JSON.stringify({ asks: Array(200).fill(search) })
    for (const part of [
      head(whole.length),
      `${head(whole.length)}${whole.slice(0, 50)}`,
      `${head(whole.length)}${whole}`,
    ])
      for (let time = 0; time < 20; time++)
        await new Promise<void>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.write(part)
            socket.resetAndDestroy()
          })
          socket.on('close', () => resolve()).on('error', () => {})
        })
    expect((await ask(address, '/catalogues')).status).toBe(200)
  })

  test('noise', async () => {
    const bytes = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 97) % 256))
    expect(await speak(port, bytes)).toMatch(/^(?:HTTP\/1.1 400|$)/)
    const smuggled = `${head(2).replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n')}{}`
    expect(await speak(port, smuggled)).toMatch(/^(?:HTTP\/1.1 400|$)/)
    expect((await ask(address, '/catalogues')).status).toBe(200)
  })
})
