import { open } from 'node:fs/promises'
import { chunkOffsets } from '../mp4/chunk-offsets.ts'
import { type Box, readBoxHeader, readWholeBoxes } from '../mp4/mp4-boxes.ts'
import { readTopBoxes } from '../mp4/top-boxes.ts'
import { chunkSizes } from './chunk-sizes.ts'

const MAX_MOOV_BYTES = 256 * 1024 * 1024

/**
 * ISO/IEC 14496-12: the boxes of `moov` fill each other exactly, the list of tags stands behind its handler, and each
 * chunk of sound lies within the file's data.
 */
export async function findM4aFault(path: string): Promise<string | undefined> {
  await using file = await open(path)
  const { size } = await file.stat()
  const boxes = await readTopBoxes(file, size)
  const moovs = boxes.filter(({ name }) => name === 'moov')
  const [found] = moovs
  if (!found || moovs.length > 1) return `${moovs.length} boxes moov`
  if (found.end - found.start > MAX_MOOV_BYTES) return undefined
  const moov = Buffer.alloc(found.end - found.start)
  await file.read(moov, 0, moov.length, found.start)
  const root = readBoxHeader(moov.subarray(0, 16), 0, moov.length)
  if (!root) return 'moov is no box'
  const fault = findBoxFault(moov, root, 'moov')
  if (fault) return fault
  const data = boxes.filter(({ name }) => name === 'mdat')
  const tracks = childrenOf(moov, root).filter(({ name }) => name === 'trak')
  for (const track of tracks) {
    const outside = findChunkFault(moov, track, data)
    if (outside) return outside
  }
  return undefined
}

/** Boxes that hold nothing but boxes, by the names that lead to them. */
const PARENTS =
  /^moov(\.trak(\.(edts|mdia(\.(minf(\.(dinf|stbl))?))?))?|(\.trak)?\.udta|(\.udta)?\.meta(\.ilst(\..{4})?)?)?$/s

function findBoxFault(moov: Buffer, box: Box, path: string): string | undefined {
  if (!PARENTS.test(path)) return undefined
  const from = firstChildAt(moov, box)
  const { boxes, end } = readWholeBoxes(moov, from, box.end)
  const rest = moov.subarray(end, box.end)
  const isTerminator = rest.length === 4 && rest.every((byte) => byte === 0)
  if (rest.length > 0 && !isTerminator)
    return `${path} ends in ${rest.length} bytes that are no box`
  const names = boxes.map(({ name }) => name)
  if (box.name === 'meta' && names.includes('ilst') && names[0] !== 'hdlr')
    return `${path} has no handler before its list`
  for (const child of boxes) {
    const fault = findBoxFault(moov, child, `${path}.${child.name}`)
    if (fault) return fault
  }
  return undefined
}

/** Version and flags come first in `meta`, but not as QuickTime writes it. */
function firstChildAt(moov: Buffer, { name, content, end }: Box): number {
  const isFull = name === 'meta' && moov.toString('latin1', content + 4, content + 8) !== 'hdlr'
  return isFull ? Math.min(content + 4, end) : content
}

function findChunkFault(moov: Buffer, track: Box, data: readonly Box[]): string | undefined {
  const handler = find(moov, track, ['mdia', 'hdlr'])
  const isSound =
    handler && moov.toString('latin1', handler.content + 8, handler.content + 12) === 'soun'
  const table = find(moov, track, ['mdia', 'minf', 'stbl'])
  if (!isSound || !table) return undefined
  const tables = childrenOf(moov, table)
  const named = (...names: readonly string[]) => tables.find(({ name }) => names.includes(name))
  const [offsets, sizes, runs] = [named('stco', 'co64'), named('stsz'), named('stsc')]
  if (!offsets || offsets.end - offsets.content < 8) return 'the sound has no chunks'
  const starts = chunkOffsets(moov, offsets)
  const lengths =
    sizes && runs ? chunkSizes(moov, { sizes, runs, chunks: starts.length }) : undefined
  const index = starts.findIndex((start, index) => {
    const end = start + (lengths?.[index] ?? 0)
    return !data.some((box) => start >= box.content && end <= box.end)
  })
  return index < 0 ? undefined : `chunk ${index} of the sound lies outside of the data`
}

function find(moov: Buffer, from: Box, names: readonly string[]): Box | undefined {
  return names.reduce<Box | undefined>(
    (box, name) => box && childrenOf(moov, box).find((child) => child.name === name),
    from,
  )
}

const childrenOf = (moov: Buffer, { content, end }: Box) => readWholeBoxes(moov, content, end).boxes
