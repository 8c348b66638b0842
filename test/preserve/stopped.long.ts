import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { StorageError } from '../../src/words/user-error.ts'
import { readTree } from '../archive/support/inspect.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { check, checking, copyTree, makeArchive, mending } from './support/archive.ts'
import { fileHarms, recordHarms } from './support/harm.ts'
import { Random } from './support/random.ts'

const FILES = 12
const KILLS = 8
const seed = Number(process.env.SONGKEEP_SEED ?? Date.now() % 2 ** 32)
console.log(`SONGKEEP_SEED=${seed}`)
const random = new Random(seed)

let root = ''
/** The second copy, and what all archives here are copies of. */
let whole = ''
let before = new Map<string, string>()
let round = 0
let dir = ''

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'songkeep-stopped-')))
  whole = join(root, 'whole')
  await makeArchive(whole, FILES, random)
  before = await readContent(whole)
})
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(() => {
  dir = join(root, `archive-${round++}`)
})

const isOfArchive = (path: string) => path !== 'fixity.jsonl' && path !== 'filler'
const readContent = async (dir: string) =>
  new Map([...(await readTree(dir))].filter(([path]) => isOfArchive(path)))

/** One file by each harm that leaves the same names, two records, and what a check must name. */
async function harm(dir: string): Promise<readonly string[]> {
  const free = [...before.keys()].filter((path) => path.endsWith('.mp3'))
  const named: string[] = []
  for (const [name, harm] of Object.entries(fileHarms))
    if (name !== 'renamed') named.push(...(await harm(dir, free.splice(0, 2), random)))
  for (const name of ['the inventory cut', 'a bit of the decisions flipped'])
    named.push(...((await recordHarms[name]?.(dir, [], random)) ?? []))
  return named.toSorted()
}

const faulty = async (dir: string) =>
  (await check(dir)).findings
    .flatMap(({ kind, path }) => (kind === 'unknown' ? [] : [path]))
    .toSorted()

const verifying = () => checking(dir)
const repairing = () => mending(dir, [whole])

/** Until it ends, or says why it cannot go on; whatever else is thrown is a fault of ours. */
async function drain(
  events: AsyncIterable<{ readonly kind: string }>,
  onEvent: (number: number) => void | Promise<void> = () => {},
): Promise<{ readonly kinds: readonly string[]; readonly stopped?: StorageError }> {
  const kinds: string[] = []
  try {
    for await (const { kind } of events) {
      kinds.push(kind)
      await onEvent(kinds.length)
    }
    return { kinds }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return { kinds, stopped: error }
  }
}

/** Every file is as it was kept, or as it was found damaged; nothing has come that was not there. */
async function expectNothingLost(damaged: ReadonlyMap<string, string>) {
  const now = await readContent(dir)
  for (const [path, sum] of now)
    if (path.endsWith('.mp3')) expect([before.get(path), damaged.get(path)], path).toContain(sum)
  for (const path of damaged.keys()) expect(now.has(path), path).toBe(true)
}

async function expectMended() {
  expect((await drain(repairing())).stopped).toBeUndefined()
  expect(await readContent(dir)).toEqual(before)
  expect(await faulty(dir)).toEqual([])
}

const script = fileURLToPath(new URL('./support/repair-loop.ts', import.meta.url))

/** Killed shortly after it has said so many lines; answers what it has said. */
async function runLoop(killAtLine?: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, dir, whole], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout }))
    if (lines.push(line) === killAtLine) setTimeout(() => child.kill('SIGKILL'), random.below(8))
  await ended
  return lines
}

test(`killed at ${KILLS} random moments of a repair, a file is the damaged one or the whole one`, async () => {
  for (let kills = 0; kills < KILLS; ) {
    await copyTree(whole, dir)
    const named = await harm(dir)
    const damaged = await readContent(dir)
    for (;;) {
      const context = `seed ${seed}, kill ${kills}`
      const lines = await runLoop(kills < KILLS ? 1 + random.below(2 * FILES + 12) : undefined)
      await expectNothingLost(damaged)
      const now = await readContent(dir)
      for (const line of lines) {
        const path = line.replace(/^repaired /, '')
        if (path !== line && path.endsWith('.mp3'))
          expect(now.get(path), context).toBe(before.get(path))
      }
      const isDone = lines.includes('done')
      for (const path of await faulty(dir)) expect(named, context).toContain(path)
      if (isDone) break
      kills++
    }
    await expectMended()
    const aside = new Set((await readTree(join(dir, '.songkeep/replaced'))).values())
    for (const [path, sum] of damaged)
      if (path.endsWith('.mp3') && sum !== before.get(path)) expect([...aside], path).toContain(sum)
    await rm(dir, { recursive: true })
  }
})

async function onDisk(untested: string, size: string, work: (disk: SmallDisk) => Promise<void>) {
  await using disk = await mountSmallDisk(size, untested)
  if (!disk) return false
  await work(disk)
  return true
}

test('a full disk: the check goes on, the repair says so and loses nothing, and goes on when there is room', async (context) => {
  const isDone = await onDisk('a check and a repair on a full disk', '4m', async (disk) => {
    let stopped = 0
    for (const pages of [0, 1, 3, 6, 10, 16, 25, 40, 100]) {
      dir = join(disk.dir, 'Keep')
      await copyTree(whole, dir)
      const named = await harm(dir)
      const damaged = await readContent(dir)
      const makeRoom = await disk.fill(pages * 4096)
      expect(await faulty(dir)).toEqual(named)
      const ended = await drain(repairing())
      if (ended.stopped) stopped++
      await expectNothingLost(damaged)
      await makeRoom()
      await expectMended()
      await rm(dir, { recursive: true })
    }
    expect(stopped).toBeGreaterThan(3)
  })
  if (!isDone) context.skip()
})

interface Vanishing {
  vanish(): Promise<void>
  comeBack(): Promise<void>
}

/** At each thing that is told: what was true goes on being so, and nothing is made in the old place. */
async function vanishAtEach(
  run: typeof verifying | typeof repairing,
  { vanish, comeBack }: Vanishing,
) {
  const named = await harm(dir)
  const damaged = await readContent(dir)
  let isEnd = false
  for (let at = 1; !isEnd; at += 1 + random.below(5)) {
    const { kinds, stopped } = await drain(run(), (number) =>
      number === at ? vanish() : undefined,
    )
    isEnd = kinds.length < at
    if (isEnd) break
    const context = `seed ${seed}, at ${at}: ${kinds.join(' ')}`
    if (!stopped) expect(kinds, context).toContain('ended')
    expect(await readdir(dir).catch(() => []), context).toEqual([])
    await comeBack()
    await expectNothingLost(damaged)
    for (const path of await faulty(dir)) expect(named, context).toContain(path)
  }
  await expectMended()
}

test.each([
  ['check', verifying],
  ['repair', repairing],
])('a root that is renamed in the midst of a %s, another folder in its place', async (_, run) => {
  await copyTree(whole, dir)
  await vanishAtEach(run, {
    async vanish() {
      await rename(dir, `${dir}-moved`)
      await mkdir(dir)
    },
    async comeBack() {
      await rm(dir, { recursive: true })
      await rename(`${dir}-moved`, dir)
    },
  })
})

test.each([
  ['check', verifying],
  ['repair', repairing],
])('a root that is unmounted in the midst of a %s', async (name, run) => {
  await onDisk(`a root unmounted in the midst of a ${name}`, '16m', async (disk) => {
    dir = disk.dir
    await copyTree(whole, dir)
    await vanishAtEach(run, {
      vanish: async () => disk.detach(),
      comeBack: async () => disk.attach(),
    })
  })
})
