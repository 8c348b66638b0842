import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Playlist } from '../../../src/model/playlist.ts'
import { reason } from '../../../src/model/reason.ts'
import { readPlaylists } from '../../../src/playlist/read.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { expectSound } from '../../contract/format.ts'

const folder = mkdtempSync(join(tmpdir(), 'songkeep-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MB = 1024 * 1024
const XSPF = '<playlist version="1" xmlns="http://xspf.org/ns/0/">'
const CSV = 'Track URI,Track Name,Artist Name(s)\n'

/** A file of so many megabytes: one piece again and again between a head and a tail. */
function writeLarge(name: string, megabytes: number, piece: string, head = '', tail = ''): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  const block = Buffer.from(piece.repeat(Math.ceil(MB / Buffer.byteLength(piece))))
  writeSync(file, head)
  for (let count = 0; count < megabytes - 1; count++) writeSync(file, block)
  writeSync(file, tail)
  closeSync(file)
  return path
}

/** Reads a file in a process of its own: what comes of it, and the memory it takes. */
function measure(path: string): { readonly outcome: string; readonly megabytes: number } {
  const reader = new URL('../../../src/playlist/read.ts', import.meta.url).href
  const script = `
    const { readPlaylists } = await import(${JSON.stringify(reader)})
    const outcome = await readPlaylists(${JSON.stringify(path)}).then(
      ([playlist]) => playlist.format + ' ' + playlist.entries.length,
      (error) => error.name === 'UserError' ? error.message : 'BROKEN ' + error.stack,
    )
    console.log(JSON.stringify({ outcome, megabytes: process.resourceUsage().maxRSS / 1024 }))`
  const args = ['--input-type=module', '--eval', script]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

describe('large inputs are refused or read within 500 MB', () => {
  test.each([
    ['one line of 100 MB', 'line.txt', 100, 'a', '', /larger than 64 MB/],
    ['one line of 63 MB', 'line.m3u', 63, 'a', '#EXTM3U\n#EXTINF:1,', /^m3u 1$/],
    ['a length of 5 MB, and no title', 'digits.m3u', 5, '199', '#EXTM3U\n#EXTINF:', /^m3u 1$/],
    ['nothing but line ends', 'ends.txt', 63, '\n', 'Mira - Salt', /^text 1$/],
    ['millions of short lines', 'short.txt', 63, 'é - ü\n', '', /more than 200,000 entries/],
    [
      'quotes that are never closed',
      'open.csv',
      63,
      '"a\n',
      `${CSV}spotify:track:1,a,b\n`.repeat(30),
      /more than 200,000/,
    ],
    ['one cell of 63 MB', 'cell.csv', 63, 'x, ', `${CSV}spotify:track:1,b,"`, /^exportify 1$/],
    [
      'JSON of nothing but depth',
      'deep.json',
      63,
      '[',
      '{"playlists":[{"items":[{"trackName":',
      /nested too deeply/,
    ],
    [
      'JSON of many small values',
      'wide.json',
      5,
      '{},',
      '{"playlists":[{"items":[{"trackName":1},',
      /JSON/,
    ],
    [
      'XML of many small elements',
      'wide.xspf',
      63,
      '<track/>',
      `${XSPF}<trackList>`,
      /holds too much/,
    ],
    [
      'XML of nothing but depth',
      'deep.xspf',
      63,
      '<track>',
      `${XSPF}<trackList>`,
      /nested too deeply/,
    ],
    ['XML of nothing but attributes', 'attributes.xspf', 63, ' a=""', '<playlist', /XML|XSPF/],
  ])(
    '%s',
    (_, name, megabytes, piece, head, outcome) => {
      const path = writeLarge(name, megabytes, piece, head)
      const result = measure(path)
      rmSync(path)
      expect(result.outcome).toMatch(outcome)
      expect(result.megabytes).toBeLessThan(500)
    },
    60_000,
  )
})

const read = (name: string, text: string): Promise<readonly Playlist[]> => {
  const path = writeLarge(name, 1, 'x', text)
  return readPlaylists(path)
}

describe('XML that wants more than to be read', () => {
  test.each([
    [
      'a bomb of entities',
      `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${XSPF}<title>&b;</title><trackList/></playlist>`,
    ],
    [
      'an entity from a file',
      `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${XSPF}<title>&a;</title><trackList/></playlist>`,
    ],
    ['an entity nobody declared', `${XSPF}<title>&boom;</title><trackList/></playlist>`],
  ])('%s', async (_, xml) => {
    const error = await read('a.xspf', xml).catch((reason) => reason)
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(/entit/)
  })

  test('a document type that is only named is passed over', async () => {
    const head = '<!DOCTYPE playlist SYSTEM "http://nowhere.example/x.dtd">'
    const [playlist] = await read('a.xspf', `${head}${XSPF}<title>T</title><trackList/></playlist>`)
    expect(playlist?.name).toBe('T')
  })

  test('names that objects have anyway are only names', async () => {
    const track = '<track><title>toString</title><creator>__proto__</creator></track>'
    const xml = `<playlist __proto__="x"><__proto__/><constructor/><trackList>${track}</trackList></playlist>`
    const [playlist] = await read('a.xspf', xml)
    expect(playlist?.entries[0]).toMatchObject({
      track: { title: 'toString', artists: ['__proto__'] },
    })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

test('names with what could do harm come out harmless', async () => {
  const [playlist] = await read(
    'names.m3u8',
    [
      '#EXTM3U',
      '#PLAYLIST:\u202egnp.exe\u0007',
      '#EXTINF:1,../../x - \0/etc/passwd\u2066',
      'a.mp3',
      `#EXTINF:1,${'long '.repeat(1000)} - ${'e\u0301'.repeat(6000)}`,
      '../../../../etc/passwd.mp3',
      '#EXTINF:99999999999999999999,\u200f - \u200e',
      'b\0.mp3',
      '',
    ].join('\n'),
  )
  if (!playlist) throw new Error('no playlist')
  expectSound(playlist, 'm3u')
  expect(playlist.name).toBe('gnp.exe')
  expect(playlist.entries[0]).toMatchObject({
    track: { artists: ['../../x'], title: '/etc/passwd' },
  })
  expect(playlist.entries[1]).toMatchObject({
    note: reason('playlist.text-cut', { field: 'title', max: 5000 }),
  })
  // What names nothing is kept as a row that says so.
  expect(playlist.entries).toHaveLength(3)
})
