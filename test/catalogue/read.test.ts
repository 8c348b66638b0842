import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openInput } from '../../src/catalogue/read/all.ts'
import { splitCells } from '../../src/catalogue/read/csv.ts'
import { reason } from '../../src/model/reason.ts'
import { UserError } from '../../src/words/user-error.ts'
import { makeFolder } from './support/catalogue.ts'

const folder = makeFolder()
const { signal } = new AbortController()

const faultOf = (what: string) => ({ name: 'UserError', reason: { code: `catalogue.${what}` } })

/** Writes a file, reads it as an input, and tells what it gave. */
async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return await readPath(path)
}

async function readPath(path: string) {
  const input = await openInput(path, signal)
  const recordings = []
  const skipped = []
  for await (const batch of input.read(signal)) {
    recordings.push(...batch.recordings)
    skipped.push(...batch.skipped)
  }
  return { format: input.format, licence: input.licence, recordings, skipped }
}

const LINE =
  '{"id":"a","title":"One","artists":["X","Y"],"album":"L","durationMs":1000,"year":1999,"isrc":"gb-abc-24-00001","licence":"CC0","url":"http://u/a","popularity":3}'
const ONE = {
  id: 'a',
  source: 'list',
  title: 'One',
  artists: ['X', 'Y'],
  album: 'L',
  durationMs: 1000,
  year: 1999,
  isrc: 'GBABC2400001',
  licence: 'CC0',
  url: 'http://u/a',
  popularity: 3,
}

describe('lines of JSON', () => {
  test('plain and packed, with a byte order mark and Windows line ends', async () => {
    const text = `${LINE}\n{"title":"Two"}\n`
    const two = { id: '2', source: 'list', title: 'Two', artists: [] }
    for (const [name, content] of [
      ['list.jsonl', text],
      ['list.jsonl.gz', gzipSync(text)],
      ['list.jsonl.zst', zstdCompressSync(text)],
      ['list.ndjson', `\ufeff${text.replaceAll('\n', '\r\n')}`],
      ['list', text],
    ] as const) {
      expect((await read(name, content)).recordings, name).toEqual([ONE, two])
    }
  })

  test('a bad line is a row with a reason, and the others are read', async () => {
    const bad: readonly (readonly [string, string])[] = [
      ['{"id":"x"', 'row-no-json'],
      ['[1,2]', 'row-no-object'],
      ['"It is a string"', 'row-no-object'],
      ['null', 'row-no-object'],
      ['{"id":"x"}', 'row-no-title'],
      ['{"title":"  "}', 'row-no-title'],
      ['{"title":{"a":1}}', 'row-no-title'],
      [`{"title":"${'x'.repeat(70_000)}"}`, 'row-title-too-long'],
      [`{"title":"x","artists":${JSON.stringify(Array(1001).fill('y'))}}`, 'row-too-many-artists'],
      [`{"title":"x","artists":["${'y'.repeat(70_000)}"]}`, 'row-artist-too-long'],
      ['\u0000\u0001', 'row-no-json'],
    ]
    const { recordings, skipped } = await read(
      'list.jsonl',
      bad.flatMap(([line]) => [line, LINE]).join('\n'),
    )
    expect(recordings).toEqual(bad.map(() => ONE))
    expect(skipped.map(({ row }) => row)).toEqual(bad.map((_, index) => 2 * index + 1))
    expect(skipped.map(({ reason }) => reason.code)).toEqual(
      bad.map(([, code]) => `catalogue.${code}`),
    )
  })

  test('values that can not be right are left out', async () => {
    const { recordings } = await read(
      'list.jsonl',
      '{"id":7,"title":" One\\ud800 ","artists":"X","durationMs":-5,"year":"20","popularity":"many","isrc":null}',
    )
    expect(recordings).toEqual([{ id: '7', source: 'list', title: 'One\ufffd', artists: ['X'] }])
  })

  test('a line of 40 MB is one bad row', async () => {
    const { recordings, skipped } = await read('list.jsonl', `${'x'.repeat(40e6)}\n${LINE}\n`)
    expect(recordings).toEqual([ONE])
    expect(skipped).toHaveLength(1)
  })

  test('lines of any length fall on any chunk border', async () => {
    const titles = Array.from({ length: 3000 }, (_, at) => 'ü'.repeat(1 + ((at * 37) % 400)))
    const { recordings } = await read(
      'list.jsonl',
      titles.map((title) => JSON.stringify({ title })).join('\n'),
    )
    expect(recordings.map(({ title }) => title)).toEqual(titles)
  })

  test('a whole JSON text', async () => {
    expect((await read('list.json', `[${LINE},{}]`)).recordings).toEqual([ONE])
    expect((await read('list.json', LINE.replaceAll(',', ',\n'))).recordings).toEqual([ONE])
  })
})

describe('tables', () => {
  const rows = [
    'id,title,artists,album,duration_ms,year,isrc',
    'a,One,X;Y,L,1000,1999-05-01,GBABC2400001',
    'b,"Two, too","[""A, B"",""C""]",,,,',
    'c,"Three ""lines""\nand more",Z,,,,',
    'd,"never closed,Z,,,,',
    ...Array.from({ length: 60 }, (_, at) => `e${at},After ${at},Z,,,,`),
    'f,too,many,cells,1,2,3,4',
  ].join('\n')

  test('CSV with lists, quotes, lines within cells, and a quote gone wrong', async () => {
    const { format, recordings, skipped } = await read('list.csv', rows)
    expect(format).toBe('csv')
    expect(recordings.slice(0, 3)).toEqual([
      { ...ONE, licence: undefined, url: undefined, popularity: undefined },
      { id: 'b', source: 'list', title: 'Two, too', artists: ['A, B', 'C'] },
      { id: 'c', source: 'list', title: 'Three "lines"\nand more', artists: ['Z'] },
    ])
    expect(skipped.map(({ reason }) => reason)).toEqual([
      reason('catalogue.row-quote-open'),
      reason('catalogue.row-too-many-cells', { cells: 8, columns: 7 }),
    ])
    // A quote may take fifty lines with it, no more.
    expect(recordings.at(-1)?.id).toBe('e59')
    expect(recordings.length).toBeGreaterThan(10)
  })

  test('separators, names of columns and units of time', async () => {
    const tsv =
      'Track Name\tArtist Name(s)\tDuration\nOne\tX\t4:05\nTwo\tX\t245\nThree\tX\t245000\n'
    expect((await read('list.tsv', tsv)).recordings).toMatchObject([
      { title: 'One', artists: ['X'], durationMs: 245_000 },
      { title: 'Two', durationMs: 245_000 },
      { title: 'Three', durationMs: 245_000 },
    ])
    expect((await read('list', 'name;artist\nOne;X\n')).recordings).toMatchObject([
      { title: 'One' },
    ])
  })

  test('no column of titles is an error', async () => {
    await expect(read('list.csv', 'a,b\n1,2\n')).rejects.toMatchObject(faultOf('no-title-column'))
  })

  test('cells are split as RFC 4180 writes them', () => {
    const cells = fc.array(fc.string(), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(cells, (given) => {
        const line = given.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
        expect(splitCells(line, ',')).toEqual(given)
        expect(splitCells(line.slice(0, -1), ',')).not.toEqual(given)
      }),
    )
  })
})

test("ListenBrainz' canonical dump", async () => {
  const text = [
    'id,artist_credit_id,artist_mbids,artist_credit_name,release_mbid,release_name,recording_mbid,recording_name,combined_lookup,score',
    '1,2,{89ad4ac3},"Echo, The & More",7e5d3746,An Album,426fb8e4-7fa4-16cb-dc57-2139263f99e0,A Song,echoasong,5',
  ].join('\n')
  expect(await read('canonical_musicbrainz_data.csv.zst', zstdCompressSync(text))).toEqual({
    format: 'listenbrainz',
    licence: 'CC0-1.0',
    skipped: [],
    recordings: [
      {
        id: '426fb8e4-7fa4-16cb-dc57-2139263f99e0',
        source: 'listenbrainz',
        title: 'A Song',
        artists: ['Echo, The & More'],
        album: 'An Album',
      },
    ],
  })
})

test("MusicBrainz' JSON: recordings and releases", async () => {
  const recording = {
    id: 'cb2cc207',
    title: 'A Song',
    length: 281_000,
    'first-release-date': '2014-06-20',
    isrcs: ['GBAHS1400099'],
    'artist-credit': [
      { name: 'One', joinphrase: ' & ' },
      { name: 'Two', joinphrase: '' },
    ],
  }
  const release = {
    id: 'r',
    title: 'An Album',
    date: '2015',
    'artist-credit': [{ name: 'One' }],
    media: [
      {
        tracks: [
          { title: 'A Song', length: 282_000, recording: { ...recording, length: null } },
          7,
        ],
      },
    ],
  }
  const song = {
    id: 'cb2cc207',
    source: 'musicbrainz',
    title: 'A Song',
    artists: ['One', 'Two'],
    durationMs: 281_000,
    year: 2014,
    isrc: 'GBAHS1400099',
    url: 'https://musicbrainz.org/recording/cb2cc207',
  }
  const { recordings, skipped } = await read(
    'mbdump.jsonl',
    `${JSON.stringify(recording)}\n${JSON.stringify(release)}\n`,
  )
  expect(recordings).toEqual([song, { ...song, album: 'An Album', durationMs: 282_000 }])
  expect(skipped).toEqual([{ row: 2, reason: reason('catalogue.row-no-track') }])
})

test("Discogs' XML of releases", async () => {
  const release = (id: number, tracks: string) =>
    `<release id="${id}" status="Accepted"><images><image type="primary"/></images><artists><artist><id>1</id><name>Someone (2)</name><anv/></artist></artists><title>An &amp; Album</title><notes>Half open</notes><released>1999-03-00</released><tracklist>${tracks}</tracklist></release>`
  const text = [
    '<releases>',
    release(
      1,
      '<track><position/><title>Side A</title><duration/></track><track><position>A1</position><title>&#214;ne</title><duration>4:45</duration></track><track><position>A2</position><title>Two</title><duration/><artists><artist><name>Other</name><anv>Another</anv></artist></artists></track>',
    ),
    release(
      2,
      '<track><position>1</position><title>Medley</title><sub_tracks><track><position>1a</position><title>Part</title></track></sub_tracks></track>',
    ),
    '</releases>',
  ].join('\n')
  const { format, recordings, skipped } = await read('discogs_releases.xml.gz', gzipSync(text))
  const shared = { source: 'discogs', artists: ['Someone'], album: 'An & Album', year: 1999 }
  expect({ format, skipped }).toEqual({ format: 'discogs', skipped: [] })
  expect(recordings).toEqual([
    {
      ...shared,
      id: '1/A1',
      title: 'Öne',
      durationMs: 285_000,
      url: 'https://www.discogs.com/release/1',
    },
    {
      ...shared,
      id: '1/A2',
      title: 'Two',
      artists: ['Another'],
      url: 'https://www.discogs.com/release/1',
    },
    { ...shared, id: '2/1a', title: 'Part', url: 'https://www.discogs.com/release/2' },
  ])
  await expect(
    read('discogs_artists.xml', '<artists><artist><id>1</id></artist></artists>'),
  ).rejects.toMatchObject(faultOf('no-tracks'))
})

test('Parquet', async () => {
  // Written by DuckDB: three rows, one without a title, compressed with ZSTD.
  const { format, recordings, skipped } = await readPath(
    join(import.meta.dirname, 'support/tracks.parquet'),
  )
  expect(format).toBe('parquet')
  expect(recordings).toEqual([
    {
      id: '1',
      source: 'tracks',
      title: 'One',
      artists: ['X', 'Y'],
      durationMs: 245_000,
      year: 1999,
    },
    { id: '3', source: 'tracks', title: 'Drei ü', artists: ['Z'] },
  ])
  expect(skipped).toEqual([{ row: 2, reason: reason('catalogue.row-no-title') }])
  const whole = readFileSync(join(import.meta.dirname, 'support/tracks.parquet'))
  await expect(read('cut.parquet', whole.subarray(0, whole.length - 9))).rejects.toThrow(UserError)
})

describe('what can not be read is a clear error', () => {
  test('no file, a folder, an unknown kind, a damaged archive', async () => {
    await expect(readPath(join(folder, 'nothing.csv'))).rejects.toMatchObject(faultOf('no-file'))
    await expect(readPath(folder)).rejects.toMatchObject(faultOf('not-a-file'))
    await expect(read('notes', 'Dear diary,\n\nno music today.\n')).rejects.toMatchObject(
      faultOf('unknown-kind'),
    )
    const packed = gzipSync(`${LINE}\n`.repeat(50_000))
    await expect(
      read('list.jsonl.gz', packed.subarray(0, packed.length / 2)),
    ).rejects.toMatchObject(faultOf('unreadable'))
    await expect(read('list.jsonl.gz', 'not packed at all')).rejects.toThrow(UserError)
  })
})
