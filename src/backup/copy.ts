import { rm } from 'node:fs/promises'
import { inSpan } from '../base/telemetry/span.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Fingerprint, Media } from '../model/media.ts'
import type { Stage } from '../model/progress.ts'
import { type Reason, reason, reasonOf } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { isOpenToAnybody } from '../rights/judge.ts'
import { StorageError, UserError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'
import { lookUpFingerprint } from './look-up-fingerprint.ts'
import { findCovers, openAudioFile, tagsOf } from './open-file.ts'
import { type Candidate, mayCopy, type Search, type SearchResult } from './search/search-result.ts'

/** What is to be copied, and what is known of it besides. */
export interface CopyRequest {
  readonly track: Track
  /** Path of the archive, without its ending. */
  readonly stem: string
  readonly search: Search
  /** Of the copy that was kept before: what sounds different is another recording under its name. */
  readonly reference?: Fingerprint
  /** Says how far it is. */
  readonly tell: (stage: Stage) => void
  /** Says how much of the sound has been decoded, in milliseconds. */
  readonly onProgress: (soundMs: number) => void
}

/**
 * What a copy sounds like speaks against whoever put it there, or nobody could be asked whose sound it is: a person
 * has to look.
 */
export class FingerprintDoubtError extends Error {
  override readonly name = 'FingerprintDoubtError'
  readonly reason: Reason
  readonly candidate: Candidate

  constructor(candidate: Candidate, why: Reason) {
    super(why.code)
    this.candidate = candidate
    this.reason = why
  }
}

/**
 * Copies the best candidate; where its file turns out to be broken, the next one, and where none is left, one from
 * the next place. Throws FingerprintDoubtError where nothing is left but what is in doubt by its
 * sound, UserError with every reason where all are broken.
 */
export async function copyFirstValid(request: CopyRequest, run: RunContext): Promise<ArchivedFile> {
  const broken = new Map<Recording, Reason>()
  let doubt: FingerprintDoubtError | undefined
  let result = request.search.result
  for (;;) {
    const candidates = result.candidates.filter(mayCopy)
    if (candidates.length === 0) {
      const files = [...broken.values()]
      throw doubt ?? new UserError(reason('backup.all-files-broken', { files }))
    }
    for (const candidate of candidates) {
      const { recording } = candidate.match
      try {
        return await inSpan('copy', {}, () => copy(candidate, result, request, run))
      } catch (error) {
        if (run.signal.aborted || error instanceof StorageError) throw error
        if (error instanceof FingerprintDoubtError) doubt ??= error
        const why = { id: recording.id, reason: reasonOf(error) }
        broken.set(recording, reason('backup.file-broken', why))
      }
    }
    result = await request.search.next([...broken.keys()])
  }
}

async function copy(
  candidate: Candidate,
  { known }: SearchResult,
  request: CopyRequest,
  run: RunContext,
): Promise<ArchivedFile> {
  const { match, verdict } = candidate
  const { recording } = match
  const { options, signal } = run
  const { track, stem, reference, tell, onProgress } = request
  if (recording.media?.kind === 'remote') tell('downloading')
  await using file = await openAudioFile(recording, run)
  tell('encoding')
  const job = {
    path: file.path,
    track,
    recording,
    licence: verdict.licence,
    options,
    known: known && tagsOf(known.recording),
    reference,
    offerCovers: () => findCovers(known, run),
    onProgress,
  }
  let media: Media
  try {
    media = await inSpan('encode', {}, () => run.media.make(job, signal))
  } catch (error) {
    if (!signal.aborted && !(error instanceof StorageError)) await file.quarantine?.(error)
    throw error
  }
  const checked = await checkFingerprint(media, candidate, request.search, run)
  tell('storing')
  // A copy is made only where all were asked whose word is needed.
  const checkedAt = isOpenToAnybody(recording.source) ? run.policy.today : undefined
  const why = { track, match, verdict: checked.verdict, options, fileUrl: file.fileUrl, checkedAt }
  return await run.archive.put(media, stem, why)
}

/** Looks up the fingerprint of a downloaded copy: it may be known as another artist's recording. */
async function checkFingerprint(
  { fingerprint, path }: Media,
  candidate: Candidate,
  search: Search,
  run: RunContext,
): Promise<Candidate> {
  const isRemote = candidate.match.recording.media?.kind === 'remote'
  if (!fingerprint || !isRemote) return candidate
  const bySound = await lookUpFingerprint(fingerprint, run)
  if (bySound.assertions.length === 0 && bySound.unanswered.length === 0) return candidate
  const judged = search.judgeAgain(candidate, bySound)
  if (mayCopy(judged)) return judged
  await rm(path, { force: true })
  const isKnown = bySound.assertions.length > 0
  const why = reason(isKnown ? 'backup.fingerprint-mismatch' : 'backup.fingerprint-unchecked')
  throw new FingerprintDoubtError(judged, why)
}
