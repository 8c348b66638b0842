import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { type Memory, openMemory } from '../support/memory-context.ts'
import {
  ask,
  makeHome,
  type Running,
  removeHome,
  serve,
  until,
} from '../support/servers/page-server.ts'

let home: string
let memory: Memory
let running: Running

beforeAll(async () => {
  home = await makeHome()
  memory = openMemory(home)
  running = await serve(memory.context, home)
  await mkdir(join(home, 'list'))
  await writeFile(join(home, 'a.mp3'), Buffer.alloc(300_000, 7))
  await writeFile(join(home, 'list/playlist.m3u8'), '#EXTM3U\n../a.mp3\n'.repeat(100))
  return async () => {
    await running[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

const path = '/api/archives/a/playlists/L%C3%ADst%20%22one%22/zip'
const member = (name: string, file = name) => ({ name, path: join(home, file) })

/** One that lies in a bucket. */
const remote = (name: string, content: string | undefined) => ({
  name,
  find: async () =>
    content === undefined
      ? undefined
      : {
          ...{ name, type: 'audio/mpeg', bytes: content.length, etag: 'a' },
          async *read({ start, end }: { readonly start: number; readonly end: number }) {
            yield Buffer.from(content.slice(start, end))
          },
        },
})

interface Unzipped {
  readonly stored: boolean
  readonly text: string
}

/** Reads the zip as a strict reader does: by its directory, every checksum compared. */
async function unzip(bytes: Buffer): Promise<Readonly<Record<string, Unzipped>>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const found: Record<string, Unzipped> = {}
  for await (const entry of zip.eachEntry()) {
    const text = await readText(await zip.openReadStreamPromise(entry))
    found[entry.fileName] = { stored: entry.compressionMethod === 0, text }
  }
  return found
}

test('a playlist’s files come as one zip: sound as it is, texts made smaller', async () => {
  memory.members = [member('Artist/a.mp3', 'a.mp3'), member('list/playlist.m3u8')]
  const { status, headers, bytes } = await ask(running.address, path)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="L_st _one_.zip"; filename*=UTF-8''L%C3%ADst%20%22one%22.zip`,
  })
  const files = await unzip(bytes)
  expect(Object.keys(files)).toEqual(['Artist/a.mp3', 'list/playlist.m3u8'])
  expect(files['Artist/a.mp3']).toEqual({ stored: true, text: '\x07'.repeat(300_000) })
  expect(files['list/playlist.m3u8']).toMatchObject({ stored: false })
})

test('what lies in a bucket goes along; what is not found there is told', async () => {
  memory.members = [
    remote('one.mp3', 'sound'),
    member('list/playlist.m3u8'),
    remote('gone.mp3', undefined),
  ]
  const files = await unzip((await ask(running.address, path)).bytes)
  expect(files['one.mp3']).toEqual({ stored: true, text: 'sound' })
  expect(Object.keys(files)).toEqual(['one.mp3', 'list/playlist.m3u8', 'NOT IN THIS ZIP.txt'])
  expect(files['NOT IN THIS ZIP.txt']?.text).toContain('gone.mp3')
})

test('what has gone, is a link, or has a name that leads out, is told in a note; the rest is whole', async () => {
  await symlink('/etc/passwd', join(home, 'link.mp3'))
  const bad = [
    '../up.mp3',
    '/top.mp3',
    'C:/disk.mp3',
    'a/../../b.mp3',
    'a\\b.mp3',
    './c.mp3',
    'a//b.mp3',
    '',
  ]
  memory.members = [
    ...[member('gone.mp3'), member('link.mp3'), member('list')],
    ...bad.map((name) => member(name, 'a.mp3')),
    ...[member('a.mp3'), member('a.mp3'), member('__proto__', 'a.mp3')],
  ]
  const { bytes } = await ask(running.address, path)
  const files = await unzip(bytes)
  expect(Object.getOwnPropertyNames(files).toSorted()).toEqual(['NOT IN THIS ZIP.txt', 'a.mp3'])
  const note = files['NOT IN THIS ZIP.txt']?.text ?? ''
  for (const name of ['gone.mp3', 'link.mp3', 'list', ...bad]) expect(note).toContain(`${name}\n`)
  expect(bytes.includes('root:')).toBe(false)
})

test('thousands of files come, more than may be open at once', async () => {
  memory.members = Array.from({ length: 3000 }, (_, index) =>
    member(`${index}.mp3`, 'list/playlist.m3u8'),
  )
  const files = await unzip((await ask(running.address, path)).bytes)
  expect(Object.keys(files)).toHaveLength(3000)
})

test('nothing in it, and headers alone', async () => {
  memory.members = []
  expect(await unzip((await ask(running.address, path)).bytes)).toEqual({})
  memory.members = [member('a.mp3')]
  expect(await ask(running.address, path, { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
  })
})

test('a client that leaves stops it, and breaks nothing', async () => {
  memory.members = Array.from({ length: 2000 }, (_, index) => member(`${index}.mp3`, 'a.mp3'))
  const socket = connect(running.port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${running.port}\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.destroy()
  memory.members = []
  expect(await ask(running.address, path)).toMatchObject({ status: 200 })
  expect(running.log).toEqual([])
})

test('where a file breaks off, no reader takes the zip for whole', async () => {
  memory.members = [member('a.mp3'), { name: 'b.mp3', path: 'with\0nul' }]
  const received = await new Promise<Buffer>((resolve) => {
    const pieces: Buffer[] = []
    const socket = connect(running.port, '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${running.port}\r\n\r\n`)
    socket.on('data', (piece) => pieces.push(piece))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(pieces)))
  })
  // Neither the directory of the zip, nor the last piece of the answer.
  expect(received.includes('PK\x05\x06')).toBe(false)
  expect(received.subarray(-5).toString()).not.toBe('0\r\n\r\n')
  await until(async () => running.log.find((text) => text.includes('null bytes')))
  memory.members = []
  expect(await ask(running.address, path)).toMatchObject({ status: 200 })
})
