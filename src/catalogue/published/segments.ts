import {
  type AnyPart,
  HEADER_BYTES,
  NAME_PARTS,
  PARTS,
  SEGMENT_PAYLOAD,
  segmentName,
} from '../format/layout.ts'
import type { Manifest } from '../format/manifest.ts'

/** One file of a catalogue. */
export interface SegmentFile {
  /** The folder of its index, below the catalogue's. */
  readonly build: string
  readonly part: AnyPart
  readonly number: number
  readonly name: string
}

/** All files of the segments of one part, whose lengths together the manifest knows. */
export interface PartFiles {
  readonly bytes: number
  readonly files: readonly SegmentFile[]
}

/** All files of a catalogue but `catalogue.json`, always in the same order; their names follow from the manifest alone. */
export function listParts({
  indexes,
  names,
}: Pick<Manifest, 'indexes' | 'names'>): readonly PartFiles[] {
  const partsOf = (build: string, parts: object, bytes: Readonly<Record<string, number>>) =>
    Object.keys(parts).map((part) => filesOf(build, part as AnyPart, bytes[part] ?? 0))
  return [
    ...indexes.flatMap(({ build, bytes }) => partsOf(build, PARTS, bytes)),
    ...(names ? partsOf(names.build, NAME_PARTS, names.bytes) : []),
  ]
}

function filesOf(build: string, part: AnyPart, bytes: number): PartFiles {
  const count = Math.max(1, Math.ceil(bytes / (SEGMENT_PAYLOAD + HEADER_BYTES)))
  const files = Array.from({ length: count }, (_, number) => ({
    build,
    part,
    number,
    name: segmentName(part, number),
  }))
  return { bytes, files }
}
