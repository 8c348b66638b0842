import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureTail } from '../../../src/app/tail/tail.ts'
import { writeTail } from '../../../src/app/tail/write-tail.ts'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { en } from '../../../src/words/en/index.ts'
import { inputOf, makeFolder, recording } from '../../catalogue/support/catalogue.ts'
import { makeTempDir } from '../../support/program.ts'
import { keptFile } from './samples.ts'

const song = (title: string, more = {}) => ({ title, artists: ['Ada Holm'], ...more })

/** Four kept files, of which one is gone, one is cut, and one was found damaged; two entries that are not kept. */
async function makeArchive() {
  const dir = join(await makeTempDir(), 'Keep')
  await mkdir(join(dir, 'Mix'), { recursive: true })
  const files = ['Whole', 'Gone', 'Cut', 'Damaged'].map((title) =>
    keptFile(`Mix/${title}.flac`, song(title, { uri: `spotify:track:${title}` }), { bytes: 4 }),
  )
  for (const { path } of files)
    if (!path.includes('Gone'))
      await writeFile(join(dir, path), path.includes('Cut') ? 'a' : 'four')
  await writeFile(
    join(dir, 'inventory.jsonl'),
    files.map((each) => `${JSON.stringify(each)}\n`).join(''),
  )
  const check = (path: string, outcome: string, at: string) =>
    `${JSON.stringify({ at, path: `Mix/${path}.flac`, outcome })}\n`
  await writeFile(
    join(dir, 'fixity.jsonl'),
    check('Whole', 'damaged', '2026-11-02T00:00:00.000Z') +
      check('Whole', 'repaired', '2026-11-03T00:00:00.000Z') +
      check('Damaged', 'damaged', '2026-11-03T00:00:00.000Z') +
      '{"torn',
  )
  const mirror = (target: string, at: string, missing: number, did = 'mirror') =>
    `${JSON.stringify({ target, at, did, files: 4, missing, damaged: 0 })}\n`
  await writeFile(
    join(dir, 'copies.jsonl'),
    mirror('/a', '2026-11-05T00:00:00.000Z', 0) +
      mirror('/lacks', '2026-11-05T00:00:00.000Z', 1) +
      mirror('/old', '2026-10-01T00:00:00.000Z', 0) +
      mirror('/given-up', '2026-11-05T00:00:00.000Z', 0) +
      mirror('/given-up', '2026-11-06T00:00:00.000Z', 0, 'forget'),
  )
  await writeFile(join(dir, 'Mix', 'report.json'), JSON.stringify(report(files)))
  return dir
}

const report = (files: readonly { readonly path: string; readonly track: object }[]) => ({
  playlist: { name: 'Mix', format: 'csv', entries: 6, notes: [] },
  startedAt: '2026-11-01T12:00:00.000Z',
  finishedAt: '2026-11-01T12:00:00.000Z',
  outcomes: [
    ...files.map((kept, at) => ({
      kind: 'kept',
      position: at + 1,
      track: kept.track,
      kept,
      notes: [],
    })),
    {
      kind: 'not-found',
      position: 5,
      track: song('For sale'),
      reason: 'x',
      links: [{ kind: 'buy', service: 'Bandcamp', url: 'https://ada.bandcamp.com/', by: 'x' }],
    },
    {
      kind: 'not-found',
      position: 6,
      track: song('Lost', { uri: 'https://deezer.com/track/1' }),
      reason: 'x',
      withdrawn: true,
    },
  ],
})

/** Listens as ListenBrainz exports them, a line each. */
const history = async (plays: Readonly<Record<string, number>>) => {
  const path = join(await makeTempDir(), 'listens.jsonl')
  const lines = Object.entries(plays).flatMap(([track_name, count]) => {
    const listen = {
      listened_at: 1_700_000_000,
      track_metadata: { track_name, artist_name: 'Ada Holm' },
    }
    return Array<string>(count).fill(`${JSON.stringify(listen)}\n`)
  })
  await writeFile(path, lines.join(''))
  return path
}

describe('the long tail of an archive', () => {
  test('what is not whole is not kept; copies, checks, holders and what is next', async () => {
    const dir = await makeArchive()
    const plays = { Whole: 60, Gone: 20, 'For sale': 15, Lost: 4, Unheard: 1 }
    const tail = await measureTail({ archives: [dir], history: [await history(plays)] })
    expect(tail.weighed).toBe('plays')
    expect(tail.all.plays).toBe(100)
    expect(tail.kept).toEqual({ tracks: 1, plays: 60, bytes: 4 })
    expect(tail.keptByNames.plays).toBe(60)
    const codes = tail.notes.map(({ code }) => code)
    expect(codes).toContain('app.tail-not-whole')
    const next = tail.next.map(({ track, way }) => [track.title, way])
    expect(Object.fromEntries(next)).toEqual({
      Gone: 'repair',
      'For sale': 'elsewhere',
      Lost: 'nowhere',
      Unheard: 'unsought',
    })
    const risk = tail.atRisk.map(({ track, holders }) => [track.title, holders])
    expect(risk[0]).toEqual(['Lost', 0])
    expect(Object.fromEntries(risk)).toMatchObject({ 'For sale': 1, Unheard: 0 })
    // Its own copy, a mirror, and the service that has it: nothing to fear for.
    expect(risk.map(([title]) => title)).not.toContain('Whole')
  })

  test('without a history each entry of a list counts once', async () => {
    const tail = await measureTail({ archives: [await makeArchive()], history: [] })
    expect(tail.weighed).toBe('entries')
    expect([tail.all.plays, tail.kept.plays]).toEqual([6, 1])
    expect(tail.notes.map(({ code }) => code)).toContain('app.tail-counts-entries')
  })

  test('two archives: a recording of both has two copies, and counts once', async () => {
    const [one, two] = [await makeArchive(), await makeArchive()]
    const tail = await measureTail({ archives: [one, two], history: [await history({ Whole: 1 })] })
    expect(tail.kept).toEqual({ tracks: 1, plays: 1, bytes: 4 })
  })
})

test('nothing is replaced but what an earlier run has written', async () => {
  const out = await makeTempDir()
  const tail = await measureTail({ archives: [], history: [await history({ Whole: 1, Lost: 3 })] })
  await writeTail(tail, out, en)
  await writeTail(tail, out, en)
  await writeFile(join(out, 'long-tail.csv'), 'mine')
  await expect(writeTail(tail, out, en)).rejects.toMatchObject({
    reason: { code: 'app.tail-not-ours' },
  })
  expect(await readFile(join(out, 'long-tail.csv'), 'utf8')).toBe('mine')
})

test.each([
  ['nothing named', { archives: [], history: [] }, 'app.tail-name-something'],
  ['both', { archives: [], history: ['x'], catalogue: 'y' }, 'app.tail-history-or-catalogue'],
  ['no archive', { archives: ['/nowhere'], history: [] }, 'archive.is-none'],
  [
    'no catalogue',
    { archives: [], history: [], catalogue: '/nowhere' },
    'catalogue.none-in-folder',
  ],
])('%s is refused', async (_, options, code) => {
  await expect(measureTail(options)).rejects.toMatchObject({ reason: { code } })
})

test('a catalogue by its popularity, and what an archive keeps of it', async () => {
  const folder = makeFolder()
  const make = (title: string, popularity?: number) =>
    recording({ id: title, title, artists: ['Ada Holm'], popularity, durationMs: 200_000 })
  const all = [make('Whole', 60), make('Second', 30), make('Third', 10), make('Unknown')]
  await buildCatalogue({ out: folder, inputs: [inputOf(all)] })
  const tail = await measureTail({
    archives: [await makeArchive()],
    history: [],
    catalogue: folder,
  })
  expect(tail.weighed).toBe('popularity')
  expect([tail.all.tracks, tail.all.plays, tail.uncounted]).toEqual([3, 100, 1])
  expect(tail.kept.plays).toBe(60)
  expect(tail.next.map(({ track }) => track.title)).toEqual(['Second', 'Third'])
  expect(tail.notes.map(({ code }) => code)).toContain('app.tail-uncounted')
})
