/**
 * Cost against size, on tracks that never were:
 *
 *     node bench/catalogue/scale.ts 1000000 8000000 [--folder DIR] [--queries 20000]
 *
 * Each size is built (a stopped build goes on where it stopped; a finished one is used again) and asked,
 * in processes of their own so that the peaks of memory are theirs. One row of results a size is printed
 * and appended to results.jsonl beside this file. 256,000,000 takes about an hour and 60 GB of disk.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { describeCatalogue, verifyCatalogue } from '../../src/catalogue/info.ts'
import { rank } from '../../src/match/rank.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { takeTitleApart } from '../../src/text/title/title.ts'
import { makeQueries, QUERY_KINDS, type QueryKind, SyntheticCatalogue } from './synthetic.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'songkeep-scale') },
    queries: { type: 'string', default: '20000' },
    step: { type: 'string', default: 'all' },
  },
})

const COST_FILE = 'build-cost.json'
const peakMB = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function build(tracks: number, out: string): Promise<void> {
  if (!existsSync(join(out, 'catalogue.json'))) {
    let told = 0
    const { index } = await buildCatalogue({
      out,
      inputs: new SyntheticCatalogue(tracks).inputs(),
      onProgress: ({ step, done, total, tracks: read }) => {
        if (performance.now() - told < 5000) return
        told = performance.now()
        console.error(`${step} ${done}/${total} (${read} tracks, peak ${peakMB()} MB)`)
      },
    })
    console.error(`built in ${index?.buildSeconds} s`)
    const { user, system } = process.cpuUsage()
    const cost = { buildCpuSeconds: Math.round((user + system) / 1e6), buildPeakMB: peakMB() }
    writeFileSync(join(out, COST_FILE), JSON.stringify(cost))
  }
}

interface Tally {
  asked: number
  right: number
  accepted: number
  readonly micros: number[]
}

function ask(tracks: number, out: string, count: number) {
  // Warm is what the system has cached: everything is read once, as far as its memory reaches.
  verifyCatalogue(out)
  const opened = performance.now()
  using catalogue = new Catalogue([out])
  const openMs = performance.now() - opened
  const tallies = new Map<QueryKind, Tally>(
    QUERY_KINDS.map((kind) => [kind, { asked: 0, right: 0, accepted: 0, micros: [] }]),
  )
  const lookups: number[] = []
  const cpu: number[] = []
  // The first tenth warms up: it is not counted.
  let warm = Math.floor(count / 10)
  for (const { kind, track, wanted } of makeQueries(new SyntheticCatalogue(tracks), count + warm)) {
    const cpuStart = process.cpuUsage()
    const start = performance.now()
    const candidates = catalogue.lookUp(track)
    const found = performance.now()
    const { decision, matches } = rank(track, candidates)
    const end = performance.now()
    const { user, system } = process.cpuUsage(cpuStart)
    if (warm-- > 0) continue
    // Chance has given the same artist a track of the same name: not absent, then.
    if (kind === 'absent' && candidates.some((each) => isNamesake(each, track))) continue
    const tally = tallies.get(kind)!
    tally.asked++
    tally.micros.push((end - start) * 1000)
    cpu.push(user + system)
    lookups.push((found - start) * 1000)
    const best = matches[0]?.recording
    if (best && isSame(best, wanted)) tally.right++
    if (decision === 'match') tally.accepted++
  }
  const all = [...tallies.values()].flatMap((tally) => tally.micros)
  return {
    openMs: Math.round(openMs),
    microsP50: percentile(all, 0.5),
    microsP99: percentile(all, 0.99),
    // Of the processor alone: on a busy machine the clock measures the neighbours too.
    cpuP50: percentile(cpu, 0.5),
    cpuP99: percentile(cpu, 0.99),
    lookupP50: percentile(lookups, 0.5),
    lookupP99: percentile(lookups, 0.99),
    residentMB: Math.round(process.memoryUsage().rss / 2 ** 20),
    kinds: Object.fromEntries(
      [...tallies].map(([kind, { asked, right, accepted, micros }]) => [
        kind,
        {
          right: Math.round((10_000 * right) / asked) / 100,
          accepted: Math.round((10_000 * accepted) / asked) / 100,
          p50: percentile(micros, 0.5),
          p99: percentile(micros, 0.99),
        },
      ]),
    ),
  }
}

/** Two recordings that no text tells apart count as one. */
const isSame = (a: Recording, b: Recording) =>
  a.id === b.id || (a.title === b.title && a.artists[0] === b.artists[0])

/** The same title by the same artist, whatever the version and the other artists. */
const isNamesake = (recording: Recording, { title, artists }: Track) =>
  recording.artists.includes(artists[0] ?? '') &&
  takeTitleApart(recording.title).core === takeTitleApart(title).core

const percentile = (values: readonly number[], share: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0)

for (const text of positionals) {
  const tracks = Number(text)
  const out = join(values.folder, String(tracks))
  if (values.step === 'build') await build(tracks, out)
  else if (values.step === 'ask')
    console.log(JSON.stringify(ask(tracks, out, Number(values.queries))))
  else {
    const run = (step: string) =>
      execFileSync(
        process.execPath,
        [
          import.meta.filename,
          text,
          '--folder',
          values.folder,
          '--queries',
          values.queries,
          '--step',
          step,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      )
    run('build')
    const { bytesPerTrack, indexes } = describeCatalogue(out)
    const [index] = indexes
    const row = {
      tracks,
      artists: index?.artists,
      bytesPerTrack: Math.round(bytesPerTrack * 10) / 10,
      buildSeconds: index?.buildSeconds,
      // Of the last run, where it was stopped and gone on with.
      ...JSON.parse(readFileSync(join(out, COST_FILE), 'utf8')),
      ...JSON.parse(run('ask')),
      machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
      node: process.version,
      date: new Date().toISOString().slice(0, 10),
    }
    console.log(JSON.stringify(row, null, 1))
    appendFileSync(join(import.meta.dirname, 'results.jsonl'), `${JSON.stringify(row)}\n`)
  }
}
