import { resolve } from 'node:path'
import { inParallel } from '../../base/parallel.ts'
import { AudioError } from '../../media/audio-error.ts'
import { fingerprintFile } from '../../media/decode/fingerprint-file.ts'
import { type Ffmpeg, openFfmpeg } from '../../media/ffmpeg/ffmpeg.ts'
import { findEncoder } from '../../media/ffmpeg/find-encoder.ts'
import { clusterFingerprints } from '../../media/fingerprint/cluster.ts'
import type { ComparedFingerprint } from '../../media/fingerprint/compare.ts'
import { isReason, type Reason, reasonOf } from '../../model/reason.ts'
import { IndexFile } from '../../source/library/index-file.ts'
import { type FoundFile, type Unreadable, walkFolders } from '../../source/library/walk-folder.ts'
import { type AudioProperties, probeFile } from '../../tags/read/probe-file.ts'
import { StorageError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'

export interface FingerprintedFile {
  readonly path: string
  readonly sound: AudioProperties
  readonly fingerprint: ComparedFingerprint
}

export interface DuplicateSounds {
  /** Files of one sound together, the best first; most are alone. In the order of their paths. */
  readonly groups: readonly (readonly [FingerprintedFile, ...FingerprintedFile[]])[]
  readonly unreadable: readonly Unreadable[]
  /** Files listened to in this run, and those known from an earlier one. */
  readonly read: number
  readonly reused: number
}

type Listening =
  | ({ readonly kind: 'read' } & Omit<FingerprintedFile, 'path'>)
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/** Files between two writes of what was heard. */
const batchSize = 16

/** Listens to every audio file below the folders, and finds those that are one sound in any format. */
export async function findDuplicateSounds(
  folders: readonly string[],
  environment: Environment,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<DuplicateSounds> {
  const { processors, cacheDir, ffmpeg: path } = environment
  const walk = await walkFolders(
    folders.map((folder) => resolve(folder)),
    { exclude: [], signal, onFound: () => {} },
  )
  using index = new IndexFile<Listening>(resolve(cacheDir, 'sounds.sqlite'), isListening)
  const { readings: heard, gone } = index.recall(walk.roots, walk.files)
  const reused = heard.size
  const fresh = walk.files.filter((file) => !heard.has(file.path))
  await using ffmpeg = openFfmpeg(await findEncoder({ ffmpeg: path }), processors)
  const work = async (file: FoundFile) => ({ file, reading: await hear(ffmpeg, file, signal) })
  let batch: { readonly file: FoundFile; readonly reading: Listening }[] = []
  for await (const done of inParallel(fresh, processors, work)) {
    heard.set(done.file.path, done.reading)
    onProgress(heard.size, walk.files.length)
    if (batch.push(done) < batchSize) continue
    index.remember(batch)
    batch = []
  }
  index.remember(batch)
  index.forget(
    gone,
    walk.unreadable.map((one) => one.path),
  )
  const files: FingerprintedFile[] = []
  const unreadable: Unreadable[] = [...walk.unreadable]
  for (const file of walk.files) {
    const one = heard.get(file.path)
    if (one?.kind === 'read') files.push({ ...one, path: file.path })
    if (one?.kind === 'unreadable') unreadable.push({ path: file.path, reason: one.reason })
  }
  return { groups: groupFiles(files), unreadable, read: fresh.length, reused }
}

async function hear(ffmpeg: Ffmpeg, { path }: FoundFile, signal: AbortSignal): Promise<Listening> {
  try {
    const { audio } = await probeFile(path, { covers: false, signal })
    const fingerprint = await fingerprintFile(ffmpeg, path, audio, signal)
    return { kind: 'read', sound: audio, fingerprint }
  } catch (error) {
    if (signal.aborted || error instanceof StorageError) throw error
    const lasting = error instanceof AudioError && error.fault === 'not-audio'
    return { kind: 'unreadable', reason: reasonOf(error), lasting }
  }
}

function groupFiles(files: readonly FingerprintedFile[]): DuplicateSounds['groups'] {
  const groups = new Map<number, [FingerprintedFile, ...FingerprintedFile[]]>()
  const clusters = clusterFingerprints(files.map(({ fingerprint }) => fingerprint))
  for (const [at, file] of files.entries()) {
    const group = groups.get(clusters[at] ?? -1)
    if (group) group.push(file)
    else groups.set(clusters[at] ?? -1, [file])
  }
  for (const group of groups.values()) group.sort(byWorth)
  return [...groups.values()]
}

/** What lost least first; of the same, the higher bit rate. */
const byWorth = ({ sound: a }: FingerprintedFile, { sound: b }: FingerprintedFile) =>
  Number(b.lossless) - Number(a.lossless) || (b.bitRate ?? 0) - (a.bitRate ?? 0)

function isListening(value: unknown): boolean {
  const { kind, reason, sound, fingerprint } = Object(value)
  if (kind === 'unreadable') return isReason(reason)
  return (
    kind === 'read' &&
    typeof Object(fingerprint).code === 'string' &&
    typeof Object(sound).lossless === 'boolean'
  )
}
