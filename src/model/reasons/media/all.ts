import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'
import type { PictureNotes } from './picture.ts'

/** Codes of `media` and what their sentences are filled with. */
export interface MediaReasons
  extends AudioFaults,
    MediaNotes,
    PictureNotes,
    FileFaults,
    TagFaults,
    FfmpegFaults {}

/** Why the audio of a file is not kept. */
interface AudioFaults {
  'media.not-audio': None
  'media.no-audio': None
  'media.too-little-audio': None
  /** The detail is FFmpeg's own. */
  'media.undecodable': { readonly detail: string }
  'media.truncated': { readonly durationMs: number; readonly promisedMs: number }
  'media.truncated-bytes': { readonly bytes: number; readonly promisedBytes: number }
  'media.truncated-page': None
  /** The complaint is FFmpeg's own. */
  'media.damaged': { readonly complaint: string }
  'media.damaged-page': None
  'media.damaged-frames': { readonly strayBytes: number; readonly bytes: number }
  'media.checksum-differs': None
  'media.encoded-length-differs': {
    readonly format: string
    readonly encodedMs: number
    readonly decodedMs: number
  }
  'media.silent': None
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
  'media.ends-within-frame': None
  'media.stray-bytes': { readonly strayBytes: number }
  /** Of an MP3's first frame: several files were joined. */
  'media.header-says-less': { readonly durationMs: number; readonly promisedMs: number }
  'media.header-mended': None
  /** Between frames. */
  'media.tags-within': { readonly tags: number }
  'media.gain-changed': None
  /** Of a chained Ogg, whose first link's tags are taken. */
  'media.chained': { readonly links: number }
  /** As `44.1 kHz stereo`, in order. */
  'media.format-varies': { readonly formats: readonly string[] }
  'media.channel-mask-wrong': None
  /** Of another stream of the file; the complaint is FFmpeg's own. */
  'media.damaged-beside': { readonly complaint: string }
  'media.lossless-from-lossy': { readonly codec: string; readonly format: string }
  'media.lossy-twice': { readonly codec: string }
  /** `bits` are those of a sample of what was made. */
  'media.bits-from-float': { readonly bits: number }
  'media.bits-from-dsd': { readonly bits: number }
  'media.bits-fewer': { readonly from: number; readonly bits: number }
  /** `peak` is the highest sample; 1 is full scale. */
  'media.clipped': { readonly peak: number }
  'media.resampled': { readonly fromHz: number; readonly toHz: number; readonly format: string }
  /** `layout` is FFmpeg's name of the channels: `5.1`. */
  'media.downmixed': { readonly layout: string; readonly format: string }
  /** As `media.downmixed`, where as many channels or more became of it. */
  'media.remapped': { readonly layout: string; readonly becomes: string; readonly format: string }
  'media.lossless-cut-off': { readonly cutHz: number }
  'media.lossy-cut-off': { readonly cutHz: number; readonly bitRate: number }
  /** The detail is the reader's own. */
  'media.tag-unreadable': { readonly detail: string }
  'media.tag-rewritten': None
  /** The name of the file that holds the album, and the track's number on the cue sheet. */
  'media.cut-from-album': { readonly file: string; readonly track: number }
  /** By Picard's names in Vorbis comments. */
  'media.tag-numbers-as-text': { readonly fields: readonly string[] }
  /** By Picard's names in Vorbis comments, or by those in the file that they stood in. */
  'media.tag-fields-left': { readonly fields: readonly string[] }
  /** The encoding by the platform's name: `windows-1251`. */
  'media.tag-encoding': { readonly encoding: string }
  /** By their names: `TIT2`. */
  'media.frames-encrypted': { readonly frames: readonly string[] }
  'media.frames-damaged': { readonly frames: readonly string[] }
  /** The detail is for developers: `page 7 instead of 6`. */
  'media.container-broken': { readonly detail: string }
  'media.tags-left': { readonly why: AnyReason }
}

interface FileFaults {
  /** The detail is the operating system's code or message. */
  'media.file-unreadable': { readonly detail: string }
  'media.not-a-file': None
  'media.file-empty': None
  'media.file-changed': None
  'media.run-again': None
}

interface TagFaults {
  'media.tag-too-large': { readonly maxMegabytes: number }
  'media.tags-too-large': { readonly maxMegabytes: number }
  'media.tags-too-large-for-flac': { readonly maxMegabytes: number }
  'media.tags-too-large-for-m4a': None
  'media.tags-damaged': { readonly detail: string }
  'media.tag-truncated': None
  'media.kind-unknown': None
  'media.comments-damaged': None
  'media.flac-head-damaged': None
  'media.ogg-head-damaged': None
  'media.m4a-boxes-damaged': None
  'media.m4a-fragmented': None
  'media.ogg-several-streams': None
  'media.ogg-other-codec': None
  /** For developers: `field is "a" instead of "b"`. */
  'media.tags-read-back-unequal': { readonly differences: readonly string[] }
}

interface FfmpegFaults {
  'media.ffmpeg-not-started': { readonly path: string; readonly why: AnyReason }
  'media.not-ffmpeg': { readonly path: string }
  'media.ffmpeg-without-mp3': { readonly path: string }
  'media.name-working-ffmpeg': None
  'media.format-not-written': { readonly complaint: string }
  'media.name-other-ffmpeg': None
  /** What FFmpeg complains of is none of the file's: a filter, an encoder, a muxer. */
  'media.not-processed': { readonly complaint: string }
  'media.ffmpeg-failed': { readonly exitCode: number }
  'media.ffmpeg-crashed': { readonly detail: string }
  'media.ffmpeg-endless-log': None
  /** It decodes, but its log lacks what is read from it. */
  'media.ffmpeg-without-figures': None
  /** Of the file that was made; `detail` is for developers. */
  'media.encoded-badly': { readonly format: string; readonly detail: string }
  'media.ffmpeg-timeout': { readonly timeLimitMs: number }
}
