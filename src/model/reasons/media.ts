import type { Reason } from '../reason.ts'

/** Codes of `media` and what their sentences are filled with. */
export interface MediaReasons
  extends AudioFaults,
    MediaNotes,
    FileFaults,
    TagFaults,
    FfmpegFaults {}

/** Why the audio of a file is not kept. */
interface AudioFaults {
  'media.not-audio': {}
  'media.no-audio': {}
  'media.too-little-audio': {}
  'media.truncated': { readonly durationMs: number; readonly promisedMs: number }
  'media.truncated-bytes': { readonly bytes: number; readonly promisedBytes: number }
  'media.truncated-page': {}
  /** The complaint is FFmpeg's own. */
  'media.damaged': { readonly complaint: string }
  'media.damaged-page': {}
  'media.damaged-frames': { readonly strayBytes: number; readonly bytes: number }
  'media.checksum-differs': {}
  'media.encoded-length-differs': {
    readonly format: string
    readonly encodedMs: number
    readonly decodedMs: number
  }
  'media.silent': {}
  /** `part` is between 0 and 1; of a little silence a note. */
  'media.partly-silent': { readonly part: number }
  'media.wrong-length': {
    readonly durationMs: number
    readonly source: string
    readonly expectedMs: number
  }
  'media.wrong-length-in-playlist': { readonly durationMs: number; readonly expectedMs: number }
  /** `errorRate` is the part of the fingerprint's bits that differ, between 0 and 1. */
  'media.wrong-recording': { readonly errorRate: number }
  'media.doubtful-recording': { readonly errorRate: number }
  'media.too-long': { readonly maxHours: number }
}

/** What is worth knowing of a file that is kept. */
interface MediaNotes {
  'media.end-missing': { readonly missingMs: number }
  'media.ends-within-frame': {}
  'media.stray-bytes': { readonly strayBytes: number }
  'media.gain-changed': {}
  'media.lossless-from-lossy': { readonly codec: string; readonly format: string }
  'media.lossy-twice': { readonly codec: string }
  'media.resampled': { readonly fromHz: number; readonly toHz: number; readonly format: string }
  /** `layout` is FFmpeg's name of the channels: `5.1`. */
  'media.downmixed': { readonly layout: string; readonly format: string }
  'media.lossless-cut-off': { readonly cutHz: number }
  'media.lossy-cut-off': { readonly cutHz: number; readonly bitRate: number }
  /** The detail is music-metadata's own. */
  'media.tag-unreadable': { readonly detail: string }
  'media.tag-rewritten': {}
  'media.tags-left': { readonly why: Reason }
}

interface FileFaults {
  /** The detail is the operating system's code or message. */
  'media.file-unreadable': { readonly detail: string }
  'media.not-a-file': {}
  'media.file-empty': {}
  'media.file-changed': {}
  'media.run-again': {}
}

interface TagFaults {
  'media.tag-too-large': { readonly maxMegabytes: number }
  'media.tags-too-large': { readonly maxMegabytes: number }
  'media.tags-too-large-for-flac': { readonly maxMegabytes: number }
  'media.tags-too-large-for-m4a': {}
  'media.tags-damaged': { readonly detail: string }
  'media.tag-truncated': {}
  'media.comments-damaged': {}
  'media.flac-head-damaged': {}
  'media.ogg-head-damaged': {}
  'media.m4a-boxes-damaged': {}
  'media.m4a-fragmented': {}
  'media.ogg-several-streams': {}
  'media.ogg-other-codec': {}
  /** For developers: `field is "a" instead of "b"`. */
  'media.tags-read-back-unequal': { readonly differences: readonly string[] }
}

interface FfmpegFaults {
  'media.ffmpeg-not-started': { readonly path: string; readonly detail: string }
  'media.not-ffmpeg': { readonly path: string }
  'media.ffmpeg-without-mp3': { readonly path: string }
  'media.name-working-ffmpeg': {}
  'media.format-not-written': { readonly complaint: string }
  'media.name-other-ffmpeg': {}
  'media.ffmpeg-failed': { readonly exitCode: number }
  'media.ffmpeg-crashed': { readonly detail: string }
  'media.ffmpeg-endless-log': {}
  'media.ffmpeg-timeout': { readonly timeLimitMs: number }
}
