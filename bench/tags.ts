/**
 * How many files a second are tagged: read, written anew with every field and a cover, read back and compared.
 *
 *     node bench/tags.ts [--files N] [--seconds S] [--cover PIXELS]
 *
 * Beside it, in the same run, what copying the same files costs: no tag can be written
 * for less. One process, four files at a time.
 */
import { mkdtemp, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toPng } from '../demo/cover/png.ts'
import { copyFile } from '../src/base/copy-file.ts'
import { openFfmpeg } from '../src/media/ffmpeg/ffmpeg.ts'
import { findEncoder } from '../src/media/ffmpeg/find-encoder.ts'
import type { Tags } from '../src/model/media.ts'
import { type Container, readFileTags, writeTags } from '../src/tags/write/write-tags.ts'
import { makeWav } from '../test/support/sound.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '400' },
    seconds: { type: 'string', default: '60' },
    cover: { type: 'string', default: '200' },
  },
})
const files = Number(values.files)
const signal = new AbortController().signal

const formats: readonly (readonly [name: string, container: Container, args: readonly string[]])[] =
  [
    ['MP3', 'mp3', ['-c:a', 'libmp3lame', '-q:a', '0', '-f', 'mp3']],
    ['FLAC', 'flac', ['-c:a', 'flac', '-f', 'flac']],
    ['Vorbis', 'ogg', ['-c:a', 'libvorbis', '-f', 'ogg']],
    ['Opus', 'ogg', ['-c:a', 'opus', '-strict', 'experimental', '-f', 'opus']],
    ['M4A', 'm4a', ['-c:a', 'aac', '-f', 'ipod']],
  ]

/** Hard to pack: 200 pixels a side are as many bytes as a JPEG of 600. */
const cover = toPng(
  (x, y) => [x * 255, y * 255, Math.sin(x * 90) * Math.cos(y * 70) * 255],
  Number(values.cover),
)

const dir = await mkdtemp(join(tmpdir(), 'songkeep-bench-'))
try {
  await using ffmpeg = openFfmpeg(await findEncoder({}), 1)
  const input = join(dir, 'input.wav')
  await writeFile(input, makeWav(Number(values.seconds), 1, 44_100))
  console.log(
    `${files} files of ${values.seconds} s each, a cover of ${cover.length} bytes; load ${loadavg()[0]?.toFixed(2)}`,
  )
  for (const [name, container, args] of formats) {
    const source = join(dir, `source.${name}`)
    const { code, log } = await ffmpeg.run(
      { input, output: source, args, timeLimitMs: 600_000 },
      signal,
    )
    if (code !== 0) throw new Error(log)
    const { size } = await stat(source)
    // Once unmeasured, so that neither pays for what is compiled.
    await measure(100, (target) => tag(source, target, container, 0))
    const copied = await measure(files, (target) => copyFile(source, target, signal))
    const tagged = await measure(files, (target, n) => tag(source, target, container, n))
    const show = ({ wall, cpu }: Speed) =>
      `${wall.toFixed(0)} files/s (${cpu.toFixed(0)} a processor second)`
    console.log(
      `${name.padEnd(6)} ${(size / 1e6).toFixed(1)} MB: tagged ${show(tagged)}, copied ${show(copied)}: ${(copied.cpu / tagged.cpu).toFixed(2)} times a copy's processor time`,
    )
  }
  console.log(`load ${loadavg()[0]?.toFixed(2)}`)
} finally {
  await rm(dir, { recursive: true })
}

async function tag(source: string, target: string, container: Container, n: number) {
  const before = await readFileTags(source, container)
  await writeTags({ source, target }, before, tagsOf(n), signal)
}

interface Speed {
  /** Files a second, by the clock. */
  readonly wall: number
  /** Files a second of processor time: what a machine with nothing else to do comes near to. */
  readonly cpu: number
}

/** Each is removed when it is done. */
async function measure(
  count: number,
  make: (target: string, n: number) => Promise<unknown>,
): Promise<Speed> {
  let next = 0
  const work = async () => {
    for (let n = next++; n < count; n = next++) {
      const target = join(dir, `target.${n}`)
      await make(target, n)
      await unlink(target)
    }
  }
  const [start, before] = [performance.now(), process.cpuUsage()]
  await Promise.all([work(), work(), work(), work()])
  const { user, system } = process.cpuUsage(before)
  return {
    wall: (count * 1000) / (performance.now() - start),
    cpu: (count * 1e6) / (user + system),
  }
}

function tagsOf(n: number): Tags {
  const mbid = `${String(n).padStart(8, '0')}-2222-4333-8444-555555555555`
  return {
    title: `Title ${n}`,
    titleSort: `Title ${n}`,
    artists: [`Artist ${n}`, 'Guest'],
    artistCredit: `Artist ${n} feat. Guest`,
    artistSort: `${n}, Artist`,
    album: 'An Album',
    albumArtists: ['Various Artists'],
    trackNumber: (n % 30) + 1,
    trackTotal: 30,
    discNumber: 1,
    discTotal: 1,
    date: '1999-12-31',
    originalDate: '1999-12-31',
    genres: ['Rock', 'Pop'],
    composers: ['Composer'],
    performers: [{ name: 'Musician', role: 'guitar' }],
    isrc: 'DEABC1234567',
    labels: ['Label'],
    catalogNumbers: ['CAT 001'],
    recordingMbid: mbid,
    trackMbid: mbid,
    releaseMbid: mbid,
    releaseGroupMbid: mbid,
    artistMbids: [mbid, mbid],
    albumArtistMbids: [mbid],
    acoustid: mbid,
    acoustidFingerprint: 'AQAA'.repeat(700),
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0/',
    sourceUrl: 'https://example.org/item',
    trackGainDb: -3.21,
    trackPeak: 0.987654,
    lyrics: 'A line of words\n'.repeat(40),
    cover: { mime: 'image/png', bytes: cover },
    keptFrom: 'internet-archive',
    verdict: 'CC-BY-SA-3.0',
    originalSha256: 'ab'.repeat(32),
    extra: { MOOD: ['calm'] },
  }
}
