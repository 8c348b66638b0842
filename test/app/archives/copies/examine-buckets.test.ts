import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examineBuckets } from '../../../../src/app/archives/copies/examine-buckets.ts'
import { rememberArchive } from '../../../../src/app/archives/known-archives.ts'
import type { Environment } from '../../../../src/app/environment.ts'

/* What doctor says of buckets, asked of a small server that takes only what S3 takes, on loopback. */

const { signal } = new AbortController()
const MARKER = 'music/keep/mirror.json'

/** How the server answers a PUT under `If-None-Match: *`. */
type Conditions = 'kept' | 'ignored' | 'not-implemented'

/** Objects by bucket and key; only signed requests for one object are answered. */
async function startBucket(conditions: Conditions, archive: string) {
  const objects = new Map<string, Buffer>()
  objects.set(MARKER, Buffer.from(JSON.stringify({ songkeep: 'mirror', archive })))
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = Buffer.concat(await request.toArray())
    const key = decodeURIComponent(url.slice(1))
    const isSigned = headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/') ?? false
    const found = objects.get(key)
    asked.push(method)
    const answer = (status: number, text: Buffer | string = '') =>
      void response.writeHead(status, { 'content-length': text.length }).end(text)
    if (!isSigned || !key.startsWith('music/keep/')) return answer(403)
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && conditions === 'not-implemented') return answer(501)
      if (headers['if-none-match'] === '*' && conditions === 'kept' && found) return answer(412)
      objects.set(key, body)
      return answer(200)
    }
    if (method === 'DELETE') return answer(objects.delete(key) ? 204 : 404)
    if (!found) return answer(404)
    if (method === 'HEAD')
      return void response.writeHead(200, { 'content-length': found.length }).end()
    if (method === 'GET') return answer(headers.range ? 206 : 200, found)
    answer(405)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A machine that knows of an archive `mine` with a copy in a bucket there. */
async function makeMachine(endpoint: string, more: Partial<Environment> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'songkeep-buckets-'))
  const dir = join(root, 'Keep')
  const at = '2026-01-01T00:00:00.000Z'
  const lines = [
    { archive: 'mine', at },
    { target: '/media/disk/Keep', at, did: 'mirror' },
    { target: 's3://music/keep', endpoint, at, did: 'mirror' },
  ]
  await mkdir(dir)
  await writeFile(
    join(dir, 'copies.jsonl'),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
  const environment: Environment = {
    cacheDir: join(root, 'cache'),
    dataDir: join(root, 'data'),
    processors: 1,
    s3: { credentials: { accessKeyId: 'key', secretAccessKey: 'secret' }, endpoint },
    ...more,
  }
  await rememberArchive(environment, dir)
  return environment
}

const codesOf = async (environment: Environment) =>
  (await examineBuckets(environment, signal)).map(({ what, state, text, advice }) => [
    what,
    state,
    text.code,
    advice?.code,
  ])

const unsafe = ['Copies', 'note', 'storage.no-conditions', 'storage.choose-conditional-store']

test.each([
  ['kept', ['Copies', 'good', 'storage.has-conditions', undefined]],
  ['ignored', unsafe],
  ['not-implemented', unsafe],
] as const)('a bucket where conditions are %s', async (conditions, finding) => {
  await using bucket = await startBucket(conditions, 'mine')
  expect(await codesOf(await makeMachine(bucket.endpoint))).toEqual([finding])
  expect([...bucket.objects.keys()]).toEqual([MARKER])
})

test('a bucket that is no copy of the archive is not written to', async () => {
  await using bucket = await startBucket('kept', 'another')
  const findings = await codesOf(await makeMachine(bucket.endpoint))
  expect(findings).toEqual([['Copies', 'note', 'storage.no-copy-there', undefined]])
  expect(bucket.asked).not.toContain('PUT')
})

test('nobody is asked offline, nor with keys for another server', async () => {
  await using bucket = await startBucket('kept', 'mine')
  expect(await codesOf(await makeMachine(bucket.endpoint, { offline: true }))).toEqual([])
  const s3 = { credentials: { accessKeyId: 'key', secretAccessKey: 'secret' } }
  expect(await codesOf(await makeMachine(bucket.endpoint, { s3 }))).toEqual([
    ['Copies', 'note', 'preserve.endpoint-not-named', 'preserve.name-endpoint'],
  ])
  expect(bucket.asked).toEqual([])
})
