import { decodeStrictly } from '../../base/encoding/detect.ts'
import { likenessToWriting } from '../../base/encoding/likeness-to-writing.ts'
import { findLegacyEncoding } from '../read/legacy-text.ts'

/** What a program wrote where the container names no encoding: the one of its system. */
export type SystemEncoding = 'windows-1252' | 'macintosh'

/**
 * The texts of one file whose encoding is not told, looked at together: UTF-8 where all can be, another where the
 * letters leave no doubt or the file's own path says so, and of the two systems' encodings the one that reads more
 * like writing; `usual` where neither does. A text ends at its first zero.
 */
export function decodeTexts(
  texts: readonly Uint8Array[],
  usual: SystemEncoding,
  path: string,
): readonly string[] {
  const all = texts.map(untilNul)
  const encoding = findEncoding(all, usual, path)
  return all.map((bytes) => new TextDecoder(encoding).decode(bytes).trim())
}

const untilNul = (bytes: Uint8Array) => {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** How much more like writing the other system's encoding must read. */
const CLEARLY = 1.25
/** What has no letter or sign out of place, or hardly any. */
const TIDY = 0.9

function findEncoding(texts: readonly Uint8Array[], usual: SystemEncoding, path: string): string {
  if (texts.every((bytes) => decodeStrictly(bytes, 'utf-8') !== undefined)) return 'utf-8'
  const joined = Buffer.concat(texts.flatMap((bytes) => [bytes, Buffer.from('\n')]))
  const likeness = (encoding: SystemEncoding) =>
    likenessToWriting(new TextDecoder(encoding).decode(joined), encoding)
  const [windows, macintosh] = [likeness('windows-1252'), likeness('macintosh')]
  // The search for others leaves the Macintosh out.
  if (usual === 'macintosh' && macintosh >= Math.max(TIDY, windows)) return 'macintosh'
  const found = findLegacyEncoding(texts, path)
  if (found !== undefined) return found
  if (usual === 'macintosh') return windows > macintosh * CLEARLY ? 'windows-1252' : 'macintosh'
  return macintosh > windows * CLEARLY ? 'macintosh' : 'windows-1252'
}
