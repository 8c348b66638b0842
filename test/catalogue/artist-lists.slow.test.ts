import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openArtists } from '../../src/catalogue/read/artists/all.ts'
import type { ListedArtist } from '../../src/catalogue/read/artists/artist.ts'
import { UserError } from '../../src/words/user-error.ts'
import { makeFolder } from './support/catalogue.ts'

const folder = makeFolder()
const { signal } = new AbortController()

/** Writes a file, reads it as a list of artists, and tells what it gave. */
async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const input = await openArtists(path, signal)
  const artists: ListedArtist[] = []
  const skipped: (readonly [number, string])[] = []
  for await (const batch of input.read(signal)) {
    artists.push(...batch.artists)
    skipped.push(...batch.skipped.map(({ row, reason }) => [row, reason.code] as const))
  }
  return { format: input.format, licence: input.licence, artists, skipped }
}

/** An artist of MusicBrainz' dump, with what else stands there. */
const entity = (
  id: string,
  name: string,
  sortName: string,
  aliases: readonly string[] = [],
  persona?: string,
) =>
  JSON.stringify({
    type: 'Person',
    id,
    name,
    'sort-name': sortName,
    disambiguation: '',
    aliases: aliases.map((alias) => ({
      name: alias,
      'sort-name': alias,
      type: 'Artist name',
      locale: null,
      primary: null,
      ended: false,
    })),
    tags: [],
    relations: [
      {
        type: 'official homepage',
        'target-type': 'url',
        url: { resource: 'https://quill.example/' },
      },
      { type: 'member of band', direction: 'forward', artist: { id: 'b', name: 'The Band' } },
      ...(persona
        ? [{ type: 'is person', direction: 'forward', artist: { id: 'p', name: persona } }]
        : []),
    ],
  })

describe("MusicBrainz' artists", () => {
  const lines = [
    entity('a1', 'Old Quill', 'Quill, Old', ['Quillon', 'The Quill'], 'Saltbox'),
    entity('a2', 'Мария Квилл', 'Kvill, Mariya'),
    entity('a3', '[unknown]', '[unknown]', ['anonymous']),
    entity('a4', '犬島ユキ', 'INUSHIMA YUKI'),
  ]
  const artists = [
    { id: 'a1', names: ['Old Quill', 'Quillon', 'The Quill'], projects: ['Saltbox'] },
    { id: 'a2', names: ['Мария Квилл', 'Mariya Kvill', 'Kvill Mariya'], projects: [] },
    { id: 'a3', names: ['[unknown]'], projects: [] },
    { id: 'a4', names: ['犬島ユキ', 'INUSHIMA YUKI'], projects: [] },
  ]

  test('an alias in another script is known in Latin letters too', async () => {
    const aliases = [{ name: '古い羽ペン', 'sort-name': 'Hanepen, Furui' }]
    const artist = { id: 'a1', name: 'Old Quill', 'sort-name': 'Quill, Old', aliases }
    const { artists: found } = await read('alias', JSON.stringify(artist))
    expect(found[0]?.names).toEqual(['Old Quill', '古い羽ペン', 'Furui Hanepen', 'Hanepen Furui'])
  })

  test('one a line, named as the dump names it, and packed', async () => {
    const text = `${lines.join('\n')}\n`
    for (const [name, content] of [
      ['artist', text],
      ['artist.jsonl.gz', gzipSync(text)],
      ['artist.zst', zstdCompressSync(text)],
    ] as const)
      expect(await read(name, content), name).toEqual({
        format: 'musicbrainz',
        licence: 'CC0-1.0',
        artists,
        skipped: [],
      })
  })

  test('a bad line is a row with a reason', async () => {
    const bad = [lines[0], '{"id":"a5","name":"Cut o', '{"sort-name":"","name":"","id":"a6"}', '[]']
    expect((await read('bad', bad.join('\n'))).skipped).toEqual([
      [2, 'catalogue.row-no-json'],
      [3, 'catalogue.row-no-artist'],
      [4, 'catalogue.row-no-object'],
    ])
  })
})

describe("Discogs' artists", () => {
  const text = `<artists>
<artist><images><image type="primary" uri="" width="6" height="4"/></images><id>11</id><name>Marl (2)</name><realname>Juno Reeve</realname><profile>She &amp; [a=Ferro]</profile><namevariations><name>M&#228;rl &amp; Co</name><name>Marl (3)</name></namevariations><aliases><name id="12">Saltbox (7)</name></aliases></artist>
<artist><id>12</id><name>Saltbox (7)</name><profile/><aliases><name id="11">Marl (2)</name></aliases><members><id>9</id><name id="9">Somebody</name></members></artist>
<artist><id>13</id><name>Ferro</name></artist>
</artists>`

  test('name variations are names, aliases other projects', async () => {
    const read1 = await read('artists.xml.gz', gzipSync(text))
    expect(read1).toEqual({
      format: 'discogs',
      licence: 'CC0-1.0',
      artists: [
        { id: '11', names: ['Marl', 'Märl & Co', 'Marl'], projects: ['Saltbox'] },
        { id: '12', names: ['Saltbox'], projects: ['Marl'] },
        { id: '13', names: ['Ferro'], projects: [] },
      ],
      skipped: [],
    })
  })

  test('one that is no artist, and one that never ends, are rows with reasons', async () => {
    const broken = `<artists><artist><id>1</id></artist><artist><id>2</id><name>Ferro</name></artist><artist><id>3</id><name>Os`
    const { artists, skipped } = await read('broken.xml', broken)
    expect(artists).toEqual([{ id: '2', names: ['Ferro'], projects: [] }])
    expect(skipped).toEqual([
      [1, 'catalogue.row-no-artist'],
      [3, 'catalogue.row-artist-open'],
    ])
  })
})

describe("a table of one's own", () => {
  const both = [
    { names: ['Old Quill', 'Quillon', 'The Quill'] },
    { names: ['Tyler, the Made-Up', 'TMU'] },
  ]
  test.each([
    ['own.csv', 'artist,aliases\nOld Quill,Quillon;The Quill\n"Tyler, the Made-Up",TMU\n'],
    [
      'own.tsv',
      '\ufeffName\tAlso known as\r\nOld Quill\tQuillon|The Quill\r\nTyler, the Made-Up\tTMU\r\n',
    ],
    ['own', 'alias;artist\n"[""Quillon"",""The Quill""]";Old Quill\nTMU;Tyler, the Made-Up'],
    [
      'own.jsonl',
      '{"artist":"Old Quill","aliases":["Quillon",{"name":"The Quill"}]}\n{"name":"Tyler, the Made-Up","alias":"TMU"}',
    ],
  ])('%s', async (name, content) => {
    const { format, artists, skipped } = await read(name, content)
    expect(format).toBe('table')
    expect(artists).toMatchObject(both)
    expect(skipped).toEqual([])
  })

  test('a row for each alias: rows of one name, or one id, are of one artist', async () => {
    const { artists } = await read(
      'rows.csv',
      'id,artist,alias\n7,Old Quill,Quillon\n7,Quill the Old,\n,The Ferro,Iron\n,Ferro,Eisen\n',
    )
    const ids = artists.map(({ id }) => id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).toBe(ids[3])
    expect(ids[0]).not.toBe(ids[2])
  })

  test('bad rows are told', async () => {
    const rows = [
      'artist,alias',
      ',Quillon',
      'Old,Quill,Quillon',
      'Old Quill,"Quillon',
      '!!!,',
      'Various Artists,VA',
    ]
    expect((await read('bad.csv', rows.join('\n'))).skipped).toEqual([
      [2, 'catalogue.row-no-artist'],
      [3, 'catalogue.row-too-many-cells'],
      [4, 'catalogue.row-quote-open'],
      [6, 'catalogue.row-no-artist'],
    ])
  })
})

describe('what is no list of artists is refused', () => {
  test.each([
    ['artist.tar.xz', '\xfd7zXZ\0\0\x04', 'packed'],
    ['artist.tar', `${'mbdump/artist'.padEnd(257, '\0')}ustar\0`, 'packed'],
    ['artist.tar.bz2', 'BZh91AY', 'packed'],
    ['labels.xml', '<labels><label><id>1</id></label></labels>', 'no-artist-list'],
    ['names.csv', 'Old Quill,Quillon\n', 'no-artist-list'],
    ['titles.csv', 'artist,title\nOld Quill,Lantern\n', 'no-artist-list'],
    ['empty', '', 'no-artist-list'],
  ])('%s', async (name, content, code) => {
    await expect(read(name, Buffer.from(content, 'latin1'))).rejects.toMatchObject({
      reason: { code: `catalogue.${code}` },
    })
  })

  test('a file that is not there, and one that breaks off', async () => {
    await expect(openArtists(join(folder, 'nowhere'), signal)).rejects.toThrow(UserError)
    const whole = gzipSync(`${entity('a1', 'Old Quill', 'Quill, Old')}\n`.repeat(20_000))
    await expect(read('cut.gz', whole.subarray(0, whole.length - 100))).rejects.toMatchObject({
      reason: { code: 'catalogue.unreadable' },
    })
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ...[
      '{',
      '}',
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '[',
      ']',
      ':',
      'null',
      '"name"',
      '"sort-name"',
      '"aliases"',
    ],
    ...[
      'artist,aliases\n',
      '<artists>',
      '<artist>',
      '</artist>',
      '<id>1</id>',
      '<name>x</name>',
      '<aliases>',
    ],
    ...['<namevariations>', '</namevariations>', '<![CDATA[', '&#0;', '&amp;', '<!--'],
  ),
)

test.each([
  ['table', 'artist,aliases\n'],
  ['lines', '{"name":"x","sort-name":"x","id":"1"}\n'],
  ['own lines', '{"artist":"x"}\n'],
  ['xml', '<artists>'],
])('whatever stands in a list (%s), rows become artists or reasons', async (_kind, start) => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { artists, skipped } = await read('any', start + pieces.join(''))
      for (const { id, names, projects } of artists) {
        expect(id).not.toBe('')
        expect(names.length).toBeGreaterThan(0)
        for (const name of [...names, ...projects]) expect(name.trim()).toBe(name)
      }
      for (const [row, code] of skipped) {
        expect(row).toBeGreaterThan(0)
        expect(code).toMatch(/^catalogue\.row-/)
      }
    }),
    { numRuns: 150 },
  )
})
