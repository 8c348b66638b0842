import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { decodeHeader, encodeHeader, HEADER_BYTES } from '../../../src/catalogue/format/layout.ts'
import { openCatalogue, openNames } from '../../../src/catalogue/open-catalogue.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { ask } from '../../support/servers/page-server.ts'
import { artistsOf } from '../support/artists.ts'
import { inputOf, makeFolder, recording } from '../support/catalogue.ts'
import { serve } from './serving.ts'
import { failure } from './three-shards.ts'

type Change = (bytes: Buffer, path: string) => Buffer

let address = ''
let change: Change = (bytes) => bytes

beforeAll(async () => {
  const folder = makeFolder()
  const artists = [
    artistsOf([{ artist: 'One Artist', aliases: ['Somebody Else', 'A Third Name'] }]),
  ]
  const inputs = [inputOf([recording({ id: '1', title: 'Amber', artists: ['One Artist'] })])]
  await buildCatalogue({ out: folder, inputs, artists })
  const server = await serve([folder])
  const between = createServer(async ({ url = '' }, outgoing) => {
    const host = new URL(server.address).host
    const { status, bytes } = await ask(server.address, url, { headers: { host } })
    outgoing.writeHead(status).end(status === 200 ? change(bytes, url) : bytes)
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(between.address() as AddressInfo).port}`
  return async () => {
    between.closeAllConnections()
    between.close()
    await server[Symbol.asyncDispose]()
  }
})

test('a list of names that comes as it is described is used', async () => {
  using names = await openNames([address])
  expect(names.holdersOf('somebodyelse')).not.toEqual([])
})

const isNames = (path: string) => path.includes('/names/')
const edited =
  (edit: (bytes: Buffer) => Buffer): Change =>
  (bytes, path) =>
    isNames(path) ? edit(bytes) : bytes
const described =
  (edit: (names: Record<string, unknown>) => void): Change =>
  (bytes, path) => {
    if (path !== '/catalogues') return bytes
    const json = JSON.parse(bytes.toString())
    edit(json.catalogues[0].names)
    return Buffer.from(JSON.stringify(json))
  }

test.each<readonly [what: string, change: Change]>([
  ['nothing', edited(() => Buffer.alloc(0))],
  ['a byte less', edited((bytes) => bytes.subarray(0, -1))],
  [
    'another byte',
    edited((bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])])),
  ],
  ['only the header', edited((bytes) => bytes.subarray(0, 64))],
  ['noise', edited((bytes) => Buffer.from(bytes.map((_, at) => (at * 97) % 256)))],
  [
    'larger than anybody can hold',
    described((names) =>
      Object.assign(names, { bytes: { names: 2 ** 40, 'name-buckets': 1, 'artist-names': 1 } }),
    ),
  ],
])('one that does not is refused: %s', async (_, untrue) => {
  change = untrue
  const error = await failure(openCatalogue([address]))
  change = (bytes) => bytes
  expect(error).toBeInstanceOf(UnavailableError)
  expect(error).toMatchObject({ reason: { code: 'catalogue.service-nonsense' } })
})

test('of a build whose name leads elsewhere, nothing is asked', async () => {
  change = described((names) => Object.assign(names, { build: '../../etc' }))
  const error = await failure(openCatalogue([address]))
  change = (bytes) => bytes
  expect(error).toMatchObject({ reason: { code: 'catalogue.service-nonsense' } })
})

test.each<readonly [what: string, payload: (own: Buffer) => Buffer]>([
  [
    'buckets that lead nowhere',
    (own) => own.map((_, at) => (at % 4 === 3 ? at >> 2 : 0)) as Buffer,
  ],
  ['half a bucket', () => Buffer.alloc(6)],
])('whose checksums are right and which is no list: %s', async (_, payload) => {
  change = (bytes, path) => (path.includes('/names/name-buckets') ? forge(bytes, payload) : bytes)
  const error = await failure(
    (async () => {
      using catalogue = await openCatalogue([address])
      return await catalogue.lookUp({ title: 'Amber', artists: ['Somebody Else'] })
    })(),
  )
  change = (bytes) => bytes
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({ reason: { code: 'catalogue.records-damaged' } })
})

function forge(file: Buffer, edit: (payload: Buffer) => Buffer): Buffer {
  const payload = edit(file.subarray(HEADER_BYTES))
  const header = decodeHeader(file.subarray(0, HEADER_BYTES))
  if ('code' in header) throw new Error(header.code)
  const forged = { ...header, payloadBytes: payload.length, payloadCrc: crc32(payload) }
  return Buffer.concat([encodeHeader(forged), payload])
}
