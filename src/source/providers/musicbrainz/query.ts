import type { Track } from '../../../model/track.ts'
import { chooseWords } from '../../online/query.ts'

/** Lengths that one recording has in two catalogues are at most so far apart. */
const WINDOW_MS = 10_000

/**
 * In Lucene's language: title and artist are needed, a length near the track's counts besides. The words hold
 * none of its signs. Where no artist is named, album and length are needed, since a title alone is anybody's.
 * Undefined where there is too little to ask with.
 */
export function chooseQuery(track: Track): string | undefined {
  const words = chooseWords(track)
  const [title, artist, album] = [words.title, words.artist, words.album].map((all) =>
    all.join(' '),
  )
  const length = nearLength(track.durationMs)
  if (!title) return undefined
  if (artist)
    return [
      `+recording:(${title})`,
      `+(artist:(${artist}) creditname:(${artist}))`,
      ...length,
    ].join(' ')
  if (!album || length.length === 0) return undefined
  return [`+recording:(${title})`, `+release:(${album})`, `+${length}`].join(' ')
}

const nearLength = (durationMs: number | undefined): readonly string[] =>
  durationMs === undefined
    ? []
    : [`dur:[${Math.max(0, durationMs - WINDOW_MS)} TO ${durationMs + WINDOW_MS}]`]
