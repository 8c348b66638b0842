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
  /** The page to show a person. */
  readonly url?: string
  /** Higher is better known; comparable within one source only. */
  readonly popularity?: number
}

export type MediaLocation =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string; readonly bytes?: number; readonly md5?: string }
