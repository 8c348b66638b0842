/**
 * What it costs to know files by their digests, to make parity of them and to restore them, side by side with
 * `sha256sum`, `openssl` and `par2` on the same files in the same run.
 *
 *     node bench/fixity.ts [--files N] [--mb N] [--rounds N]
 *
 * `--files` files of `--mb` MB of noise. Megabytes a processor second, the best of the rounds; of what uses several
 * threads also by the clock. The files are in the system's memory: a disk is not what is measured.
 */
import { createHash, randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { digestSink } from '../src/base/hash.ts'
import { DigestPool } from '../src/base/process/digest-pool.ts'
import type { ByteSink } from '../src/base/read-once.ts'
import { ParityAccumulator } from '../src/fixity/parity/arithmetic/accumulator.ts'
import { encode, matrixOf, reconstruct } from '../src/fixity/parity/arithmetic/reed-solomon.ts'
import type { ProtectedFile } from '../src/fixity/parity/parity.ts'
import { repairFile } from '../src/fixity/parity/repair.ts'
import { shapeOf } from '../src/fixity/parity/shape.ts'
import { updateParity } from '../src/fixity/parity/update.ts'
import { pieceSink } from '../src/packages/torrent/piece-sink.ts'
import { type Cost, costOf, costOfProgram, least } from './fixity/cost.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '40' },
    mb: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = Number(values.rounds)
const dir = mkdtempSync(join(tmpdir(), 'songkeep-fixity-'))
const files = makeFiles(Number(values.files), Number(values.mb) * 1e6)
const paths = files.map(({ path }) => join(dir, path))
const mb = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6

function makeFiles(count: number, bytes: number): ProtectedFile[] {
  mkdirSync(join(dir, 'Music'))
  return Array.from({ length: count }, (_, at) => {
    const content = randomFillSync(Buffer.alloc(bytes))
    const path = `Music/${String(at).padStart(4, '0')}.mp3`
    writeFileSync(join(dir, path), content)
    return { path, bytes, sha256: createHash('sha256').update(content).digest('hex') }
  })
}

function tell(what: string, megabytes: number, cost: Cost | undefined) {
  if (!cost) return console.log(`${what.padEnd(62)} is not there`)
  const [perCpu, perSecond] = [megabytes / cost.cpu, megabytes / cost.wall].map(Math.round)
  console.log(`${what.padEnd(62)} ${perCpu} MB a processor second, ${perSecond} MB/s by the clock`)
}

async function ofRounds(work: () => unknown): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round++) costs.push(await costOf(work))
  return least(costs)
}

function ofProgram(command: string, args: readonly string[]): Cost | undefined {
  const costs = Array.from({ length: rounds }, () => costOfProgram(command, args))
  return costs[0] && least(costs.filter((cost) => cost !== undefined))
}

/** 20 and 2 shards of 256 KiB, again and again. */
async function compareArithmetic() {
  const shape = shapeOf(10)
  const shardBytes = 1 << 18
  const data = (20 * shardBytes) / 1e6
  const shards = randomFillSync(new Uint8Array(22 * shardBytes))
  const grown = new ParityAccumulator(shape, matrixOf(shape), 1 << 22)
  const times = 20
  const repeat = (work: () => unknown) => () => Array.from({ length: times }, work)
  const grow = () => {
    for (let shard = 0; shard < 20; shard++)
      for (let at = 0; at < 16; at++)
        grown.add(
          shard,
          at * shardBytes,
          shards.subarray(shard * shardBytes, (shard + 1) * shardBytes),
        )
  }
  tell('parity grown by pieces', data * 16 * 2, await ofRounds(() => [grow(), grow()]))
  tell(
    'parity encoded by the library',
    data * times,
    await ofRounds(repeat(() => encode(shards, shape))),
  )
  for (const lost of [1, 2]) {
    const available = Array.from({ length: 22 }, (_, at) => at >= lost)
    const work = repeat(() => reconstruct(shards, shape, available))
    tell(`${lost} of 22 shards computed`, data * times, await ofRounds(work))
  }
}

async function compareReads() {
  const make = (also?: () => readonly ByteSink[]) => async () => {
    rmSync(join(dir, 'parity'), { recursive: true, force: true })
    await updateParity(dir, files, { also })
  }
  tell('SHA-256 and parity in one read', mb, await ofRounds(make()))
  const also = () => [digestSink('sha512'), pieceSink(1 << 18)]
  const all = await ofRounds(make(also))
  tell('SHA-256, SHA-512, torrent trees v1 and v2, parity in one read', mb, all)
  const par2 = join(dir, 'par2')
  const create = costOfProgram('par2', [
    'create',
    '-q',
    '-q',
    '-b200',
    '-r10',
    '-n1',
    `${par2}.par2`,
    ...paths.slice(0, 4),
  ])
  tell('par2 create, 10 %, of four of the files', (mb * 4) / files.length, create)
}

async function compareHealing() {
  const file = files[Math.floor(files.length / 2)]!
  const temporary = join(dir, 'restored')
  rmSync(join(dir, file.path))
  const restore = await ofRounds(async () => {
    rmSync(temporary, { force: true })
    const { kind } = await repairFile(dir, file, { temporary })
    if (kind !== 'restored') throw new Error(`It is ${kind}`)
  })
  tell('one whole file restored: of the bytes that are read', mb, restore)
}

async function compareVerify() {
  tell('sha256sum', mb, ofProgram('sha256sum', paths))
  tell('openssl dgst -sha256', mb, ofProgram('openssl', ['dgst', '-sha256', ...paths]))
  for (const width of [1, 2]) {
    await using pool = new DigestPool(width)
    const digest = () => Promise.all(paths.map((path) => pool.digest(path)))
    await digest()
    tell(`pool of ${width} thread${width > 1 ? 's' : ''}`, mb, await ofRounds(digest))
  }
}

try {
  console.log(`${files.length} files, ${Math.round(mb)} MB, ${readdirSync(dir).length} folder`)
  await compareArithmetic()
  await compareVerify()
  await compareReads()
  await compareHealing()
} finally {
  rmSync(dir, { recursive: true })
}
