import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseFile } from 'music-metadata'
import { File as TagFile } from 'node-taglib-sharp'
import { expect, test } from 'vitest'
import { openFfmpeg } from '../../src/media/ffmpeg/ffmpeg.ts'
import { scanMp3 } from '../../src/media/mp3/frames.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Progress } from '../../src/model/progress.ts'
import { listFiles, makeTempDir, readJson, runProgram } from '../support/program.ts'
import { describeShared, shared } from '../support/shared.ts'
import { type NamedFile, readLibrary, writeCsv } from './service-text.ts'

describeShared('twenty real tracks, named as a streaming service would', 'data/music', () => {
  test('all are kept whole, tagged and gapless; nothing else is; without lengths too', async () => {
    const dir = await makeTempDir()
    // The library knows a file by its real path, wherever a link leads to it.
    const music = await realpath(shared('data/music'))
    const files = await readLibrary(music)
    expect(files).toHaveLength(20)
    const lengths = await decodeLengths(files, dir)
    await mkdir(join(dir, 'lists'))
    const withLengths = join(dir, 'lists', 'With lengths.csv')
    const bare = join(dir, 'lists', 'Bare.csv')
    await writeFile(withLengths, writeCsv(files, lengths))
    await writeFile(bare, writeCsv(files))
    const into = join(dir, 'Keep')
    const run = (...args: string[]) =>
      runProgram(['backup', '-l', music, ...args], join(dir, 'cache'))

    const first = await run('-i', into, bare)
    expect(first.code, first.stdout + first.stderr).toBe(0)
    const kept = await readKept(join(into, 'Bare'), 'kept')
    expect(kept.map((one) => one.chosen.id)).toEqual(files.map((file) => file.path))
    const mp3s = (await listFiles(into)).filter((path) => path.endsWith('.mp3'))
    expect(mp3s).toEqual(kept.map((one) => one.path).sort())
    for (const [index, one] of kept.entries())
      await checkFile(join(into, one.path), files[index]!, lengths.get(files[index]!.path)!, dir)

    const second = await run('-i', join(dir, 'other'), withLengths, '--dry-run', '--json')
    expect(second.code, second.stdout + second.stderr).toBe(0)
    const events = second.stdout
      .trimEnd()
      .split('\n')
      .map((line): Progress => JSON.parse(line))
    const { outcomes } = events.flatMap((event) =>
      event.kind === 'report' ? [event.report] : [],
    )[0]!
    const found = outcomes.map((one) => (one.kind === 'would-keep' ? one.match.recording.id : one))
    expect(found).toEqual(files.map((file) => file.path))
  })
})

async function readKept(folder: string, kind: Outcome['kind']): Promise<readonly ArchivedFile[]> {
  const { outcomes } = await readJson<{ outcomes: Outcome[] }>(join(folder, 'report.json'))
  expect(outcomes.filter((outcome) => outcome.kind !== kind)).toEqual([])
  return outcomes.flatMap((outcome) => ('kept' in outcome ? [outcome.kept] : []))
}

async function checkFile(path: string, source: NamedFile, lengthMs: number, dir: string) {
  const where = basename(path)
  const frames = await scanMp3(path, AbortSignal.timeout(60_000))
  expect(frames?.xing?.gapless, where).toBeDefined()
  expect(frames?.cut, where).toBe(false)
  const decoded = await decode(path, dir)
  expect(Math.abs(decoded - lengthMs), `${where}: ${decoded} against ${lengthMs} ms`).toBeLessThan(
    50,
  )

  const { common } = await parseFile(path)
  const second = TagFile.createFromPath(path)
  try {
    for (const [reader, tags] of [
      ['music-metadata', common],
      [
        'node-taglib-sharp',
        { title: second.tag.title, artists: second.tag.performers, album: second.tag.album },
      ],
    ] as const) {
      const { title, artists, album } = tags
      expect({ title, artists, album }, `${where}, read by ${reader}`).toEqual({
        title: source.title,
        artists: [source.artist],
        album: source.album,
      })
    }
  } finally {
    second.dispose()
  }
}

/** Milliseconds of sound, by decoding all of it. */
async function decode(path: string, dir: string): Promise<number> {
  await using ffmpeg = openFfmpeg({ kind: 'wasm', version: '' }, 1)
  const output = join(dir, 'decoded.wav')
  const args = ['-map', '0:a:0', '-c:a', 'pcm_s16le', '-f', 'wav']
  const job = { input: path, output, args, timeLimitMs: 600_000 }
  const { code, log } = await ffmpeg.run(job, AbortSignal.timeout(600_000))
  expect(code, log).toBe(0)
  expect(log, path).not.toMatch(/\[(?:error|fatal)\]/)
  const { format } = await parseFile(output)
  return (format.duration ?? 0) * 1000
}

async function decodeLengths(files: readonly NamedFile[], dir: string) {
  const lengths = new Map<string, number>()
  for (const { path } of files) lengths.set(path, await decode(path, dir))
  return lengths
}
