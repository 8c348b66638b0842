import { crc32 } from 'node:zlib'
import { UnavailableError } from '../../base/http/errors.ts'
import { reason } from '../../model/reason.ts'
import type { OpenNames } from '../artist-names.ts'
import {
  decodeHeader,
  HEADER_BYTES,
  NAME_PARTS,
  type NamePart,
  PART_CODES,
  SEGMENT_PAYLOAD,
  segmentName,
} from '../format/layout.ts'
import type { PartBytes } from '../format/part.ts'
import { NameTable } from '../query/name-table.ts'
import { MAX_NAMES_BYTES } from './protocol.ts'
import type { RemoteMember } from './remote-member.ts'

/**
 * Fetches a catalogue's list of names, whole: `match` asks it many times for every track, and cannot wait for an answer
 * each time. 12 bytes a name. Throws UnavailableError where it does not come as it was described.
 */
export async function fetchNames(member: RemoteMember, signal: AbortSignal): Promise<OpenNames> {
  const { names } = member.manifest
  if (!names) return () => undefined
  const parts = new Map<NamePart, Buffer>()
  for (const part of Object.keys(NAME_PARTS) as NamePart[])
    parts.set(part, await fetchPart(member, part, names.build, names.bytes[part], signal))
  return (_, place) =>
    new NameTable((part) => new LoadedPart(parts.get(part) ?? Buffer.alloc(0)), 0, place)
}

async function fetchPart(
  member: RemoteMember,
  part: NamePart,
  build: string,
  bytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const damaged = () =>
    new UnavailableError(member.place, reason('catalogue.service-nonsense', { host: member.place }))
  if (!(bytes <= MAX_NAMES_BYTES)) throw damaged()
  const pieces: Buffer[] = []
  const segments = Math.max(1, Math.ceil(bytes / (SEGMENT_PAYLOAD + HEADER_BYTES)))
  for (let number = 0; number < segments; number++) {
    const file = await member.readNames(segmentName(part, number), bytes, signal)
    const header = decodeHeader(file.subarray(0, HEADER_BYTES))
    const payload = file.subarray(HEADER_BYTES)
    const isRight =
      !('code' in header) &&
      header.part === PART_CODES[part] &&
      header.segment === number &&
      header.build === build &&
      header.payloadBytes === payload.length &&
      header.payloadCrc === crc32(payload)
    if (!isRight) throw damaged()
    pieces.push(payload)
  }
  return Buffer.concat(pieces)
}

/** A part that was fetched: all of it is in memory. */
class LoadedPart implements PartBytes {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get length(): number {
    return this.#bytes.length
  }

  read(offset: number, length: number): Buffer {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.length))
      throw new RangeError(`No bytes at ${offset}`)
    return this.#bytes.subarray(offset, offset + length)
  }

  load(): Buffer {
    return this.#bytes
  }

  [Symbol.dispose](): void {}
}
