import { open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from './random.ts'

/** What a fault has done: the paths of which a check must speak, and of no others. */
export type Harm = (
  root: string,
  paths: readonly string[],
  random: Random,
) => Promise<readonly string[]>

async function flip(path: string, random: Random) {
  const { size } = await stat(path)
  await using file = await open(path, 'r+')
  const at = random.below(size)
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ (1 << random.below(8))
  await file.write(byte, 0, 1, at)
}

/** Of an archive's files. Each takes as many of `paths` as it wants, all of them whole until then. */
export const fileHarms: Readonly<Record<string, Harm>> = {
  'a bit flipped': async (root, [path = ''], random) => {
    await flip(join(root, path), random)
    return [path]
  },
  'cut off': async (root, [path = ''], random) => {
    const { size } = await stat(join(root, path))
    await truncate(join(root, path), random.below(size))
    return [path]
  },
  'written over': async (root, [path = ''], random) => {
    const { size } = await stat(join(root, path))
    await using file = await open(join(root, path), 'r+')
    const length = 1 + random.below(Math.min(2000, size))
    await file.write(random.bytes(length), 0, length, random.below(size - length + 1))
    return [path]
  },
  grown: async (root, [path = ''], random) => {
    await using file = await open(join(root, path), 'a')
    await file.write(random.bytes(1 + random.below(100)))
    return [path]
  },
  deleted: async (root, [path = '']) => {
    await rm(join(root, path))
    return [path]
  },
  'swapped with another': async (root, [path = '', other = '']) => {
    await rename(join(root, path), join(root, 'swap'))
    await rename(join(root, other), join(root, path))
    await rename(join(root, 'swap'), join(root, other))
    return [path, other]
  },
  renamed: async (root, [path = '']) => {
    await rename(join(root, path), join(root, `${path} (old)`))
    return [path]
  },
}

/** Of the archive's own records. */
export const recordHarms: Readonly<Record<string, Harm>> = {
  'the inventory lost': async (root) => {
    await rm(join(root, 'inventory.jsonl'))
    return ['inventory.jsonl']
  },
  'the inventory cut': async (root, _, random) => {
    const { size } = await stat(join(root, 'inventory.jsonl'))
    await truncate(join(root, 'inventory.jsonl'), random.below(size))
    return ['inventory.jsonl']
  },
  'the inventory of an earlier day': async (root, _, random) => {
    const lines = (await readFile(join(root, 'inventory.jsonl'), 'utf8')).trimEnd().split('\n')
    const kept = lines.slice(0, 1 + random.below(lines.length - 1))
    await writeFile(join(root, 'inventory.jsonl'), `${kept.join('\n')}\n`)
    return ['inventory.jsonl']
  },
  'a bit of the inventory flipped': async (root, _, random) => {
    await flip(join(root, 'inventory.jsonl'), random)
    return ['inventory.jsonl']
  },
  'a manifest lost': async (root) => {
    await rm(join(root, 'manifest-sha256.txt'))
    return ['manifest-sha256.txt']
  },
  'a bit of a manifest flipped': async (root, _, random) => {
    await flip(join(root, 'manifest-sha256.txt'), random)
    return ['manifest-sha256.txt']
  },
  'the decisions lost': async (root) => {
    await rm(join(root, 'decisions.jsonl'))
    return ['decisions.jsonl']
  },
  'a bit of the decisions flipped': async (root, _, random) => {
    await flip(join(root, 'decisions.jsonl'), random)
    return ['decisions.jsonl']
  },
  'the lists cut': async (root, _, random) => {
    const { size } = await stat(join(root, 'lists.jsonl'))
    await truncate(join(root, 'lists.jsonl'), random.below(size))
    return ['lists.jsonl']
  },
}
