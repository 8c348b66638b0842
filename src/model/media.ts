import type { Reason } from './reason.ts'

/** `ogg` is Vorbis, `m4a` AAC; `keep` copies the file as it is. */
export const audioFormats = ['mp3', 'flac', 'opus', 'm4a', 'ogg', 'keep'] as const
export type AudioFormat = (typeof audioFormats)[number]

/**
 * Of lossy formats: LAME's presets by name, and settings of like quality in the others; or constant kbit/s.
 */
export const qualities = ['V0', 'V2', '320', '192'] as const
export type Quality = (typeof qualities)[number]

export interface MediaOptions {
  readonly format: AudioFormat
  readonly quality: Quality
  /** The version of an MP3's tag, 2.4 where nothing is said; 2.3 is for old players. */
  readonly id3?: '2.3' | '2.4'
}

/** The metadata that tags carry, whatever the container. Empty lists mean unknown. */
export interface Tags {
  readonly title: string
  readonly titleSort?: string
  readonly artists: readonly string[]
  /** The artists as one credited line, where it says more than the list (`A feat. B`). */
  readonly artistCredit?: string
  readonly artistSort?: string
  readonly album?: string
  readonly albumSort?: string
  readonly albumArtists: readonly string[]
  readonly albumArtistSort?: string
  readonly trackNumber?: number
  readonly trackTotal?: number
  readonly discNumber?: number
  readonly discTotal?: number
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: when this release came out. */
  readonly date?: string
  /** The same, of the first release of all. */
  readonly originalDate?: string
  readonly genres: readonly string[]
  readonly composers: readonly string[]
  readonly composerSort?: string
  readonly performers?: readonly Performer[]
  readonly isrc?: string
  readonly labels?: readonly string[]
  readonly catalogNumbers?: readonly string[]
  readonly barcode?: string
  /** True for an album of various artists; false and unknown are the same. */
  readonly compilation?: boolean
  /** MusicBrainz identifiers, lower case with hyphens. */
  readonly recordingMbid?: string
  /** Of the track: this recording in its place on this release. */
  readonly trackMbid?: string
  readonly releaseMbid?: string
  readonly releaseGroupMbid?: string
  readonly artistMbids?: readonly string[]
  readonly albumArtistMbids?: readonly string[]
  readonly acoustid?: string
  /** Chromaprint's, compressed and in base64, as AcoustID takes it. */
  readonly acoustidFingerprint?: string
  /** WCOP. */
  readonly licenceUrl?: string
  /** TCOP: the rights line as the file has it. */
  readonly copyright?: string
  /** WOAF: the page of this very file. */
  readonly fileUrl?: string
  /** WOAS: the page of the source. */
  readonly sourceUrl?: string
  /** WOAR: the artist's page. */
  readonly artistUrl?: string
  /** ReplayGain 2.0: decibels that bring the track to -18 LUFS; two decimals. */
  readonly trackGainDb?: number
  /** Peak amplitude, 1 is full scale; six decimals. */
  readonly trackPeak?: number
  readonly albumGainDb?: number
  readonly albumPeak?: number
  readonly lyrics?: string
  readonly syncedLyrics?: readonly LyricLine[]
  readonly cover?: Cover
  /** Where Songkeep found it: the source's name. */
  readonly keptFrom?: string
  /** What allowed the copy: the licence's short name. */
  readonly verdict?: string
  /** SHA-256 of the file that this one was made from. */
  readonly originalSha256?: string
  /** What has no field above: Picard's name for Vorbis comments, or the file's own name, to values. */
  readonly extra: Readonly<Record<string, readonly string[]>>
}

export interface Performer {
  readonly name: string
  /** Instrument or part, in words: `lead vocals`. */
  readonly role?: string
}

export interface LyricLine {
  /** From the start of the track. */
  readonly ms: number
  readonly text: string
}

export interface Cover {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** An acoustic fingerprint: nearly equal for copies of one recording in any format. */
export interface Fingerprint {
  /** Chromaprint's second algorithm, over the first 120 s: what AcoustID takes. */
  readonly algorithm: 'chromaprint-2'
  /** Compressed and in base64, as AcoustID takes it. */
  readonly code: string
  /** Of the whole recording. */
  readonly durationMs: number
}

/** EBU R128; the gain by ReplayGain 2.0. */
export interface Loudness {
  readonly integratedLufs: number
  readonly rangeLu: number
  /** Highest sample, 1 is full scale: not the true peak between samples. */
  readonly peak: number
  /** Decibels that bring it to -18 LUFS. */
  readonly gainDb: number
}

/** ReplayGain 2.0 of an album, as its tracks' tags have it. */
export interface AlbumGain {
  /** Decibels that bring the album to -18 LUFS. */
  readonly gainDb: number
  /** Of its tracks the highest sample, 1 is full scale. */
  readonly peak: number
}

/** A finished file under a temporary name, verified, tagged and waiting to be put in its place. */
export interface Media {
  readonly path: string
  /** Without the dot: `mp3`, `flac`, `ogg`. */
  readonly extension: string
  readonly durationMs: number
  /** SHA-256 of the file that it was made from. */
  readonly originalSha256: string
  /** SHA-256 of the sound alone, which new tags leave as it is; absent where it is not told apart from them. */
  readonly soundSha256?: string
  readonly tags: Tags
  /** What was done: `encoded` anew, `copied` with new tags, `kept` to the byte. */
  readonly how: 'encoded' | 'copied' | 'kept'
  /** None of what is too short, some three seconds, or silent. */
  readonly fingerprint?: Fingerprint
  /** None of what is shorter than 0.4 s, or silent. */
  readonly loudness?: Loudness
  /** Written into its tags for an album of this track alone; none where the source has its own, or no album. */
  readonly albumGain?: AlbumGain
  readonly notes: readonly Reason[]
}
