/**
 * `node bench/verify.ts [--files N] [--megabytes N] [--rounds N]`: how fast an archive is checked, with `sha256sum` over the
 * same files beside it in every round, one after another and by two processes.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hashFile } from '../src/base/hash.ts'
import { inParallel } from '../src/base/parallel.ts'
import { DigestPool } from '../src/base/process/digest-pool.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '200' },
    megabytes: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
  },
})
const [files, megabytes, rounds] = [values.files, values.megabytes, values.rounds].map(Number)
const dir = await mkdtemp(join(tmpdir(), 'songkeep-verify-'))
const paths = Array.from({ length: files ?? 0 }, (_, at) => join(dir, `${at}.mp3`))
for (const path of paths) await writeFile(path, randomBytes((megabytes ?? 0) * 1e6))
const bytes = paths.length * (megabytes ?? 0) * 1e6

async function time(act: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await act()
  return bytes / 1e3 / (performance.now() - start)
}

async function readAll(width: number, read: (path: string) => Promise<unknown>) {
  for await (const _ of inParallel(paths, width, read));
}

async function inThreads(width: number) {
  await using pool = new DigestPool(width)
  await readAll(width, (path) => pool.digest(path))
}

const sha256sum = 'sha256sum'
const ways: Readonly<Record<string, () => Promise<unknown> | unknown>> = {
  'sha256sum, one process': () => spawnSync(sha256sum, paths, { stdio: 'ignore' }),
  'sha256sum, two processes': () =>
    spawnSync('xargs', ['-0', '-P2', '-n8', sha256sum], {
      input: paths.join('\0'),
      stdio: ['pipe', 'ignore', 'inherit'],
    }),
  'verify, this thread': () => readAll(1, (path) => hashFile(path)),
  'verify, one thread': () => inThreads(1),
  'verify, two threads': () => inThreads(2),
}
try {
  const best = new Map<string, number>()
  for (let round = 0; round < (rounds ?? 0); round++)
    for (const [name, act] of Object.entries(ways))
      best.set(name, Math.max(best.get(name) ?? 0, await time(act)))
  for (const [name, rate] of best) console.log(`${name.padEnd(26)} ${rate.toFixed(0)} MB/s`)
  const of = (name: string) => best.get(name) ?? Number.NaN
  const [one, two] = [of('verify, one thread'), of('verify, two threads')]
  console.log(`a core: ${(one / of('sha256sum, one process')).toFixed(2)} of sha256sum`)
  console.log(`two against one: ${(two / one).toFixed(2)} times`)
  console.log(`two against two of sha256sum: ${(two / of('sha256sum, two processes')).toFixed(2)}`)
} finally {
  await rm(dir, { recursive: true })
}
