import { createHash } from 'node:crypto'
import { asList, asRecord, findExcess } from '../../base/json.ts'
import { POLYNOMIAL } from './arithmetic/galois.ts'
import { BLOCK_BYTES, type Group, GroupLayout, type GroupMember } from './group.ts'
import { isSafeMemberPath } from './inside.ts'
import { MAX_MEMBERS, maxGroupBytes } from './plan.ts'

/** The first 16 of SHA-256: enough to tell a damaged block from a whole one; the whole file is judged by all 32. */
export const DIGEST_BYTES = 16

/** What stands in a parity file before its parity: the group, and the digests of all blocks. */
export interface Head {
  readonly layout: GroupLayout
  /** A row for each parity shard. */
  readonly matrix: readonly Uint8Array[]
  /** Of all data blocks, then of all parity blocks, shard by shard. */
  readonly digests: Uint8Array
}

/** A parity file that is not of our making, or damaged where it describes itself. */
export class ParityFormatError extends Error {
  override readonly name = 'ParityFormatError'
}

/** The group in JSON, on one line: the same for the same group. */
export function describeGroup(group: Group, matrix: readonly Uint8Array[]): string {
  const files = group.members.map(({ path, bytes, sha256, offset, length }) =>
    length === bytes ? { path, bytes, sha256 } : { path, bytes, sha256, offset, length },
  )
  return JSON.stringify({
    shards: group.shape,
    blockBytes: group.blockBytes,
    rows: new GroupLayout(group).rows,
    digest: `sha256, first ${DIGEST_BYTES} bytes`,
    polynomial: POLYNOMIAL,
    matrix: matrix.map((row) => [...row]),
    files,
  })
}

/** What a group's parity file is named by. */
export const nameOf = (description: string) =>
  `${createHash('sha256').update(description).digest('hex').slice(0, 16)}.parity`

export function writeHead(description: string, digests: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${description}\n`), digests])
}

const bounds = { maxDepth: 4, maxValues: 8 * MAX_MEMBERS }

/** Reads what may come from anywhere. Throws ParityFormatError. */
export function readHead(bytes: Uint8Array): Head {
  const end = bytes.indexOf(0x0a)
  if (end < 0) throw new ParityFormatError('no description')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString()
  if (findExcess(text, bounds)) throw new ParityFormatError('too much in its description')
  const value = asRecord(parse(text))
  const layout = new GroupLayout(readGroup(value))
  const { shape } = layout.group
  if (value.rows !== layout.rows) throw new ParityFormatError('wrong rows')
  if (value.polynomial !== POLYNOMIAL) throw new ParityFormatError('another polynomial')
  const digests = bytes.subarray(end + 1)
  const blocks = layout.blocks + shape.parity * layout.rows
  if (digests.length !== blocks * DIGEST_BYTES) throw new ParityFormatError('wrong digests')
  const matrix = asList(value.matrix).map((row) => Uint8Array.from(asList(row).map(Number)))
  if (matrix.length !== shape.parity || matrix.some((row) => row.length !== shape.data))
    throw new ParityFormatError('wrong matrix')
  return { layout, matrix, digests }
}

/** `shards`, `blockBytes` and `files`, as a head or a line of the index has them. Throws ParityFormatError. */
export function readGroup(value: Readonly<Record<string, unknown>>): Group {
  const { data, parity } = asRecord(value.shards)
  if (!isCount(data, 1, 255) || !isCount(parity, 1, 256 - data))
    throw new ParityFormatError('wrong number of shards')
  const blockBytes = BLOCK_BYTES.find((each) => each === value.blockBytes)
  if (blockBytes === undefined) throw new ParityFormatError('wrong size of blocks')
  const files = asList(value.files)
  if (files.length === 0 || files.length > MAX_MEMBERS)
    throw new ParityFormatError('wrong number of files')
  const members = files.map(readMember)
  const bytes = members.reduce((sum, { length }) => sum + length, 0)
  const shape = { data, parity }
  if (bytes > maxGroupBytes(shape)) throw new ParityFormatError('too many bytes')
  return { shape, blockBytes, members }
}

function readMember(value: unknown): GroupMember {
  const { path, bytes, sha256, offset = 0, length = bytes } = asRecord(value)
  if (typeof path !== 'string' || !isSafeMemberPath(path))
    throw new ParityFormatError('a path that leads out of the archive')
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw new ParityFormatError('a file without a digest')
  const max = Number.MAX_SAFE_INTEGER
  if (!isCount(bytes, 0, max) || !isCount(offset, 0, bytes) || !isCount(length, 0, bytes - offset))
    throw new ParityFormatError('a file of an impossible size')
  return { path, bytes, sha256, offset, length }
}

const isCount = (value: unknown, min: number, max: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ParityFormatError('not JSON')
  }
}
