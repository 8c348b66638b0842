import { execFileSync, spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { albumGain, contentOf, playlist, retaggedOf } from './support/loop-playlist.ts'
import { sha256 } from './support/sample.ts'

const scriptOf = (name: string) => fileURLToPath(new URL(`./support/${name}`, import.meta.url))
const KILLS = 16
/** Among how many lines of its first a run is killed. */
const LINES = 60

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterEach(() => rm(root, { recursive: true }))

interface Ended {
  readonly finished: boolean
  /** Paths that the process reported as kept. */
  readonly kept: readonly string[]
}

/**
 * Runs the loop; killed shortly after it has said so many lines, or while it writes a checkpoint: by what it has
 * done, not by the clock, so that a busy machine is killed at as many kinds of moments.
 */
async function run(
  dir: string,
  killAtLine = Number.POSITIVE_INFINITY,
  loop = 'put-loop.ts',
): Promise<Ended> {
  const child = spawn(process.execPath, [scriptOf(loop), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const isMoment = lines.length === killAtLine || (line === 'checkpoint' && killAtLine < LINES)
    if (isMoment) setTimeout(() => child.kill('SIGKILL'), Math.random() * 8)
  }
  const finished = lines.includes('done')
  const signal = await ended
  if (!finished) expect(signal).toBe('SIGKILL')
  const kept = lines.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5))
  return { finished, kept }
}

const expectedSums = new Set(playlist.entries.map(({ position }) => sha256(contentOf(position))))

test(`killed at ${KILLS} random moments, nothing is half there and the end is the same`, async () => {
  const undisturbed = join(root, 'undisturbed')
  expect(await run(undisturbed)).toMatchObject({ finished: true })
  const goal = await describeEnd(undisturbed)

  let kills = 0
  for (let archive = 0; kills < KILLS; archive++) {
    const dir = join(root, `killed-${archive}`)
    const promised = new Set<string>()
    const damaged = new Set<string>()
    for (;;) {
      const { finished, kept } = await run(
        dir,
        kills < KILLS ? Math.ceil(Math.random() * LINES) : undefined,
      )
      for (const path of kept) {
        promised.add(path)
        damaged.delete(path)
      }
      await checkWhole(dir, promised, damaged)
      if (finished) break
      kills++
      await damageOne(dir, damaged)
    }
    // What is damaged by now was damaged after it had been looked at: one more run makes it again.
    await run(dir)
    expect(await describeEnd(dir)).toEqual(goal)
  }
}, 240_000)

/** Before it is opened again no file is half there; after that, files and lines are one to one. */
async function checkWhole(dir: string, promised: Set<string>, damaged: Set<string>) {
  for (const [path, sum] of await readTree(dir))
    if (path.endsWith('.mp3') && !damaged.has(path)) expect(expectedSums, path).toContain(sum)
  await (await openArchive(dir))[Symbol.asyncDispose]()
  const tree = await readTree(dir)
  const lines = await readSorted(dir)
  for (const { path, sha256 } of lines)
    if (!damaged.has(path)) expect(tree.get(path), path).toBe(sha256)
  const paths = lines.map(({ path }) => path)
  expect([...tree.keys()].filter((path) => path.endsWith('.mp3'))).toEqual(paths.toSorted())
  expect(paths).toEqual(expect.arrayContaining([...promised]))
}

test(`killed at ${KILLS} random moments of tagging anew, a file is the old one or the new one, each with its line`, async () => {
  const kept = join(root, 'kept')
  expect(await run(kept)).toMatchObject({ finished: true })
  const linesBefore = await readSorted(kept)
  const before = new Map(linesBefore.map(({ path, sha256 }) => [path, sha256]))
  const after = new Map(
    linesBefore.map(({ path, chosen }) => [path, sha256(retaggedOf(contentOf(Number(chosen.id))))]),
  )
  const retag = (dir: string, killAtLine?: number) => run(dir, killAtLine, 'retag-loop.ts')

  let kills = 0
  for (let archive = 0; kills < KILLS; archive++) {
    const dir = join(root, `retagged-${archive}`)
    await cp(kept, dir, { recursive: true })
    for (;;) {
      const { finished, kept: promised } = await retag(
        dir,
        kills < KILLS ? Math.ceil(Math.random() * LINES) : undefined,
      )
      const tree = await readTree(dir)
      for (const path of before.keys())
        expect([before.get(path), after.get(path)], path).toContain(tree.get(path))
      for (const path of promised) expect(tree.get(path), path).toBe(after.get(path))
      // A check of what was left behind finds nothing amiss; it reads all, so every fourth time will do.
      if (kills % 4 === 0) {
        await using looking = await openArchive(dir, { readOnly: true })
        expect(await findFaults(looking)).toEqual([])
      }
      await (await openArchive(dir))[Symbol.asyncDispose]()
      const opened = await readTree(dir)
      const lines = await readSorted(dir)
      expect(lines.map(({ path }) => path)).toEqual([...before.keys()])
      for (const { path, sha256, albumGain } of lines) {
        expect(opened.get(path), path).toBe(sha256)
        expect(sha256, path).toBe((albumGain ? after : before).get(path))
      }
      if (finished) break
      kills++
    }
    const lines = await readSorted(dir)
    const text = (await readFile(join(dir, 'manifest-sha256.txt'), 'utf8')).trim().split('\n')
    expect(text.toSorted()).toEqual([...after].map(([path, sum]) => `${sum}  ${path}`).toSorted())
    expect(lines).toEqual(
      linesBefore.map((line) => ({
        ...line,
        sha256: after.get(line.path),
        sha512: expect.stringMatching(/^[0-9a-f]{128}$/),
        albumGain,
        bytes: retaggedOf(contentOf(Number(line.chosen.id))).length,
      })),
    )
    expect(await readdir(join(dir, '.songkeep'))).not.toContain('replaced')
  }
}, 240_000)

async function readSorted(dir: string) {
  return (await readInventory(dir)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** As a bad disk would: the next run has to make it again under its name. */
async function damageOne(dir: string, damaged: Set<string>) {
  const lines = await readSorted(dir)
  const chosen = lines[Math.floor(Math.random() * lines.length)]
  if (!chosen || Math.random() < 0.3) return
  const file = join(dir, chosen.path)
  const bytes = await readFile(file)
  const half = Math.random() < 0.5 ? bytes.subarray(0, bytes.length / 2) : bytes.fill(0, 100, 200)
  await writeFile(file, half)
  damaged.add(chosen.path)
}

/** All of a finished archive, but for times. */
async function describeEnd(dir: string) {
  const tree = await readTree(dir)
  // Both tell times, and a list's id is made.
  tree.delete('inventory.jsonl')
  tree.delete('README-songkeep.txt')
  tree.delete('lists.jsonl')
  // Their lines follow one another as the files were kept.
  for (const name of ['manifest-sha256.txt', 'manifest-sha512.txt']) {
    const lines = (await readFile(join(dir, name), 'utf8')).split('\n')
    tree.set(name, lines.toSorted().join('\n'))
  }
  const lines = (await readSorted(dir)).map((kept) => ({ ...kept, keptAt: '' }))
  return { tree, lines }
}

test('the lock goes with its process', async () => {
  const dir = join(root, 'archive')
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', hold(dir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  await expect(openArchive(dir)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('Another run is at work'),
  })
  // Looking needs no lock.
  await (await openArchive(dir, { readOnly: true }))[Symbol.asyncDispose]()
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('close', resolve))
  await (await openArchive(dir))[Symbol.asyncDispose]()
})

const hold = (dir: string) => `
  import { openArchive } from ${JSON.stringify(join(import.meta.dirname, '../../src/archive/archive.ts'))}
  await openArchive(${JSON.stringify(dir)})
  console.log('held')
  setInterval(() => {}, 1000)
`

const checker = 'sha256sum'
const canCheck = (() => {
  try {
    execFileSync(checker, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`SKIPPED, no ${checker} here: the manifest is read by it`)
    return false
  }
})()

test.skipIf(!canCheck)('sha256sum agrees with the manifest', async () => {
  const dir = join(root, 'archive')
  await run(dir)
  const check = () =>
    execFileSync(checker, ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], {
      cwd: dir,
      stdio: 'pipe',
    })
  check()
  const [kept] = await readSorted(dir)
  await writeFile(join(dir, kept?.path ?? ''), 'damaged')
  expect(check).toThrow(/did NOT match/)
})
