import { asList, asRecord, parseJson } from '../../base/json.ts'
import { asManifest, type Manifest } from '../format/manifest.ts'
import { listParts, type SegmentFile } from './segments.ts'

/** One published state of a catalogue: what a publisher signs. */
export interface Generation {
  /** Counted from 1 without a gap. */
  readonly generation: number
  /** ISO 8601, UTC. */
  readonly publishedAt: string
  /** What `catalogue.json` is to say. */
  readonly catalogue: Manifest
  /** Every file is cut into pieces of so many bytes; the last one of each may be shorter. */
  readonly pieceBytes: number
  readonly files: readonly PublishedFile[]
}

export interface PublishedFile extends Pick<SegmentFile, 'build' | 'name'> {
  readonly bytes: number
  /** SHA-256 of each piece, in their order; each is stored under that. */
  readonly pieces: readonly string[]
}

/** As much as one request reads (storage/s3): a piece is held in memory. */
export const PIECE_BYTES = 8 * 2 ** 20
const MIN_PIECE_BYTES = 1024
const FORMAT = 'songkeep-catalogue-generation'
const VERSION = 1
const SHA256 = /^[0-9a-f]{64}$/

export const encodeGeneration = (generation: Generation): Uint8Array =>
  Buffer.from(JSON.stringify({ format: FORMAT, version: VERSION, ...generation }))

/**
 * What a payload says; undefined where it is nothing of ours. The names of files are never taken from it: it has to
 * list those, in that order and of that length, that its catalogue consists of.
 */
export function decodeGeneration(payload: Uint8Array): Generation | undefined {
  const value = asRecord(parseJson(Buffer.from(payload).toString()))
  const { format, version, generation, publishedAt, pieceBytes } = value
  const catalogue = asManifest(value.catalogue)
  if (format !== FORMAT || version !== VERSION || catalogue === undefined) return undefined
  if (!isCount(generation, 1) || typeof publishedAt !== 'string') return undefined
  if (!isCount(pieceBytes, MIN_PIECE_BYTES) || pieceBytes > PIECE_BYTES) return undefined
  const files = readFiles(asList(value.files), catalogue, pieceBytes)
  return files && { generation, publishedAt, catalogue, pieceBytes, files }
}

function readFiles(
  list: readonly unknown[],
  catalogue: Manifest,
  pieceBytes: number,
): readonly PublishedFile[] | undefined {
  const files: PublishedFile[] = []
  for (const part of listParts(catalogue)) {
    let bytes = 0
    for (const expected of part.files) {
      const file = readFile(list[files.length], expected, pieceBytes)
      if (file === undefined) return undefined
      bytes += file.bytes
      files.push(file)
    }
    if (bytes !== part.bytes) return undefined
  }
  return files.length === list.length ? files : undefined
}

function readFile(
  value: unknown,
  { build, name }: SegmentFile,
  pieceBytes: number,
): PublishedFile | undefined {
  const given = asRecord(value)
  const { bytes } = given
  const pieces = asList(given.pieces)
  if (given.build !== build || given.name !== name || !isCount(bytes, 1)) return undefined
  if (pieces.length !== Math.ceil(bytes / pieceBytes) || !pieces.every(isDigest)) return undefined
  return { build, name, bytes, pieces }
}

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && SHA256.test(value)

const isCount = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least

/** Where each piece lies in its file, and its length. */
export function* piecesOf({ bytes, pieces }: PublishedFile, pieceBytes: number) {
  for (const [index, sha256] of pieces.entries()) {
    const at = index * pieceBytes
    yield { sha256, at, bytes: Math.min(pieceBytes, bytes - at) }
  }
}

export const sizeOf = ({ files }: Pick<Generation, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)
