/** What a file's own headers say of its audio: claimed, not measured. */
export interface AudioProperties {
  readonly bytes: number
  /** By music-metadata's names: `MPEG`, `FLAC`, `Ogg`, `WAVE`, `M4A/mp42/isom` … */
  readonly container?: string
  readonly codec?: string
  readonly lossless: boolean
  readonly durationMs?: number
  /** Samples per channel, where the container says so exactly. */
  readonly samples?: number
  readonly sampleRate?: number
  readonly channels?: number
  /** Bit per second. */
  readonly bitRate?: number
  /** Moving pictures go with the sound. */
  readonly hasVideo?: boolean
}
