import { extname } from 'node:path'
import { chooseFile } from '../../media/choose-file.ts'
import type { MediaOptions } from '../../model/media.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Sound } from './work.ts'

/** What there is to do for a copy of the recording. */
export function soundOf(
  { media, ...recording }: Recording,
  track: Track,
  options: MediaOptions,
): Sound {
  const durationMs = recording.durationMs ?? track.durationMs
  const isRemote = media?.kind === 'remote'
  return { durationMs, isRemote, isCopied: isCopied(media, options) }
}

function isCopied(media: Recording['media'], options: MediaOptions): boolean {
  if (!media) return false
  if (media.kind === 'file' && media.segment) return false
  if (options.format === 'keep') return true
  const format =
    media.kind === 'file' ? extname(media.path).slice(1) : chooseFile(media.files, options).format
  return format.toLowerCase() === options.format
}
