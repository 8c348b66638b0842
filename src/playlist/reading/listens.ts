import type { Playlist } from '../../model/playlist.ts'
import { isOf, type Reason, reason } from '../../model/reason.ts'
import type { PlaylistHead, TrackRow } from './entries.ts'
import { buildPlaylist, checkCount } from './entries.ts'

/** One play, as a log of listening has it: anything may stand in any field. */
export interface Listen extends Omit<TrackRow, 'kind' | 'note' | 'addedAt'> {
  /** When: ISO 8601, or seconds since 1970. */
  readonly at?: unknown
}

interface Counted {
  readonly row: Omit<TrackRow, 'kind'>
  first: string
  plays: number
}

/**
 * Counts how often each track was played. A track is an artist and a title, in whatever case: the same
 * song on two albums is counted as one. Memory grows with the tracks, not with the plays.
 */
class PlayCounter {
  readonly #tracks = new Map<string, Counted>()
  readonly #byUri = new Map<string, Counted>()

  /** False for what names no track. */
  add({ at, plays, ...row }: Listen): boolean {
    const { title, artists, uri } = row
    const key = keyOf(title, artists?.[0])
    if (key === undefined) return false
    const count = typeof plays === 'number' && Number.isSafeInteger(plays) && plays > 0 ? plays : 1
    const moment = readMoment(at)
    let counted = this.#tracks.get(key)
    if (counted) {
      counted.plays += count
      if (moment !== '' && (counted.first === '' || moment < counted.first)) counted.first = moment
    } else {
      checkCount(this.#tracks.size + 1)
      counted = { row, first: moment, plays: count }
      this.#tracks.set(key, counted)
    }
    if (typeof uri === 'string' && uri !== '' && !this.#byUri.has(uri)) {
      checkCount(this.#byUri.size + 1)
      this.#byUri.set(uri, counted)
    }
    return true
  }

  get size(): number {
    return this.#tracks.size
  }

  /** How often a track was played; nothing when it never was. */
  playsOf(track: {
    readonly title: string
    readonly artists: readonly string[]
    readonly uri?: string
  }): number | undefined {
    const byUri = track.uri === undefined ? undefined : this.#byUri.get(track.uri)
    const key = keyOf(track.title, track.artists[0])
    return (byUri ?? (key === undefined ? undefined : this.#tracks.get(key)))?.plays
  }

  /** Every track once, the one heard first before the others; those without a date come last. */
  rows(): TrackRow[] {
    return [...this.#tracks.values()]
      .toSorted((a, b) => compareMoments(a.first, b.first))
      .map(({ row, first, plays }) => ({ ...row, kind: 'track', addedAt: first, plays }))
  }
}

/** A row of a log that is no play of a track: stopped too soon, or of what is no music. */
export type NoListen = 'short' | 'other'

/** The tracks of a log, and of which rows no track was made. */
export class ListenLog {
  readonly tracks = new PlayCounter()
  #short = 0
  #other = 0
  #empty = 0

  add(listen: Listen | NoListen): void {
    if (listen === 'short') this.#short++
    else if (listen === 'other') this.#other++
    else if (!this.tracks.add(listen)) this.#empty++
  }

  /** Takes over what the note of a part says was left out; false for a note of another kind. */
  addNote(note: Reason): boolean {
    if (isOf(note, 'playlist.listens-without-track')) this.#empty += note.params.count
    else if (isOf(note, 'playlist.plays-not-counted')) {
      this.#short += note.params.short
      this.#other += note.params.other
    } else return note.code === 'playlist.rows-gathered'
    return true
  }

  /** The playlist that the log makes: its distinct tracks, with how often and since when. */
  toPlaylist(head: PlaylistHead, rows = this.tracks.rows()): Playlist {
    const plays = this.tracks.rows().reduce((sum, { plays }) => sum + Number(plays), 0)
    const [short, other] = [this.#short, this.#other]
    const told = [
      ...(plays > rows.length
        ? [reason('playlist.rows-gathered', { rows: plays, entries: rows.length })]
        : []),
      ...(short + other > 0 ? [reason('playlist.plays-not-counted', { short, other })] : []),
      ...(this.#empty > 0
        ? [reason('playlist.listens-without-track', { count: this.#empty })]
        : []),
    ]
    return buildPlaylist({ ...head, notes: [...(head.notes ?? []), ...told] }, rows)
  }
}

export function gatherListens(head: PlaylistHead, listens: Iterable<Listen | NoListen>): Playlist {
  const log = new ListenLog()
  for (const listen of listens) log.add(listen)
  return log.toPlaylist(head)
}

function keyOf(title: unknown, artist: unknown): string | undefined {
  if (typeof title !== 'string' || title.trim() === '') return undefined
  const name = typeof artist === 'string' ? artist : ''
  return `${name.slice(0, 500)}\0${title.slice(0, 500)}`.normalize('NFC').toLowerCase()
}

const compareMoments = (a: string, b: string) =>
  a === b ? 0 : a === '' ? 1 : b === '' || a < b ? -1 : 1

const SECONDS = /^\d{9,10}$/

function readMoment(at: unknown): string {
  const text = typeof at === 'number' ? String(Math.trunc(at)) : typeof at === 'string' ? at : ''
  if (SECONDS.test(text))
    return new Date(Number(text) * 1000).toISOString().slice(0, 19).concat('Z')
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 30) : ''
}
