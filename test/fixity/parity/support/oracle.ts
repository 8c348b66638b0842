import { readdir, readFile } from 'node:fs/promises'
import type { ByteRange } from '../../../../src/fixity/parity/parity.ts'
import type { Folder } from './archive.ts'

interface Line {
  readonly name: string
  readonly shards: { readonly data: number; readonly parity: number }
  readonly blockBytes: number
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly offset?: number
    readonly length?: number
  }[]
}

interface Block {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly isBad: boolean
}

export async function readLines(folder: Folder): Promise<Line[]> {
  const text = await readFile(folder.place('parity/index.jsonl'), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** What a parity file held when it was made. */
export async function readParity(folder: Folder): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(folder.place('parity'))).filter((name) => name.endsWith('.parity'))
  const all = new Map<string, Uint8Array>()
  for (const name of names) all.set(name, await readFile(folder.place(`parity/${name}`)))
  return all
}

/** Files whose parity describes itself nowhere any more: both heads, of equal length at both ends, are damaged. */
export async function findUndescribed(
  folder: Folder,
  lines: readonly Line[],
  parity: ReadonlyMap<string, Uint8Array>,
): Promise<Set<string>> {
  const paths = new Set<string>()
  for (const line of lines) {
    const before = parity.get(line.name)!
    const now = (await folder.read(`parity/${line.name}`)) ?? new Uint8Array()
    const headBytes = (before.length - parityBytesOf(line)) / 2
    const isFrontWhole = areSame(before, now, 0, headBytes)
    const isBackWhole = areSame(before, now, before.length - headBytes, before.length)
    if (!isFrontWhole && !isBackWhole) for (const { path } of line.files) paths.add(path)
  }
  return paths
}

const blocksIn = ({ files, blockBytes }: Line) =>
  files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / blockBytes), 0)

const parityBytesOf = (line: Line) =>
  line.shards.parity * Math.ceil(blocksIn(line) / line.shards.data) * line.blockBytes

/**
 * Which bytes of the files cannot be restored, by counting alone: of each row of blocks as many may be wrong as there are
 * parity shards, and those of the parity itself count. Parity files lie between two heads of equal length.
 */
export async function findLost(
  folder: Folder,
  lines: readonly Line[],
  parity: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, ByteRange[]>> {
  const lost = new Map<string, ByteRange[]>()
  for (const line of lines) {
    const { name, shards, blockBytes, files } = line
    const blocks: Block[] = []
    for (const { path } of files) blocks.push(...(await blocksOf(folder, path, blockBytes)))
    const rows = Math.ceil(blocks.length / shards.data)
    const bad = new Array<number>(rows).fill(0)
    for (const [at, { isBad }] of blocks.entries()) if (isBad) bad[at % rows]!++
    const before = parity.get(name)!
    const now = (await folder.read(`parity/${name}`)) ?? new Uint8Array()
    const headBytes = (before.length - parityBytesOf(line)) / 2
    for (let at = 0; at < shards.parity * rows; at++) {
      const start = headBytes + at * blockBytes
      if (!areSame(before, now, start, start + blockBytes)) bad[at % rows]!++
    }
    for (const [at, { path, start, end, isBad }] of blocks.entries())
      if (isBad && bad[at % rows]! > shards.parity)
        lost.set(path, [...(lost.get(path) ?? []), { start, end }])
  }
  return lost
}

async function blocksOf(folder: Folder, path: string, blockBytes: number): Promise<Block[]> {
  const before = folder.contents.get(path)!
  const now = (await folder.read(path)) ?? new Uint8Array()
  return Array.from({ length: Math.ceil(before.length / blockBytes) }, (_, at) => {
    const [start, end] = [at * blockBytes, Math.min(before.length, (at + 1) * blockBytes)]
    return { path, start, end, isBad: !areSame(before, now, start, end) }
  })
}

const areSame = (before: Uint8Array, now: Uint8Array, start: number, end: number) =>
  now.length >= end && Buffer.compare(before.subarray(start, end), now.subarray(start, end)) === 0
