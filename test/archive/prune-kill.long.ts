import { spawn } from 'node:child_process'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const script = fileURLToPath(new URL('./support/prune-loop.ts', import.meta.url))
const KILLS = 25
const FILES = 60

/** Killed so many milliseconds after it has begun to open the archive; answers whether it came to its end, and how long that took. */
async function run(dir: string, killAfter?: number) {
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const lines: string[] = []
  let began = 0
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (line !== 'opening') continue
    began = performance.now()
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
  }
  await ended
  return { finished: lines.includes('done'), took: performance.now() - began }
}

/** By content: the files in their places, and those in the trash. */
async function readBoth(dir: string) {
  const kept = [...(await readTree(dir))].filter(([path]) => path.endsWith('.mp3'))
  const trash = join(dir, '.songkeep/trash')
  const stamps = (await readdir(trash).catch(() => [])).filter((name) => !name.endsWith('.jsonl'))
  const trees = await Promise.all(stamps.map((stamp) => readTree(join(trash, stamp))))
  const thrown = trees.flatMap((tree) => [...tree]).filter(([path]) => path.endsWith('.mp3'))
  return { kept: new Map(kept), thrown: new Map(thrown) }
}

test(`killed at ${KILLS} random moments, every file is in its place with its line, or in the trash`, async () => {
  const list = playlistOf(
    'Mix',
    Array.from({ length: FILES }, (_, at) => trackOf(`Title ${at}`, { trackNumber: at + 1 })),
  )
  {
    await using archive = await openArchive(place.dir)
    for (const { position } of list.entries)
      await keep(archive, list, position, `bytes of ${position}`.repeat(2000))
    await archive.checkpoint()
  }
  const all = await readInventory(place.dir)
  const wanted = all.filter(({ track }) => (track.trackNumber ?? 0) % 2 === 1)
  const undisturbed = join(place.root, 'undisturbed')
  await cp(place.dir, undisturbed, { recursive: true })
  const { finished, took } = await run(undisturbed)
  expect(finished).toBe(true)
  const goal = await readTree(undisturbed)

  let kills = 0
  for (let archive = 0; kills < KILLS; archive++) {
    const dir = join(place.root, `killed-${archive}`)
    await cp(place.dir, dir, { recursive: true })
    for (;;) {
      const { finished } = await run(dir, kills < KILLS ? Math.random() * took : undefined)
      const { kept, thrown } = await readBoth(dir)
      expect(new Map([...kept, ...thrown])).toEqual(
        new Map(all.map(({ path, sha256 }) => [path, sha256])),
      )
      const lines = new Set((await readInventory(dir)).map(({ path }) => path))
      for (const path of kept.keys()) expect(lines).toContain(path)
      // Looking finds nothing amiss, half-way or not.
      await using looking = await openArchive(dir, { readOnly: true })
      expect(await findFaults(looking)).toEqual([])
      if (finished) break
      kills++
    }
    expect(await readTree(dir)).toEqual(goal)
    expect(await readInventory(dir)).toEqual(wanted)
  }
}, 240_000)
