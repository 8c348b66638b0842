import { rm } from 'node:fs/promises'
import type { Run } from './backup-setup.ts'
import { StorageError, UserError } from './model/errors.ts'
import type { Kept } from './model/kept.ts'
import type { Match } from './model/match.ts'
import type { Media, Tags } from './model/media.ts'
import type { Stage } from './model/progress.ts'
import type { Recording } from './model/recording.ts'
import type { Track } from './model/track.ts'
import type { Claim, Verdict } from './model/verdict.ts'
import { judge } from './rights/judge.ts'

/** A recording that is sure, and may be copied. */
export interface Choice {
  readonly match: Match
  readonly verdict: Verdict
}

/** What is being made, and what is known of it besides. */
export interface Order {
  readonly track: Track
  /** Path of the archive, without its ending. */
  readonly stem: string
  readonly known?: Match
  readonly claims: readonly Claim[]
}

/** What a copy sounds like speaks against whoever put it there: a person has to look. */
export class Doubted extends Error {
  readonly choice: Choice

  constructor(choice: Choice) {
    super(choice.verdict.reasons[0] ?? 'Its sound belongs to somebody else.')
    this.choice = choice
  }
}

/**
 * Makes the best copy; where its file turns out to be broken, the next one. Throws Doubted where none is
 * left but what belongs to somebody else by its sound, UserError with every reason where all are broken.
 */
export async function keepFirstWhole(
  choices: readonly Choice[],
  order: Order,
  run: Run,
  tell: (stage: Stage) => void,
): Promise<Kept> {
  const broken: string[] = []
  let doubted: Doubted | undefined
  for (const choice of choices) {
    try {
      return await keep(choice, order, run, tell)
    } catch (error) {
      if (run.signal.aborted || error instanceof StorageError) throw error
      if (error instanceof Doubted) doubted ??= error
      else {
        const reason = error instanceof Error ? error.message : String(error)
        broken.push(`${choice.match.recording.id}: ${reason}`)
      }
    }
  }
  throw doubted ?? new UserError(broken.join('; '))
}

async function keep(
  choice: Choice,
  order: Order,
  run: Run,
  tell: (stage: Stage) => void,
): Promise<Kept> {
  const { match, verdict } = choice
  const { options, signal } = run
  const { recording } = match
  const { track, stem, known } = order
  if (recording.media?.kind === 'remote') tell('downloading')
  await using sound = await openSound(recording, run)
  tell('encoding')
  const { path, fileUrl } = sound
  const facts = known && tagsOf(known.recording)
  const { licence } = verdict
  const request = {
    ...{ path, track, recording, licence, options },
    ...(facts && { known: facts }),
    offerCovers: () => findCovers(known, run),
  }
  let media: Media
  try {
    media = await run.media.make(request, signal)
  } catch (error) {
    if (!signal.aborted && !(error instanceof StorageError)) await sound.condemn?.(error)
    throw error
  }
  await checkByEar(media, choice, order, run)
  tell('storing')
  const why = { track, match, verdict, options, ...(fileUrl !== undefined && { fileUrl }) }
  return await run.archive.put(media, stem, why)
}

interface Sound extends AsyncDisposable {
  readonly path: string
  /** Where it was downloaded from. */
  readonly fileUrl?: string
  /** Sets a download aside that nothing can be made of, with the reason. */
  condemn?(error: unknown): Promise<void>
}

/** The recording's file, where it is one's own; else fetched, and gone when it has been used. */
async function openSound(
  { media, source }: Recording,
  { fetcher, options, signal }: Run,
): Promise<Sound> {
  if (media?.kind === 'file') return { path: media.path, [Symbol.asyncDispose]: async () => {} }
  if (media && fetcher) return await fetcher.fetch(media, options, signal)
  throw new UserError(`${source} has no file of it`)
}

/** What MusicBrainz knows goes into the tags, its ids among it. */
function tagsOf(known: Recording): Partial<Tags> | undefined {
  const { mbids, title, artists, album, albumArtists, isrc, year } = known
  if (!mbids) return undefined
  return {
    ...{ title, artists, recordingMbid: mbids.recording },
    ...(album !== undefined && { album }),
    ...(albumArtists && { albumArtists }),
    ...(isrc !== undefined && { isrc }),
    ...(year !== undefined && { originalDate: String(year) }),
    ...(mbids.release !== undefined && { releaseMbid: mbids.release }),
    ...(mbids.artist !== undefined && { artistMbids: [mbids.artist] }),
  }
}

/** Asked for only where neither the file nor its folder has a cover. */
async function findCovers(known: Match | undefined, run: Run): Promise<readonly Uint8Array[]> {
  const { covers, steady, signal } = run
  const release = known?.recording.mbids?.release
  if (!covers || release === undefined) return []
  const ask = () => covers.findCover(release, signal)
  const cover = await steady.ask(covers.title, ask, signal)
  return cover ? [cover.bytes] : []
}

/** A copy from the open is listened to: AcoustID may know the sound as somebody else's. */
async function checkByEar(
  media: Media,
  { match }: Choice,
  { claims }: Order,
  run: Run,
): Promise<void> {
  const { ears, steady, signal, policy } = run
  const { fingerprint, path } = media
  const { recording } = match
  if (!ears || !fingerprint || recording.media?.kind !== 'remote') return
  const { code, durationMs } = fingerprint
  const ask = () => ears.lookUpFingerprint({ fingerprint: code, durationMs }, signal)
  const heard = await steady.ask(ears.title, ask, signal)
  const verdict = judge(recording, policy, [...claims, ...(heard?.claims ?? [])])
  if (verdict.action === 'copy') return
  await rm(path, { force: true })
  throw new Doubted({ match, verdict })
}
