/** `keep` copies the file as it is. */
export type AudioFormat = 'mp3' | 'keep'

/** MP3 quality: VBR presets by LAME's names, or constant kbit/s. */
export type Quality = 'V0' | 'V2' | '320' | '192'

export interface MediaOptions {
  readonly format: AudioFormat
  readonly quality: Quality
}

/** The facts that tags carry, whatever the container. Empty lists mean unknown. */
export interface Tags {
  readonly title: string
  readonly artists: readonly string[]
  /** The artists as one credited line, where it says more than the list (`A feat. B`). */
  readonly artistCredit?: string
  readonly album?: string
  readonly albumArtists: readonly string[]
  readonly trackNumber?: number
  readonly trackTotal?: number
  readonly discNumber?: number
  readonly discTotal?: number
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string
  readonly genres: readonly string[]
  readonly composers: readonly string[]
  readonly isrc?: string
  /** WCOP. */
  readonly licenceUrl?: string
  /** TCOP: the rights line as the file has it. */
  readonly copyright?: string
  /** WOAF: the page of this very file. */
  readonly fileUrl?: string
  /** WOAS: the page of the source. */
  readonly sourceUrl?: string
  readonly lyrics?: string
  readonly cover?: Cover
  /** What has no frame of its own (TXXX): name to value. */
  readonly extra: Readonly<Record<string, string>>
}

export interface Cover {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** A finished file under a temporary name, verified, tagged and waiting to be put in its place. */
export interface Media {
  readonly path: string
  /** Without the dot: `mp3`, `flac`, `ogg`. */
  readonly extension: string
  readonly durationMs: number
  /** SHA-256 of the file that it was made from. */
  readonly originalSha256: string
  readonly tags: Tags
  /** What was done: `encoded` anew, `copied` with new tags, `kept` to the byte. */
  readonly how: 'encoded' | 'copied' | 'kept'
  readonly notes: readonly string[]
}
