import { beforeAll, describe, expect, test } from 'vitest'
import { openCatalogue } from '../../../src/catalogue/open-catalogue.ts'
import { between } from './between.ts'
import { cut, serve } from './serving.ts'
import { failure, isAsk, openWith, serveThree, type Three, tracks } from './three-shards.ts'

let three: Three & AsyncDisposable

beforeAll(async () => {
  three = await serveThree()
  return async () => {
    await three[Symbol.asyncDispose]()
  }
})

describe('a shard of another cut', () => {
  test('put in its place meanwhile: nothing is answered of it', async () => {
    const { address } = await between(three.addresses[1]!, (sent) => {
      if (!isAsk(sent)) return undefined
      return {
        ...sent,
        status: 404,
        body: '{"reason":{"code":"catalogue.ask-other-catalogue","params":{}}}',
      }
    })
    using catalogue = await openWith(three, address)
    expect(await failure(catalogue.lookUp(tracks[0]!))).toMatchObject({
      reason: {
        code: 'catalogue.service-failed',
        params: { why: { code: 'catalogue.ask-other-catalogue' } },
      },
    })
  })

  test('a server that was started anew with it refuses what was meant for the old one', async () => {
    const [, second] = await cut(three.whole, 3)
    await using server = await serve([three.folders[1]!])
    using catalogue = await openWith(three, server.address)
    const port = Number(new URL(server.address).port)
    await server[Symbol.asyncDispose]()
    await using _ = await serve([second!], { port })
    expect(await failure(catalogue.lookUp(tracks[0]!))).toMatchObject({
      reason: {
        code: 'catalogue.service-failed',
        params: { why: { code: 'catalogue.ask-other-catalogue' } },
      },
    })
  })

  test.each<
    readonly [what: string, change: (shard: Record<string, unknown>) => void, code: string]
  >([
    ['another count', (shard) => Object.assign(shard, { count: 4 }), 'catalogue.shards-differ'],
    ['another size', (shard) => Object.assign(shard, { tracks: 301 }), 'catalogue.shards-differ'],
    ['another deal', (shard) => Object.assign(shard, { dealing: 2 }), 'catalogue.shards-differ'],
    [
      'another build',
      (shard) => Object.assign(shard, { of: 'f'.repeat(32) }),
      'catalogue.shards-missing',
    ],
    ['the same number', (shard) => Object.assign(shard, { number: 0 }), 'catalogue.shard-twice'],
    [
      'a number beyond',
      (shard) => Object.assign(shard, { number: 3 }),
      'catalogue.service-nonsense',
    ],
    ['no build', (shard) => Object.assign(shard, { of: '../..' }), 'catalogue.service-nonsense'],
  ])('%s', async (_, change, code) => {
    const { address } = await between(three.addresses[1]!, (sent) => {
      const json = JSON.parse(sent.body)
      if (sent.path === '/catalogues') change(json.catalogues[0].indexes[0].shard)
      return { ...sent, body: JSON.stringify(json) }
    })
    expect(await failure(openWith(three, address))).toMatchObject({ reason: { code } })
  })

  test('one is missing, or a server is no catalogue’s', async () => {
    const two = openCatalogue([`${three.addresses[0]},${three.addresses[2]}`])
    expect(await failure(two)).toMatchObject({
      reason: { code: 'catalogue.shards-missing', params: { numbers: '2', count: 3 } },
    })
    const { address } = await between(three.addresses[1]!, (sent) => ({
      ...sent,
      body: '{"hello":1}',
    }))
    expect(await failure(openWith(three, address))).toMatchObject({
      reason: { code: 'catalogue.service-nonsense' },
    })
  })

  test('one of another version', async () => {
    const { address } = await between(three.addresses[1]!, (sent) => ({
      ...sent,
      body: sent.body.replace('"protocol":1', '"protocol":2'),
    }))
    expect(await failure(openWith(three, address))).toMatchObject({
      reason: { code: 'catalogue.service-other-version' },
    })
  })
})

describe('addresses and tokens', () => {
  test('another token', async () => {
    await using server = await serve([three.folders[1]!], { token: 'right' })
    for (const token of [undefined, 'wrong'])
      expect(await failure(openWith(three, server.address, { token }))).toMatchObject({
        reason: { code: 'catalogue.service-refuses' },
      })
    using catalogue = await openWith(three, server.address, { token: 'right' })
    expect(await catalogue.lookUp(tracks[0]!)).not.toHaveLength(0)
  })

  test.each([
    'http://127.0.0.1:1/path',
    'http://user:word@127.0.0.1:1',
    'http://127.0.0.1:1?x=1',
    'http://',
  ])('%s is no address', async (address) => {
    expect(await failure(openCatalogue([address]))).toMatchObject({
      reason: { code: 'catalogue.service-no-address' },
    })
  })
})
