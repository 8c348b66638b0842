import { join } from 'node:path'
import {
  type AnyPart,
  NAME_PARTS,
  type NamePart,
  PARTS,
  type SegmentPart,
  SHARD_PARTS,
  type ShardPart,
} from './format/layout.ts'
import { type IndexSummary, type NamesSummary, readManifest } from './format/manifest.ts'
import { PartReader } from './format/part.ts'

export interface CatalogueInfo {
  readonly tracks: number
  /** Over the indexes: an artist of two indexes counts twice. */
  readonly artists: number
  readonly bytes: number
  readonly bytesPerTrack: number
  readonly bytesByPart: Readonly<Record<SegmentPart, number>>
  readonly indexes: readonly IndexSummary[]
  /** Who is known by which names; not among the bytes above. */
  readonly names?: NamesSummary
}

/** What a catalogue's folder says of itself. Throws UserError when it holds none. */
export function describeCatalogue(folder: string): CatalogueInfo {
  const { indexes, names } = readManifest(folder)
  const sum = (value: (index: IndexSummary) => number) =>
    indexes.reduce((total, index) => total + value(index), 0)
  const parts = Object.keys(PARTS) as SegmentPart[]
  const bytesByPart = Object.fromEntries(
    parts.map((part) => [part, sum((index) => index.bytes[part] ?? 0)]),
  ) as Record<SegmentPart, number>
  const bytes = parts.reduce((total, part) => total + bytesByPart[part], 0)
  const tracks = sum((index) => index.tracks)
  return {
    tracks,
    artists: sum((index) => index.artists),
    bytes,
    bytesPerTrack: bytes / Math.max(1, tracks),
    bytesByPart,
    indexes,
    names,
  }
}

/** Reads every byte and proves every checksum; throws UserError at the first file that fails. */
export function verifyCatalogue(folder: string, onPart: (part: AnyPart) => void = () => {}): void {
  const { indexes, names } = readManifest(folder)
  for (const { build, bytes, shard } of indexes) {
    for (const part of shard ? (Object.keys(SHARD_PARTS) as ShardPart[]) : []) {
      onPart(part)
      using reader = new PartReader(join(folder, build), part, build, shard?.bytes[part] ?? 0)
      reader.verify()
    }
    for (const part of Object.keys(PARTS) as SegmentPart[]) {
      onPart(part)
      using reader = new PartReader(join(folder, build), part, build, bytes[part])
      reader.verify()
    }
  }
  for (const part of names ? (Object.keys(NAME_PARTS) as NamePart[]) : []) {
    if (!names) break
    onPart(part)
    using reader = new PartReader(join(folder, names.build), part, names.build, names.bytes[part])
    reader.verify()
  }
}
