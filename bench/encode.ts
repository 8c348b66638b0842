/**
 * What a whole backup (decoded once, and from that verified, fingerprinted, measured, encoded; then tagged and
 * read back) costs more than the bare encoder, and less than one program after the other for each of these; and what a
 * second core brings.
 *
 *     node bench/encode.ts [--ffmpeg PATH|wasm] [--rounds N] [FILE…]
 *
 * Without files it composes some. Every round runs each of the ways once, one after the other: the bare encoder,
 * `songkeep backup --jobs 1` and `--jobs 2` into a fresh archive, and programs for one thing each. The first two run
 * with the first half of the files as well: by the difference the start of the programs falls out.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runCommand } from '../src/base/process/command.ts'
import { runWasm } from '../src/media/ffmpeg/ffmpeg-wasm.ts'
import { findEncoder } from '../src/media/ffmpeg/find-encoder.ts'
import { formats } from '../src/media/formats.ts'
import { probeFile } from '../src/tags/read/probe-file.ts'
import { compose } from './encode/compose.ts'
import { type Cost, costOf, least } from './encode/cost.ts'
import { costOfPrograms } from './encode/programs.ts'

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
const encoder = await findEncoder(values)
const ffmpeg = encoder.path ?? 'wasm'
const encoding = formats.mp3.arguments('V0', { bytes: 0, lossless: false }, encoder.kind)

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
    const programs: Cost[] = []
    const bareHalf: Cost[] = []
    const oneHalf: Cost[] = []
    const encodeAll = (paths: readonly string[]) =>
      costOf(process.execPath, [self, '--ffmpeg', ffmpeg, '--bare', dir, '--', ...paths])
    for (let round = 0; round < Number(values.rounds); round++) {
      bare.push(await encodeAll(files))
      one.push(await backUp(dir, 1))
      two.push(await backUp(dir, 2))
      const others = encoder.path && (await costOfPrograms(files, encoding, dir))
      if (others) programs.push(others)
      bareHalf.push(await encodeAll(half))
      oneHalf.push(await backUp(dir, 1, half.length))
    }
    tell(files, { bare: least(bare), one: least(one), two: least(two), programs })
    if (half.length < files.length) {
      const more = {
        bare: least(bare).cpu - least(bareHalf).cpu,
        one: least(one).cpu - least(oneHalf).cpu,
      }
      console.log(
        `for ${files.length - half.length} files more: bare ${s(more.bare)}, backup ${s(more.one)}: ${(more.one / more.bare).toFixed(3)} times, without the start`,
      )
    }
  } finally {
    await rm(dir, { recursive: true })
  }
}

interface Costs {
  readonly bare: Cost
  readonly one: Cost
  readonly two: Cost
  readonly programs: readonly Cost[]
}

function s(value: number): string {
  return `${value.toFixed(2)} s`
}

function tell(files: readonly string[], { bare, one, two, programs }: Costs) {
  console.log(
    `${encoder.kind} ${encoder.version}, ${files.length} files, the least of ${values.rounds} runs`,
  )
  console.log(
    `processor: bare ${s(bare.cpu)}, backup ${s(one.cpu)}: ${(one.cpu / bare.cpu).toFixed(3)} times (at most 1.20)`,
  )
  if (programs.length > 0) {
    const { cpu } = least(programs)
    console.log(
      `processor: one program after the other ${s(cpu)}: backup ${(one.cpu / cpu).toFixed(3)} of it (at most 0.7)`,
    )
  }
  console.log(
    `wall: one ${s(one.wall)}, two ${s(two.wall)}: ${(one.wall / two.wall).toFixed(2)} times as fast (at least 1.7, on a quiet machine)`,
  )
}

/** A library of the files, and a playlist that names them by their tags. */
async function fillLibrary(dir: string): Promise<string[]> {
  await mkdir(join(dir, 'library'))
  const given = positionals.length > 0 ? positionals : await compose(encoder, dir)
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
  const cost = await costOf(process.execPath, [
    ...[fileURLToPath(new URL('../bin/songkeep.js', import.meta.url)), 'backup'],
    ...[playlist, '-l', join(dir, 'library'), '-i', into, '-j', String(jobs), '--offline'],
  ])
  await rm(into, { recursive: true })
  return cost
}

/** The encoder and nothing else: no checks, no tags, no checksum. */
async function encodeBare(files: readonly string[], dir: string) {
  const output = join(dir, 'bare.mp3')
  for (const input of files) {
    const command = (from: string, to: string) => [
      ...['-v', 'error', '-y', '-i', `file:${from}`],
      ...['-map', '0:a:0', '-map_metadata', '-1', ...encoding, `file:${to}`],
    ]
    if (encoder.path) await runCommand(encoder.path, ['-nostdin', ...command(input, output)])
    else await runWasm((from, [to = '']) => command(from, to), input, [output])
  }
}
