import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '../../base/file.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { VolumeHasher, type VolumeTorrents } from '../../packages/torrent/hash-volume.ts'
import { choosePieceLength } from '../../packages/torrent/piece-length.ts'
import type { TorrentOptions } from '../../packages/torrent/write-torrent.ts'
import {
  describeShare,
  LICENCES_JSONL,
  LICENCES_TXT,
  type LicenceRecord,
  writeLicenceLines,
  writeLicenceText,
} from './licence-manifest.ts'
import { type PlaceShareOptions, placeShare } from './place-share.ts'
import type { PlacedShare, Volume } from './volumes.ts'

export interface BuiltVolume {
  readonly name: string
  readonly folder: string
  readonly webSeeds: readonly string[]
  readonly torrents: VolumeTorrents
  readonly records: readonly LicenceRecord[]
}

export type VolumeEvent =
  | { readonly kind: 'file'; readonly bytes: number }
  | { readonly kind: 'left-out'; readonly path: string; readonly reason: Reason }

export interface BuildOptions extends PlaceShareOptions {
  /** Where the torrent's folder is made. */
  readonly into: string
  /** Addresses beneath which all volumes will lie as they do here; each ends in `/`. */
  readonly webSeeds: readonly string[]
}

/**
 * Fills a torrent's folder and hashes it. A file that is not as it was kept is left out, and nothing of it stays.
 * Returns undefined where none is left.
 */
export async function* buildVolume(
  volume: Volume,
  options: BuildOptions,
): AsyncGenerator<VolumeEvent, BuiltVolume | undefined> {
  const folder = join(options.into, volume.folder)
  await mkdir(folder, { recursive: true })
  const webSeeds = [...volume.webSeeds, ...options.webSeeds]
  const total = volume.files.reduce((sum, { file }) => sum + file.bytes, 0)
  const torrent = { name: volume.folder, pieceLength: choosePieceLength(total), webSeeds }
  const hasher = new VolumeHasher(folder, torrent)
  const records: LicenceRecord[] = []
  for (const share of volume.files) {
    const added = await addShare(folder, share, hasher, options)
    if ('code' in added) yield { kind: 'left-out', path: share.file.path, reason: added }
    else records.push(added)
    yield { kind: 'file', bytes: share.file.bytes }
  }
  if (records.length === 0) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const sorted = records.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const texts = {
    [LICENCES_JSONL]: writeLicenceLines(sorted),
    [LICENCES_TXT]: writeLicenceText(sorted),
  }
  const torrents = await finishVolume(folder, texts, hasher)
  return { name: volume.name, folder: volume.folder, webSeeds, torrents, records: sorted }
}

async function addShare(
  folder: string,
  share: PlacedShare,
  hasher: VolumeHasher,
  options: BuildOptions,
): Promise<LicenceRecord | Reason> {
  const placed = await placeShare(folder, share, options)
  if ('code' in placed) return placed
  const added = await hasher.add(share.path, placed.sha256, options.signal)
  if (added !== undefined) return describeShare(share, placed)
  await rm(join(folder, share.path))
  return reason('package.file-not-as-kept')
}

/** Adds a torrent's own texts, in their order, and makes the torrents. */
async function finishVolume(
  folder: string,
  texts: Readonly<Record<string, string>>,
  hasher: VolumeHasher,
): Promise<VolumeTorrents> {
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, name)
    await writeFile(path, text, { flag: 'wx' })
    await syncFile(path)
    await hasher.add(name)
  }
  return hasher.finish()
}

/** A torrent of texts alone. */
export async function buildTexts(
  into: string,
  texts: Readonly<Record<string, string>>,
  options: Omit<TorrentOptions, 'pieceLength'>,
): Promise<VolumeTorrents> {
  const folder = join(into, options.name)
  await mkdir(folder)
  const total = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const hasher = new VolumeHasher(folder, { ...options, pieceLength: choosePieceLength(total) })
  return await finishVolume(folder, texts, hasher)
}
