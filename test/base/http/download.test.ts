import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import type { DownloadRequest } from '../../../src/base/http/http.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { StorageError } from '../../../src/words/user-error.ts'
import { makeClock, type Reply, type Say, startReplay } from '../../support/hosts/replay.ts'
import { listFiles, makeTempDir } from '../../support/program.ts'

const sound = randomBytes(300_000)
const sum = (name: string, bytes: Uint8Array = sound) =>
  createHash(name).update(bytes).digest('hex')
const rules = [{ host: 'good.example', pace: { requests: 1000, perMs: 1 }, atOnce: 4 }]

/** A server of one file that understands ranges, as a static host does. */
const serve =
  (bytes: Uint8Array = sound, etag = '"one"'): Say =>
  (_, { headers }): Reply => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
    if (from === 0 || headers['if-range'] !== etag) return { headers: { etag }, body: bytes }
    if (from >= bytes.length)
      return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } }
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    return { status: 206, headers: { etag, 'content-range': range }, body: bytes.subarray(from) }
  }

async function open(say: Say) {
  const dir = await makeTempDir()
  const replay = await startReplay(say)
  const { network } = replay
  const clock = makeClock()
  const http = openHttp({ rules, userAgent: 'Songkeep/test', network, clock })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  const to = join(dir, 'file')
  const { signal } = new AbortController()
  const download = (more: Partial<DownloadRequest> = {}) =>
    http.download({ url: 'https://good.example/a.flac', to, ...more }, signal)
  return { dir, to, download, clock, asked: replay.asked, port: replay.port }
}

test('a file arrives whole, under its name alone', async () => {
  const { dir, to, download } = await open(serve())
  const told: number[] = []
  const { bytes, sha256 } = await download({
    bytes: sound.length,
    md5: sum('md5'),
    sha1: sum('sha1'),
    onProgress: (done) => told.push(done),
  })
  expect({ bytes, sha256 }).toEqual({ bytes: sound.length, sha256: sum('sha256') })
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(await listFiles(dir)).toEqual(['file'])
  expect(told.at(-1)).toBe(sound.length)
})

test('cut off on the way, it is gone on with where it stopped', async () => {
  let times = 0
  const whole = serve()
  const { to, download, asked } = await open(async (url, request) => {
    const reply = await whole(url, request)
    return times++ < 2 ? { ...reply, fault: 'truncated' } : reply
  })
  await download({ md5: sum('md5') })
  expect(sound.equals(await readFile(to))).toBe(true)
  const [first, ...later] = asked.map(({ headers }) => headers.range)
  expect(first).toBeUndefined()
  expect(later).toHaveLength(2)
  for (const range of later) expect(range).toMatch(/^bytes=[1-9]\d*-$/)
})

test('killed in the middle, the next run goes on from what is there', async () => {
  const whole = serve()
  let held = true
  const { to, download, asked, port } = await open(async (url, request) => {
    const reply = await whole(url, request)
    return held ? { ...reply, fault: 'truncated' } : reply
  })
  const child = spawn(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    `import { openHttp } from ${JSON.stringify(join(import.meta.dirname, '../../../src/base/http/open-http.ts'))}
     import { replayNetwork } from ${JSON.stringify(join(import.meta.dirname, '../../support/hosts/replay.ts'))}
     const clock = { now: () => Date.now(), sleep: () => new Promise(() => setInterval(() => {}, 1000)) }
     const http = openHttp({ rules: ${JSON.stringify(rules)}, userAgent: 'Songkeep/test', network: replayNetwork(${port}), clock })
     await http.download({ url: 'https://good.example/a.flac', to: ${JSON.stringify(to)} }, new AbortController().signal)`,
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  const part = `${to}.part`
  const arrived = async () => (existsSync(part) ? (await stat(part)).size : 0)
  while (child.exitCode === null && (await arrived()) === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  expect(existsSync(to)).toBe(false)
  held = false
  await download()
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(asked.at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/)
})

test('a file that has changed meanwhile is fetched anew', async () => {
  const newer = randomBytes(1000)
  const { to, download } = await open(serve(newer, '"two"'))
  await writeFile(`${to}.part`, sound.subarray(0, 500))
  const note = { url: 'https://good.example/a.flac', validator: '"one"' }
  await writeFile(`${to}.part.json`, JSON.stringify(note))
  await download()
  expect(newer.equals(await readFile(to))).toBe(true)
})

test.each([
  ['of another address', { url: 'https://good.example/b.flac', validator: '"one"' }],
  ['that nothing is known of', undefined],
])('a beginning %s is thrown away', async (_, note) => {
  const { to, download, asked } = await open(serve())
  await writeFile(`${to}.part`, 'nonsense')
  if (note) await writeFile(`${to}.part.json`, JSON.stringify(note))
  await download()
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(asked[0]?.headers.range).toBeUndefined()
})

test('killed when all was there but the name, it is not fetched again', async () => {
  const { to, download, asked } = await open(serve())
  await writeFile(`${to}.part`, sound)
  const note = { url: 'https://good.example/a.flac', validator: '"one"' }
  await writeFile(`${to}.part.json`, JSON.stringify(note))
  await download({ md5: sum('md5') })
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(asked).toHaveLength(1)
})

test('a beginning is not gone on with where the host gives the rest of another file', async () => {
  const newer = randomBytes(1000)
  const { to, download, asked } = await open((_, { headers }) => {
    const tagged = { etag: '"two"' }
    if (!headers.range) return { headers: tagged, body: newer }
    // It does not heed If-Range.
    const range = { 'content-range': 'bytes 500-999/1000' }
    return { status: 206, headers: { ...tagged, ...range }, body: newer.subarray(500) }
  })
  await writeFile(`${to}.part`, sound.subarray(0, 500))
  const note = { url: 'https://good.example/a.flac', validator: '"one"' }
  await writeFile(`${to}.part.json`, JSON.stringify(note))
  await download()
  expect(newer.equals(await readFile(to))).toBe(true)
  expect(asked.map(({ headers }) => headers.range)).toEqual(['bytes=500-', undefined])
})

test.each([
  ['no tag', {}],
  ['a weak tag', { etag: 'W/"one"' }],
])('with %s nothing vouches for a beginning: it is begun anew', async (_, headers) => {
  let times = 0
  const { to, download, asked } = await open(() =>
    times++ === 0 ? { headers, body: sound, fault: 'truncated' } : { headers, body: sound },
  )
  await download()
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(asked.map((each) => each.headers.range)).toEqual([undefined, undefined])
})

test('a date of change vouches for a beginning too, through several breaks', async () => {
  let times = 0
  const changed = 'Sat, 21 Nov 2026 00:00:00 GMT'
  const { to, download, asked } = await open((_, { headers }): Reply => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
    const range = { 'content-range': `bytes ${from}-${sound.length - 1}/${sound.length}` }
    const reply =
      from > 0 && headers['if-range'] === changed
        ? { status: 206, headers: range, body: sound.subarray(from) }
        : { headers: { 'last-modified': changed }, body: sound }
    return times++ < 3 ? { ...reply, fault: 'truncated' as const } : reply
  })
  await download({ sha1: sum('sha1') })
  expect(sound.equals(await readFile(to))).toBe(true)
  expect(asked.slice(1).every(({ headers }) => headers.range !== undefined)).toBe(true)
})

test('a beginning longer than the file is thrown away, once the host says so', async () => {
  const { to, download } = await open(serve())
  await writeFile(`${to}.part`, randomBytes(sound.length + 5))
  const note = { url: 'https://good.example/a.flac', validator: '"one"' }
  await writeFile(`${to}.part.json`, JSON.stringify(note))
  await download()
  expect(sound.equals(await readFile(to))).toBe(true)
})

test.each<[string, Partial<DownloadRequest>, RegExp]>([
  ['MD5', { md5: '0'.repeat(32) }, /MD5/],
  ['SHA-1', { sha1: '0'.repeat(40) }, /SHA-1/],
  ['length', { bytes: 5 }, /300,000 bytes where 5 were promised/],
  ['size limit', { maxBytes: 1000 }, /longer than 1000 bytes/],
])('another %s than was promised: nothing stays', async (_, promised, says) => {
  const { dir, download } = await open(serve())
  const error = await download(promised).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UnavailableError)
  expect(error.message).toMatch(says)
  expect((await listFiles(dir)).filter((name) => name === 'file')).toEqual([])
})

test.each<[string, Partial<DownloadRequest>]>([
  ['its limit', { maxBytes: 1000 }],
  ['what was promised', { bytes: 1000 }],
])('a file longer than %s is not fetched four times', async (_, promised) => {
  const { dir, download, asked } = await open(() => ({
    headers: { 'transfer-encoding': 'chunked' },
    body: sound,
  }))
  await expect(download(promised)).rejects.toThrow(/longer than 1000 bytes/)
  expect(asked).toHaveLength(1)
  expect(await listFiles(dir)).toEqual([])
})

test('a file with another checksum is fetched a second time, and no third', async () => {
  const { download, asked } = await open(serve())
  await expect(download({ md5: '0'.repeat(32) })).rejects.toMatchObject({
    reason: { code: 'network.wrong-content' },
  })
  expect(asked).toHaveLength(2)
})

test('a packed file is not taken for the file', async () => {
  const headers = { 'content-encoding': 'gzip' }
  const { to, download } = await open(() => ({ headers, body: sound }))
  await expect(download()).rejects.toThrow(/packed/)
  expect(existsSync(to)).toBe(false)
})

test('a host that drips is too slow, and holds nobody for hours', async () => {
  const { download, clock, asked } = await open(() => ({ fault: 'drip' }))
  const slowly = () => clock.pass(10_000)
  await expect(download({ onProgress: slowly })).rejects.toThrow(/too slow/)
  expect(asked).toHaveLength(4)
})

test.skipIf(!existsSync('/dev/full'))('a full disk is no fault of the host', async () => {
  const { to, download, asked } = await open(async () => {
    await symlink('/dev/full', `${to}.part`)
    return { body: sound }
  })
  const error = await download().catch((thrown) => thrown)
  expect(error).toBeInstanceOf(StorageError)
  expect(error.message).toMatch(/^The disk is full/)
  expect(asked).toHaveLength(1)
  expect(existsSync(to)).toBe(false)
})

test('nor is a folder that is gone', async () => {
  const { dir, download } = await open(serve())
  await expect(download({ to: join(dir, 'gone', 'file') })).rejects.toBeInstanceOf(StorageError)
})

test('a host that says no many times still has its connections', async () => {
  const { download } = await open((url) =>
    url.pathname === '/a.flac' ? { body: sound } : { status: 404, body: sound },
  )
  for (let time = 0; time < 40; time++)
    await expect(download({ url: 'https://good.example/no' })).rejects.toThrow(/404/)
  expect((await download()).bytes).toBe(sound.length)
})

test.each([403, 404, 503])('%i instead of the file is a clear word', async (status) => {
  const { to, download } = await open(() => ({ status, body: 'no' }))
  await expect(download()).rejects.toThrow(`good.example answers ${status} instead of the file.`)
  expect(existsSync(to)).toBe(false)
})

test('a redirect to where it must not go is refused', async () => {
  const { to, download } = await open(() => ({
    status: 302,
    headers: { location: 'https://p.scdn.co/mp3-preview/1' },
  }))
  await expect(download()).rejects.toBeInstanceOf(RequestRefusedError)
  expect(existsSync(to)).toBe(false)
})
