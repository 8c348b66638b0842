import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareReleases, type RowDigest } from '../../../src/packages/metadata/changes.ts'
import { readGzipLines } from '../../../src/packages/metadata/gzip-lines.ts'
import { reservesMining } from '../../../src/packages/metadata/reservation.ts'
import {
  type MetadataRow,
  readRow,
  sortKeyOf,
  writeRow,
} from '../../../src/packages/metadata/row.ts'
import { sortLines } from '../../../src/packages/metadata/sort-lines.ts'
import { writeRelease } from '../../../src/packages/metadata/write-release.ts'

const compressors = { ZSTD: (input: Uint8Array) => zstdDecompressSync(input) }

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'metadata-'))
})
afterAll(() => rm(root, { recursive: true }))

const rowOf = (number: number, more: Partial<MetadataRow> = {}): MetadataRow => ({
  id: `synthetic:${number}`,
  artistCredit: `Artist ${String(number % 97).padStart(2, '0')}`,
  title: `Title ${number}`,
  album: number % 3 === 0 ? undefined : `Album ${number % 11}`,
  durationMs: 60_000 + number,
  isrc: number % 2 === 0 ? `QZAAA26${String(number).padStart(5, '0')}` : undefined,
  provenance: 'synthetic',
  licence: 'CC-BY-4.0',
  tdmReserved: number % 10 === 0,
  ...more,
})
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, number) => rowOf(number))

const release = async (out: string, rows: readonly MetadataRow[], more = {}) => {
  const { signal } = new AbortController()
  const request = { out, rows, total: rows.length, signal, rowsAGroup: 500, ...more }
  const events = await Array.fromAsync(writeRelease(request))
  return events.filter(({ kind }) => kind !== 'progress')
}
const read = async (...path: string[]) => JSON.parse(await readFile(join(...path), 'utf8'))

async function query(sql: string): Promise<readonly unknown[]> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

describe('a release of metadata', () => {
  test('is read by DuckDB as it was given, and by lines', async () => {
    const out = join(root, 'duck')
    const rows = rowsUpTo(2000)
    await release(out, rows.toReversed())
    const file = join(out, 'releases/0001/recordings.parquet')
    const sorted = rows.toSorted((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1))
    const told = sorted.map((row) => JSON.parse(writeRow(row)))
    const found = await query(`SELECT * FROM '${file}'`)
    expect(found.map((row) => definedOnly(row as object))).toEqual(told)
    const lines = await Array.fromAsync(
      readGzipLines(join(out, 'releases/0001/recordings.jsonl.gz')),
    )
    expect(lines.map((line) => JSON.parse(line))).toEqual(told)
    expect(await read(out, 'latest.json')).toMatchObject({
      release: '0001',
      rows: 2000,
      added: 2000,
    })
    expect(await readFile(join(out, 'releases/0001/README.md'), 'utf8')).toContain(
      '| isrc | STRING |',
    )
  })

  test('the next one tells what has changed; the same is none', async () => {
    const out = join(root, 'next')
    const rows = rowsUpTo(50)
    await release(out, rows)
    const first = await readFile(join(out, 'latest.json'))
    expect(await release(out, rows)).toMatchObject([{ path: join(out, 'releases/0001') }])
    expect(await readFile(join(out, 'latest.json'))).toEqual(first)
    await release(
      out,
      [...rows.slice(1), rowOf(7, { title: 'Again' }), rowOf(99)].filter(
        ({ title }) => title !== 'Title 7',
      ),
    )
    expect(await read(out, 'latest.json')).toMatchObject({
      release: '0002',
      previous: '0001',
      added: 1,
      changed: 1,
      removed: 1,
    })
    const changes = await Array.fromAsync(
      readGzipLines(join(out, 'releases/0002/changes.jsonl.gz')),
    )
    expect(changes.map((line) => JSON.parse(line))).toEqual([
      { kind: 'removed', id: 'synthetic:0' },
      { kind: 'changed', id: 'synthetic:7' },
      { kind: 'added', id: 'synthetic:99' },
    ])
    expect((await readFile(join(out, 'changelog.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(
      2,
    )
  })

  test('leaves out what is reserved, where it is asked to', async () => {
    const out = join(root, 'mining')
    await release(out, rowsUpTo(100), { withoutReserved: true })
    const file = join(out, 'releases/0001/recordings.parquet')
    const [counts] = await query(`SELECT count(*) AS n, sum(tdm_reserved::INT) AS r FROM '${file}'`)
    expect(counts).toEqual({ n: '90', r: '0' })
  })

  test('is the same for the same rows; one recording is found by ranges', async () => {
    const rows = rowsUpTo(20_000)
    const [one, other] = [join(root, 'one'), join(root, 'other')]
    await release(one, rows, { rowsAGroup: 1000 })
    await release(other, rows.toReversed(), { rowsAGroup: 1000 })
    const path = 'releases/0001/recordings.parquet'
    const bytes = await readFile(join(one, path))
    expect(bytes.equals(await readFile(join(other, path)))).toBe(true)
    await using web = await serveBytes(bytes)
    const file = await asyncBufferFromUrl({ url: web.url, byteLength: bytes.length })
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: 1 << 14 })
    const found = await parquetReadObjects({
      file,
      metadata,
      filter: { artist_credit: { $eq: 'Artist 42' }, title: { $eq: 'Title 430' } },
      compressors,
      usePageIndex: true,
      useOffsetIndex: true,
    })
    expect(found).toMatchObject([{ id: 'synthetic:430' }])
    expect(web.sent()).toBeLessThan(bytes.length / 3)
  })

  test('a folder of somebody else’s is left as it is', async () => {
    const out = join(root, 'foreign')
    await mkdir(join(out, 'mine'), { recursive: true })
    await expect(release(out, rowsUpTo(1))).rejects.toMatchObject({
      reason: { code: 'package.not-empty' },
    })
  })
})

describe('its parts', () => {
  test('more lines than memory holds are sorted', async () => {
    const line = fc.record({
      key: fc.string().map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')),
      line: fc.constant('x'),
    })
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 250, maxLength: 400 }), async (lines) => {
        const sorted = await Array.fromAsync(sortLines(lines, join(root, `sort-${count++}`), 20))
        expect(sorted).toEqual(
          lines.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
        )
      }),
      { numRuns: 15 },
    )
  })

  test('releases are compared as sets are', async () => {
    const releases = fc.dictionary(fc.stringMatching(/^[a-f]{1,2}$/), fc.constantFrom('1', '2'))
    async function* sorted(all: Readonly<Record<string, string>>): AsyncGenerator<RowDigest> {
      for (const id of Object.keys(all).toSorted()) yield { id, digest: all[id] ?? '' }
    }
    await fc.assert(
      fc.asyncProperty(releases, releases, async (before, after) => {
        const found = await Array.fromAsync(compareReleases(sorted(before), sorted(after)))
        const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
        const wanted = ids.flatMap((id) => {
          if (!(id in after)) return [{ kind: 'removed', id }]
          if (!(id in before)) return [{ kind: 'added', id }]
          return before[id] === after[id] ? [] : [{ kind: 'changed', id }]
        })
        expect(found).toEqual(wanted)
      }),
      { numRuns: 100 },
    )
  })

  test('a row is read as it was written', () => {
    for (const row of rowsUpTo(20))
      expect(definedOnly(readRow(writeRow(row)))).toEqual(definedOnly(row))
  })

  test.each([
    ['tdm-reservation: 1', true],
    ['All rights reserved, including text and data mining.', true],
    ['No AI training', true],
    ['CC BY 4.0; text and data mining is not permitted', true],
    ['CC BY 4.0', false],
    ['tdm-reservation: 0', false],
    ['Text and data mining allowed', false],
  ])('%s: reserved is %s', (text, expected) => {
    expect(reservesMining(text)).toBe(expected)
  })
})

const definedOnly = (row: object) =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined && value !== null),
  )

/** One file over HTTP on loopback, and how many bytes of it were sent. */
async function serveBytes(bytes: Buffer) {
  let sent = 0
  const server = createServer((request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1)
    sent += part.length
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length }).end(part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}/recordings.parquet`,
    sent: () => sent,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
