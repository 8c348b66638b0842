import type { ArtistNames } from '../model/artist-names.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'

/**
 * Catalogues that can be asked, wherever they lie: in folders of this machine, cut into shards, on other machines. All
 * give the same answers. Whoever asks awaits them; a member that has no need to wait gives them at once.
 */
export interface CatalogueReader extends Disposable {
  /** Recordings over all catalogues. */
  readonly tracks: number
  /** Who is known by which names, where a catalogue has a list of artists: for `match`. */
  readonly names: ArtistNames | undefined
  /** The servers that are asked, which may be away, as a person knows them; none where all lies in folders. */
  readonly servers?: string
  /**
   * Recordings that may be the one the track names, the likely ones first, not judged. Nothing found is an empty list.
   * UnavailableError where a shard could not be asked: there is no answer of a part. UserError where bytes are damaged.
   */
  lookUp(track: Track, signal?: AbortSignal): readonly Recording[] | Promise<readonly Recording[]>
  /** The same for many, in their order: on the network, in far fewer requests. */
  lookUpAll(
    tracks: readonly Track[],
    signal?: AbortSignal,
  ): readonly (readonly Recording[])[] | Promise<readonly (readonly Recording[])[]>
}
