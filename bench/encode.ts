/**
 * What a whole backup (decoded once, and from that verified, fingerprinted, measured, encoded; then tagged and
 * read back) costs more than the bare encoder, and what a second core brings.
 *
 *     node bench/encode.ts [--ffmpeg PATH|wasm] [--rounds N] [FILE…]
 *
 * Without files it composes some. Every round runs each of the three ways once, one after the other:
 * the bare encoder, `songkeep backup --jobs 1` and `--jobs 2` into a fresh archive. The first two run with the
 * first half of the files as well: by the difference the start of the programs falls out.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runCommand } from '../src/base/process/command.ts'
import { openFfmpeg } from '../src/media/ffmpeg/ffmpeg.ts'
import { runWasm } from '../src/media/ffmpeg/ffmpeg-wasm.ts'
import { findEncoder } from '../src/media/ffmpeg/find-encoder.ts'
import { formats } from '../src/media/formats.ts'
import { probeFile } from '../src/tags/read/probe-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ffmpeg: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    // Set by this script for its own child.
    bare: { type: 'string' },
  },
})
process.env.SONGKEEP_FFMPEG = values.ffmpeg ?? process.env.SONGKEEP_FFMPEG ?? ''
const signal = new AbortController().signal
const encoder = await findEncoder(values)
const ffmpeg = encoder.path ?? 'wasm'

if (values.bare !== undefined) await encodeBare(positionals, values.bare)
else await compare()

async function compare() {
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-bench-'))
  try {
    const files = await fillLibrary(dir)
    const self = fileURLToPath(import.meta.url)
    const half = files.slice(0, Math.ceil(files.length / 2))
    const bare: Cost[] = []
    const one: Cost[] = []
    const two: Cost[] = []
    const bareHalf: Cost[] = []
    const oneHalf: Cost[] = []
    const encodeAll = (paths: readonly string[]) =>
      costOf([self, '--ffmpeg', ffmpeg, '--bare', dir, '--', ...paths])
    for (let round = 0; round < Number(values.rounds); round++) {
      bare.push(await encodeAll(files))
      one.push(await backUp(dir, 1))
      two.push(await backUp(dir, 2))
      bareHalf.push(await encodeAll(half))
      oneHalf.push(await backUp(dir, 1, half.length))
    }
    const cpu = (runs: readonly Cost[]) => median(runs.map((run) => run.cpu))
    const wall = (runs: readonly Cost[]) => median(runs.map((run) => run.wall))
    const s = (value: number) => `${value.toFixed(2)} s`
    console.log(
      `${encoder.kind} ${encoder.version}, ${files.length} files, median of ${values.rounds}`,
    )
    console.log(
      `processor: bare ${s(cpu(bare))}, backup ${s(cpu(one))}: ${(cpu(one) / cpu(bare)).toFixed(3)} times (at most 1.15)`,
    )
    if (half.length < files.length) {
      const more = { bare: cpu(bare) - cpu(bareHalf), one: cpu(one) - cpu(oneHalf) }
      console.log(
        `for ${files.length - half.length} files more: bare ${s(more.bare)}, backup ${s(more.one)}: ${(more.one / more.bare).toFixed(3)} times, without the start`,
      )
    }
    console.log(
      `wall: one ${s(wall(one))}, two ${s(wall(two))}: ${(wall(one) / wall(two)).toFixed(2)} times as fast (at least 1.8, on a quiet machine)`,
    )
  } finally {
    await rm(dir, { recursive: true })
  }
}

/** A library of the files, and a playlist that names them by their tags. */
async function fillLibrary(dir: string): Promise<string[]> {
  await mkdir(join(dir, 'library'))
  const given = positionals.length > 0 ? positionals : await compose(dir)
  const files: string[] = []
  const lines: string[] = []
  for (const path of given) {
    const copy = join(dir, 'library', basename(path))
    await copyFile(path, copy)
    files.push(copy)
    const { title, artists } = (await probeFile(copy)).tags
    lines.push(title ? `${artists[0] ?? ''} - ${title}` : parse(path).name)
  }
  await writeFile(join(dir, 'playlist.txt'), lines.join('\n'))
  return files
}

/** The whole program, into an archive of its own; every file has to be kept. */
async function backUp(dir: string, jobs: number, entries?: number): Promise<Cost> {
  const into = join(dir, 'Keep')
  const playlist = join(dir, entries === undefined ? 'playlist.txt' : 'half.txt')
  if (entries !== undefined) {
    const lines = (await readFile(join(dir, 'playlist.txt'), 'utf8')).split('\n')
    await writeFile(playlist, lines.slice(0, entries).join('\n'))
  }
  const cost = await costOf([
    ...[fileURLToPath(new URL('../bin/songkeep.js', import.meta.url)), 'backup'],
    ...[playlist, '-l', join(dir, 'library'), '-i', into, '-j', String(jobs)],
  ])
  await rm(into, { recursive: true })
  return cost
}

interface Cost {
  readonly cpu: number
  readonly wall: number
}

/** Seconds that one way takes in a process of its own, with all that it starts. */
async function costOf(args: readonly string[]): Promise<Cost> {
  const before = { cpu: await childrenSeconds(), wall: performance.now() }
  const { code, stderr } = await runCommand(process.execPath, args)
  if (code !== 0) throw new Error(stderr)
  return {
    cpu: (await childrenSeconds()) - before.cpu,
    wall: (performance.now() - before.wall) / 1000,
  }
}

/** Processor time of all ended descendants: fields 16 and 17 of proc(5), in hundredths of a second. */
async function childrenSeconds(): Promise<number> {
  const line = await readFile('/proc/self/stat', 'utf8').catch(() => {
    throw new Error('Processor time is read from /proc: run this on Linux.')
  })
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The encoder and nothing else: no checks, no tags, no checksum. */
async function encodeBare(files: readonly string[], dir: string) {
  const output = join(dir, 'bare.mp3')
  const args = formats.mp3.arguments('V0', { bytes: 0, lossless: false }, encoder.kind)
  for (const input of files) {
    const command = (from: string, to: string) => [
      ...['-v', 'error', '-y', '-i', `file:${from}`],
      ...['-map', '0:a:0', '-map_metadata', '-1', ...args, `file:${to}`],
    ]
    if (encoder.path) await runCommand(encoder.path, ['-nostdin', ...command(input, output)])
    else await runWasm((from, [to = '']) => command(from, to), input, [output])
  }
}

/** Chords, a beat and some hiss: what an encoder has to work on as with music. */
async function compose(dir: string): Promise<string[]> {
  await using encode = openFfmpeg(encoder, 2)
  const files = Array.from({ length: 6 }, (_, i) => join(dir, `Bench - Tune ${i}.flac`))
  for (const [index, output] of files.entries()) {
    const input = `${output}.raw.wav`
    await writeFile(input, renderTune(index, 60))
    await encode.run({ input, output, args: ['-f', 'flac'], timeLimitMs: 60_000 }, signal)
    await rm(input)
  }
  return files
}

function renderTune(index: number, seconds: number): Buffer {
  const rate = 44_100
  const frames = rate * seconds
  const data = Buffer.alloc(44 + frames * 4)
  data.write('RIFF', 0, 'latin1')
  data.writeUInt32LE(36 + frames * 4, 4)
  data.write('WAVEfmt \x10\0\0\0\x01\0\x02\0', 8, 'latin1')
  data.writeUInt32LE(rate, 24)
  data.writeUInt32LE(rate * 4, 28)
  data.write('\x04\0\x10\0data', 32, 'latin1')
  data.writeUInt32LE(frames * 4, 40)
  const chords = [0, 5, 7, 3].map((step) =>
    [0, 4, 7, 12].map((note) => 110 * 2 ** ((step + note + index) / 12)),
  )
  let random = index + 1
  for (let i = 0; i < frames; i++) {
    const t = i / rate
    const beat = Math.exp(-8 * (t % 0.5))
    random = (random * 48_271) % 0x7fffffff
    const hiss = (random / 0x7fffffff - 0.5) * (0.05 + 0.5 * beat)
    const chord = chords[Math.floor(t / 2) % chords.length] ?? []
    for (const side of [0, 1]) {
      const tones = chord.map(
        (f, n) => Math.sin(2 * Math.PI * f * (1 + side * 0.001 * n) * t) / (n + 2),
      )
      const value = 0.4 * tones.reduce((sum, tone) => sum + tone, 0) + 0.3 * hiss
      data.writeInt16LE(
        Math.round(Math.max(-1, Math.min(1, value)) * 32_767),
        44 + i * 4 + side * 2,
      )
    }
  }
  return data
}
