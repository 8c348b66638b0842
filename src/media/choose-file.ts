import type { AudioFormat, MediaOptions } from '../model/media.ts'
import type { RemoteFile } from '../model/recording.ts'

/**
 * Of several files of one recording, the one to take. What is in the asked format already is copied as it
 * is, so that nothing is encoded twice; else a lossless original is the best to encode from. What a host
 * has encoded from a lossy file comes last: it is lossy twice.
 */
export function chooseFile(
  files: readonly [RemoteFile, ...RemoteFile[]],
  { format }: Pick<MediaOptions, 'format'>,
): RemoteFile {
  const fromLossless = files.some((file) => file.original && isLossless(file))
  const rank = (file: RemoteFile) => {
    const once = file.original || fromLossless
    if (format !== 'keep' && file.format === format && once) return file.original ? 0 : 1
    if (file.original) return isLossless(file) ? 2 : 3
    return isLossless(file) || once ? 4 : 5
  }
  const ranks = new Map(files.map((file) => [file, rank(file)]))
  return files.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))[0] ?? files[0]
}

const lossless: ReadonlySet<AudioFormat | RemoteFile['format']> = new Set(['flac', 'wav', 'aiff'])

const isLossless = ({ format }: RemoteFile) => lossless.has(format)
