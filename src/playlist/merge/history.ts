import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { readJsonRows } from '../input/json-rows.ts'
import { MarkCounter } from '../reading/count/marks.ts'
import { ListenLog } from '../reading/listens.ts'
import { HISTORY_NOTE, readSpotifyPlay } from '../reading/services/spotify-history.ts'

/** A listening history, file by file: of millions of plays only the counts stay in memory. */
export class ListeningHistory {
  readonly #log = new ListenLog()
  #rows = 0
  #marks = 0

  get isEmpty(): boolean {
    return this.#log.tracks.size === 0
  }

  async add(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
    const marks = new MarkCounter(['"ms_played"', '"msPlayed"'])
    for await (const rows of readJsonRows(marks.watch(chunks))) {
      signal?.throwIfAborted()
      this.#rows += rows.length
      for (const row of rows) this.#log.add(readSpotifyPlay(row))
    }
    this.#marks += marks.count
  }

  /** That the files have more plays than were read. */
  get notes(): readonly Reason[] {
    return this.#rows < this.#marks
      ? [reason('playlist.records-lost', { records: this.#marks, entries: this.#rows })]
      : []
  }

  /** The history itself: its tracks, the one heard first before the others. */
  toPlaylist(): Playlist {
    const name = 'Listening History'
    const head = { format: 'spotify-export', name, fallbackName: name, notes: [HISTORY_NOTE] }
    return this.#log.toPlaylist(head)
  }

  /** The playlist, each track with how often it was played. */
  count(playlist: Playlist): Playlist {
    const entries = playlist.entries.map((entry) => {
      if (entry.kind !== 'track' || entry.track.plays !== undefined) return entry
      const plays = this.#log.tracks.playsOf(entry.track)
      return plays === undefined ? entry : { ...entry, track: { ...entry.track, plays } }
    })
    return { ...playlist, entries }
  }
}
