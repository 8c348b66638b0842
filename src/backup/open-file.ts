import type { Run } from './context.ts'
import { UserError } from '../model/errors.ts'
import type { Match } from '../model/match.ts'
import type { Tags } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'

/** A file to make something of. */
export interface Sound extends AsyncDisposable {
  readonly path: string
  /** Where it was downloaded from. */
  readonly fileUrl?: string
  /** Sets a download aside that nothing can be made of, with the reason. */
  condemn?(error: unknown): Promise<void>
}

/** The recording's file, where it is one's own; else fetched, and gone when it has been used. */
export async function openSound(
  { media, source }: Recording,
  { fetcher, options, signal }: Run,
): Promise<Sound> {
  if (media?.kind === 'file') return { path: media.path, [Symbol.asyncDispose]: async () => {} }
  if (media && fetcher) return await fetcher.fetch(media, options, signal)
  throw new UserError(`${source} has no file of it`)
}

/** What MusicBrainz knows goes into the tags, its ids among it. */
export function tagsOf(known: Recording): Partial<Tags> | undefined {
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
export async function findCovers(
  known: Match | undefined,
  run: Run,
): Promise<readonly Uint8Array[]> {
  const { covers, steady, signal } = run
  const release = known?.recording.mbids?.release
  if (!covers || release === undefined) return []
  const ask = () => covers.findCover(release, signal)
  const cover = await steady.ask(covers.title, ask, signal)
  return cover ? [cover.bytes] : []
}
