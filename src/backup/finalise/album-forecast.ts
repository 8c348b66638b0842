import { setImmediate } from 'node:timers/promises'
import { readAlbum } from '../../match/album.ts'
import { rankCopies } from '../../match/rank-copies.ts'
import type { TrackEntry } from '../../model/playlist.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { RunContext } from '../context.ts'
import { needOf } from '../remaining/need.ts'

/**
 * Which albums the entries of a run may still add files to, by the albums' folded titles. Entries name their album
 * before they are searched for by what the playlist says, by what is kept for them, or by what the user's own
 * folders have of them. Of an entry that none of these knows nothing is expected.
 */
export class AlbumForecast {
  /** By position, of the entries that have not been settled. */
  readonly #expected = new Map<number, Set<string>>()
  /** How many of them expect an album. */
  readonly #counts = new Map<string, number>()
  #isComplete = false

  constructor(entries: readonly TrackEntry[]) {
    for (const { position } of entries) this.#expected.set(position, new Set())
  }

  /** `key` is an album's, as `titleKey` gives it. */
  isOpen(key: string): boolean {
    return !this.#isComplete || this.#counts.has(key)
  }

  expect(position: number, titles: readonly (string | undefined)[]): void {
    const expected = this.#expected.get(position)
    if (!expected) return
    for (const title of titles) {
      if (title === undefined) continue
      const key = titleKey(title)
      if (!expected.has(key)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
      expected.add(key)
    }
  }

  /** Nothing more is to be expected from this entry. */
  settle(position: number): void {
    for (const key of this.#expected.get(position) ?? []) {
      const count = (this.#counts.get(key) ?? 0) - 1
      if (count > 0) this.#counts.set(key, count)
      else this.#counts.delete(key)
    }
    this.#expected.delete(position)
  }

  /** Ends the looking ahead. */
  stop(): void {
    this.#isComplete = true
  }

  /** Looks ahead at every entry, beside the work on them. Until it is done, every album is open. */
  async lookAhead(entries: readonly TrackEntry[], run: RunContext): Promise<void> {
    for (const { position, track } of entries) {
      if (run.signal.aborted || this.#isComplete) break
      this.expect(position, [track.album])
      const kept = run.archive.listFor(track)
      for (const { album, chosen } of kept) this.expect(position, [album?.title, chosen.album])
      if (!this.#expected.has(position)) continue
      const own = kept.length === 0 ? await findOwn(track, run) : []
      this.expect(
        position,
        own.map(({ album }) => album),
      )
      run.note({ kind: 'foreseen', position, need: needOf(track, { kept, own }, run) })
    }
    this.#isComplete = true
  }
}

/** The user's own files that fit the track. */
async function findOwn(track: Track, { sources, catalogue, signal }: RunContext) {
  const own: Recording[] = []
  for (const source of sources) {
    if (source.needsNetwork) continue
    // What is wrong with a place is told when the entry itself is searched for.
    const found = await source.search(track, signal).catch(() => [])
    const { matches } = rankCopies(track, found, catalogue?.names)
    for (const { accepted, recording } of matches) if (accepted) own.push(recording)
    await setImmediate()
  }
  return own
}

/** Editions of one album count as one here: to wait for one entry too many does no harm. */
export const titleKey = (title: string) => readAlbum(title)
