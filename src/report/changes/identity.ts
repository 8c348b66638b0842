import type { Entry } from '../../model/playlist.ts'
import { isSameReason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { english } from '../../words/english.ts'

/**
 * By what an entry is recognised in another state of its playlist, the surest first: its address, its
 * ISRC, the file that its list names, its names with the album, its names, its title and first artist. A row without a name is
 * recognised by what it says.
 */
export function keysOf(entry: Entry): readonly (string | undefined)[] {
  if (entry.kind === 'skipped')
    return [
      entry.uri && uriKey(entry.uri),
      ...NONE,
      JSON.stringify([entry.text, english(entry.reason)]),
    ]
  const { title, artists, album, isrc, uri, path, pathFolder = '' } = entry.track
  const name = foldText(title)
  const credit = foldText(artists.join(' '))
  return [
    uri === undefined ? undefined : uriKey(uri),
    isrc,
    path === undefined ? undefined : JSON.stringify([pathFolder, path]),
    JSON.stringify([name, credit, foldText(album ?? '')]),
    JSON.stringify([name, credit]),
    JSON.stringify([name, foldText(artists[0] ?? '')]),
  ]
}

/** True where every key of the two is the same, without making them. */
export function isAsItWas(before: Entry, after: Entry | undefined): boolean {
  if (before.kind === 'skipped')
    return (
      after?.kind === 'skipped' &&
      after.text === before.text &&
      after.uri === before.uri &&
      isSameReason(after.reason, before.reason)
    )
  if (after?.kind !== 'track') return false
  const [one, other] = [before.track, after.track]
  return (
    FIELDS.every((field) => one[field] === other[field]) &&
    one.artists.length === other.artists.length &&
    one.artists.every((artist, at) => artist === other.artists[at])
  )
}

const FIELDS = [
  ...(['title', 'album', 'isrc', 'uri', 'path', 'pathFolder'] as const),
  ...(['durationMs', 'trackNumber', 'discNumber'] as const),
]

/** How many keys an entry has. */
export const KEYS = 6

const NONE = [undefined, undefined, undefined, undefined] as const

/** From which key on two entries must not differ in their address, either. */
const NAMES_ALONE = 4

/** Two forms of one address are one: `spotify:track:ID`, `https://open.spotify.com/track/ID?si=…`. */
export function uriKey(uri: string): string {
  const [, kind, id] = SPOTIFY.exec(uri) ?? []
  return id === undefined ? uri : `spotify:${kind}:${id}`
}

const SPOTIFY =
  /^(?:spotify:|https?:\/\/(?:open|play)\.spotify\.com\/(?:intl-[a-z-]+\/)?)(track|episode)[:/]([A-Za-z0-9]{22})(?![A-Za-z0-9])/

/** Playlists round lengths to seconds, each in its own way. */
const SAME_LENGTH_MS = 2000

/** Of two tracks with the same names, whether something else tells them apart: an album may have two "Interlude". */
export function areApart(a: Entry, b: Entry, key: number): boolean {
  if (a.kind === 'skipped' || b.kind === 'skipped') return false
  const [left, right] = [a.track, b.track]
  const differ = (field: keyof Track) =>
    left[field] !== undefined && right[field] !== undefined && left[field] !== right[field]
  return (
    differ('isrc') ||
    differ('trackNumber') ||
    differ('discNumber') ||
    (left.durationMs !== undefined &&
      right.durationMs !== undefined &&
      Math.abs(left.durationMs - right.durationMs) > SAME_LENGTH_MS) ||
    (key >= NAMES_ALONE && differ('uri'))
  )
}
