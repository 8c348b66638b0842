/**
 * `npm run test:soak`: a server and a worker under constant load, whose memory, descriptors and connections must not
 * grow. Small lists are ordered again and again; clients follow events, open playlists, listen by ranges and read metrics.
 * With PostgreSQL where it is there; without, the server alone. `SOAK_MINUTES` says for how long, an hour where nothing
 * is said. Linux alone. Exits with 1 where something has grown, or where the load did not come through.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildPage } from '../../test/page/support/build-page.ts'
import { makeWav } from '../../test/support/sound.ts'
import { followEvents, type LoadFigures, look, orderLists } from './load.ts'
import { startPrograms } from './programs.ts'
import { Series } from './series.ts'

const minutes = Number(process.env.SOAK_MINUTES ?? 60)
const SAMPLE_MS = Math.min(10_000, (minutes * 60_000) / 30)
const OWNERS = ['anna', 'bert']
const titles = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember']

buildPage()
const home = await mkdtemp(join(tmpdir(), 'songkeep-soak-'))
const library = join(home, 'music')
await mkdir(library)
for (const [at, title] of titles.entries())
  await writeFile(join(library, `The Testers - ${title}.wav`), makeWav(2, at + 1))

try {
  await using programs = await startPrograms(home)
  const { address } = programs
  const figures: LoadFigures = { jobs: 0, failed: 0, events: 0, ranges: 0, looks: 0, broken: 0 }
  const stop = new AbortController()
  const { signal } = stop
  const target = { address, library, archives: join(home, 'keep'), titles }
  const load = Promise.all([
    ...OWNERS.map((owner) => orderLists(target, owner, figures, signal)),
    ...[1, 2, 3].map(() => followEvents(address, figures, signal)),
    look(address, figures, signal),
  ])
  load.catch(() => stop.abort())
  const series = new Series(programs)
  const until = performance.now() + minutes * 60_000
  while (performance.now() < until && !signal.aborted) {
    await sleep(SAMPLE_MS, undefined, { signal }).catch(() => {})
    await series.sample()
    process.stderr.write(`${series.describeLast()}\n`)
  }
  stop.abort()
  await load
  process.stdout.write(`${JSON.stringify({ minutes, ...figures })}\n`)
  const { isFlat, lines } = await series.judge()
  process.stdout.write(`${lines.join('\n')}\n`)
  // One in a thousand requests at most: each list takes about twenty.
  const isBroken = figures.broken > figures.jobs / 50
  const isIdle = [figures.jobs, figures.events, figures.ranges, figures.looks].includes(0)
  if (!isFlat || isIdle || isBroken || figures.failed > 0) process.exitCode = 1
} finally {
  await rm(home, { recursive: true, force: true })
}
