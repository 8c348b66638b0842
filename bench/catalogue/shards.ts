/**
 * A catalogue over several processes, against the same one whole in this process:
 *
 *     node bench/catalogue/shards.ts 1000000 [--shards 4] [--folder DIR] [--queries 10000] [--memory 1024]
 *
 * The catalogue is built and cut where it is not there yet (`scale.ts` builds into the same folder), each shard is
 * served by a process of its own, `songkeep catalogue serve`, and asked over loopback. All answers are compared with
 * those of the whole. `--memory`: megabytes that each process may hold.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import type { CatalogueReader } from '../../src/catalogue/catalogue-reader.ts'
import { verifyCatalogue } from '../../src/catalogue/info.ts'
import { openCatalogue } from '../../src/catalogue/open-catalogue.ts'
import { splitCatalogue } from '../../src/catalogue/split/split.ts'
import type { Track } from '../../src/model/track.ts'
import { makeQueries, SyntheticCatalogue } from './synthetic.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'songkeep-scale') },
    shards: { type: 'string', default: '4' },
    queries: { type: 'string', default: '10000' },
    memory: { type: 'string', default: '1024' },
  },
})

const TOGETHER = 64

async function prepare(tracks: number, shards: number) {
  const whole = join(values.folder, String(tracks))
  const cut = join(values.folder, `${tracks}-in-${shards}`)
  if (!existsSync(join(whole, 'catalogue.json')))
    await buildCatalogue({ out: whole, inputs: new SyntheticCatalogue(tracks).inputs() })
  const start = performance.now()
  if (existsSync(join(cut, 'shards.json'))) return { whole, cut }
  await splitCatalogue({ folder: whole, out: cut, shards })
  return { whole, cut, splitSeconds: Math.round(performance.now() - start) / 1000 }
}

async function serve(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const program = join(import.meta.dirname, '../../bin/songkeep.js')
  const child = spawn(
    process.execPath,
    [program, 'catalogue', 'serve', folder, '--port', '0', '--memory', values.memory],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  for await (const line of createInterface({ input: child.stdout! })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address) return { child, address }
  }
  throw new Error('The server did not start')
}

const at = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000)

/**
 * Microseconds of one look-up after another. All are asked twice: the first time tells what a process costs that was
 * just started and whose code is still compiled, the second one what it costs from then on.
 */
async function measure(catalogue: CatalogueReader, queries: readonly Track[]) {
  const first = await measureOnce(catalogue, queries)
  return { ...(await measureOnce(catalogue, queries)), firstP99: first.p99 }
}

async function measureOnce(catalogue: CatalogueReader, queries: readonly Track[]) {
  const times: number[] = []
  for (const track of queries) {
    const start = performance.now()
    await catalogue.lookUp(track)
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return {
    p50: at(sorted, 0.5),
    p90: at(sorted, 0.9),
    p99: at(sorted, 0.99),
    max: at(sorted, 1 - 1e-9),
  }
}

async function perSecond(catalogue: CatalogueReader, queries: readonly Track[]): Promise<number> {
  const start = performance.now()
  for (let from = 0; from < queries.length; from += TOGETHER)
    await catalogue.lookUpAll(queries.slice(from, from + TOGETHER))
  return Math.round(queries.length / ((performance.now() - start) / 1000))
}

async function countDifferences(
  one: CatalogueReader,
  other: CatalogueReader,
  queries: readonly Track[],
): Promise<number> {
  let different = 0
  for (let from = 0; from < queries.length; from += TOGETHER) {
    const some = queries.slice(from, from + TOGETHER)
    const [a, b] = [await one.lookUpAll(some), await other.lookUpAll(some)]
    different += some.filter((_, index) => !isDeepStrictEqual(a[index], b[index])).length
  }
  return different
}

const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')
const tracks = Number(positionals[0] ?? 1_000_000)
const shards = Number(values.shards)
const { whole, cut, splitSeconds } = await prepare(tracks, shards)
const folders = Array.from({ length: shards }, (_, number) =>
  join(cut, `shard-${number + 1}-of-${shards}`),
)
// Warm is what the system has cached: everything is read once, as far as its memory reaches.
for (const folder of [whole, ...folders]) verifyCatalogue(folder)
const made = new SyntheticCatalogue(tracks)
const queries = [...makeQueries(made, Number(values.queries))]
const asked = queries.map(({ track }) => track)
const exact = queries.filter(({ kind }) => kind === 'exact').map(({ track }) => track)
const servers = await Promise.all(folders.map(serve))
try {
  const before = load()
  using remote = await openCatalogue([servers.map(({ address }) => address).join(',')])
  const overNetwork = await measure(remote, asked)
  const exactOverNetwork = await measure(remote, exact)
  const after = load()
  const batched = await perSecond(remote, asked)
  using inOne = new Catalogue([whole])
  const wholeHere = await measure(inOne, asked)
  const wholePerSecond = await perSecond(inOne, asked)
  using inShards = new Catalogue(folders)
  const row = {
    tracks,
    shards,
    splitSeconds,
    queries: asked.length,
    different: await countDifferences(inOne, remote, asked),
    differentInOneProcess: await countDifferences(inOne, inShards, asked),
    micros: {
      overNetwork,
      exactOverNetwork,
      shardsHere: await measure(inShards, asked),
      wholeHere,
    },
    perSecond: { overNetwork: batched, wholeHere: wholePerSecond },
    load: { before, after },
    date: new Date().toISOString().slice(0, 10),
  }
  console.log(JSON.stringify(row, null, 1))
} finally {
  for (const { child } of servers) child.kill()
  await Promise.all(servers.map(({ child }) => child.exitCode ?? once(child, 'exit')))
}
