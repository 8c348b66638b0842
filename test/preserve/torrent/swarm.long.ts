import { execFileSync, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../../src/packages/torrent/check-folder.ts'
import { readTorrent } from '../../../src/packages/torrent/read-torrent.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../../src/tags/write/write-tags.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { makeWav, openStudio } from '../../media/studio.ts'
import {
  hasLibtorrent,
  libtorrentScript,
  python,
} from '../../packages/torrent/support/make-torrent.ts'
import { png } from '../../tags/pictures.ts'
import { keepAll, packAll } from './support/shareable.ts'

const place = useTemporary()
const out = () => join(place.root, 'out')
const fill = (bytes: number, seed: number) =>
  Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + seed * 13) % 251)
const has = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`SKIPPED, no ${program} (Debian): torrents are not read by it`)
    return false
  }
}
const run = (program: string, args: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program}: ${code}`)),
    )
  })

const kept = ['A', 'B', 'C'].map((title, at) => ({ title, content: fill(300_000 + at, at) }))
const pack = async () => {
  await keepAll(place.dir, kept)
  await packAll(place.dir, out())
}
const isWhole = async (folder: string, name = 'tail-001') => {
  const torrent = readTorrent(await readFile(join(out(), `${name}.torrent`)))
  expect(await Array.fromAsync(checkFolder(folder, torrent))).toEqual([])
}

describe.skipIf(!hasLibtorrent)('a swarm of two', () => {
  test.each(['tail-001.torrent', 'tail-001-v1.torrent'])(
    'one seeds as it lies, one loads: %s',
    async (name) => {
      await pack()
      const [from, to] = [out(), join(place.root, 'loaded')]
      await mkdir(to)
      await run(python, [libtorrentScript('swarm.py'), join(out(), name), from, to])
      await isWhole(join(to, 'tail-001'))
    },
    120_000,
  )

  test('a web seed alone gives all of it', async () => {
    await keepAll(place.dir, kept)
    await using web = await serve(place.root)
    await packAll(place.dir, out(), { webSeed: [`${web.url}out/`] })
    const to = join(place.root, 'loaded')
    await mkdir(to)
    await run(python, [libtorrentScript('swarm.py'), join(out(), 'tail-001.torrent'), '', to])
    await isWhole(join(to, 'tail-001'))
  }, 120_000)
})

describe.skipIf(!has('aria2c'))('aria2', () => {
  test('loads the torrent of the first version from a web seed', async () => {
    await keepAll(place.dir, kept)
    await using web = await serve(place.root)
    await packAll(place.dir, out(), { webSeed: [`${web.url}out/`] })
    const to = join(place.root, 'loaded')
    const quiet = ['--seed-time=0', '--enable-dht=false', '--enable-peer-exchange=false', '--quiet']
    await run('aria2c', [...quiet, `--dir=${to}`, join(out(), 'tail-001-v1.torrent')])
    await isWhole(join(to, 'tail-001'))
  }, 120_000)
})

describe.skipIf(!has('transmission-show'))('Transmission', () => {
  test('reads the torrent of the first version', async () => {
    await pack()
    const said = await run('transmission-show', [join(out(), 'tail-001-v1.torrent')])
    const index = (await readFile(join(out(), 'torrents.jsonl'), 'utf8'))
      .split('\n')
      .filter(Boolean)
    const { oldClients } = JSON.parse(index.find((line) => line.includes('"tail-001"')) ?? '')
    expect(said).toContain(`Hash: ${oldClients.infoHashV1}`)
    expect(said).toContain('LICENCES.jsonl')
  })
})

describe('pictures that may come from elsewhere', () => {
  const studio = openStudio()

  test('are not shared; the texts are', async () => {
    const wav = makeWav({ seconds: 1 })
    const path = await studio.record(
      'a.mp3',
      wav,
      '-c:a',
      'libmp3lame',
      '-metadata',
      'title=Tide',
      '-f',
      'mp3',
    )
    const before = await readFileTags(path, 'mp3')
    const target = studio.path('covered.mp3')
    const tags = { ...before.tags, cover: { mime: 'image/png' as const, bytes: png(9) } }
    await writeTags({ source: path, target }, before, tags, new AbortController().signal)
    const content = await readFile(target)
    await keepAll(place.dir, [{ title: 'Tide', content }])
    await packAll(place.dir, out(), { link: true })
    const { files } = readTorrent(await readFile(join(out(), 'tail-001.torrent')))
    const song = join(
      out(),
      'tail-001',
      files.find(({ path }) => path.endsWith('.mp3'))?.path ?? '',
    )
    const [shared, original] = [await probeFile(song), await probeFile(target)]
    expect([original.pictures?.length, shared.pictures?.length, shared.tags.title]).toEqual([
      1,
      0,
      'Tide',
    ])
    expect(await readFile(join(out(), 'tail-001', 'LICENCES.jsonl'), 'utf8')).toContain(
      'pictures left out',
    )
    expect((await stat(song)).size).toBeLessThan(content.length)
  }, 120_000)
})

/** The folder over HTTP, with ranges, on loopback. */
async function serve(root: string) {
  const server: Server = createServer(async (request, response) => {
    const path = join(root, normalize(decodeURIComponent(request.url ?? '/')))
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return void response.writeHead(404).end()
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) {
      response.writeHead(200, { 'content-length': found.size, 'accept-ranges': 'bytes' })
      return void createReadStream(path).pipe(response)
    }
    const start = Number(from)
    const end = to ? Math.min(Number(to), found.size - 1) : found.size - 1
    response.writeHead(206, {
      'content-length': end - start + 1,
      'content-range': `bytes ${start}-${end}/${found.size}`,
    })
    createReadStream(path, { start, end }).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
