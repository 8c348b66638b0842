import { createHash, type KeyObject } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { inParallel } from '../../base/parallel.ts'
import { reason } from '../../model/reason.ts'
import { noConditions } from '../../storage/errors.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { type Manifest, readManifest } from '../format/manifest.ts'
import { sealEnvelope } from './envelope.ts'
import { encodeGeneration, type Generation, PIECE_BYTES, type PublishedFile } from './generation.ts'
import { type PublicKey, publicKeyOf } from './key.ts'
import { type PieceOptions, PieceStore } from './piece-store.ts'
import { findLatest, generationKey, POINTER, readGeneration } from './place.ts'
import { type Piece, readSegment } from './read-segment.ts'
import { listParts } from './segments.ts'

export interface PublishOptions extends PieceOptions {
  /** Bytes of a piece, 8 MiB unless said. */
  readonly pieceBytes?: number
}

export type PublishEvent = {
  readonly kind: 'progress'
  readonly bytes: number
  readonly totalBytes: number
}

export interface Published {
  readonly generation: number
  /** False where the latest generation says the same already. */
  readonly isNew: boolean
  readonly publicKey: PublicKey
  readonly bytes: number
  /** What was sent of it, in bytes; the rest was there. */
  readonly sentBytes: number
  /** Pieces that were there and damaged, and have been sent again. */
  readonly replaced: number
}

/** Sent at once: each holds a piece in memory. */
const WIDTH = 4

/**
 * Publishes a catalogue at a place under the next number. The generation is written last and once: of two who publish at
 * the same time one is told that it was late, and whoever is stopped before has published nothing. The same call then
 * goes on with what is not there yet. UserError where the catalogue is damaged, or the place is another publisher's.
 */
export async function* publishCatalogue(
  folder: string,
  store: Store,
  key: KeyObject,
  options: PublishOptions,
): AsyncGenerator<PublishEvent, Published> {
  const { signal, pieceBytes = PIECE_BYTES } = options
  const catalogue = readManifest(folder)
  if (!(await store.capabilities(signal)).conditionalWrites) throw noConditions(store.name)
  const publicKey = publicKeyOf(key)
  const latest = await readOwnLatest(store, publicKey, signal)
  const pieces = await PieceStore.open(store, options)
  const files = yield* sendFiles(folder, catalogue, pieces, options)
  const { sentBytes, replaced } = pieces
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  const told = { publicKey, bytes, sentBytes, replaced }
  const content = { catalogue, pieceBytes, files }
  if (latest && isSame(latest, content)) {
    await writePointer(store, latest.generation, signal)
    return { ...told, generation: latest.generation, isNew: false }
  }
  const generation = (latest?.generation ?? 0) + 1
  const publishedAt = new Date().toISOString()
  const sealed = sealEnvelope(encodeGeneration({ generation, publishedAt, ...content }), key)
  if ((await store.putIfAbsent(generationKey(generation), sealed, { signal })) === 'taken')
    throw new UserError(
      reason('catalogue.published-meanwhile', { place: store.name, generation }),
      reason('catalogue.publish-again'),
    )
  await writePointer(store, generation, signal)
  return { ...told, generation, isNew: true }
}

async function readOwnLatest(store: Store, publicKey: PublicKey, signal: AbortSignal) {
  const number = await findLatest(store, signal)
  if (number === 0) return undefined
  const latest = await readGeneration(store, number, signal)
  if (latest.signedBy === publicKey) return latest
  const keys = { place: store.name, signedBy: latest.signedBy, trusted: publicKey }
  throw new UserError(
    reason('catalogue.published-by-another', keys),
    reason('catalogue.use-own-place'),
  )
}

const isSame = (
  { catalogue, pieceBytes, files }: Generation,
  other: Pick<Generation, 'catalogue' | 'pieceBytes' | 'files'>,
) =>
  // As JSON has it: what is undefined is not there.
  isDeepStrictEqual(
    JSON.parse(JSON.stringify({ catalogue, pieceBytes, files })),
    JSON.parse(JSON.stringify(other)),
  )

async function* sendFiles(
  folder: string,
  catalogue: Manifest,
  store: PieceStore,
  { signal, pieceBytes = PIECE_BYTES }: PublishOptions,
): AsyncGenerator<PublishEvent, readonly PublishedFile[]> {
  const parts = listParts(catalogue)
  const totalBytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  const files: PublishedFile[] = []
  let bytes = 0
  const readAll = async function* (): AsyncGenerator<Piece> {
    for (const segment of parts.flatMap((part) => part.files))
      files.push(yield* readSegment(folder, segment, pieceBytes, signal))
  }
  for await (const length of inParallel(readAll(), WIDTH, (piece) => store.keep(piece))) {
    bytes += length
    yield { kind: 'progress', bytes, totalBytes }
  }
  return files
}

/** For those who cannot list: where it fails, or comes late, readers look further by themselves. */
async function writePointer(store: Store, generation: number, signal: AbortSignal): Promise<void> {
  const from = Buffer.from(`${JSON.stringify({ generation })}\n`)
  const sha256 = createHash('sha256').update(from).digest('hex')
  await store.put(POINTER, { from, bytes: from.length, sha256 }, { signal })
}
