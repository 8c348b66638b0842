import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTree } from '../archive/support/inspect.ts'
import { check, copyTree, makeArchive, mend } from './support/archive.ts'
import { fileHarms, recordHarms } from './support/harm.ts'
import { Random } from './support/random.ts'

/** In memory, where the system has room there: what is tried is what is written, not how fast a disk syncs. */
const MEMORY = '/dev/shm'
let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'songkeep-faults-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const FILES = 200
const FAULTS = 500

/** All but the record of checks, and what was renamed, which stays where it is. */
const isOfArchive = (path: string) => path !== 'fixity.jsonl' && !path.endsWith('(old)')

const readContent = async (dir: string) =>
  new Map([...(await readTree(dir))].filter(([path]) => isOfArchive(path)))

test(`${FAULTS} faults of an archive of ${FILES} files: each found, none invented, none whole lost`, async () => {
  const seed = Number(process.env.SONGKEEP_SEED ?? Date.now() % 2 ** 32)
  console.log(`SONGKEEP_SEED=${seed}`)
  const random = new Random(seed)
  const whole = join(root, 'whole')
  await makeArchive(whole, FILES, random)
  const before = await readContent(whole)
  const paths = [...before.keys()].filter((path) => path.endsWith('.mp3'))
  const kinds = Object.entries(fileHarms)
  const records = Object.entries(recordHarms)
  let done = 0
  const counts = { repaired: 0, named: 0 }
  for (let round = 0; done < FAULTS; round++) {
    const dir = join(root, `round-${round}`)
    await copyTree(whole, dir)
    const free = paths.toSorted(() => random.next() - 0.5)
    const told: string[] = []
    const expected = new Set<string>()
    // Without a copy, few at a time: parity restores two shards of 22.
    const isCopied = round % 2 === 0
    const most = isCopied ? 60 + random.below(30) : 1 + random.below(12)
    const many = Math.min(FAULTS - done, most)
    for (let at = 0; at < many; at++) {
      const isRecord = random.next() < 0.15 && !expected.has('record')
      const [name, harm] = random.pick(isRecord ? records : kinds)
      const taken = isRecord ? [] : free.splice(0, 2)
      for (const path of await harm(dir, taken, random)) expected.add(path)
      if (isRecord) expected.add('record')
      told.push(name)
      done++
    }
    expected.delete('record')
    const context = `seed ${seed}, round ${round}: ${told.join(', ')}`
    const { findings, summary } = await check(dir)
    const found = new Set(findings.filter(({ kind }) => kind !== 'unknown').map(({ path }) => path))
    expect([...found].toSorted(), context).toEqual([...expected].toSorted())
    const ofFiles = [...expected].filter((path) => path.endsWith('.mp3')).length
    expect(summary, context).toMatchObject({ whole: FILES - ofFiles, newer: 0, stopped: false })

    const copies = isCopied ? [whole] : []
    const left = await mend(dir, copies)
    const after = await readContent(dir)
    if (copies.length > 0) expect(left, context).toEqual([])
    for (const { fault, lost } of left) {
      expect(lost?.length, context).toBeGreaterThan(0)
      after.delete(fault.path)
    }
    const named = new Set(left.map(({ fault }) => fault.path))
    const wanted = new Map([...before].filter(([path]) => !named.has(path)))
    expect(after, context).toEqual(wanted)
    const again = await check(dir)
    const faulty = again.findings.filter(({ kind }) => kind !== 'unknown').map(({ path }) => path)
    expect(faulty, context).toEqual([...named].toSorted())
    counts.repaired += expected.size - named.size
    counts.named += named.size
    await rm(dir, { recursive: true })
  }
  console.log(`${done} faults in all: ${counts.repaired} repaired, ${counts.named} named`)
}, 300_000)
