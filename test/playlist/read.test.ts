import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ReasonCode } from '../../src/model/reason.ts'
import { explainFormats, readPlaylists } from '../../src/playlist/read.ts'
import { UserError } from '../../src/words/user-error.ts'
import { errorLike } from '../support/words/reasons.ts'

const folder = mkdtempSync(join(tmpdir(), 'songkeep-playlist-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const makeFolder = (name: string) => {
  mkdirSync(join(folder, name))
  return join(folder, name)
}

async function* stream(...chunks: readonly (string | Buffer)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

const two = JSON.stringify({
  playlists: [
    { name: 'Mórning', items: [{ track: { trackName: 'Salt', artistName: 'Mira' } }] },
    { name: 'Evening', items: [] },
  ],
})

test('a file in an old encoding, which the user may name, and what was found is told', async () => {
  const path = write(
    'old.m3u',
    Buffer.from('#EXTINF:1,M\xf6wen - Gr\xfcn\n#EXTINF:1,K\xfcste - M\xe4rz\n', 'latin1'),
  )
  const [found] = await readPlaylists(path)
  expect(found).toMatchObject({
    entries: [{ track: { title: 'Grün', artists: ['Möwen'] } }, { track: { title: 'März' } }],
    notes: [{ code: 'playlist.encoding-detected', params: { encoding: 'windows-1252' } }],
  })
  const [named] = await readPlaylists(path, { encoding: 'ibm866' })
  expect(named).toMatchObject({ entries: [{ track: { title: 'Gr№n' } }, {}], notes: [] })
})

test('what the input says it holds, and what was found, is compared', async () => {
  const list = '[playlist]\nFile1=a.mp3\nTitle1=Mira - Salt\nNumberOfEntries=3\n'
  const [playlist] = await readPlaylists(write('short.pls', list))
  expect(playlist?.notes).toMatchObject([
    { code: 'playlist.records-lost', params: { records: 3, entries: 1 } },
  ])
})

test('a file', async () => {
  const [playlist] = await readPlaylists(write('My Mix.txt', 'Mira - Salt\nTolland - Sand\n'))
  expect(playlist).toMatchObject({ name: 'My Mix', format: 'text' })
  expect(playlist?.entries).toHaveLength(2)
})

test.each([
  ['A - One\n', 'One'],
  ['A - One\nB - Two\n', 'One, Two'],
  ['A - One\nB - Two\nC - Three\n', 'One, Two …'],
  [`A - ${'long '.repeat(20)}\nB - Two\n`, `${'long '.repeat(7)}long…, Two`],
  ['#EXTM3U\n#PLAYLIST:Evening\n#EXTINF:1,A - One\na.mp3\n', 'Evening'],
])('what is pasted has no file, and is called by what is in it: %j', async (text, name) => {
  const [pasted] = await readPlaylists('-', { stdin: stream(Buffer.from(text)) })
  expect(pasted?.name).toBe(name)
  const [uploaded] = await readPlaylists(write('_', text))
  expect(uploaded?.name).toBe(name)
})

test('standard input, in pieces that part a character', async () => {
  const bytes = Buffer.from('Grüne Insel - Überfahrt')
  const stdin = stream(bytes.subarray(0, 3), bytes.subarray(3))
  const [playlist] = await readPlaylists('-', { stdin })
  expect(playlist?.name).toBe('Überfahrt')
  expect(playlist?.entries[0]).toMatchObject({
    track: { title: 'Überfahrt', artists: ['Grüne Insel'] },
  })
})

test('several playlists stay several, and one can be asked for by its name', async () => {
  const path = write('export/Playlist1.json', two)
  expect((await readPlaylists(path)).map(({ name }) => name)).toEqual(['Mórning', 'Evening'])
  expect(await readPlaylists(path, { only: 'mo\u0301rning' })).toHaveLength(1)
  await expect(readPlaylists(path, { only: 'Night' })).rejects.toMatchObject({
    message: 'No playlist is named “Night”.',
    hint: 'The input has “Mórning”, “Evening”.',
  })
})

test('a folder: the files of a Spotify export, and no others', async () => {
  write('data/MyData/Playlist1.json', two)
  write('data/MyData/Userdata.json', two)
  write('data/MyData/notes.m3u', 'a.mp3')
  expect(await readPlaylists(join(folder, 'data'))).toHaveLength(2)
})

test('a folder of playlist files; links in it are not followed', async () => {
  write('mixed/b.m3u', 'Mira - Salt.mp3')
  write('mixed/a.txt', 'Mira - Salt')
  symlinkSync(write('elsewhere.m3u', 'Tolland - Sand.mp3'), join(folder, 'mixed/c.m3u'))
  expect((await readPlaylists(join(folder, 'mixed'))).map(({ name }) => name)).toEqual(['b'])
})

test('a format that is named is taken', async () => {
  const path = write('odd.dat', 'Mira - Salt.mp3')
  expect((await readPlaylists(path, { format: 'text' }))[0]?.format).toBe('text')
  await expect(readPlaylists(path, { format: 'nonsense' })).rejects.toThrow(
    errorLike('playlist.no-such-format', { format: 'nonsense' }, 'playlist.known-formats'),
  )
})

describe('what cannot be read is told clearly', () => {
  test.each<[string, () => string, ReasonCode]>([
    ['nothing there', () => join(folder, 'none.csv'), 'playlist.not-opened'],
    ['a file as a folder', () => join(write('f.txt', 'x'), 'y'), 'playlist.not-opened'],
    ['an empty file', () => write('empty.csv', ''), 'playlist.empty'],
    ['only blanks', () => write('blank.csv', ' \n\n'), 'playlist.empty'],
    [
      'a sound file',
      () => write('song.mp3', Buffer.from('ID3\x04\0\0\0\0\0\0')),
      'playlist.other-kind',
    ],
    [
      'another kind of text',
      () => write('page.html', '<!doctype html><p>Hello</p>'),
      'playlist.unknown-format',
    ],
    [
      'a table of something',
      () => write('t.csv', 'height,weight\n1,2\n'),
      'playlist.unknown-format',
    ],
    ['a link', () => 'https://open.spotify.com/playlist/1', 'playlist.link-no-file'],
    ['an empty folder', () => makeFolder('bare'), 'playlist.no-known-playlist'],
    ['a device', () => '/dev/null', 'playlist.no-file'],
    [
      'too large a file',
      () => write('large.txt', Buffer.alloc(65 * 1024 * 1024, 'a')),
      'playlist.too-large',
    ],
  ])('%s', async (_, path, code) => {
    const error = await readPlaylists(path()).catch((reason) => reason)
    expect(error).toBeInstanceOf(UserError)
    expect(error.reason.code).toBe(code)
  })

  test.skipIf(process.platform === 'win32')('a pipe is refused, not waited for', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe])
    await expect(readPlaylists(pipe)).rejects.toThrow(
      errorLike('playlist.no-file', { input: 'pipe' }),
    )
  })

  test('standard input without end', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'a')
    async function* endless() {
      for (;;) yield piece
    }
    await expect(readPlaylists('-', { stdin: endless() })).rejects.toThrow(
      errorLike('playlist.too-large', { input: '-', maxMegabytes: 64 }),
    )
  })
})

test('stops when it is told to', async () => {
  const signal = AbortSignal.abort()
  await expect(readPlaylists(write('a.txt', 'a - b'), { signal })).rejects.toBe(signal.reason)
  await expect(readPlaylists('-', { stdin: stream('a - b'), signal })).rejects.toBe(signal.reason)
})

test('the formats are listed for help texts', () => {
  expect(explainFormats()).toContainEqual({ name: 'm3u', title: 'M3U / M3U8 playlist' })
})
