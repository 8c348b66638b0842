import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { codeOf } from '../../base/file.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { decodeHeader, HEADER_BYTES, PART_CODES } from '../format/layout.ts'
import type { PublishedFile } from './generation.ts'
import type { SegmentFile } from './segments.ts'

export interface Piece {
  readonly data: Uint8Array
  readonly sha256: string
}

/**
 * Yields the pieces of one file of a catalogue, and returns what was read. UserError where the file is missing, another
 * one, or damaged: its checksum is known only behind its last piece, so nothing may be signed before.
 */
export async function* readSegment(
  folder: string,
  segment: SegmentFile,
  pieceBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Piece, PublishedFile> {
  const { build, name } = segment
  await using file = await open(join(folder, build, name), 'r').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? faulty(name, reason('catalogue.file-missing')) : error
  })
  const pieces: string[] = []
  const proof = new SegmentProof(segment)
  for (let bytes = 0; ; ) {
    signal.throwIfAborted()
    const data = Buffer.allocUnsafe(pieceBytes)
    const { bytesRead } = await file.read(data, 0, pieceBytes, bytes)
    if (bytesRead > 0) {
      const piece = data.subarray(0, bytesRead)
      proof.add(piece)
      bytes += bytesRead
      const sha256 = createHash('sha256').update(piece).digest('hex')
      pieces.push(sha256)
      yield { data: piece, sha256 }
    }
    if (bytesRead < pieceBytes) {
      proof.end()
      return { build, name, bytes, pieces }
    }
  }
}

/** Proves a segment's header and checksum as its bytes go by. */
class SegmentProof {
  readonly #segment: SegmentFile
  #expected: { readonly bytes: number; readonly crc: number } | undefined
  #bytes = 0
  #crc = 0

  constructor(segment: SegmentFile) {
    this.#segment = segment
  }

  /** The first piece has the whole header. */
  add(piece: Uint8Array): void {
    const { build, part, number } = this.#segment
    let payload = piece
    if (this.#expected === undefined) {
      const header = decodeHeader(piece.subarray(0, HEADER_BYTES))
      if ('code' in header) throw this.#fault(header)
      if (header.part !== PART_CODES[part] || header.segment !== number || header.build !== build)
        throw this.#fault(reason('catalogue.file-foreign'))
      this.#expected = { bytes: header.payloadBytes, crc: header.payloadCrc }
      payload = piece.subarray(HEADER_BYTES)
    }
    this.#crc = crc32(payload, this.#crc)
    this.#bytes += payload.length
  }

  end(): void {
    if (this.#bytes !== this.#expected?.bytes) throw this.#fault(reason('catalogue.file-cut-off'))
    if (this.#crc !== this.#expected.crc) throw this.#fault(reason('catalogue.file-damaged'))
  }

  #fault(fault: Reason): UserError {
    return faulty(this.#segment.name, fault)
  }
}

const faulty = (name: string, fault: Reason) =>
  new UserError(reason('catalogue.file', { name, fault }), reason('catalogue.restore-file'))
