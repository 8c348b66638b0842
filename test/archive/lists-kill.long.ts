import { spawn } from 'node:child_process'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { findFaults } from './support/find-faults.ts'
import { readTree } from './support/inspect.ts'
import { useTemporary } from './support/temporary.ts'
import { makeTwoLists } from './support/two-lists.ts'

const place = useTemporary()
const script = fileURLToPath(new URL('./support/lists-loop.ts', import.meta.url))
const KILLS = 8

/** Killed so many milliseconds after it has begun to open the archive. */
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

async function readKept(dir: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await readTree(dir))].filter(([path]) => path !== 'lists.jsonl'))
}

/** Contents of all that lies anywhere in the archive. */
async function readContents(dir: string): Promise<ReadonlySet<string>> {
  const state = join(dir, '.songkeep')
  const inside = await Promise.all(
    ['trash', 'replaced', 'work'].map(async (name) => {
      const isThere = await readdir(join(state, name)).catch(() => undefined)
      return isThere ? [...(await readTree(join(state, name))).values()] : []
    }),
  )
  return new Set([...inside.flat(), ...(await readTree(dir)).values()])
}

test(`killed at ${KILLS} moments while lists go, come back and are joined, nothing is lost`, async () => {
  await makeTwoLists(place.dir)
  const before = await readKept(place.dir)
  const contents = [...before].filter(([path]) => path.includes('/')).map(([, content]) => content)
  const undisturbed = join(place.root, 'undisturbed')
  await cp(place.dir, undisturbed, { recursive: true })
  const first = await run(undisturbed)
  expect(first.finished).toBe(true)
  expect(await readKept(undisturbed)).toEqual(before)
  await rm(undisturbed, { recursive: true })
  let { took } = first
  let kills = 0
  for (let round = 0; kills < KILLS; round++) {
    const dir = join(place.root, `killed-${round}`)
    await cp(place.dir, dir, { recursive: true })
    for (;;) {
      // Evenly over the whole way, so that each step is hit.
      const killAfter = kills < KILLS ? (took * (kills + 0.5)) / KILLS : undefined
      const { finished, took: last } = await run(dir, killAfter)
      const now = await readContents(dir)
      for (const content of contents) expect(now).toContain(content)
      // Looking finds nothing amiss, half-way or not.
      await using looking = await openArchive(dir, { readOnly: true })
      expect(await findFaults(looking)).toEqual([])
      if (finished) {
        // It was done before its moment came: the first run of all is the slowest.
        took = Math.min(took, last)
        break
      }
      kills++
    }
    expect(await readKept(dir)).toEqual(before)
    await using archive = await openArchive(dir)
    expect(archive.lists().map(({ name }) => name)).toEqual(['Stays', 'Gone'])
  }
}, 240_000)
