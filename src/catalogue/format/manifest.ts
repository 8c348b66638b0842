import { readFileSync, renameSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import {
  NAME_PARTS,
  type NamePart,
  PARTS,
  type SegmentPart,
  SHARD_PARTS,
  type ShardPart,
  VERSION,
} from './layout.ts'

/** What one input gave. */
export interface InputSummary {
  /** The file's base name. */
  readonly name: string
  /** How it was read: `jsonl`, `csv`, `listenbrainz`, … */
  readonly format: string
  /** The licence of the data itself, where the dump has one. */
  readonly licence?: string
  readonly tracks: number
  /** Rows that could not be read. */
  readonly skipped: number
}

/** One index of a catalogue: a folder of segments. */
export interface IndexSummary {
  /** Name of the folder, and build id in every segment: 32 hexadecimal digits. */
  readonly build: string
  readonly tracks: number
  readonly artists: number
  readonly bytes: Readonly<Record<SegmentPart, number>>
  readonly inputs: readonly InputSummary[]
  /** Licences of the recordings, the frequent ones first, with how many have them. */
  readonly licences: readonly (readonly [licence: string, tracks: number])[]
  /** ISO 8601, UTC. */
  readonly builtAt: string
  readonly buildSeconds: number
  /** Where this is a part of a larger index. */
  readonly shard?: ShardSummary
}

/**
 * Which part of a larger index this is. Artists are dealt out by the top byte of their hash, in its order, so that the
 * shards one after another are the whole: track 5 of a shard is the whole's `firstTrack` + 5.
 */
export interface ShardSummary {
  /** The build of the index that was cut. */
  readonly of: string
  /** From 0. */
  readonly number: number
  readonly count: number
  /** How artists are hashed and dealt out. */
  readonly dealing: number
  readonly firstTrack: number
  /** Of the whole. */
  readonly tracks: number
  readonly bytes: Readonly<Record<ShardPart, number>>
}

/** Raised when artists are hashed or dealt out in another way. */
export const DEALING = 1

/** What one list of artists gave. */
export interface NameInputSummary {
  readonly name: string
  readonly format: string
  readonly licence?: string
  readonly artists: number
  /** Rows that could not be read. */
  readonly skipped: number
}

/** A list of artists' names: a folder of segments. */
export interface NamesSummary {
  readonly build: string
  /** Those that have more names than one. */
  readonly artists: number
  /** Names beyond the first of each. */
  readonly aliases: number
  readonly bytes: Readonly<Record<NamePart, number>>
  readonly inputs: readonly NameInputSummary[]
  /** ISO 8601, UTC. */
  readonly builtAt: string
  readonly buildSeconds: number
}

/** `catalogue.json`: the one file that makes a folder a catalogue. It is replaced in one step. */
export interface Manifest {
  readonly format: typeof FORMAT
  readonly version: number
  /** Oldest first; a later one's recordings take the place of earlier ones of the same id. */
  readonly indexes: readonly IndexSummary[]
  readonly names?: NamesSummary
}

const FORMAT = 'songkeep-catalogue'
export const MANIFEST_FILE = 'catalogue.json'

/** The manifest of a catalogue's folder. Throws UserError when there is none, or none that can be read. */
export function readManifest(folder: string): Manifest {
  let text: string
  try {
    text = readFileSync(join(folder, MANIFEST_FILE), 'utf8')
  } catch (error) {
    throw new UserError(
      reason('catalogue.none-in-folder', { folder }),
      reason('catalogue.make-one'),
      { cause: error },
    )
  }
  const manifest = parseManifest(text)
  if (manifest === undefined) {
    throw new UserError(
      reason('catalogue.manifest-damaged', { path: join(folder, MANIFEST_FILE) }),
      reason('catalogue.build-again'),
    )
  }
  requireVersion(folder, manifest)
  return manifest
}

/** UserError where this program reads no catalogue of that version. */
export function requireVersion(folder: string, { version }: Pick<Manifest, 'version'>): void {
  if (version !== VERSION)
    throw new UserError(
      reason('catalogue.other-version', { folder, version, expected: VERSION }),
      reason('catalogue.build-again'),
    )
}

/** How often another catalogue may take the place of one that is being opened. */
export const MAX_SWAPS = 5

/**
 * Opens what a manifest names. A catalogue that is replaced between the reading of its manifest and the opening of its
 * files takes these away: then the newer one is opened.
 */
export function openByManifest<Opened>(
  folder: string,
  open: (manifest: Manifest) => Opened,
): Opened {
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(folder)
    try {
      return open(manifest)
    } catch (error) {
      const isSame = isDeepStrictEqual(manifest, readManifest(folder))
      if (isSame || attempt === MAX_SWAPS) throw error
    }
  }
}

/** Whether a build of any version has written the manifest that is there. */
export function isCatalogueManifest(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')).format === FORMAT
  } catch {
    return false
  }
}

const BUILD_ID = /^[0-9a-f]{32}$/

const isShard = ({ of, number, count, firstTrack, tracks, bytes }: ShardSummary) =>
  BUILD_ID.test(of) &&
  [number, count, firstTrack, tracks].every((each) => Number.isSafeInteger(each) && each >= 0) &&
  number < count &&
  Object.keys(SHARD_PARTS).every((part) => Number.isSafeInteger(bytes[part as ShardPart]))

const isIndex = ({ build, bytes, tracks, shard }: IndexSummary) =>
  BUILD_ID.test(build) &&
  Number.isSafeInteger(tracks) &&
  (shard === undefined || isShard(shard)) &&
  Object.keys(PARTS).every((part) => Number.isSafeInteger(bytes[part as SegmentPart]))

const isNames = ({ build, bytes }: NamesSummary) =>
  BUILD_ID.test(build) &&
  Object.keys(NAME_PARTS).every((part) => Number.isSafeInteger(bytes[part as NamePart]))

function parseManifest(text: string): Manifest | undefined {
  try {
    return asManifest(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The value where it is what a manifest says, of any version; undefined where it is something else. */
export function asManifest(given: unknown): Manifest | undefined {
  try {
    const value = given as Manifest
    const isManifest =
      value.format === FORMAT &&
      Number.isInteger(value.version) &&
      Array.isArray(value.indexes) &&
      value.indexes.every(isIndex) &&
      (value.names === undefined || isNames(value.names))
    return isManifest ? value : undefined
  } catch {
    return undefined
  }
}

/** Puts the manifest in its place: from here on the catalogue is the new one. */
export async function writeManifest(
  folder: string,
  { indexes, names }: Pick<Manifest, 'indexes' | 'names'>,
): Promise<void> {
  const manifest: Manifest = { format: FORMAT, version: VERSION, indexes, names }
  const draft = join(folder, `.${MANIFEST_FILE}.new`)
  const file = await open(draft, 'w')
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  renameSync(draft, join(folder, MANIFEST_FILE))
  await syncFolder(folder)
}

/** A rename lasts only once its folder is on disk; Windows knows no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
