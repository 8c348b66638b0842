import type { Tags } from './media.ts'

/** A recording that a source or a catalogue knows: a candidate for a track. */
export interface Recording {
  /** Unique within its source, and the same on every run. */
  readonly id: string
  /** The source's name: `library`, `internet-archive`, … */
  readonly source: string
  readonly title: string
  /** One name each, as credited; empty when unknown. */
  readonly artists: readonly string[]
  readonly album?: string
  readonly albumArtists?: readonly string[]
  readonly durationMs?: number
  readonly year?: number
  readonly isrc?: string
  readonly trackNumber?: number
  readonly discNumber?: number
  /** Where its sound lies; without it the recording can be named and linked, not kept. */
  readonly media?: MediaLocation
  /** What the source says of its licence, word for word: a URL, a short name, prose. */
  readonly licence?: string
  /** What the host says of this item besides: each one forbids a copy, whatever the licence. */
  readonly restrictions?: readonly Restriction[]
  /** Who put it there, where the host says so: an artist's own account, or anybody's. */
  readonly uploader?: string
  /** The page of that account. */
  readonly uploaderUrl?: string
  /** The raw answer that says all this: kept beside every copy as its evidence. */
  readonly answer?: Answer
  /** The page to show a person. */
  readonly url?: string
  /** What MusicBrainz calls it, where that is known. */
  readonly mbids?: Mbids
  /** How the location that the track came with names this very file; only of a file that it names. */
  readonly location?: LocationMatch
  /** Higher is better known; comparable within one source only. */
  readonly popularity?: number
}

/** Whether what a source holds are the user's own files: those of their folders, or given one by one. */
export const isOwnSource = (source: string): boolean => source === 'library' || source === 'given'

/** Identifiers of MusicBrainz: lower case with hyphens. */
export interface Mbids {
  readonly recording: string
  /** The release that its album is. */
  readonly release?: string
  /** Whether that release has a front cover; undefined where nobody has said so. */
  readonly hasFrontCover?: boolean
  /** Of the artist credited first. */
  readonly artist?: string
}

/** How hosts say that an item may be heard there, or seen, and not be taken. */
export type Restriction =
  /** To be streamed only. */
  | 'stream-only'
  /** For some people only: lent, or behind a login. */
  | 'access-restricted'
  /** The file is marked private. */
  | 'private'
  /** Its owner has switched downloads off. */
  | 'no-download'
  /** It lies on a server whose terms nobody has read. */
  | 'terms-unread'
  /** The host contradicts itself on whether it may be taken. */
  | 'contradictory'

/** An answer of a server, as evidence. */
export interface Answer {
  /** As it was asked, without any key. */
  readonly url: string
  /** SHA-256 of the body, byte for byte. */
  readonly sha256: string
  /** ISO 8601, UTC: when the server gave it. */
  readonly at: string
}

/**
 * How a location names a file: it is this `file`; its `ending`, folder and name, is that of the file's path; or the
 * file `name` alone is the same, in another folder.
 */
export type LocationMatch = 'file' | 'ending' | 'name'

export type MediaLocation =
  | { readonly kind: 'file'; readonly path: string; readonly segment?: Segment }
  /** One sound in several files; the first is the one to prefer where nothing else decides. */
  | { readonly kind: 'remote'; readonly files: readonly [RemoteFile, ...RemoteFile[]] }

/** The part of a file that is a track of its own, where an album lies in one file and a cue sheet parts it. */
export interface Segment {
  /** Its number on the sheet. */
  readonly track: number
  /** Where it begins and ends, in units of which a second has so many as `rate` says: a CD has 75 frames a second. */
  readonly start: number
  /** Absent where it goes on to the end of the file. */
  readonly end?: number
  readonly rate: number
  /** What the sheet says of the track. */
  readonly tags: Partial<Tags>
}

export interface RemoteFile {
  readonly url: string
  /** What its name and the host say it is; the file itself decides. */
  readonly format: RemoteFormat
  /** False for what the host has made from another of the files. */
  readonly original: boolean
  readonly bytes?: number
  /** In lower-case hexadecimal, as the host gives them: what arrives must agree with each. */
  readonly md5?: string
  readonly sha1?: string
}

export type RemoteFormat = 'mp3' | 'flac' | 'ogg' | 'opus' | 'm4a' | 'wav' | 'aiff'
