import type { Match } from '../model/match.ts'
import type { Tags } from '../model/media.ts'
import { reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import { UserError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'

/** A file to make something of. */
export interface AudioFile extends AsyncDisposable {
  readonly path: string
  /** Where it was downloaded from. */
  readonly fileUrl?: string
  /** Sets a download aside that nothing can be made of, with the reason. */
  quarantine?(error: unknown): Promise<void>
}

/** The recording's file, where it is one's own; else fetched, and gone when it has been used. */
export async function openAudioFile(
  { media, source }: Recording,
  { fetcher, options, signal }: RunContext,
): Promise<AudioFile> {
  if (media?.kind === 'file') return { path: media.path, [Symbol.asyncDispose]: async () => {} }
  if (media && fetcher) return await fetcher.fetch(media, options, signal)
  throw new UserError(reason('backup.no-file', { source }))
}

/** What MusicBrainz knows goes into the tags, its ids among it. */
export function tagsOf(known: Recording): Partial<Tags> | undefined {
  const { mbids, title, artists, album, albumArtists, isrc, year } = known
  if (!mbids) return undefined
  return {
    title,
    artists,
    recordingMbid: mbids.recording,
    album,
    albumArtists,
    isrc,
    originalDate: year === undefined ? undefined : String(year),
    releaseMbid: mbids.release,
    artistMbids: mbids.artist === undefined ? undefined : [mbids.artist],
  }
}

/** Asked for only where neither the file nor its folder has a cover. */
export async function findCovers(
  known: Match | undefined,
  run: RunContext,
): Promise<readonly Uint8Array[]> {
  const { covers, breaker, signal } = run
  const { release, hasFrontCover } = known?.recording.mbids ?? {}
  if (release === undefined || hasFrontCover === false) return []
  for (const each of covers) {
    const ask = (timely: AbortSignal) => each.cover(release, timely)
    const asked = await breaker.ask(each.title, ask, signal)
    if (asked.kind === 'answered' && asked.value) return [asked.value.bytes]
  }
  return []
}
